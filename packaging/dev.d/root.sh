# shellcheck shell=bash disable=SC2154
# SPDX-FileCopyrightText: 2026 CivicQ Admin developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes the private Debian 13 root. It is built under a temporary name and renamed when whole; one at a time.

suite=trixie

# As root, or as an ordinary user who is root in a namespace of their own where 0 is they themselves and the
# other ids are their subordinate ones.
as_root() {
  if [ "$EUID" -eq 0 ]; then "$@"; else unshare --map-auto --map-root-user --setuid 0 --setgid 0 -- "$@"; fi
}

in_root() { # FOLDER CMD...: CMD with that folder as /, its daemons ended with it
  local folder=$1
  shift
  as_root bwrap --unshare-pid --die-with-parent --bind "$folder" / --dev /dev --proc /proc --tmpfs /tmp \
    --ro-bind-try /etc/resolv.conf /etc/resolv.conf --setenv DEBIAN_FRONTEND noninteractive --setenv LC_ALL C.UTF-8 \
    --unsetenv TMPDIR --setenv HOME /root --setenv PATH /usr/sbin:/usr/bin:/sbin:/bin "$@" </dev/null
}

# The host's own Debian mirrors, as sources for the suite. Entries of others are passed over. On a host that is not
# Debian nothing is printed, and mmdebstrap uses its own default.
mirror_lines() {
  local codename format main security
  [ "$(. /etc/os-release 2>/dev/null && echo "${ID:-}")" = debian ] || return 0
  codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
  # shellcheck disable=SC2016 # apt's own placeholders
  format='$(SITE)|$(RELEASE)|$(COMPONENT)|$(ORIGIN)'
  # Before the first apt-get update the origin is not known yet; the release's name has to do then.
  site_of() {
    apt-get indextargets --format "$format" 2>/dev/null |
      awk -F'|' -v release="$1" '$1 ~ /^https?:/ && $2 == release && $3 == "main" && ($4 == "Debian" || $4 == "") { print $1; exit }'
  }
  main=$(site_of "$codename")
  security=$(site_of "$codename-security")
  [ -n "$main" ] || return 0
  echo "deb $main $suite main"
  echo "deb $main $suite-updates main"
  [ -z "$security" ] || echo "deb $security $suite-security main"
}

make_base() { # FOLDER: the smallest root that has apt
  local folder=$1 proxy option
  local -a options=(
    --variant=apt --include=ca-certificates --skip=cleanup/apt/lists
    --aptopt='Acquire::Languages "none"' --aptopt='APT::Install-Recommends "false"'
    --dpkgopt=force-unsafe-io
  )
  for option in 'path-exclude=/usr/share/doc/*' 'path-exclude=/usr/share/man/*' 'path-exclude=/usr/share/info/*' \
    'path-exclude=/usr/share/gtk-doc/*' 'path-exclude=/usr/share/locale/*' 'path-include=/usr/share/locale/es/*' \
    'path-include=/usr/share/locale/locale.alias'; do
    options+=(--dpkgopt="$option")
  done
  for option in http https; do
    proxy=$(apt-config shell v "Acquire::$option::Proxy" 2>/dev/null | sed -n "s/^v='\(.*\)'$/\1/p")
    [ -z "$proxy" ] || options+=(--aptopt="Acquire::$option::Proxy \"$proxy\"")
  done
  # The outer script's stdin may be a pipe, and mmdebstrap would read sources from it.
  local -a lines
  mapfile -t lines < <(mirror_lines)
  if [ "$EUID" -eq 0 ]; then
    mmdebstrap "${options[@]}" "$suite" "$folder" "${lines[@]}" </dev/null
  else
    # A tar file in between, since the namespace mmdebstrap makes cannot see into a private home folder.
    mmdebstrap --mode=unshare "${options[@]}" "$suite" - "${lines[@]}" </dev/null |
      as_root tar --extract --numeric-owner --exclude='./dev/*' --directory "$folder"
  fi
}

finish_base() { # FOLDER: what the packages and the sandbox shall find there
  # shellcheck disable=SC2016 # expanded by the inner shell
  as_root sh -c 'cd "$1" && mkdir -p etc/postgresql-common &&
    echo "create_main_cluster = false" >etc/postgresql-common/createcluster.conf &&
    printf "#!/bin/sh\nexit 101\n" >usr/sbin/policy-rc.d && chmod 755 usr/sbin/policy-rc.d &&
    rm -f etc/resolv.conf etc/hosts && touch etc/resolv.conf etc/hosts && chmod 755 .' sh "$1"
}

install_packages() { # FOLDER LIST
  local -a wanted
  mapfile -t wanted < <(packages "$2")
  in_root "$1" dpkg --configure -a
  # Package lists as old as the root may name versions that the mirror no longer has.
  [ -z "$(find "$1/var/lib/apt/lists" -maxdepth 1 -name '*Packages*' -mmin -720 -print -quit)" ] &&
    in_root "$1" apt-get update -qq
  in_root "$1" apt-get install -y -qq --no-install-recommends -o APT::Sandbox::User=root -o Dpkg::Use-Pty=0 "${wanted[@]}"
  in_root "$1" apt-get clean
}

make_root() { # LIST: that package list's part of the root, made or mended
  local list=$1 began=$SECONDS log=$cache/setup.log
  need_host_tools
  need_namespaces
  exec {lock}>"$cache/lock"
  if ! flock -n "$lock"; then
    say "another packaging/dev is setting up; waiting for it"
    flock "$lock"
  fi
  local stamp
  stamp=$state/$list-$(packages "$list" | sha256sum | cut -c1-12)
  if [ ! -e "$stamp" ]; then
    trap 'say "setting up failed; the end of $cache/setup.log:"; tail -n 15 "$cache/setup.log" >&2' EXIT
    if [ "$list" = build ]; then
      say "making the build environment (Debian 13) in $cache, once; about two minutes"
      as_root rm -rf "$root" "$state" "$cache"/making-*
      make_new_root "$cache/making-$$" >"$log" 2>&1
    else
      say "adding the tools of the tests to the build environment, once; about a minute"
      install_packages "$root" "$list" >"$log" 2>&1
    fi
    mkdir -p "$state"
    touch "$stamp"
    trap - EXIT
    say "done in $((SECONDS - began)) s"
  fi
  exec {lock}>&-
}

make_new_root() { # FOLDER: the build list's root, then renamed to its place
  mkdir -p "$1"
  make_base "$1"
  finish_base "$1"
  install_packages "$1" build
  mv "$1" "$root"
}
