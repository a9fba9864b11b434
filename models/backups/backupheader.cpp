// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/backupheader.h"

#include "archive/archivefile.h"
#include "backups/archivecontents.h"
#include "backups/bytesource.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

using namespace Qt::StringLiterals;

namespace civicq::backups {

namespace {

constexpr auto prefix = "-- CivicQ backup ";
constexpr int version = 1;

} // namespace

Part partOf(const QString &name)
{
    return name == "schema"_L1 ? Part::SchemaOnly : name == "data"_L1 ? Part::DataOnly : Part::Everything;
}

QString partName(Part part)
{
    switch (part) {
    case Part::Everything: return u"everything"_s;
    case Part::SchemaOnly: return u"schema"_s;
    case Part::DataOnly: return u"data"_s;
    }
    return u"everything"_s;
}

QByteArray BackupHeader::toLine() const
{
    const QJsonObject object{{u"version"_s, version},
                             {u"database"_s, database},
                             {u"part"_s, partName(part)},
                             {u"tables"_s, QJsonArray::fromStringList(tables)},
                             {u"made"_s, made.toUTC().toString(Qt::ISODate)},
                             {u"server_version"_s, serverVersion},
                             {u"tool_version"_s, toolVersion},
                             {u"system"_s, system},
                             {u"encoding"_s, locale.encoding},
                             {u"locale_provider"_s, locale.provider},
                             {u"collate"_s, locale.collate},
                             {u"ctype"_s, locale.ctype},
                             {u"locale"_s, locale.locale}};
    // Compact JSON has no line break of its own: whatever the names hold, this stays one comment.
    return prefix + QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<BackupHeader> BackupHeader::fromLine(const QByteArray &line)
{
    if (!line.startsWith(prefix))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(line.mid(qstrlen(prefix)).trimmed()).object();
    if (object.value("version"_L1).toInt() < 1)
        return std::nullopt;
    BackupHeader header;
    const auto text = [&object](QLatin1StringView key) { return object.value(key).toString(); };
    header.database = text("database"_L1);
    header.part = partOf(text("part"_L1));
    for (const QJsonValue &table : object.value("tables"_L1).toArray())
        header.tables.append(table.toString());
    header.made = QDateTime::fromString(text("made"_L1), Qt::ISODate);
    header.serverVersion = text("server_version"_L1);
    header.toolVersion = text("tool_version"_L1);
    header.system = text("system"_L1);
    header.locale = {text("encoding"_L1), text("locale_provider"_L1), text("collate"_L1), text("ctype"_L1),
                     text("locale"_L1)};
    return header;
}

std::optional<BackupHeader> BackupHeader::ofFile(const QString &path)
{
    auto source = openFile(path);
    if (!source)
        return std::nullopt;
    auto head = (*source)->read();
    if (head && archive::ArchivePlan::looksLikeOne(*head)) {
        const auto plan = archive::ArchivePlan::of(path); // by its end, without reading all of it
        return plan ? std::optional(headerOf(plan->manifest)) : std::nullopt;
    }
    if (head && head->startsWith("\x1f\x8b")) {
        head = gunzipBeginning(*head); // of a damaged file too: it is still ours
    }
    if (!head)
        return std::nullopt;
    const qsizetype end = head->indexOf('\n');
    return end > 0 ? fromLine(head->first(end)) : std::nullopt;
}

} // namespace civicq::backups
