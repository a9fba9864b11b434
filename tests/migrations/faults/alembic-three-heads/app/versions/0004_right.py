# SPDX-FileCopyrightText: 2026 CivicQ Admin developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Step d44444"""

from alembic import op

revision = "d44444"
down_revision = "a11111"


def upgrade():
    op.execute("CREATE TABLE t_d44444 (a int)")


def downgrade():
    op.execute("DROP TABLE t_d44444")
