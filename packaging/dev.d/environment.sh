# shellcheck shell=bash disable=SC2154
# SPDX-FileCopyrightText: 2026 CivicQ Admin developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Decides where things are built: on the host itself where its packages are new enough (Debian 13 and its kin),
# else in a private Debian 13 root in the user's cache folder. Sets:
#   root   "" when the host itself is the environment, else the folder of the private root
#   state  the folder of stamps that belong to this environment

packages() { # LIST...: the packages of these lists, one a line
  local list
  for list in "$@"; do
    sed -e 's/#.*//' "$parts/packages-$list.txt" | tr -s '[:space:]' '\n' | sed '/^$/d'
  done
}

installed() { # PACKAGE...: whether the host has all of them
  command -v dpkg-query >/dev/null || return 1
  local have
  # shellcheck disable=SC2016 # dpkg's own placeholders
  have=$(dpkg-query -W -f '${db:Status-Abbrev}\n' "$@" 2>/dev/null) || return 1
  ! grep -qv '^ii' <<<"$have"
}

host_is_new_enough() {
  [ -r /etc/os-release ] || return 1
  local id version
  id=$(. /etc/os-release && echo "${ID:-}")
  version=$(. /etc/os-release && echo "${VERSION_ID:-999}")
  case $id in
  debian) [ "${version%%.*}" -ge 13 ] ;;
  ubuntu) [ "${version//./}" -ge 2510 ] ;;
  *) return 1 ;;
  esac
}

host_install() { # PACKAGE...: on the host, by its own apt; root only
  local began=$SECONDS
  say "installing packages on this computer ($(printf '%s ' "$@" | cut -c1-60)…)"
  # PostgreSQL's package would start a server of its own; tests and sandbox start theirs.
  if ! installed postgresql-common && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
    mkdir -p /etc/postgresql-common
    echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
  fi
  mkdir -p "$cache"
  {
    apt-get update -qq &&
      DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends -o Dpkg::Use-Pty=0 "$@"
  } >"$cache/host-install.log" 2>&1 </dev/null || {
    tail -n 5 "$cache/host-install.log" >&2
    return 1
  }
  say "packages installed in $((SECONDS - began)) s"
}

need_host_tools() { # what making and entering a private root takes
  local -a missing=()
  command -v mmdebstrap >/dev/null || missing+=(mmdebstrap)
  command -v bwrap >/dev/null || missing+=(bubblewrap)
  [ "$EUID" -eq 0 ] || command -v newuidmap >/dev/null || missing+=(uidmap)
  [ ${#missing[@]} -eq 0 ] && return
  if [ "$EUID" -eq 0 ] && command -v apt-get >/dev/null; then
    host_install "${missing[@]}" && return
    die "could not install ${missing[*]}; install them, then run this again"
  fi
  local how="sudo apt-get install ${missing[*]}"
  command -v apt-get >/dev/null || how="your system's package manager"
  if host_is_new_enough; then
    say "or, to build without a private root: sudo apt-get install --no-install-recommends \\"
    packages build | xargs | fold -s -w 100 | sed 's/^/  /' >&2
  fi
  die "this needs ${missing[*]}: install by $how, then run this again"
}

need_namespaces() { # both ways in use a user namespace, so that nothing runs as root
  bwrap --unshare-user --uid 1000 --gid 1000 --ro-bind / / true 2>/dev/null ||
    die "bubblewrap may not make a user namespace here. In a container, start that with --privileged; on a" \
      "computer, see 'sysctl kernel.apparmor_restrict_unprivileged_userns kernel.unprivileged_userns_clone'"
}

set_up() { # LIST...: makes sure that the environment is there with these package lists
  local list
  [ -n "${HOME:-}${XDG_CACHE_HOME:-}" ] || die "HOME is not set: it says where the build environment is kept"
  mkdir -p "$cache" || die "cannot make the folder $cache: set XDG_CACHE_HOME to one that can be written"
  if host_is_new_enough; then
    local -a wanted
    mapfile -t wanted < <(packages "$@")
    if installed "${wanted[@]}" || { [ "$EUID" -eq 0 ] && host_install "${wanted[@]}"; }; then
      root=''
      state=$cache/native
      mkdir -p "$state"
      if [ "$EUID" -eq 0 ]; then
        command -v bwrap >/dev/null || host_install bubblewrap
        need_namespaces
      fi
      return
    fi
  fi
  root=$cache/root-$(packages build | sha256sum | cut -c1-12)
  state=$root.state
  for list in "$@"; do
    [ -e "$state/$list-$(packages "$list" | sha256sum | cut -c1-12)" ] && continue
    make_root "$list"
  done
  return 0
}
