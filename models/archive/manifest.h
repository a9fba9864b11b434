// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What manifest.json says, as FORMAT.md describes it: which database and when, its tables with rows and hash, and every
// member with its SHA-256. Plain values, any thread. manifestjson.h reads and writes it. Sizes are in bytes.

#include "archive/rowhash.h"
#include "core/result.h"

#include <QtCore/QDateTime>
#include <QtCore/QList>
#include <QtCore/QStringList>

#include <optional>

namespace civicq::archive {

enum class RowEncoding { Binary, Text };
enum class ArchivePart { Everything, Schema, Data };

struct ManifestMember
{
    QString name;
    qint64 bytes = 0;
    QByteArray sha256; // 32 bytes
    // Of a chunk of rows alone:
    std::optional<qint64> rawBytes; // before compression
    std::optional<qint64> rows;
    bool operator==(const ManifestMember &) const = default;
};

struct ManifestTable
{
    int number = 0; // from 1; its members are data/NUMBER/...
    QString schema;
    QString name;
    QStringList columns;
    RowEncoding encoding = RowEncoding::Text;
    qint64 rows = 0;
    qint64 bytes = 0; // of the rows as COPY sent them
    RowHash hash;
    // Of an extension's configuration table: which rows are the user's, as "WHERE id > 1000"; empty: all.
    std::optional<QString> condition;
    QStringList members;
    bool operator==(const ManifestTable &) const = default;
};

struct ManifestDatabase
{
    QString name;
    QString encoding; // as PostgreSQL names it: UTF8
    QString provider; // c, i or b, as pg_database has it
    QString collate;
    QString ctype;
    QString locale;
    qint64 bytes = 0;    // on the server
    QString environment; // production, ...; empty: not marked
    QStringList migrationRevisions;
    QString system; // the server's system identifier; empty: not known
    bool operator==(const ManifestDatabase &) const = default;
};

struct Manifest
{
    QDateTime created; // UTC, whole seconds
    QString application;
    ManifestDatabase database;
    QString serverVersion;
    int serverVersionNumber = 0;
    QString pgDumpVersion;
    int pgDumpVersionNumber = 0; // 170002
    [[nodiscard]] int pgDumpMajor() const { return pgDumpVersionNumber / 10000; }
    QString snapshot;
    ArchivePart part = ArchivePart::Everything;
    QStringList chosenTables; // "schema.name"; empty: all
    QString compression;      // "zstd:1"
    int jobs = 1;
    QList<ManifestTable> tables;
    qint64 largeObjectCount = 0;
    std::optional<RowHash> largeObjectHash; // not of archives made before there was one
    QStringList largeObjectMembers;
    qint64 sequences = 0;
    QList<ManifestMember> members; // every one before manifest.json, in the file's order
    bool operator==(const Manifest &) const = default;

    [[nodiscard]] const ManifestMember *member(const QString &name) const;
    [[nodiscard]] const ManifestTable *table(const QString &schema, const QString &name) const;
    [[nodiscard]] qint64 rows() const;

    // That it agrees with itself: names that are allowed and stand once, each chunk belonging to one table and bearing its
    // number and encoding, rows that add up. Corrupt says what does not.
    [[nodiscard]] core::Result<> check() const;
};

// "data/3/0001.binary.zst" of table 3, its first chunk.
[[nodiscard]] QString chunkName(int table, int chunk, RowEncoding encoding);
// Relative, of ASCII letters, digits and .-_/, without empty parts, "." or "..", no longer than a tar header has room for.
[[nodiscard]] bool isMemberName(QStringView name);

} // namespace civicq::archive
