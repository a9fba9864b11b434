# SPDX-FileCopyrightText: 2026 CivicQ Admin developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every include goes down: app, widgets, capabilities, services, core. See ARCHITECTURE.md."""

import pathlib
import re
import sys

import tree

# Beside each other on one floor, over core: PostgreSQL, SQLite, the archive format, OpenPGP, the system's scheduler.
SERVICES = ("postgres", "store", "archive", "openpgp", "scheduler")
CAPABILITIES = ("connections", "sandbox", "migrations", "seeds", "monitoring", "analysis", "maintenance", "backups",
                "security")
INCLUDE = re.compile(r'^\s*#\s*include\s+["<]([^">]+)[">]')
GRAPHICAL = re.compile(r"Qt(Gui|Widgets|Charts|Svg|SvgWidgets|PrintSupport|OpenGL\w*)/|KF6?|KColorScheme|KMessage")


def allowed(floor, folder):
    """The (floor, folder) pairs that files of this folder may include; None as a folder means any."""
    here = {(floor, folder)}
    if floor == "models":
        if folder == "core":
            return here
        below = here | {("models", "core")}
        if folder in SERVICES:
            return below
        below |= {("models", service) for service in SERVICES}
        return below | {("models", "sandbox")} if folder == "backups" else below
    models = {("models", None), ("translations", None)}
    if floor == "widgets":
        common = {("widgets", "phrases")} | ({("widgets", "common")} if folder != "phrases" else set())
        return here | models | common
    if folder == "settings":  # what both programs read and write
        return here | models
    settings = here | models | {("app", "settings")}
    # A terminal has no widgets, but the same sentences.
    return settings | {("widgets", "phrases" if folder == "cli" else None)}


def home(root, include):
    """The (floor, folder) pairs that hold a file included as FOLDER/FILE."""
    parts = pathlib.PurePosixPath(include).parts
    if len(parts) < 2:
        return []
    if parts[0] == "translations" and pathlib.Path(root, include).is_file():
        return [("translations", "translations")]
    return [(floor, parts[0]) for floor in ("models", "widgets", "app") if pathlib.Path(root, floor, include).is_file()]


def problems(root):
    for path in tree.files(root, "app", "models", "widgets"):
        if len(path.parts) < 3:
            continue
        floor, folder = path.parts[:2]
        may = allowed(floor, folder)
        if floor == "models" and folder not in ("core", *SERVICES, *CAPABILITIES):
            yield f"{path}:1: models/{folder} is no capability that tests/lint/layers.py knows"
        for number, line in enumerate(tree.lines(root, path), 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            include = match.group(1)
            if floor == "models" and GRAPHICAL.match(include):
                yield f"{path}:{number}: {include}: models are used without a screen"
            homes = home(root, include)
            if len(homes) > 1:
                yield f"{path}:{number}: {include} is a file of two floors; give one of them another name"
            for place in homes:
                if place not in may and (place[0], None) not in may:
                    yield f"{path}:{number}: {floor}/{folder} may not include {place[0]}/{include}"


if __name__ == "__main__":
    tree.verdict(list(problems(sys.argv[1])), "includes go down")
