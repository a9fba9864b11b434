# SPDX-FileCopyrightText: 2026 CivicQ Admin developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""No source file over 500 lines, no header over 200."""

import sys

import tree

LIMITS = {".cpp": 500, ".h": 200, ".py": 300, ".sh": 300, ".cmake": 300}


def problems(root):
    for path in tree.files(root, "app", "models", "widgets", "tests", "translations", "packaging", suffixes=LIMITS):
        count = len(tree.lines(root, path))
        if count > LIMITS[path.suffix]:
            yield f"{path}:{count}: longer than {LIMITS[path.suffix]} lines; divide it by what its parts are about"


if __name__ == "__main__":
    tree.verdict(list(problems(sys.argv[1])), "lengths of files")
