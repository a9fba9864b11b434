#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 CivicQ Admin developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sources are as clang-format writes them. With --fix: makes them so."""

import concurrent.futures
import os
import pathlib
import subprocess
import sys

import tree


def problem(root, path, fix):
    source = pathlib.Path(root, path)
    written = source.read_bytes()
    wanted = subprocess.run(["clang-format", "--style=file", str(source)], capture_output=True, check=True).stdout
    if wanted == written:
        return None
    if fix:
        source.write_bytes(wanted)
        return None
    pairs = zip(written.splitlines(), wanted.splitlines())
    number = next((n for n, (a, b) in enumerate(pairs, 1) if a != b), len(written.splitlines()))
    return f"{path}:{number}: not as clang-format writes it; tests/lint/format.py --fix mends it"


def problems(root, fix=False):
    paths = tree.files(root, "app", "models", "widgets", "tests", "translations")
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return [found for found in pool.map(lambda path: problem(root, path, fix), paths) if found]


if __name__ == "__main__":
    arguments = [argument for argument in sys.argv[1:] if argument != "--fix"]
    here = str(pathlib.Path(__file__).resolve().parents[2])
    tree.verdict(problems(arguments[0] if arguments else here, "--fix" in sys.argv), "format of sources")
