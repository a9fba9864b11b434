# SPDX-FileCopyrightText: 2026 CivicQ Admin developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Spanish is complete, says what the sources say, English has its plural forms, and no text in a widget is out of the
translators' reach.

Usage: translations.py SOURCE_DIR LUPDATE
"""

import collections
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

import tree

FOLDERS = ("models", "widgets", "app/admin")
PLACE = re.compile(r"%L?\d|%n")
# A literal with a word in it, given straight to something that shows it.
SHOWN = re.compile(
    r"(?:set(?:Text|ToolTip|WindowTitle|Title|SubTitle|PlaceholderText|AccessibleName|AccessibleDescription|StatusTip|WhatsThis|"
    r"ButtonText|LabelText|InformativeText|DetailedText|Suffix|Prefix|HeaderLabels?|Sentence)|add(?:Action|Tab|Row|Menu|Item|Button)|"
    r"new Q(?:Label|PushButton|CheckBox|RadioButton|GroupBox|Action|Menu|ToolButton|CommandLinkButton))\(\s*"
    r'(?:u"|QStringLiteral\("|QLatin1StringView\("|QString::fromUtf8\("|")([^"]*)"')
WORD = re.compile(r"[A-Za-z]{2,}")


def messages(file):
    """(context, source, translations, finished) of each message in a .ts file."""
    for context in xml.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            yield context.findtext("name"), message.findtext("source"), forms, translation.get("type") is None


def updated(root, lupdate, file, folder, *flags):
    """A copy of the .ts file, brought up to date with the sources."""
    copy = pathlib.Path(folder, file.name)
    shutil.copy(file, copy)
    listed = pathlib.Path(folder, "sources")
    listed.write_text("\n".join(str(pathlib.Path(root, path).resolve()) for path in tree.files(root, *FOLDERS)), encoding="utf-8")
    folders = [word for name in FOLDERS for word in ("-I", str(pathlib.Path(root, name.split("/")[0]).resolve()))]
    # With the include folders lupdate finds the classes, and so their full names, which tr() looks for.
    subprocess.run([lupdate, *folders, "-silent", "-no-obsolete", "-locations", "none", *flags, f"@{listed}", "-ts", str(copy)],
                   check=True, stdout=subprocess.DEVNULL)
    return copy


def untranslated(root, lupdate):
    file = pathlib.Path(root, "translations", "civicq_es.ts")
    with tempfile.TemporaryDirectory() as folder:
        for context, source, forms, finished in messages(updated(root, lupdate, file, folder)):
            where = f"translations/{file.name}: {context}: “{source}”"
            if not context:
                yield f"{where}: lupdate found no context, so Qt will not find the translation; call tr() of a class by its own name"
            if not finished or not all(forms):
                yield f"{where}: not translated"
                continue
            wanted = collections.Counter(PLACE.findall(source))
            for form in forms:
                missing = wanted.keys() ^ set(PLACE.findall(form))
                # A plural form may say its number in words.
                if missing - ({"%n"} if len(forms) > 1 else set()):
                    yield f"{where}: not the same places ({', '.join(sorted(missing))}) in “{form}”"


def without_plural(root, lupdate):
    """English texts with a number in them that would be shown as “1 table(s)”."""
    file = pathlib.Path(root, "translations", "civicq_en.ts")
    with tempfile.TemporaryDirectory() as folder:
        for context, source, forms, finished in messages(updated(root, lupdate, file, folder, "-pluralonly")):
            if not finished or len(forms) < 2 or not all(forms):
                yield f"translations/{file.name}: {context}: “{source}”: its plural forms are not written"


def out_of_reach(root):
    for path in tree.files(root, "widgets", "app/admin"):
        for number, line in enumerate(tree.lines(root, path), 1):
            for text in SHOWN.findall(line):
                if WORD.search(re.sub(r"%L?\d|&\w+;|<[^>]*>", "", text)):
                    yield f"{path}:{number}: shown, but not translated by tr(): “{text}”"


if __name__ == "__main__":
    tree.verdict([*untranslated(*sys.argv[1:3]), *without_plural(*sys.argv[1:3]), *out_of_reach(sys.argv[1])], "translations")
