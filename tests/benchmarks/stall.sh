#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 CivicQ Admin developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The longest time the event loop stands still, with a server that answers, one that is stopped, and a line that swallows.
set -euo pipefail
QT_QPA_PLATFORM=offscreen exec civicq-bench-stall --limit 50
