// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The first line of every backup this program makes: an SQL comment that psql passes over, with what the file holds as
// JSON. By it a file is known as ours, wherever it has been moved to. Plain value, any thread; never holds a secret.

#include "core/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QDateTime>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

namespace civicq::backups {

enum class Part { Everything, SchemaOnly, DataOnly };

// What CREATE DATABASE needs to make a database that sorts and compares alike.
struct DatabaseLocale
{
    QString encoding; // UTF8
    QString provider; // c (libc), i (ICU), b (built in); as pg_database has it
    QString collate;
    QString ctype;
    QString locale; // of ICU or the built-in provider
    bool operator==(const DatabaseLocale &) const = default;
};

struct BackupHeader
{
    QString database;
    Part part = Part::Everything;
    QStringList tables; // the chosen ones, "schema.name"; empty: all
    QDateTime made;     // UTC
    QString serverVersion;
    QString toolVersion;
    DatabaseLocale locale;
    QString system; // the server's system identifier: two servers may each have a database of the same name

    // Holds all a database needs: what cleanup counts and a restore can begin with.
    [[nodiscard]] bool isFull() const { return part == Part::Everything && tables.isEmpty(); }

    [[nodiscard]] QByteArray toLine() const; // with its newline
    [[nodiscard]] static std::optional<BackupHeader> fromLine(const QByteArray &line);
    // Reading no more than a plain or gzip file's beginning, or an archive's end; none when it is not ours.
    [[nodiscard]] static std::optional<BackupHeader> ofFile(const QString &path);
};

[[nodiscard]] QString partName(Part part); // "everything", "schema", "data"
[[nodiscard]] Part partOf(const QString &name);

} // namespace civicq::backups
