#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 CivicQ Admin developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The history of an Alembic project of 10,000 revisions, read, checked and printed: civicq-db beside alembic itself, in
# turn, five times after one warm-up; medians and the ratio. Then the same history drawn as the window draws it. Ends with
# status 1 when the two do not print the same, or a figure is worse than what is asked for: 10 times faster than Alembic,
# drawn within 300 ms, pictures within 16 ms while scrolling.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/versions"
printf '[alembic]\nscript_location = %s\n' "$work" >"$work/alembic.ini"
: >"$work/env.py"
awk -v dir="$work/versions" -v last=None 'BEGIN {
  for (i = 0; i < 10000; i++) {
    id = sprintf("%012x", i * 7919 + 4096)
    file = sprintf("%s/%s_step.py", dir, id)
    printf "\"\"\"Step %d\n\nRevision ID: %s\nCreate Date: 2026-02-14 10:20:30.123456\n\n\"\"\"\nfrom alembic import op\n\n", i, id >file
    printf "revision = \"%s\"\ndown_revision = %s\nbranch_labels = None\ndepends_on = None\n\n\n", id, last >file
    printf "def upgrade():\n    op.execute(\"SELECT 1\")\n\n\ndef downgrade():\n    pass\n" >file
    close(file)
    last = "\"" id "\""
  }
}'
cd "$work"

measure() { # NAME COMMAND...
  local name=$1 begin end
  shift
  begin=$(date +%s%N)
  "$@" >"$work/$name.out"
  end=$(date +%s%N)
  echo $(((end - begin) / 1000000)) >>"$work/$name"
}
round() {
  measure alembic alembic history
  measure civicq civicq-db history --dir "$work"
}
round
rm "$work/alembic" "$work/civicq"
for _ in 1 2 3 4 5; do round; done

if ! diff -q "$work/alembic.out" "$work/civicq.out" >/dev/null; then
  echo 'the two histories differ:'
  diff "$work/alembic.out" "$work/civicq.out" | head -4
  exit 1
fi
median() { sort -n "$work/$1" | sed -n 3p; }
range() { sort -n "$work/$1" | sed -n '1p;5p' | paste -sd- -; }
printf '%-22s %6d ms  (%s)\n' 'alembic history' "$(median alembic)" "$(range alembic)" \
  'civicq-db history' "$(median civicq)" "$(range civicq)"
awk -v a="$(median alembic)" -v c="$(median civicq)" 'BEGIN {
  printf "civicq-db is %.1f times faster\n", a / c }'
civicq-bench-historydrawn "$work"
awk -v a="$(median alembic)" -v c="$(median civicq)" 'BEGIN { exit a < 10 * c }'
