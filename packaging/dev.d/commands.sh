# shellcheck shell=bash disable=SC2154
# SPDX-FileCopyrightText: 2026 CivicQ Admin developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What each command of packaging/dev does.

jobs_at_once() { # as many as there are processors and 1.2 GB each
  local processors memory
  processors=$(nproc)
  memory=$(awk '/^MemAvailable:/ { print int($2 / 1200000) }' /proc/meminfo)
  [ "$memory" -ge 1 ] || memory=1
  echo $((processors < memory ? processors : memory))
}

configure() { # PRESET: only when it has to
  local folder=$top/build/$1 mark
  mark=$(cat "$top/CMakePresets.json" <(echo "$state") | sha256sum | cut -c1-16)
  if [ "$(cat "$folder/.configured" 2>/dev/null)" != "$mark" ]; then
    say "configuring ($1)"
    mkdir -p "$folder"
    (cd "$top" && enter cmake --preset "$1" --fresh) >&2 </dev/null
    echo "$mark" >"$folder/.configured"
  fi
}

build_targets() { # PRESET TARGET...
  local chosen=$1 target began=$SECONDS
  local -a arguments=()
  shift
  configure "$chosen"
  exec {building}>"$top/build/$chosen/.building"
  flock "$building"
  for target in "$@"; do arguments+=(--target "$target"); done
  say "building ($chosen): ${*:-everything}"
  (cd "$top" && enter cmake --build "build/$chosen" --parallel "$(jobs_at_once)" "${arguments[@]}") >&2 </dev/null
  exec {building}>&-
  say "built in $((SECONDS - began)) s"
}

command_build() {
  set_up build
  build_targets "$preset" "$@"
}

command_test() {
  set_up build check
  # Fetched while the compiler works.
  set_up_servers &
  local fetching_servers=$!
  build_targets "$preset"
  wait "$fetching_servers"
  cd "$top" || return
  enter ctest --test-dir "build/$preset" --output-on-failure --no-tests=error --parallel "$(nproc)" "$@"
}

command_exec() {
  [ $# -gt 0 ] || die "exec needs a command: packaging/dev exec CMD …"
  set_up build
  # The first use in a fresh clone of one of our programs: it is built.
  case "$*" in
  *civicq-*) [ -x "$top/build/$preset/bin/civicq-db" ] || build_targets "$preset" civicq-admin civicq-db ;;
  esac
  enter "$@"
}

command_shell() {
  set_up build
  PS1='(civicq) \w\$ ' enter bash --norc -i "$@"
}

command_run() {
  set_up build
  if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    build_targets "$preset" civicq-admin civicq-db
    enter bash "$parts/open-app" "$@"
  else
    build_targets "$preset" civicq-admin civicq-db civicq-tour
    cd "$top" || return
    mkdir -p build/tour
    enter bash "$parts/take-tour" "$@"
  fi
}

# A benchmark is an executable script tests/benchmarks/NAME.sh, run with the release programs first on PATH. It
# prints its figures beside its peer's and ends with status 0 if its bound holds.
command_bench() {
  local script failed=0
  local -a scripts=()
  preset=release
  for script in "$top"/tests/benchmarks/*.sh; do
    [ ! -x "$script" ] || [ -n "${1:-}" ] && [ "$(basename "$script" .sh)" != "${1:-}" ] || scripts+=("$script")
  done
  [ ${#scripts[@]} -gt 0 ] || die "no benchmark ${1:-} in tests/benchmarks/"
  set_up build check
  configure release
  local -a targets
  mapfile -t targets < <(enter ninja -C "$top/build/release" -t targets all |
    sed -n 's/^\(civicq-admin\|civicq-db\|civicq-bench-[^:/]*\|civicq[-_]driver[^:/]*\): phony$/\1/p')
  build_targets release "${targets[@]}"
  cd "$top" || return
  for script in "${scripts[@]}"; do
    printf '== %s\n' "$(basename "$script" .sh)"
    enter "$script" || failed=1
  done
  return $failed
}

command_clean() {
  case ${1:-} in
  '') rm -rf "$top/build" ;;
  --all)
    rm -rf "$top/build"
    # A private root made by an ordinary user holds files of their subordinate ids.
    # shellcheck disable=SC2016 # expanded by the inner shell
    [ ! -e "$cache" ] || as_root sh -c 'rm -rf "$1"/root-* "$1"/making-* "$1"/native "$1"/servers "$1"/ccache "$1"/lock "$1"/*.log' sh "$cache"
    ;;
  *) die "clean takes nothing, or --all" ;;
  esac
}
