// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is to be backed up every day without anybody there: which connection, what, where to, kept how long, copied
// where, encrypted how. No secret is in it: passwords come from where the connection's do, or from a file; a passphrase
// from a file. Kept as schedule.json in the
// config folder, by both programs; any thread. Errors: NotFound, Corrupt (the file is left as it is), Busy.

#include "backups/backup.h"
#include "backups/retention.h"

#include <QtCore/QJsonObject>
#include <QtCore/QTime>
#include <QtCore/QUuid>

namespace civicq::backups {

struct BackupPlan
{
    QString id;            // of the system's job too; given when first saved
    QUuid profile;         // the saved connection; null: the sandbox
    QString connection;    // its name, as it was
    QString database;      // for people, and to find the plan's backups
    QTime at{2, 0};        // by the clock on the wall
    QDateTime since;       // UTC; nothing was due before
    BackupRequest request; // without its parameters and its protection
    RetentionPolicy retention;
    bool prove = false;     // each is restored into a scratch database and compared
    QString secondPlace;    // folder on another disk; empty: none
    QStringList encryptTo;  // fingerprints of recovery keys
    QString passphraseFile; // encrypted with what is in it; empty: none
    QString passwordFile;   // instead of the connection's own way to its password; empty: none

    [[nodiscard]] bool isProtected() const { return !encryptTo.isEmpty() || !passphraseFile.isEmpty(); }
    // Encrypted for keys alone, nobody is there to open it.
    [[nodiscard]] bool canBeProven() const { return encryptTo.isEmpty() || !passphraseFile.isEmpty(); }
    // What is needed to encrypt, read now. Never none for a plan that is protected: what is missing is an error
    // (NotFound, InvalidArgument). `configFolder`: of the recovery keys.
    [[nodiscard]] core::Result<openpgp::Protection> protection(const QString &configFolder) const;
    [[nodiscard]] QString jobId() const { return QStringLiteral("backup-") + id; }
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static BackupPlan fromJson(const QJsonObject &object);
};

class PlanStore
{
public:
    explicit PlanStore(const QString &configFolder);

    [[nodiscard]] core::Result<QList<BackupPlan>> load() const; // by connection; a missing file is none
    // Replaces the plan of the same connection (a null profile: of the sandbox); returns it as saved.
    [[nodiscard]] core::Result<BackupPlan> save(BackupPlan plan);
    [[nodiscard]] core::Result<> remove(const QString &id); // none there is no error

private:
    [[nodiscard]] core::Result<> change(const std::function<void(QList<BackupPlan> &)> &edit);
    QString m_path;
};

} // namespace civicq::backups
