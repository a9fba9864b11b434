# SPDX-FileCopyrightText: 2026 CivicQ Admin developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Step a11111"""

from alembic import op

revision = "a11111"
down_revision = None


def upgrade():
    op.execute("CREATE TABLE t_a11111 (a int)")


def downgrade():
    op.execute("DROP TABLE t_a11111")
