# SPDX-FileCopyrightText: 2026 CivicQ Admin developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Step b22222"""

from alembic import op

revision = "b22222"
down_revision = "a11111"


def upgrade():
    op.execute("CREATE TABLE t_b22222 (a int)")


def downgrade():
    op.execute("DROP TABLE t_b22222")
