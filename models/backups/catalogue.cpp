// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/catalogue.h"

#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;
using civicq::store::Store;

namespace civicq::backups {

namespace {

const QString columns =
    u"path, modified, bytes, sha256, row_count, table_count, valid, checked, database, system, format, "
    "part, chosen, made, encrypted, origin, proven, proof_problem, fingerprint"_s;

struct Row
{
    QString path;
    qint64 modified = 0;
    KnownBackup known;
};

QString keyOf(const QString &backup)
{
    return QFileInfo(backup).absoluteFilePath();
}

QString stored(const QStringList &names)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(names)).toJson(QJsonDocument::Compact));
}

QStringList namesOf(const QVariant &value)
{
    QStringList names;
    const QJsonArray array = QJsonDocument::fromJson(value.toString().toUtf8()).array();
    for (const QJsonValue &name : array)
        names.append(name.toString());
    return names;
}

Row rowOf(const QVariantList &values)
{
    Row row;
    row.path = values.at(0).toString();
    row.modified = values.at(1).toLongLong();
    KnownBackup &known = row.known;
    known.bytes = values.at(2).toLongLong();
    known.sha256 = values.at(3).toString().toLatin1();
    known.rows = values.at(4).toLongLong();
    known.tables = values.at(5).toLongLong();
    known.valid = values.at(6).toBool();
    known.checked = timeOf(values.at(7));
    known.database = values.at(8).toString();
    known.system = values.at(9).toString();
    known.format = values.at(10).toString();
    known.part = partOf(values.at(11).toString());
    known.chosen = namesOf(values.at(12));
    known.made = timeOf(values.at(13));
    known.encrypted = values.at(14).toBool();
    known.origin = originOf(values.at(15).toString());
    known.proven = timeOf(values.at(16));
    known.proofProblem = values.at(17).toString();
    known.fingerprint = values.at(18).toString().toLatin1();
    return row;
}

Result<QList<Row>> read(const Store &store, const QString &condition, const QVariantList &values)
{
    const auto rows = store.query(u"SELECT %1 FROM backup WHERE %2"_s.arg(columns, condition), values);
    if (!rows)
        return core::fail(rows.error());
    QList<Row> out;
    for (const QVariantList &row : *rows)
        out.append(rowOf(row));
    return out;
}

Result<> write(Store &store, const Row &row)
{
    const KnownBackup &known = row.known;
    const auto done = store.execute(
        u"INSERT OR REPLACE INTO backup (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(
            columns),
        {row.path, row.modified, known.bytes, notNull(QString::fromLatin1(known.sha256)), known.rows, known.tables,
         known.valid ? 1 : 0, storedTime(known.checked), notNull(known.database), notNull(known.system),
         notNull(known.format), partName(known.part), stored(known.chosen), storedTime(known.made),
         known.encrypted ? 1 : 0, originName(known.origin), storedTime(known.proven), notNull(known.proofProblem),
         notNull(QString::fromLatin1(known.fingerprint))});
    return done ? Result<>() : core::fail(done.error());
}

// What was known of the same content and is not said anew.
void keepEarlier(KnownBackup &known, const KnownBackup &earlier)
{
    if (known.database.isEmpty()) {
        known.database = earlier.database;
        known.part = earlier.part;
        known.chosen = earlier.chosen;
        known.made = earlier.made;
    }
    if (known.system.isEmpty())
        known.system = earlier.system;
    if (known.format.isEmpty())
        known.format = earlier.format;
    known.encrypted |= earlier.encrypted;
    if (known.fingerprint.isEmpty())
        known.fingerprint = earlier.fingerprint;
    if (known.origin == Origin::Unknown)
        known.origin = earlier.origin;
    if (!known.proven.isValid()) {
        known.proven = earlier.proven;
        known.proofProblem = earlier.proofProblem;
    }
}

} // namespace

void KnownBackup::identify(const BackupHeader &header)
{
    database = header.database;
    system = header.system;
    part = header.part;
    chosen = header.tables;
    made = header.made;
}

QString originName(Origin origin)
{
    switch (origin) {
    case Origin::Unknown: break;
    case Origin::ByHand: return u"by-hand"_s;
    case Origin::Schedule: return u"schedule"_s;
    case Origin::Safety: return u"safety"_s;
    }
    return u""_s;
}

Origin originOf(const QString &name)
{
    for (const Origin origin : {Origin::ByHand, Origin::Schedule, Origin::Safety}) {
        if (originName(origin) == name)
            return origin;
    }
    return Origin::Unknown;
}

BackupCatalogue::BackupCatalogue(const QString &dataFolder) : m_store(dataFolder) {}

std::optional<KnownBackup> BackupCatalogue::find(const QString &backup) const
{
    const QFileInfo file(backup);
    if (!file.exists())
        return std::nullopt;
    std::optional<KnownBackup> found;
    const auto looked = m_store.use([&](const Store &store) -> Result<> {
        const auto rows = read(store, u"path = ?"_s, {keyOf(backup)});
        if (!rows)
            return core::fail(rows.error());
        if (rows->isEmpty() || rows->first().known.bytes != file.size()
            || rows->first().modified != file.lastModified().toMSecsSinceEpoch())
            return {};
        found = rows->first().known;
        const auto copies = store.query(u"SELECT path FROM backup WHERE sha256 = ? AND path <> ? ORDER BY path"_s,
                                        {QString::fromLatin1(found->sha256), keyOf(backup)});
        for (const QVariantList &copy : copies.value_or(QList<QVariantList>()))
            found->copies.append(copy.first().toString());
        return {};
    });
    // What cannot be looked up is not known: the file can be read again.
    return looked ? found : std::nullopt;
}

// What cannot be looked up is not known.
std::optional<KnownBackup> BackupCatalogue::first(const QString &condition, const QString &value) const
{
    std::optional<KnownBackup> found;
    const auto looked = m_store.use([&](const Store &store) -> Result<> {
        const auto rows = read(store, condition, {value});
        if (!rows)
            return core::fail(rows.error());
        if (!rows->isEmpty())
            found = rows->first().known;
        return {};
    });
    return looked ? found : std::nullopt;
}

std::optional<KnownBackup> BackupCatalogue::lastKnown(const QString &backup) const
{
    return first(u"path = ?"_s, keyOf(backup));
}

std::optional<KnownBackup> BackupCatalogue::findContent(const QByteArray &sha256) const
{
    return first(u"sha256 = ? AND sha256 <> '' ORDER BY database = '', proven IS NULL"_s, QString::fromLatin1(sha256));
}

Result<QList<CatalogueEntry>> BackupCatalogue::all() const
{
    QList<CatalogueEntry> entries;
    const auto looked = m_store.use([&](const Store &store) -> Result<> {
        const auto rows = read(store, u"true ORDER BY made DESC, modified DESC, path"_s, {});
        if (!rows)
            return core::fail(rows.error());
        for (const Row &row : *rows)
            entries.append({row.path, row.known});
        return {};
    });
    return looked ? Result<QList<CatalogueEntry>>(std::move(entries)) : core::fail(looked.error());
}

Result<> BackupCatalogue::record(const QString &backup, const KnownBackup &known)
{
    const QFileInfo file(backup);
    return m_store.use([&](Store &store) {
        return store.transaction([&]() -> Result<> {
            // A copy elsewhere knows as much of the content as the file's own earlier entry.
            const auto earlier = read(store, u"sha256 = ? ORDER BY path = ? DESC, proven IS NULL"_s,
                                      {QString::fromLatin1(known.sha256), keyOf(backup)});
            if (!earlier)
                return core::fail(earlier.error());
            Row row{keyOf(backup), file.lastModified().toMSecsSinceEpoch(), known};
            row.known.bytes = file.size();
            for (const Row &other : *earlier)
                keepEarlier(row.known, other.known);
            return write(store, row);
        });
    });
}

Result<> BackupCatalogue::recordProof(const QString &backup, const QDateTime &when, const QString &problem)
{
    return m_store.use([&](Store &store) -> Result<> {
        const auto changed = store.execute(u"UPDATE backup SET proven = ?, proof_problem = ? "
                                           "WHERE sha256 = (SELECT sha256 FROM backup WHERE path = ?)"_s,
                                           {storedTime(when), problem.isNull() ? u""_s : problem, keyOf(backup)});
        if (!changed)
            return core::fail(changed.error());
        if (*changed == 0)
            return core::fail(ErrorCode::NotFound, u"%1 is not in the list of backups"_s.arg(backup), {backup});
        return {};
    });
}

void BackupCatalogue::forget(const QString &backup)
{
    // The knowledge of a file that is gone is harmless: it is not worth an error.
    (void)m_store.use([&](Store &store) -> Result<> {
        (void)store.execute(u"DELETE FROM backup WHERE path = ?"_s, {keyOf(backup)});
        return {};
    });
}

} // namespace civicq::backups
