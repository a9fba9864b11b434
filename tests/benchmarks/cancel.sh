#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 CivicQ Admin developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# From asking a piece of work to stop until it has returned: connecting, statements, COPY both ways, programs, and every
# step of a backup, of reading it and of a restore. Ends with status 1 when the longest is not under 100 ms.
set -euo pipefail
exec civicq-bench-cancel --limit 100
