# shellcheck shell=bash disable=SC2154
# SPDX-FileCopyrightText: 2026 CivicQ Admin developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs a command in the build environment: never as root (PostgreSQL refuses that), with the project, the current
# folder, the home folder and /tmp at their own places, the network and the processes of the host.

preset=${CIVICQ_PRESET:-dev}

variables=() # NAME=VALUE to set, or NAME to unset, in the environment of the command
choose_variables() { # HOME
  local name
  variables=(
    "HOME=$1" "SHELL=/bin/bash" "LANG=C.UTF-8" "TMPDIR=/tmp" "CIVICQ_TEST_SERVERS=$servers"
    "PATH=$top/build/$preset/bin:/usr/lib/ccache:$(postgresql_bin):/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"
    "CCACHE_DIR=$cache/ccache" "CCACHE_BASEDIR=$top" "CCACHE_NOHASHDIR=1" "CCACHE_PCH_EXTSUM=1" "CCACHE_MAXSIZE=5G"
    "CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime"
  )
  # What belongs to the host's libraries and compilers means nothing to those in here.
  for name in $(compgen -e); do
    case $name in
    LC_* | LD_* | BASH_ENV | ENV | CDPATH | PYTHONHOME | PYTHONPATH | PERL5LIB | QT_PLUGIN_PATH | \
      QT_QPA_PLATFORM_PLUGIN_PATH | QTDIR | QML*_PATH | CC | CXX | CFLAGS | CXXFLAGS | CPPFLAGS | LDFLAGS | \
      LIBRARY_PATH | CPATH | C_INCLUDE_PATH | CPLUS_INCLUDE_PATH | \
      CMAKE_PREFIX_PATH | PKG_CONFIG_* | XDG_DATA_DIRS | XDG_CONFIG_DIRS | OLDPWD)
      variables+=("$name")
      ;;
    esac
  done
  if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
    variables+=("QT_QPA_PLATFORM=offscreen")
  fi
  if [ -z "${XDG_RUNTIME_DIR:-}" ] || ! [ -w "$XDG_RUNTIME_DIR" ]; then
    mkdir -p "$cache/run"
    chmod 700 "$cache/run"
    variables+=("XDG_RUNTIME_DIR=$cache/run")
  fi
  if [ -z "${TZ:-}" ] && [ -L /etc/localtime ]; then
    variables+=("TZ=$(readlink -f /etc/localtime | sed -n 's|.*/zoneinfo/||p')")
  fi
}

postgresql_bin() {
  find "$root/usr/lib/postgresql" -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1 | sed "s|^$root||"
}

# The folders of the host that the command sees and may write to, outer ones first.
folders_to_share() { # HOME
  local folder
  for folder in "$1" /tmp "$top" "$PWD" "$cache/ccache" "$cache/run" "$cache/home" "$servers" "${XDG_RUNTIME_DIR:-}" \
    "${XDG_DATA_HOME:-}" "${XDG_CONFIG_HOME:-}" "${XDG_CACHE_HOME:-}" "${XDG_STATE_HOME:-}" \
    "$(git -C "$top" rev-parse --path-format=absolute --git-common-dir 2>/dev/null)"; do
    [ -d "$folder" ] || continue
    folder=$(cd "$folder" && pwd -P)
    case $folder/ in
    / | /bin/* | /boot/* | /dev/* | /etc/* | /lib/* | /lib64/* | /proc/* | /sbin/* | /sys/* | /usr/* | /var/ | /var/lib/) ;;
    *) printf '%s\0' "$folder" ;;
    esac
  done | sort -zu
}

system_folders() { # the root's own files, read only, with free places between them to mount on
  local entry name
  for entry in "$root"/* "$root"/var/* "$root"/var/lib/*; do
    name=${entry#"$root"}
    case $name in
    /dev | /proc | /sys | /tmp | /run | /home | /root | /mnt | /media | /boot | /opt | /srv | /var | /var/lib | /var/tmp | /var/run | /var/lock | /lost+found) ;;
    *)
      if [ -L "$entry" ]; then
        printf '%s\0' --symlink "$(readlink "$entry")" "$name"
      elif [ -d "$entry" ] && [ -x "$entry" ]; then
        printf '%s\0' --ro-bind "$entry" "$name"
      fi
      ;;
    esac
  done
}

users() { # FILE LINE: the root's passwd or group, with whoever runs this as CivicQ's developer
  awk -F: -v id="$user_id" '$3 != id' "$root$1" 2>/dev/null
  echo "$2"
}

inside_command() { # fills the array inside with the words before the command
  local folder variable
  home=${HOME:-}
  user_id=$EUID
  [ "$user_id" -ne 0 ] || user_id=1000
  { [ -n "$home" ] && [ "$home" != / ] && [ -w "$home" ] && [ -O "$home" ]; } || home=$cache/home
  mkdir -p "$cache/ccache" "$cache/home"
  choose_variables "$home"
  if [ -z "$root" ] && [ "$EUID" -ne 0 ]; then
    inside=(env)
    for variable in "${variables[@]}"; do
      case $variable in *=*) ;; *) inside+=(-u "$variable") ;; esac
    done
    for variable in "${variables[@]}"; do
      case $variable in *=*) inside+=("$variable") ;; esac
    done
    return
  fi
  inside=(bwrap --unshare-user --uid "$user_id" --gid "$user_id" --die-with-parent)
  mapfile -d '' -t -O "${#inside[@]}" inside < <(system_folders)
  inside+=(--dev /dev --bind /proc /proc --ro-bind /sys /sys --dir /run --dir /var/tmp
    --ro-bind-try /run/systemd/resolve /run/systemd/resolve)
  for folder in /etc/hosts /etc/resolv.conf; do
    [ ! -e "$folder" ] || [ -z "$root" ] || inside+=(--ro-bind "$(readlink -f "$folder")" "$folder")
  done
  # Descriptors 3 and 4 are opened where the command is started.
  inside+=(--ro-bind-data 3 /etc/passwd --ro-bind-data 4 /etc/group)
  while IFS= read -r -d '' folder; do
    inside+=(--bind "$folder" "$folder")
  done < <(folders_to_share "$home")
  if [ -f "${XAUTHORITY:-}" ]; then
    inside+=(--ro-bind "$XAUTHORITY" "$XAUTHORITY")
  fi
  for variable in "${variables[@]}"; do
    case $variable in
    *=*) inside+=(--setenv "${variable%%=*}" "${variable#*=}") ;;
    *) inside+=(--unsetenv "$variable") ;;
    esac
  done
  inside+=(--chdir "$(pwd -P)" -- env '--default-signal=INT,TERM,HUP')
}

# Runs the command and returns its status. bwrap stays between, and would die of a signal before the command has
# cleaned up; so it ignores them, and they are passed on here.
enter() { # CMD...
  local -a inside
  local user_id home child status=0 last_signal=-1
  inside_command
  if [ "${inside[0]}" = env ]; then
    "${inside[@]}" "$@"
    return
  fi
  # A terminal sends its signals to the whole foreground group, the command among it; elsewhere the command gets a
  # group of its own, and only what is passed on.
  local terminal=no
  [ ! -t 0 ] || terminal=yes
  [ $terminal = yes ] || set -m
  (
    trap '' INT TERM HUP
    exec "${inside[@]}" "$@"
  ) <&0 3< <(users /etc/passwd "civicq:x:$user_id:$user_id:CivicQ developer:$home:/bin/bash") \
    4< <(users /etc/group "civicq:x:$user_id:") &
  child=$!
  set +m
  # shellcheck disable=SC2317 # called by the traps
  pass_on() { # SIGNAL; a second one within a second is the same one, sent to a group and to us
    [ "$last_signal" != "$SECONDS" ] || return 0
    last_signal=$SECONDS
    local inner
    read -r inner _ <"/proc/$child/task/$child/children" 2>/dev/null || [ -n "${inner:-}" ] || return 0
    kill "-$1" "$inner" 2>/dev/null || true
  }
  if [ $terminal = yes ]; then trap : INT; else trap 'pass_on INT' INT; fi
  trap 'pass_on TERM' TERM
  trap 'pass_on HUP' HUP
  while true; do
    status=0
    wait "$child" || status=$?
    kill -0 "$child" 2>/dev/null || break
  done
  trap - INT TERM HUP
  return "$status"
}
