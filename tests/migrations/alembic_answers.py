# SPDX-FileCopyrightText: 2026 CivicQ Admin developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What Alembic itself says of a number of histories: the yardstick of alembicgraphtest.

Reads from standard input [{"folder": ..., "queries": [{"direction", "current", "target"}]}] and writes
for each history its heads and order, and for each query the revisions run and the version table after.
"""

import json
import sys
import warnings

from alembic.runtime.migration import HeadMaintainer
from alembic.script import ScriptDirectory
from alembic.util import CommandError

warnings.simplefilter("ignore")


class VersionTable(HeadMaintainer):
    """Alembic's bookkeeping of the version table without a database."""

    def __init__(self, heads):
        super().__init__(None, heads)

    def _insert_version(self, version):
        self.heads.add(version)

    def _delete_version(self, version):
        self.heads.remove(version)

    def _update_version(self, from_, to_):
        self.heads.remove(from_)
        self.heads.add(to_)


def answer(script, query):
    current = tuple(query["current"])
    try:
        if query["direction"] == "names":
            found = script.get_revisions(query["target"])
            if None in found:  # how it says that a walk led past the end
                return {"error": "walked too far"}
            return {"ran": sorted(r.revision for r in found if r != "base")}
        move = script._upgrade_revs if query["direction"] == "up" else script._downgrade_revs
        steps = move(query["target"], current)
        table = VersionTable(current)
        for step in steps:
            table.update_to_step(step)
        return {"ran": [step.revision.revision for step in steps], "versions": sorted(table.heads)}
    except (CommandError, AssertionError, AttributeError, TypeError, ValueError, KeyError) as error:
        return {"error": type(error).__name__ + ": " + str(error)}


def main():
    answers = []
    for history in json.load(sys.stdin):
        script = ScriptDirectory(history["folder"], version_locations=[history["folder"]])
        answers.append(
            {
                "heads": list(script.get_heads()),
                "history": [r.revision for r in script.walk_revisions()],
                "labels": {r.revision: sorted(r.branch_labels) for r in script.walk_revisions()},
                "queries": [answer(script, query) for query in history["queries"]],
            }
        )
    json.dump(answers, sys.stdout)


main()
