# SPDX-FileCopyrightText: 2026 CivicQ Admin developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of the project, and how a lint check reports."""

import pathlib
import subprocess
import sys

SOURCES = (".cpp", ".h")


def files(root, *folders, suffixes=SOURCES):
    """Paths under the folders (all of the tree if none), relative to root: what git knows or would add."""
    listed = subprocess.run(
        ["git", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *folders],
        capture_output=True, check=False)
    if listed.returncode == 0:
        names = listed.stdout.decode().split("\0")
    else:  # an unpacked archive
        names = [str(path.relative_to(root)) for folder in folders or ["."] for path in pathlib.Path(root, folder).rglob("*")
                 if "build" not in path.relative_to(root).parts[:1]]
    paths = sorted({pathlib.Path(name) for name in names if name})
    return [path for path in paths if path.suffix in suffixes and pathlib.Path(root, path).is_file()]


def lines(root, path):
    return pathlib.Path(root, path).read_text(encoding="utf-8").splitlines()


def verdict(problems, what):
    """Prints each problem on a line and ends the program: 1 if there are any."""
    for problem in problems:
        print(problem)
    print(f"{len(problems)} to mend: {what}" if problems else f"nothing to mend: {what}")
    sys.exit(1 if problems else 0)
