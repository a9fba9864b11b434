// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One revision of a migration history as its file tells it, before anyone has asked whether the
// history hangs together. A plain value: copied freely, used on any thread, cannot fail.
// Lines count from 1; 0 says the file does not have that entry.

#include <QtCore/QByteArray>
#include <QtCore/QDateTime>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

namespace civicq::migrations {

struct SqlPart
{
    QByteArray text; // UTF-8, as in the file
    int firstLine = 0;
};

struct Revision
{
    QString id;
    QStringList parents; // empty: a base
    QStringList labels;
    QStringList dependsOn; // identifiers or labels
    QString message;
    QDateTime date;

    QString file;
    int idLine = 0;
    int parentsLine = 0;
    int labelsLine = 0;
    int dependsOnLine = 0;

    bool transactional = true;
    SqlPart up;
    std::optional<SqlPart> down; // none: this revision cannot be downgraded
    QByteArray python;           // the whole file, where it is one of Alembic's
    QByteArray fileHash;         // SHA-256 of the file's bytes, hexadecimal, where the bytes are not kept

    // Of the file's bytes, SHA-256, hexadecimal. Alembic's are hashed when asked: few are, of thousands that are read.
    [[nodiscard]] QByteArray checksum() const;
};

} // namespace civicq::migrations
