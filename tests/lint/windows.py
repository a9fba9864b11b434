# SPDX-FileCopyrightText: 2026 CivicQ Admin developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Type-checks every source for Windows: MinGW's compiler, the same Qt headers, Q_OS_WIN.

What is not POSIX alone is checked with the flags of the real build (from compile_commands.json), by the handful as the
build compiles it, and with Windows' 32-bit long. Ninja runs it: in parallel, and again only for what changed.
Usage: windows.py SOURCE_DIR BUILD_DIR
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
KEPT_FLAG = re.compile(r"-(W(?!invalid-pch|error=)|D|std=)")


def commands(build):
    """Source path -> the unit it is compiled in, and its words on the compiler's command line, from the real build."""
    known = {}
    with open(build / "compile_commands.json", encoding="utf-8") as file:
        for entry in json.load(file):
            unit, words = pathlib.Path(entry["file"]), shlex.split(entry["command"])
            for source in sources_of(unit):
                known[source] = unit, words
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
            if following != "/usr/include":
                kept += [word, following.replace("mkspecs/linux-g++", "mkspecs/win32-g++")]
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
    for header in pathlib.Path("/usr/include").glob("**/openssl/*.h"):
        link = include / "openssl" / header.name
        link.parent.mkdir(exist_ok=True)
        if not link.is_symlink():
            link.symlink_to(header)
    write(include / "QtGui" / "qwindowdefs_win.h", "#include <windows.h>\n")
    return include


def write(path, text):
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def units(root, known):
    """What is compiled at once: unit -> its words and its sources; and the sources that nothing says how to compile."""
    found, unknown = {}, []
    ours = tree.files(root, "app", "models", "widgets", "translations", suffixes=(".cpp",))
    place = {source: index for index, source in enumerate(known)}  # in a unit they stand as the build has them
    for path in sorted(ours, key=lambda path: place.get(root / path, -1)):
        source = root / path
        if re.search(r"_(posix|unix|linux|mac|darwin)\.", path.name):
            continue
        # One that Linux does not build goes by one beside it.
        beside = [known[other][1] for other in sorted(known) if other.parent == source.parent][:1]
        unit, words = known.get(source, (source, beside[0] if beside else None))
        if words is None:
            unknown.append(path)
            continue
        found.setdefault(unit, (words, []))[1].append(source)
    return found, unknown


class Rules:
    """The text of the ninja file."""

    def __init__(self, folder):
        self.folder, self.headers = folder, {}
        # What is used by Linux alone, or is a definition of Linux's Qt, goes by the compiler's own.
        self.shared = ["-isystem", str(link_libraries(folder)), *(f"-D{name}" for name in DEFINES)]
        self.lines = [
            f"rule check\n  command = {COMPILER} $flags -MMD -MF $out.d -MT $out -fsyntax-only $in && touch $out\n"
            "  depfile = $out.d\n  deps = gcc\n  description = $what\n"
            f"rule header\n  command = {COMPILER} $flags -x c++-header $in -o $out\n  description = $in\n"]

    def precompiled(self, header, kept):
        if header not in self.headers:
            copy = self.folder / f"header{len(self.headers)}" / "all.h"
            lines = pathlib.Path(header).read_text(encoding="utf-8").splitlines()
            write(copy, "\n".join(line for line in lines if "#include" in line) + "\n")
            # Options that define something would have to be the same for all who use it; Qt's headers need these.
            own = shlex.join(self.shared + [word for word in kept if not word.startswith("-DCIVICQ")])
            self.lines.append(f"build {copy}.gch: header {copy}\n  flags = {own}\n")
            self.headers[header] = copy
        return self.headers[header]

    def add(self, name, words, sources):
        kept, header = flags(words)
        options, after, checked = shlex.join(self.shared + kept), "", sources[0]
        if header:
            copy = self.precompiled(header, kept)
            options, after = f"{options} -include {copy}", f" | {copy}.gch"
        if len(sources) > 1:
            checked = self.folder / "units" / f"{name}.cpp"
            write(checked, "".join(f'#include "{source}"\n' for source in sources))
        stamp = self.folder / "checked" / f"{name}.ok"
        stamp.parent.mkdir(parents=True, exist_ok=True)
        what = f"{sources[0]} and {len(sources) - 1} more" if len(sources) > 1 else sources[0]
        self.lines.append(f"build {stamp}: check {checked}{after}\n  flags = {options}\n  what = {what}\n")


def ninja_file(root, build, folder):
    """The rules as text, and the sources that nothing says how to compile."""
    found, unknown = units(root, commands(build))
    rules = Rules(folder)
    for unit, (words, sources) in found.items():
        place = build if unit.is_relative_to(build) else root
        rules.add(str(unit.relative_to(place)).replace("/", "-"), words, sources)
    return "\n".join(rules.lines), unknown


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
