// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/requestjson.h"

#include <QtCore/QJsonArray>

using namespace Qt::StringLiterals;

namespace civicq::backups {

QJsonObject requestJson(const BackupRequest &request)
{
    return {{u"folder"_s, request.folder},
            {u"part"_s, partName(request.part)},
            {u"tables"_s, QJsonArray::fromStringList(request.tables)},
            {u"format"_s, request.format == BackupFormat::Archive ? u"archive"_s : u"sql"_s},
            {u"jobs"_s, request.jobs},
            {u"gzip"_s, request.gzip},
            {u"level"_s, request.level}};
}

BackupRequest requestOf(const QJsonObject &object)
{
    BackupRequest request;
    request.folder = object.value("folder"_L1).toString();
    request.part = partOf(object.value("part"_L1).toString());
    const QJsonArray tables = object.value("tables"_L1).toArray();
    for (const QJsonValue &table : tables)
        request.tables.append(table.toString());
    if (object.value("format"_L1).toString() == "archive"_L1)
        request.format = BackupFormat::Archive;
    request.jobs = object.value("jobs"_L1).toInt(request.jobs);
    request.gzip = object.value("gzip"_L1).toBool(request.gzip);
    request.level = object.value("level"_L1).toInt(request.level);
    return request;
}

} // namespace civicq::backups
