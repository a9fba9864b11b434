# SPDX-FileCopyrightText: 2026 CivicQ Admin developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What must not be written where: SQL or waiting in widgets, POSIX outside its files, work left for later."""

import re
import sys

import tree

SQL = re.compile(r'"[^"]*\b(SELECT\s[^"]*\bFROM\b|SELECT\s+\w+\(|INSERT\s+INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM|'
                 r'TRUNCATE\s+TABLE|(CREATE|ALTER|DROP)\s+(TABLE|INDEX|DATABASE|ROLE|USER|SCHEMA|EXTENSION|TYPE|VIEW)\b|'
                 r'VACUUM\s+[(\w]|REINDEX\s+[(\w]|COPY\s+\S+\s+(TO|FROM)\b)')
WAITING = re.compile(r"processEvents|waitForFinished|QThread::m?u?sleep|sleep_for|sleep_until|QEventLoop|\.waitFor[A-Z]|->waitFor[A-Z]|"
                     r"\.exec\(\)|->exec\(\)")
POSIX = re.compile(r"#\s*include\s*<(unistd|sys/|pwd|grp|signal|dirent|fcntl|termios|poll|netdb|arpa/|netinet/|pthread)")
WINDOWS = re.compile(r"#\s*include\s*<(windows|winsock|ws2|io|direct|process|shlobj|aclapi)\w*\.h>", re.IGNORECASE)
LATER = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|(//|#).*\bfor now\b|[Nn]ot (yet )?implemented")
UNTESTED = re.compile(r"QSKIP|QEXPECT_FAIL|DISABLED_|QVERIFY\(true\)")
EXCEPTION = re.compile(r"app\.exec\(\)|QApplication::exec\(\)")

POSIX_FILE = re.compile(r"_(posix|unix|linux|mac|darwin)\.")
WINDOWS_FILE = re.compile(r"_windows\.")


def rules(path):
    """The (pattern, reason) pairs that hold for this file."""
    top, name = path.parts[0], path.name
    if top == "widgets" or path.parts[:2] == ("app", "admin"):
        yield SQL, "SQL belongs in models/"
        yield WAITING, "the GUI thread waits for nothing; use core::TaskRunner"
    if not POSIX_FILE.search(name) and top != "tests":  # a test may look at what only one system has, between #ifs
        yield POSIX, "POSIX belongs in a file named *_posix, with a *_windows twin"
    if not WINDOWS_FILE.search(name):
        yield WINDOWS, "Windows' own headers belong in a file named *_windows"
    yield LATER, "left for later"
    if top == "tests":
        yield UNTESTED, "a test that does not test"


def problems(root):
    for path in tree.files(root, "app", "models", "widgets", "tests", suffixes=(*tree.SOURCES, ".py", ".sh", ".txt")):
        # The checks have in them what they look for.
        wanted = [] if path.parts[:2] == ("tests", "lint") else list(rules(path))
        for number, line in enumerate(tree.lines(root, path), 1):
            for pattern, reason in wanted:
                if pattern.search(line) and not EXCEPTION.search(line):
                    yield f"{path}:{number}: {reason}: {line.strip()}"


if __name__ == "__main__":
    tree.verdict(list(problems(sys.argv[1])), "what is written where")
