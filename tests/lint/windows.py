# SPDX-FileCopyrightText: 2026 CivicQ Admin developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Type-checks every source for Windows: MinGW's compiler, the same Qt headers, Q_OS_WIN.

What is not POSIX alone is checked with the flags of the real build (from compile_commands.json), and with Windows'
32-bit long. Ninja runs it: in parallel, and again only for what changed. Usage: windows.py SOURCE_DIR BUILD_DIR
"""

import json
import pathlib
import re
import shlex
import subprocess
import sys

import tree

COMPILER = "x86_64-w64-mingw32-g++-posix"
DEFINES = ["UNICODE", "_UNICODE", "NOMINMAX", "WIN32_LEAN_AND_MEAN"]
# Headers of libraries that lie in /usr/include itself, among those of the C library, which must not be seen.
LIBRARIES = ["CLI", "qt6keychain", "zlib.h", "zconf.h", "zstd.h", "zstd_errors.h", "zdict.h", "xxhash.h", "libdeflate.h",
             "rnp", "pg_query.h"]
KEPT_FLAG = re.compile(r"-(W(?!invalid-pch|error=|no-subobject)|D|std=)")


def commands(build):
    """Source path -> its words on the compiler's command line, from the real build."""
    known = {}
    with open(build / "compile_commands.json", encoding="utf-8") as file:
        for entry in json.load(file):
            words = shlex.split(entry["command"])
            for source in sources_of(pathlib.Path(entry["file"])):
                known[source] = words
    return known


def sources_of(file):
    """The file itself, or those that CMake has put into it to be compiled at once."""
    if not re.fullmatch(r"unity_\d+_cxx\.cxx", file.name):
        return [file]
    text = file.read_text(encoding="utf-8")
    return [pathlib.Path(name) for name in re.findall(r'^#include "(.+\.cpp)"$', text, re.MULTILINE)]


def flags(words):
    """Those words that matter here: definitions, warnings, include folders; and the precompiled header's source."""
    kept, header, position = [], None, 1
    while position < len(words):
        word, following = words[position], words[position + 1] if position + 1 < len(words) else ""
        if word == "-isystem":
            if not following.endswith("mkspecs/linux-g++") and following != "/usr/include":
                kept += [word, following]
            position += 1
        elif word == "-include":
            header = following
            position += 1
        elif word.startswith("-I") or KEPT_FLAG.match(word):
            kept.append(word)
        position += 1
    return kept, header


def link_libraries(folder):
    include = folder / "include"
    (include / "QtGui").mkdir(parents=True, exist_ok=True)
    for name in LIBRARIES:
        for place in ("/usr/include", "/usr/include/x86_64-linux-gnu"):
            found, link = pathlib.Path(place, name), include / name
            if found.exists() and not link.is_symlink():
                link.symlink_to(found)
    write(include / "QtGui" / "qwindowdefs_win.h", "#include <windows.h>\n")
    return include


def write(path, text):
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def words_for(source, known):
    """The real command of a source, or, for one that Linux does not build, of one beside it."""
    if source in known:
        return known[source]
    beside = [path for path in sorted(known) if path.parent == source.parent]
    return known[beside[0]] if beside else None


def ninja_file(root, build, folder):
    """The rules as text, and the sources that nothing says how to compile."""
    known, include = commands(build), link_libraries(folder)
    # What is used by Linux alone, or is a definition of Linux's Qt, goes by the compiler's own.
    shared = ["-Wshadow", "-isystem", str(include), *(f"-D{name}" for name in DEFINES)]
    rules = [f"rule check\n  command = {COMPILER} $flags -MMD -MF $out.d -MT $out -fsyntax-only $in && touch $out\n"
             "  depfile = $out.d\n  deps = gcc\n  description = $in\n"
             f"rule header\n  command = {COMPILER} $flags -x c++-header $in -o $out\n  description = $in\n"]
    headers, unknown = {}, []
    for path in tree.files(root, "app", "models", "widgets", "translations", suffixes=(".cpp",)):
        source = root / path
        if re.search(r"_(posix|unix|linux|mac|darwin)\.", path.name):
            continue
        words = words_for(source, known)
        if words is None:
            unknown.append(path)
            continue
        kept, header = flags(words)
        options, after = shlex.join(shared + kept), ""
        if header:
            if header not in headers:
                copy = folder / f"header{len(headers)}" / "all.h"
                inside = [line for line in pathlib.Path(header).read_text(encoding="utf-8").splitlines() if "#include" in line]
                write(copy, "\n".join(inside) + "\n")
                # Options that define something would have to be the same for all who use it; Qt's headers need these.
                own = shlex.join(shared + [word for word in kept if not word.startswith("-DCIVICQ")])
                rules.append(f"build {copy}.gch: header {copy}\n  flags = {own}\n")
                headers[header] = copy
            options += f" -include {headers[header]}"
            after = f" | {headers[header]}.gch"
        stamp = folder / "checked" / path.with_suffix(".ok")
        stamp.parent.mkdir(parents=True, exist_ok=True)
        rules.append(f"build {stamp}: check {source}{after}\n  flags = {options}\n")
    return "\n".join(rules), unknown


def main():
    root, build = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    folder = build / "windows-check"
    text, unknown = ninja_file(root, build, folder)
    write(folder / "build.ninja", text)
    done = subprocess.run(["ninja", "-C", str(folder), "-k", "0"], check=False, capture_output=True, text=True)
    for path in unknown:
        print(f"{path}: in no target of CMake, nor is anything beside it")
    if done.returncode:
        print("\n".join(line for line in done.stdout.splitlines() if not line.startswith(COMPILER)))
    print(done.stdout.splitlines()[-1] if done.stdout else done.stderr)
    sys.exit(1 if done.returncode or unknown else 0)


if __name__ == "__main__":
    main()
