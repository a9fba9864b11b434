# SPDX-FileCopyrightText: 2026 CivicQ Admin developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each check is red when what it watches for is there: every line below is written into a small project, and must be
the one problem that its check finds."""

import pathlib
import sys
import tempfile

import format as style
import layers
import lengths
import translations
import words

WRONG = [  # check, file, text
    (lengths.problems, "models/core/long.cpp", "\n" * 501),
    (lengths.problems, "models/core/long.h", "\n" * 201),
    (layers.problems, "models/core/up.cpp", '#include "postgres/connection.h"\n'),
    (layers.problems, "models/seeds/across.cpp", '#include "sandbox/sandbox.h"\n'),
    (layers.problems, "models/seeds/screen.cpp", "#include <QtWidgets/QLabel>\n"),
    (layers.problems, "models/postgres/beside.cpp", '#include "store/store.h"\n'),
    (layers.problems, "widgets/seeds/page.cpp", '#include "shell/window.h"\n'),
    (layers.problems, "app/cli/screen.cpp", '#include "shell/window.h"\n'),
    (layers.problems, "models/unheardof/file.cpp", "\n"),
    (words.problems, "widgets/seeds/sql.cpp", 'run(u"SELECT id FROM users"_s);\n'),
    (words.problems, "widgets/seeds/wait.cpp", "future.waitForFinished();\n"),
    (words.problems, "app/admin/wait.cpp", "QEventLoop loop;\n"),
    (words.problems, "models/core/file.cpp", "#include <unistd.h>\n"),
    (words.problems, "models/core/handle.cpp", "#include <windows.h>\n"),
    (words.problems, "models/core/later.cpp", "// " + "TO" + "DO: the rest\n"),
    (words.problems, "tests/core/test.cpp", "QSKIP(\"no server\");\n"),
    (translations.out_of_reach, "widgets/seeds/text.cpp", 'label->setText(u"Back up now"_s);\n'),
    (style.problems, "models/core/style.cpp", "int   x;\n"),
]
RIGHT = {
    "models/core/platform_posix.cpp": "#include <unistd.h>\n",
    "models/core/platform_windows.cpp": "#include <windows.h>\n",
    "models/backups/check.cpp": '#include "postgres/connection.h"\n#include "sandbox/sandbox.h"\n',
    "models/postgres/connection.h": "#pragma once\n",
    "models/store/store.h": "#pragma once\n",
    "models/sandbox/sandbox.h": '#pragma once\n#include "core/task.h"\n',
    "models/core/task.h": "#pragma once\n",
    "widgets/shell/window.h": '#pragma once\n#include "core/task.h"\n',
    "app/admin/main.cpp": '#include "shell/window.h"\n',
    "widgets/seeds/text_right.cpp": 'void f()\n{\n    label->setText(tr("Back up now"));\n}\n',
}


def write(root, name, text):
    path = pathlib.Path(root, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main():
    failures = []
    with tempfile.TemporaryDirectory() as root:
        write(root, ".clang-format", pathlib.Path(__file__).parents[2].joinpath(".clang-format").read_text(encoding="utf-8"))
        for name, text in RIGHT.items():
            write(root, name, text)
        for check in {check for check, _, _ in WRONG}:
            failures += [f"found in what is right: {problem}" for problem in check(root)]
        for check, name, text in WRONG:
            write(root, name, text)
            if not any(problem.startswith(name) for problem in check(root)):
                failures.append(f"{check.__module__} did not find what is wrong in {name}")
            pathlib.Path(root, name).unlink()
    print("\n".join(failures) or f"{len(WRONG)} wrong files found, {len(RIGHT)} right ones passed")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
