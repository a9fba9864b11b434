#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 CivicQ Admin developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: deb.sh BUILD_DIR VERSION. Makes the deb, installs it with dpkg on a Debian that has only the packages it says
# it needs, starts both programs there, and takes it off again.

set -euo pipefail
build=$1 version=$2
work=$build/deb-test
export FAKEROOTDONTTRYCHOWN=1 LC_ALL=C.UTF-8 PATH=$PATH:/usr/sbin:/sbin
fail() {
  printf 'FAILED: %s\n' "$*" >&2
  exit 1
}

rm -rf "$work"
mkdir -p "$work"
cpack -G DEB --config "$build/CPackConfig.cmake" -B "$work" -D CPACK_DEBIAN_COMPRESSION_TYPE=gzip >"$work/cpack.log" 2>&1 ||
  { cat "$work/cpack.log"; fail 'cpack'; }
deb=$(find "$work" -maxdepth 1 -name '*.deb')
lintian --fail-on error "$deb" || fail 'lintian'
dpkg-deb -x "$deb" "$work/contents"
desktop-file-validate "$work"/contents/usr/share/applications/*.desktop || fail 'desktop file'
appstreamcli validate --no-net "$work"/contents/usr/share/metainfo/*.xml || fail 'AppStream'

# Of alternatives the first, and no version: dpkg compares those when it installs.
depends=$(dpkg-deb -f "$deb" Depends | sed -E 's/\([^)]*\)//g; s/\|[^,]*//g; s/[[:space:]]//g')
root=$build/clean-root-$(printf '%s' "$depends" | sha256sum | cut -c1-12)
inside() { fakechroot fakeroot chroot "$root" "$@"; }
# A run that failed or was interrupted may have left ours in it.
if [ -e "$root.whole" ] && [ -e "$root/usr/bin/civicq-db" ]; then inside dpkg -P civicq-admin || rm -f "$root.whole"; fi
if [ ! -e "$root.whole" ]; then
  rm -rf "$build"/clean-root-*
  sources=()
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/debian.sources; do [ ! -s "$file" ] || sources+=("$file"); done
  mmdebstrap --mode=fakechroot --variant=apt --include="$depends" --aptopt='APT::Install-Recommends "false"' \
    --aptopt='Acquire::Languages "none"' --dpkgopt=force-unsafe-io trixie "$root" "${sources[@]}" >"$work/root.log" 2>&1 </dev/null ||
    { tail -n 20 "$work/root.log"; fail 'a clean Debian with what the deb depends on could not be made'; }
  touch "$root.whole"
fi

cp "$deb" "$root/tmp/civicq-admin.deb"
inside dpkg -i /tmp/civicq-admin.deb || fail 'dpkg -i'
start() { # CMD...: by somebody who has never started it
  rm -rf "${work:?}/home"
  mkdir -p "$work/home"
  bwrap --unshare-user --uid 1000 --gid 1000 --ro-bind "$root" / --dev /dev --bind /proc /proc --tmpfs /tmp \
    --bind "$work/home" /home --clearenv --setenv HOME /home --setenv PATH /usr/bin:/bin --setenv LANG C.UTF-8 \
    --setenv QT_QPA_PLATFORM offscreen "$@"
}
for program in civicq-db civicq-admin; do
  said=$(start "$program" --version)
  [ "$said" = "$program $version" ] || fail "$program --version said: $said"
done
start pg_dump --version >/dev/null || fail 'no pg_dump comes with it'
# The window stays until it is told to go: timeout's own status.
status=0
start timeout 4 civicq-admin >"$work/start.log" 2>&1 || status=$?
[ "$status" -eq 124 ] || { cat "$work/start.log"; fail "civicq-admin ended by itself with status $status"; }
! grep -iE 'could not|cannot|not found|failed' "$work/start.log" || fail 'civicq-admin complained when it started'

inside dpkg -P civicq-admin || fail 'dpkg -P'
left=$(find "$root" -path "$root/proc" -prune -o -iname '*civicq*' -not -name '*.deb' -print)
[ -z "$left" ] || fail "left behind: $left"
rm -f "$root/tmp/civicq-admin.deb"
echo "installed, started and taken off: $(basename "$deb")"
