#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 CivicQ Admin developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Backup, verify and restore of a database the size of one city year, beside PostgreSQL's own tools, in turn, five times
# after one warm-up; medians, ratios, peak memory (of our process; the server's is the server's). Ends with status 1 when
# a figure is worse than what is asked for. CIVICQ_BENCH_ROUNDS changes the five; CIVICQ_BENCH_PARTS, of "dump sql
# restore verify", what is measured.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
rounds=${CIVICQ_BENCH_ROUNDS:-5}
parts=${CIVICQ_BENCH_PARTS:-dump sql restore verify}
work=$(mktemp -d)
# shellcheck disable=SC2317 # called by the trap
stop() {
  pg_ctl -D "$work/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap stop EXIT
initdb -D "$work/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
cat >>"$work/data/postgresql.conf" <<CONF
listen_addresses = ''
unix_socket_directories = '$work'
shared_buffers = 512MB
maintenance_work_mem = 1GB
max_wal_size = 8GB
CONF
pg_ctl -D "$work/data" -w -l "$work/log" start >/dev/null
export PGHOST=$work PGUSER=postgres CIVICQ_HOME=$work/home
createdb city
psql -Xq -d city -f "$here/civicq-shaped.sql" >/dev/null
url="postgresql:///city?host=$work&user=postgres"

# What was written before goes to the disk now, and not while the next one is measured.
settle() {
  psql -Xqd city -c checkpoint
  sync
}
measure() { # NAME COMMAND...: seconds and peak kB into $work/NAME.times
  local name=$1
  shift
  settle
  python3 - "$@" >>"$work/$name.times" <<'PYTHON'
import resource, subprocess, sys, time
begin = time.monotonic()
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(f"{time.monotonic() - begin:.3f} {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss}")
PYTHON
}
dump_with() { # NAME LEVEL
  rm -rf "${work:?}/$1"
  measure "$1" pg_dump -Fd -j2 -Z "$2" -f "$work/$1" city
}
back_up() { # NAME FLAG...
  local name=$1
  shift
  rm -f "${work:?}/$name"/*
  measure "$name" civicq-db backup --url "$url" --dir "$work/$name" "$@" --quiet
}
# A backup to be verified has long left the memory.
from_disk() {
  settle
  dd if="$(echo "$work"/archive/*.cqbackup)" iflag=nocache count=0 status=none
}
round() {
  local part
  for part in $parts; do
    case $part in
    dump)
      dump_with zstd1 zstd:1
      dump_with zstd3 zstd:3
      back_up archive --format archive --jobs 2
      ;;
    sql)
      rm -f "$work/plain.gz"
      measure plain pg_dump -Z6 -f "$work/plain.gz" city
      back_up sql --format sql
      ;;
    restore)
      dropdb --if-exists peer 2>/dev/null
      createdb peer
      measure peer pg_restore -j2 -d peer "$work/zstd1"
      dropdb peer
      dropdb --if-exists ours 2>/dev/null
      measure ours civicq-db restore --url "$url" "$work"/archive/*.cqbackup --into ours --jobs 2 --quiet
      dropdb ours
      ;;
    verify)
      from_disk
      measure read cat "$work"/archive/*.cqbackup
      from_disk
      measure verify civicq-db restore --verify "$work"/archive/*.cqbackup --quiet
      from_disk
      CIVICQ_HOME=$work/elsewhere measure apart civicq-db restore --verify "$work"/archive/*.cqbackup --quiet
      ;;
    esac
  done
}
round
rm -f "$work"/*.times
for ((i = 0; i < rounds; i++)); do round; done

middle() { awk -v f="$2" '{ print $f }' "$work/$1.times" | sort -n | sed -n "$((rounds / 2 + 1))p"; }
spread() { awk '{ print $1 }' "$work/$1.times" | sort -n | sed -n "1p;${rounds}p" | paste -sd- -; }
megabytes() { du -sb "$work/$1" | awk '{ printf "%.1f", $1 / 1e6 }'; }
row() { # TITLE NAME [FILE]
  printf '%-44s %8.2f s  (%s)  %6.0f MB peak' "$1" "$(middle "$2" 1)" "$(spread "$2")" \
    "$(awk -v k="$(middle "$2" 2)" 'BEGIN { print k / 1024 }')"
  if [ -n "${3:-}" ]; then printf '  %8.1f MB' "$(megabytes "$3")"; fi
  echo
}
failed=0
hold() { # WORDS FIGURE RELATION BOUND
  local verdict=held
  awk -v a="$2" -v b="$4" -v more="$3" 'BEGIN { exit !(more == ">=" ? a >= b : a <= b) }' || { verdict='NOT HELD' && failed=1; }
  printf '  %-58s %6.2f  (%s %s: %s)\n' "$1" "$2" "$3" "$4" "$verdict"
}
over() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.3f", a / b }'; }
for part in $parts; do
  case $part in
  dump)
    row 'pg_dump -Fd -j2 -Z zstd:1' zstd1 zstd1
    row 'pg_dump -Fd -j2 -Z zstd:3' zstd3 zstd3
    row 'civicq-db backup --format archive --jobs 2' archive archive
    hold 'times faster than zstd:1' "$(over "$(middle zstd1 1)" "$(middle archive 1)")" '>=' 2.0
    hold 'of the size of zstd:1' "$(over "$(megabytes archive)" "$(megabytes zstd1)")" '<=' 0.90
    hold 'times faster than zstd:3' "$(over "$(middle zstd3 1)" "$(middle archive 1)")" '>=' 3.3
    hold 'of the size of zstd:3' "$(over "$(megabytes archive)" "$(megabytes zstd3)")" '<=' 0.82
    ;;
  sql)
    row 'pg_dump -Z6' plain plain.gz
    row 'civicq-db backup --format sql' sql sql
    hold 'times faster than pg_dump -Z6' "$(over "$(middle plain 1)" "$(middle sql 1)")" '>=' 3.0
    hold 'of the size of pg_dump -Z6' "$(over "$(megabytes sql)" "$(megabytes plain.gz)")" '<=' 1.10
    ;;
  restore)
    row 'pg_restore -j2' peer
    row 'civicq-db restore --jobs 2' ours
    hold 'times faster than pg_restore -j2' "$(over "$(middle peer 1)" "$(middle ours 1)")" '>=' 1.4
    ;;
  verify)
    row 'cat of the archive, from the disk' read
    row 'civicq-db restore --verify, taken here' verify
    row 'civicq-db restore --verify, never seen' apart
    hold 'of the speed of reading the file' "$(over "$(middle read 1)" "$(middle verify 1)")" '>=' 0.5
    ;;
  esac
done
exit $failed
