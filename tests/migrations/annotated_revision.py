# -*- coding: utf-8 -*-
# SPDX-FileCopyrightText: 2026 CivicQ Admin developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Élodie's table, and
what goes with it

Revision ID: 2f8b6d13ac57
Revises: 7c1e4a9d02b6
Create Date: 2026-02-14 10:20:30.123456

"""
from typing import Sequence, Union

import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision: str = '2f8b6d13ac57'
down_revision: Union[str, None] = (
    "7c1e4a9d02b6",  # the left one
    'b90e' "35f7c4d1",
)
branch_labels: Union[str, Sequence[str], None] = ["users"]
depends_on = None; other = (1,
    2)


def upgrade() -> None:
    revision = "not this one"
    op.execute("""
down_revision = "nor this"
""")
