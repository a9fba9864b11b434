#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 CivicQ Admin developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Start to visible window and resident memory two seconds later: civicq-admin beside an empty Qt window and DB Browser
# for SQLite, in turn, five times after one warm-up; medians, and the ratio to DB Browser. Ends with status 1 when we are
# slower or larger than DB Browser.
set -euo pipefail
work=$(mktemp -d)
Xvfb -displayfd 5 -screen 0 1600x1000x24 -nolisten tcp 5>"$work/display" 2>/dev/null &
server=$!
trap 'kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
until [ -s "$work/display" ]; do kill -0 "$server"; sleep 0.05; done
DISPLAY=:$(cat "$work/display")
export DISPLAY QT_QPA_PLATFORM=xcb CIVICQ_HOME=$work/home HOME=$work LC_ALL=C.UTF-8

measure() { # NAME COMMAND...
  local name=$1
  shift
  civicq-bench-windowtime "$@" >>"$work/$name" 2>>"$work/errors" || { cat "$work/errors" >&2; exit 1; }
}
round() {
  measure empty civicq-bench-emptywindow
  measure browser sqlitebrowser
  measure civicq civicq-admin
}
round
rm -f "$work/empty" "$work/browser" "$work/civicq"
for _ in 1 2 3 4 5; do round; done

median() { # NAME FIELD
  awk -v f="$2" '{ print $f }' "$work/$1" | sort -n | sed -n 3p
}
spread() {
  awk -v f="$2" '{ print $f }' "$work/$1" | sort -n | sed -n '1p;5p' | paste -sd- -
}
row() { # TITLE NAME
  printf '%-24s %8.0f ms  (%s)  %6.1f MB\n' "$1" "$(median "$2" 1)" "$(spread "$2" 1)" \
    "$(awk -v k="$(median "$2" 2)" 'BEGIN { print k / 1024 }')"
}
row 'empty Qt window' empty
row 'DB Browser for SQLite' browser
row 'civicq-admin' civicq
awk -v a="$(median civicq 1)" -v b="$(median browser 1)" -v c="$(median civicq 2)" -v d="$(median browser 2)" 'BEGIN {
  printf "civicq-admin / DB Browser: time %.2f, memory %.2f\n", a / b, c / d
  exit a > b || c > d }'
