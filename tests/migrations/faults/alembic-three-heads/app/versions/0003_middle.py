# SPDX-FileCopyrightText: 2026 CivicQ Admin developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Step c33333"""

from alembic import op

revision = "c33333"
down_revision = "a11111"


def upgrade():
    op.execute("CREATE TABLE t_c33333 (a int)")


def downgrade():
    op.execute("DROP TABLE t_c33333")
