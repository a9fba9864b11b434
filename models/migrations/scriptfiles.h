// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads the files of a history, thousands as quickly as the machine's cores allow. Any thread; blocks it until all are
// read, and takes worker threads of the global pool beside it. What cannot be read is a Problem, never an error.

#include "migrations/scriptparser.h"

class QDir;

namespace civicq::migrations {

// Runs on several threads at once.
using ScriptParser = ParsedScript (*)(const QByteArray &bytes, const QString &file);

struct ScriptFiles
{
    QList<Revision> revisions; // in the order of the files
    QList<Problem> problems;   // in the order of the files
};

[[nodiscard]] ScriptFiles readScripts(const QStringList &files, ScriptParser parse);

// The names in a folder, in the order of their characters, as Python sorts them: the same on every computer, which an
// order by locale is not.
[[nodiscard]] QStringList fileNames(const QDir &folder, QStringView suffix, Qt::CaseSensitivity sensitivity);
[[nodiscard]] QStringList folderNames(const QDir &folder);

[[nodiscard]] Problem unreadableFile(const QString &file, const QString &why, const QString &mend);

} // namespace civicq::migrations
