// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/manifestjson.h"

#include "archive/archiveformat.h"
#include "archive/sha256.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <limits>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::archive {

namespace {

constexpr auto formatName = "cqbackup"_L1;

QString partName(ArchivePart part)
{
    switch (part) {
    case ArchivePart::Everything: return u"everything"_s;
    case ArchivePart::Schema: return u"schema"_s;
    case ArchivePart::Data: return u"data"_s;
    }
    return u"everything"_s;
}

QJsonArray strings(const QStringList &list)
{
    return QJsonArray::fromStringList(list);
}

QJsonObject toObject(const ManifestMember &member)
{
    QJsonObject object{{u"name"_s, member.name},
                       {u"bytes"_s, member.bytes},
                       {u"sha256"_s, QString::fromLatin1(member.sha256.toHex())}};
    if (member.rawBytes)
        object.insert("raw_bytes"_L1, *member.rawBytes);
    if (member.rows)
        object.insert("rows"_L1, *member.rows);
    return object;
}

QJsonObject toObject(const ManifestTable &table)
{
    QJsonObject object{{u"number"_s, table.number},
                       {u"schema"_s, table.schema},
                       {u"name"_s, table.name},
                       {u"columns"_s, strings(table.columns)},
                       {u"encoding"_s, table.encoding == RowEncoding::Binary ? u"binary"_s : u"text"_s},
                       {u"rows"_s, table.rows},
                       {u"bytes"_s, table.bytes},
                       {u"hash"_s, QString::fromLatin1(table.hash.toHex())},
                       {u"members"_s, strings(table.members)}};
    if (table.condition)
        object.insert("condition"_L1, *table.condition);
    return object;
}

QJsonObject largeObjects(const Manifest &manifest)
{
    QJsonObject object{{u"count"_s, manifest.largeObjectCount}, {u"members"_s, strings(manifest.largeObjectMembers)}};
    if (manifest.largeObjectHash)
        object.insert("hash"_L1, QString::fromLatin1(manifest.largeObjectHash->toHex()));
    return object;
}

QJsonObject toObject(const ManifestDatabase &database)
{
    return {{u"name"_s, database.name},
            {u"encoding"_s, database.encoding},
            {u"provider"_s, database.provider},
            {u"collate"_s, database.collate},
            {u"ctype"_s, database.ctype},
            {u"locale"_s, database.locale},
            {u"bytes"_s, database.bytes},
            {u"environment"_s, database.environment},
            {u"migration_revisions"_s, strings(database.migrationRevisions)},
            {u"system"_s, database.system}};
}

template<typename T>
QJsonArray toArray(const QList<T> &list)
{
    QJsonArray array;
    for (const T &each : list)
        array.append(toObject(each));
    return array;
}

// Takes values out of an object by name; the first that is not as it should be is remembered with its place.
class Fields
{
public:
    Fields(QJsonObject object, QString place, QString &problem)
        : m_object(std::move(object)), m_place(std::move(place)), m_problem(problem)
    {}

    [[nodiscard]] QString text(QLatin1StringView name) const
    {
        const QJsonValue value = m_object.value(name);
        if (!value.isString())
            miss(name, "text"_L1);
        return value.toString();
    }
    [[nodiscard]] std::optional<QString> optionalText(QLatin1StringView name) const
    {
        return m_object.contains(name) ? std::optional(text(name)) : std::nullopt;
    }
    [[nodiscard]] qint64 count(QLatin1StringView name) const
    {
        const qint64 value = m_object.value(name).toInteger(-1);
        if (value < 0)
            miss(name, "a whole number"_L1);
        return value;
    }
    [[nodiscard]] std::optional<qint64> optionalCount(QLatin1StringView name) const
    {
        return m_object.contains(name) ? std::optional(count(name)) : std::nullopt;
    }
    [[nodiscard]] int number(QLatin1StringView name) const
    {
        const qint64 value = count(name);
        if (value > std::numeric_limits<int>::max())
            miss(name, "a smaller number"_L1);
        return static_cast<int>(value);
    }
    [[nodiscard]] RowHash hash(QLatin1StringView name) const
    {
        const auto hash = RowHash::fromHex(text(name).toLatin1());
        if (!hash)
            miss(name, "32 hexadecimal digits"_L1);
        return hash.value_or(RowHash());
    }
    [[nodiscard]] std::optional<RowHash> optionalHash(QLatin1StringView name) const
    {
        return m_object.contains(name) ? std::optional(hash(name)) : std::nullopt;
    }
    [[nodiscard]] QStringList texts(QLatin1StringView name) const
    {
        QStringList list;
        for (const QJsonValue &value : array(name)) {
            if (!value.isString())
                miss(name, "a list of texts"_L1);
            list.append(value.toString());
        }
        return list;
    }
    [[nodiscard]] Fields object(QLatin1StringView name) const
    {
        const QJsonValue value = m_object.value(name);
        if (!value.isObject())
            miss(name, "an object"_L1);
        return {value.toObject(), m_place + name + u'.', m_problem};
    }
    template<typename T>
    [[nodiscard]] QList<T> objects(QLatin1StringView name, T (*read)(const Fields &)) const
    {
        QList<T> list;
        const QJsonArray values = array(name);
        list.reserve(values.size());
        for (qsizetype i = 0; i < values.size(); ++i) {
            if (!values.at(i).isObject())
                miss(name, "a list of objects"_L1);
            list.append(read({values.at(i).toObject(), u"%1%2[%3]."_s.arg(m_place, name).arg(i), m_problem}));
        }
        return list;
    }
    void miss(QLatin1StringView name, QLatin1StringView wanted) const
    {
        if (m_problem.isEmpty())
            m_problem = u"%1%2 is not %3"_s.arg(m_place, name, wanted);
    }

private:
    [[nodiscard]] QJsonArray array(QLatin1StringView name) const
    {
        const QJsonValue value = m_object.value(name);
        if (!value.isArray())
            miss(name, "a list"_L1);
        return value.toArray();
    }
    QJsonObject m_object;
    QString m_place;
    QString &m_problem;
};

ManifestMember readMember(const Fields &from)
{
    ManifestMember member;
    member.name = from.text("name"_L1);
    member.bytes = from.count("bytes"_L1);
    const QByteArray hex = from.text("sha256"_L1).toLatin1();
    member.sha256 = QByteArray::fromHex(hex);
    if (member.sha256.size() != Sha256::size || member.sha256.toHex() != hex)
        from.miss("sha256"_L1, "64 hexadecimal digits"_L1);
    member.rawBytes = from.optionalCount("raw_bytes"_L1);
    member.rows = from.optionalCount("rows"_L1);
    return member;
}

ManifestTable readTable(const Fields &from)
{
    ManifestTable table;
    table.number = from.number("number"_L1);
    table.schema = from.text("schema"_L1);
    table.name = from.text("name"_L1);
    table.columns = from.texts("columns"_L1);
    const QString encoding = from.text("encoding"_L1);
    table.encoding = encoding == "binary"_L1 ? RowEncoding::Binary : RowEncoding::Text;
    if (encoding != "binary"_L1 && encoding != "text"_L1)
        from.miss("encoding"_L1, "\"binary\" or \"text\""_L1);
    table.rows = from.count("rows"_L1);
    table.bytes = from.count("bytes"_L1);
    table.hash = from.hash("hash"_L1);
    table.condition = from.optionalText("condition"_L1);
    table.members = from.texts("members"_L1);
    return table;
}

ManifestDatabase readDatabase(const Fields &from)
{
    ManifestDatabase database;
    database.name = from.text("name"_L1);
    database.encoding = from.text("encoding"_L1);
    database.provider = from.text("provider"_L1);
    database.collate = from.text("collate"_L1);
    database.ctype = from.text("ctype"_L1);
    database.locale = from.text("locale"_L1);
    database.bytes = from.count("bytes"_L1);
    database.environment = from.text("environment"_L1);
    database.migrationRevisions = from.texts("migration_revisions"_L1);
    database.system = from.optionalText("system"_L1).value_or(QString());
    return database;
}

void readOptions(const Fields &from, Manifest &manifest)
{
    const QString part = from.text("part"_L1);
    manifest.part = part == "schema"_L1 ? ArchivePart::Schema
                    : part == "data"_L1 ? ArchivePart::Data
                                        : ArchivePart::Everything;
    if (part != partName(manifest.part))
        from.miss("part"_L1, "\"everything\", \"schema\" or \"data\""_L1);
    manifest.chosenTables = from.texts("tables"_L1);
    manifest.compression = from.text("compression"_L1);
    manifest.jobs = from.number("jobs"_L1);
}

Manifest readManifest(const Fields &from)
{
    Manifest manifest;
    manifest.created = QDateTime::fromString(from.text("created"_L1), Qt::ISODate);
    if (!manifest.created.isValid())
        from.miss("created"_L1, "a time"_L1);
    manifest.application = from.text("application"_L1);
    manifest.database = readDatabase(from.object("database"_L1));
    const Fields server = from.object("server"_L1);
    manifest.serverVersion = server.text("version"_L1);
    manifest.serverVersionNumber = server.number("version_number"_L1);
    const Fields tools = from.object("tools"_L1);
    manifest.pgDumpVersion = tools.text("pg_dump"_L1);
    manifest.pgDumpVersionNumber = tools.number("pg_dump_number"_L1);
    manifest.snapshot = from.text("snapshot"_L1);
    readOptions(from.object("options"_L1), manifest);
    manifest.tables = from.objects("tables"_L1, &readTable);
    const Fields largeObjects = from.object("large_objects"_L1);
    manifest.largeObjectCount = largeObjects.count("count"_L1);
    manifest.largeObjectHash = largeObjects.optionalHash("hash"_L1);
    manifest.largeObjectMembers = largeObjects.texts("members"_L1);
    manifest.sequences = from.count("sequences"_L1);
    manifest.members = from.objects("members"_L1, &readMember);
    return manifest;
}

} // namespace

QByteArray manifestToJson(const Manifest &manifest)
{
    const QJsonObject object{{u"format"_s, formatName},
                             {u"format_version"_s, formatVersion},
                             {u"created"_s, manifest.created.toUTC().toString(Qt::ISODate)},
                             {u"application"_s, manifest.application},
                             {u"database"_s, toObject(manifest.database)},
                             {u"server"_s, QJsonObject{{u"version"_s, manifest.serverVersion},
                                                       {u"version_number"_s, manifest.serverVersionNumber}}},
                             {u"tools"_s, QJsonObject{{u"pg_dump"_s, manifest.pgDumpVersion},
                                                      {u"pg_dump_number"_s, manifest.pgDumpVersionNumber}}},
                             {u"snapshot"_s, manifest.snapshot},
                             {u"options"_s, QJsonObject{{u"part"_s, partName(manifest.part)},
                                                        {u"tables"_s, strings(manifest.chosenTables)},
                                                        {u"compression"_s, manifest.compression},
                                                        {u"jobs"_s, manifest.jobs}}},
                             {u"tables"_s, toArray(manifest.tables)},
                             {u"large_objects"_s, largeObjects(manifest)},
                             {u"sequences"_s, manifest.sequences},
                             {u"members"_s, toArray(manifest.members)}};
    return QJsonDocument(object).toJson();
}

Result<Manifest> manifestFromJson(const QByteArray &json)
{
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsing);
    if (!document.isObject())
        return core::fail(ErrorCode::Corrupt, u"the archive's table of contents cannot be read: %1"_s.arg(
                                                  document.isNull() ? parsing.errorString() : u"no object"_s));
    QString problem;
    const Fields fields(document.object(), {}, problem);
    if (fields.text("format"_L1) != formatName)
        return core::fail(ErrorCode::Corrupt, u"the archive's table of contents is of another kind of file"_s);
    const qint64 version = fields.count("format_version"_L1);
    if (problem.isEmpty() && version != formatVersion)
        return core::fail(ErrorCode::VersionMismatch,
                          u"the archive is of format %1; this program knows %2"_s.arg(version).arg(formatVersion),
                          {QString::number(version)});
    Manifest manifest = readManifest(fields);
    if (!problem.isEmpty())
        return core::fail(ErrorCode::Corrupt, u"the archive's table of contents is damaged: %1"_s.arg(problem));
    if (const auto sound = manifest.check(); !sound)
        return core::fail(sound.error());
    return manifest;
}

} // namespace civicq::archive
