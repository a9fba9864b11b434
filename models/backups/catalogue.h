// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What this computer knows of its backup files from having read them to their end: hash, rows, whether they were whole.
// One JSON file in the app's data folder, shared by both programs under a lock. Any thread. A file that has changed since
// (size or time) is no longer known. Losing the catalogue loses nothing but the knowledge.

#include "core/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QDateTime>
#include <QtCore/QString>

#include <optional>

namespace civicq::backups {

struct KnownBackup
{
    QByteArray sha256; // hex
    qint64 rows = 0;
    qint64 tables = 0;
    bool valid = false;
    QDateTime checked; // UTC
};

class BackupCatalogue
{
public:
    explicit BackupCatalogue(const QString &dataFolder);

    [[nodiscard]] std::optional<KnownBackup> find(const QString &backup) const;
    [[nodiscard]] core::Result<> record(const QString &backup, const KnownBackup &known);
    void forget(const QString &backup);

private:
    QString m_path;
};

} // namespace civicq::backups
