# shellcheck shell=bash disable=SC2154
# SPDX-FileCopyrightText: 2026 CivicQ Admin developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# PostgreSQL servers of other major versions for the tests: $servers/MAJOR/bin. Each is unpacked under a temporary name
# and renamed when whole.

servers=$cache/servers

# The host's own npm, else the build environment's, which is then installed there.
choose_npm() {
  npm=(npm)
  command -v npm >/dev/null && return
  [ -e "$state/npm" ] || { install_npm && touch "$state/npm"; }
  npm=(enter npm)
}

install_npm() {
  if [ -z "$root" ]; then
    host_install npm
  else
    in_root "$root" sh -c 'apt-get update -qq && apt-get install -y -qq --no-install-recommends npm' >>"$cache/setup.log" 2>&1
  fi
}

unpack_server() { # MAJOR PACKAGE
  local folder=$servers/making-$1-$$ source target
  rm -rf "$servers/making-$1"-*
  mkdir -p "$folder"
  "${npm[@]}" pack --silent --pack-destination "$folder" "$2" >/dev/null
  tar -xzf "$folder"/*.tgz -C "$folder"
  # A package holds no links: it says which there should be.
  while IFS=$'\t' read -r source target; do
    mkdir -p "$folder/package/$(dirname "$target")"
    ln -sfr "$folder/package/$source" "$folder/package/$target"
  done < <(enter jq -r '.[] | [.source, .target] | @tsv' <"$folder/package/native/pg-symlinks.json")
  chmod 755 "$folder"/package/native/bin/*
  rm -rf "${servers:?}/$1"
  mv "$folder/package/native" "$servers/$1"
  echo "$2" >"$servers/$1/package"
  rm -rf "$folder"
}

set_up_servers() {
  local major package began=$SECONDS missing=no
  while read -r major package; do
    [ "$(cat "$servers/$major/package" 2>/dev/null)" = "$package" ] || missing=yes
  done < <(sed -e 's/#.*//' -e '/^ *$/d' "$parts/packages-servers.txt")
  [ $missing = yes ] || return 0
  say "adding PostgreSQL servers of other versions for the tests, once; about a minute"
  mkdir -p "$servers"
  local -a npm
  exec {fetching}>"$servers/lock"
  flock "$fetching"
  choose_npm
  while read -r major package; do
    [ "$(cat "$servers/$major/package" 2>/dev/null)" = "$package" ] || unpack_server "$major" "$package" </dev/null
  done < <(sed -e 's/#.*//' -e '/^ *$/d' "$parts/packages-servers.txt")
  exec {fetching}>&-
  say "done in $((SECONDS - began)) s"
}
