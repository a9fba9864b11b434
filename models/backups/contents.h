// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a backup file holds and whether it can be trusted, found by reading it to its end (but for listContents() of what
// isReadByPosition()): unpacked, taken apart, nothing run. Worker threads; needs no server. An Error means the file could not be read at all; what is wrong with its content
// is in `problems`. An encrypted file is opened on the way; AuthenticationFailed (openpgp/protection.h) when what opens it
// was not given. Progress is in bytes of the file.

#include "archive/manifest.h"
#include "backups/backupheader.h"
#include "backups/contentkind.h"
#include "backups/sqlreader.h"
#include "backups/sqlrules.h"
#include "backups/sqlsource.h"

#include <QtCore/QList>
#include <QtCore/QMap>

#include <functional>
#include <memory>

namespace civicq::backups {

struct TableContent
{
    TableName table;
    bool defined = false;  // CREATE TABLE is in the file
    bool foreign = false;  // its rows are on another server, or in a file
    bool hasRows = false;  // its data is in the file, be it none
    bool rowsKnown = true; // false: written as INSERT, of which one may carry many rows
    qint64 rows = 0;
    std::optional<archive::RowHash> hash = {}; // of a script's COPY: its lines, hashed as FORMAT.md says
    QStringList columns = {};                  // that COPY names
};

struct Contents
{
    ContentKind kind;
    std::optional<BackupHeader> header; // when made by this program
    QString serverVersion;              // the dump's own words; empty when it says none
    QString toolVersion;                // of the pg_dump that made it
    QList<TableContent> tables;         // in the file's order
    QMap<QString, int> objects;         // "index" 38, "type" 14, ...; tables not among them
    qint64 rows = 0;
    int notValid = 0; // constraints that were not checked against the rows, nor are after a restore
    std::shared_ptr<const archive::Manifest> manifest; // of an archive of our own

    [[nodiscard]] const TableContent *find(const TableName &table) const;
    [[nodiscard]] bool definesTables() const;
    // 17 of "17.2 (Debian 17.2-1)"; 0 where the dump does not say.
    [[nodiscard]] int serverMajor() const;
    [[nodiscard]] int toolMajor() const;
};

struct Verification
{
    QList<core::Error> problems; // Truncated, Corrupt, what forbidden() of sqlrules.h says
    Contents contents;           // as far as it could be read
    QByteArray sha256; // of the file as far as it was read, in hex; empty for a folder and for what pg_restore reads
    QByteArray fingerprint; // archive/fingerprint.h; of a whole archive that is not encrypted
    [[nodiscard]] bool valid() const { return problems.isEmpty(); }
};

// Hears of every statement of the file but those that carry rows.
using StatementSink = std::function<void(const SqlStatement &)>;

// With `programs` allowed, a script that has the server run them is no problem.
[[nodiscard]] core::Result<Verification> verify(core::TaskContext &context, const Toolbox &toolbox, const QString &path,
                                                const openpgp::Unlock &unlock = {}, Programs programs = Programs::Stop,
                                                const StatementSink &onStatement = {});
// Whether what is in the file can be told without reading all of it: an archive of ours that is not encrypted.
[[nodiscard]] bool isReadByPosition(const QString &path);
// As verify(), but a problem is an Error, and the rows of a file that isReadByPosition() are left to who reads them: each
// chunk is held against its hash then, as a restore does.
[[nodiscard]] core::Result<Contents> listContents(core::TaskContext &context, const Toolbox &toolbox,
                                                  const QString &path, const openpgp::Unlock &unlock = {},
                                                  Programs programs = Programs::Stop);

} // namespace civicq::backups
