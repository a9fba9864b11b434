// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/catalogue.h"

#include "core/platform.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QLockFile>
#include <QtCore/QSaveFile>

#include <functional>

using namespace Qt::StringLiterals;
using civicq::core::Result;

namespace civicq::backups {

namespace {

constexpr int lockPatience = 5'000;

QJsonObject readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

Result<> change(const QString &path, const std::function<void(QJsonObject &)> &edit)
{
    QDir().mkpath(QFileInfo(path).path());
    QLockFile lock(path + u".lock"_s);
    if (!lock.tryLock(lockPatience))
        return core::fail(core::ErrorCode::Busy, u"the list of backups is in use by another program"_s, {path});
    QJsonObject all = readAll(path);
    edit(all);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(all).toJson()) < 0 || !file.commit())
        return core::fail(core::lastFileError(path));
    return {};
}

QString keyOf(const QString &backup)
{
    return QFileInfo(backup).absoluteFilePath();
}

QString timeOf(const QString &backup)
{
    return QFileInfo(backup).lastModified().toUTC().toString(Qt::ISODateWithMs);
}

} // namespace

BackupCatalogue::BackupCatalogue(const QString &dataFolder) : m_path(dataFolder + u"/backups.json"_s) {}

std::optional<KnownBackup> BackupCatalogue::find(const QString &backup) const
{
    const QJsonObject entry = readAll(m_path).value(keyOf(backup)).toObject();
    if (entry.isEmpty() || entry.value("bytes"_L1).toInteger() != QFileInfo(backup).size()
        || entry.value("modified"_L1).toString() != timeOf(backup))
        return std::nullopt;
    return KnownBackup{entry.value("sha256"_L1).toString().toLatin1(), entry.value("rows"_L1).toInteger(),
                       entry.value("tables"_L1).toInteger(), entry.value("valid"_L1).toBool(),
                       QDateTime::fromString(entry.value("checked"_L1).toString(), Qt::ISODate)};
}

Result<> BackupCatalogue::record(const QString &backup, const KnownBackup &known)
{
    return change(m_path, [&](QJsonObject &all) {
        all.insert(keyOf(backup), QJsonObject{{u"bytes"_s, QFileInfo(backup).size()},
                                              {u"modified"_s, timeOf(backup)},
                                              {u"sha256"_s, QString::fromLatin1(known.sha256)},
                                              {u"rows"_s, known.rows},
                                              {u"tables"_s, known.tables},
                                              {u"valid"_s, known.valid},
                                              {u"checked"_s, known.checked.toUTC().toString(Qt::ISODate)}});
    });
}

void BackupCatalogue::forget(const QString &backup)
{
    // The knowledge of a file that is gone is harmless: it is not worth an error.
    (void)change(m_path, [&](QJsonObject &all) { all.remove(keyOf(backup)); });
}

} // namespace civicq::backups
