// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/backupstore.h"

#include "core/lockfile.h"

#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QTimeZone>

using namespace Qt::StringLiterals;
using civicq::core::Result;
using civicq::store::Store;

namespace civicq::backups {

namespace {

constexpr std::chrono::milliseconds oldLockPatience(5000);

} // namespace

QString notNull(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QVariant storedTime(const QDateTime &when)
{
    return when.isValid() ? QVariant(when.toMSecsSinceEpoch()) : QVariant();
}

QDateTime timeOf(const QVariant &stored)
{
    return stored.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(stored.toLongLong(), QTimeZone::UTC);
}

BackupStore::BackupStore(const QString &dataFolder) : m_dataFolder(dataFolder), m_thread(QThread::currentThreadId()) {}

BackupStore::~BackupStore() = default;

QList<store::SchemaStep> BackupStore::schema()
{
    return {
        {u"backups"_s,
         1,
         {u"CREATE TABLE backup ("
          "path TEXT PRIMARY KEY, modified INTEGER NOT NULL, bytes INTEGER NOT NULL, sha256 TEXT NOT NULL, "
          "row_count INTEGER NOT NULL, table_count INTEGER NOT NULL, valid INTEGER NOT NULL, checked INTEGER, "
          "database TEXT NOT NULL, system TEXT NOT NULL, format TEXT NOT NULL, part TEXT NOT NULL, "
          "chosen TEXT NOT NULL, made INTEGER, encrypted INTEGER NOT NULL, origin TEXT NOT NULL, "
          "proven INTEGER, proof_problem TEXT NOT NULL)"_s,
          u"CREATE INDEX backup_sha256 ON backup (sha256)"_s,
          u"CREATE TABLE backup_run ("
          "id INTEGER PRIMARY KEY AUTOINCREMENT, asked_by TEXT NOT NULL, plan TEXT NOT NULL, database TEXT NOT NULL, "
          "begun INTEGER NOT NULL, ended INTEGER, outcome TEXT NOT NULL, error_code TEXT NOT NULL, "
          "error TEXT NOT NULL, path TEXT NOT NULL, bytes INTEGER NOT NULL, second_place TEXT NOT NULL)"_s,
          u"CREATE INDEX backup_run_begun ON backup_run (begun)"_s}},
        {u"backups"_s, 2, {u"ALTER TABLE backup ADD COLUMN fingerprint TEXT NOT NULL DEFAULT ''"_s}}};
}

Result<std::unique_ptr<Store>> BackupStore::open() const
{
    // Paths::store() of the folder this was made with.
    auto opened = Store::open(m_dataFolder + u"/civicq-admin.sqlite"_s, schema());
    if (!opened)
        return core::fail(opened.error());
    if (const auto taken = takeOver(*opened->store); !taken)
        return core::fail(taken.error());
    return std::move(opened->store);
}

Result<> BackupStore::use(const std::function<Result<>(Store &)> &work) const
{
    if (QThread::currentThreadId() != m_thread) {
        const auto opened = open();
        return opened ? work(**opened) : core::fail(opened.error());
    }
    if (!m_store) {
        auto opened = open();
        if (!opened)
            return core::fail(opened.error());
        m_store = std::move(*opened);
    }
    return work(*m_store);
}

Result<> BackupStore::takeOver(Store &store) const
{
    const QString path = m_dataFolder + u"/backups.json"_s;
    if (!QFile::exists(path))
        return {};
    QLockFile lock(path + u".lock"_s); // as the version that wrote it
    if (!core::takeLock(lock, oldLockPatience))
        return core::fail(core::ErrorCode::Busy, u"the list of backups is in use by another program"_s, {path});
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {}; // another program has just taken it over
    const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
    file.close();
    const auto taken = store.transaction([&]() -> Result<> {
        for (auto it = all.begin(); it != all.end(); ++it) {
            const QJsonObject entry = it.value().toObject();
            const QDateTime modified = QDateTime::fromString(entry.value("modified"_L1).toString(), Qt::ISODateWithMs);
            const QDateTime checked = QDateTime::fromString(entry.value("checked"_L1).toString(), Qt::ISODate);
            if (!modified.isValid() || entry.value("sha256"_L1).toString().isEmpty())
                continue;
            const auto added = store.execute(u"INSERT INTO backup VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', '', '', "
                                             u"'everything', '[]', NULL, 0, '', NULL, '', '') "
                                             "ON CONFLICT (path) DO NOTHING"_s,
                                             {it.key(), storedTime(modified), entry.value("bytes"_L1).toInteger(),
                                              entry.value("sha256"_L1).toString(), entry.value("rows"_L1).toInteger(),
                                              entry.value("tables"_L1).toInteger(),
                                              entry.value("valid"_L1).toBool() ? 1 : 0, storedTime(checked)});
            if (!added)
                return core::fail(added.error());
        }
        return {};
    });
    if (!taken)
        return taken;
    QFile::remove(path + u".old"_s);
    QFile::rename(path, path + u".old"_s);
    return {};
}

} // namespace civicq::backups
