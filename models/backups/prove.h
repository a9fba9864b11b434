// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Proves a backup: restores it into a scratch database, reads every table back from there and holds rows, sequences and
// definitions against what the file says, then drops the scratch database; also on failure and cancel, and what a crash
// left goes with the next proof or restore. No other database is touched. Worker threads. Progress in bytes of the file.
// An Error says that the proof could not be tried (the file cannot be read, the server not reached, an extension is not
// there, VersionMismatch: the server is older than the backup); what is wrong with the backup is in `problems`.

#include "backups/catalogue.h"
#include "backups/restore.h"

namespace civicq::backups {

struct ProofRequest
{
    postgres::ConnectionParameters server; // may create databases; its database is not looked at
    QString source;                        // a file, or the folder of pg_dump -Fd
    int jobs = 0;                          // as of RestoreRequest
    openpgp::Unlock unlock;                // what opens an encrypted one
};

struct Proof
{
    QStringList problems; // a sentence each; empty: what was restored is what was backed up
    QStringList notes;    // what was not compared, and why
    qint64 tables = 0;
    qint64 hashed = 0; // tables whose rows were compared one by one; of the others only the number was
    qint64 rows = 0;
    double seconds = 0.0;
    Contents contents;
    bool whole = false;     // the file reads to its end; else nothing was restored
    QByteArray sha256;      // of the file, in hex; empty for a folder
    QByteArray fingerprint; // archive/fingerprint.h; of an archive that is not encrypted
    QDateTime when;         // UTC
    [[nodiscard]] bool valid() const { return problems.isEmpty(); }
};

[[nodiscard]] core::Result<Proof> prove(core::TaskContext &context, const Toolbox &toolbox,
                                        const ProofRequest &request);

// The same, and the catalogue knows: that the file reads to its end or not, and what the proof found.
[[nodiscard]] core::Result<Proof> proveAndRecord(core::TaskContext &context, const Toolbox &toolbox,
                                                 const ProofRequest &request, BackupCatalogue &catalogue);

} // namespace civicq::backups
