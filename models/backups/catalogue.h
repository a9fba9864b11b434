// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What this computer knows of its backup files: hash, rows, whether they read to their end, when they were proven by a
// restore, whose they are, where copies lie. In the app's SQLite store, for both programs at once; any thread. A file
// that has changed since (size or time) is no longer known. Losing the catalogue loses nothing but the knowledge: the
// files themselves say that they are ours, but for encrypted ones, which say it only to who can open them. Errors: those
// of store::Store (Busy, NoSpace, PermissionDenied).

#include "backups/backupheader.h"
#include "backups/backupstore.h"

#include <optional>

namespace civicq::backups {

// Why a backup was taken.
enum class Origin { Unknown, ByHand, Schedule, Safety };
[[nodiscard]] QString originName(Origin origin); // "", "by-hand", "schedule", "safety"
[[nodiscard]] Origin originOf(const QString &name);

struct KnownBackup
{
    QByteArray sha256; // hex
    qint64 rows = 0;
    qint64 tables = 0;
    bool valid = false;
    QDateTime checked; // UTC
    // Known only where somebody said so; record() keeps what an earlier call said of the same content.
    QString database = {};
    QString system = {}; // the server's system identifier
    QString format = {}; // "archive", "sql.gz", "sql"
    Part part = Part::Everything;
    QStringList chosen = {}; // tables; empty: all
    QDateTime made = {};     // UTC
    qint64 bytes = 0;        // of the file, as it was read
    bool encrypted = false;
    Origin origin = Origin::Unknown;
    QDateTime proven = {};       // UTC; when a restore of it was last compared, whatever came of it
    QString proofProblem = {};   // what that comparison found wrong; empty: equal
    QByteArray fingerprint = {}; // archive/fingerprint.h; of an archive that is not encrypted
    QStringList copies = {};     // files elsewhere with the same content; filled in by find()

    // Whose it is and what of it, as the backup itself says.
    void identify(const BackupHeader &header);
    [[nodiscard]] bool isProven() const { return valid && proven.isValid() && proofProblem.isEmpty(); }
    // Whose it is was said: by the one who wrote it, or by its own content.
    [[nodiscard]] bool isOurs() const { return !database.isEmpty() && made.isValid(); }
    [[nodiscard]] bool isFull() const { return part == Part::Everything && chosen.isEmpty(); }
};

struct CatalogueEntry
{
    QString path;
    KnownBackup known;
};

class BackupCatalogue
{
public:
    explicit BackupCatalogue(const QString &dataFolder);

    // None where the file is not there, was never read to its end, or has changed since.
    [[nodiscard]] std::optional<KnownBackup> find(const QString &backup) const;
    // What was last known under this path, though the file has changed since: whose a damaged one is.
    [[nodiscard]] std::optional<KnownBackup> lastKnown(const QString &backup) const;
    // What is known of a file with this hash, wherever it lay; none where nothing is.
    [[nodiscard]] std::optional<KnownBackup> findContent(const QByteArray &sha256) const;
    // Every file that was ever entered and not removed, there or not, newest first: knowledge of a disk that is away.
    [[nodiscard]] core::Result<QList<CatalogueEntry>> all() const;

    [[nodiscard]] core::Result<> record(const QString &backup, const KnownBackup &known);
    // A restore of it was compared with what was backed up; holds for every copy of the same content. `problem` empty:
    // nothing differed. NotFound where the file is not known.
    [[nodiscard]] core::Result<> recordProof(const QString &backup, const QDateTime &when, const QString &problem);
    void forget(const QString &backup);

private:
    [[nodiscard]] std::optional<KnownBackup> first(const QString &condition, const QString &value) const;

    BackupStore m_store;
};

} // namespace civicq::backups
