// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/archivemaker.h"

#include "archive/archiveformat.h"
#include "archive/archivewriter.h"
#include "archive/rows.h"
#include "archive/sha256.h"
#include "backups/databasefacts.h"
#include "postgres/identifier.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

#include <zstd.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace civicq::archive;

namespace civicq::tests {

namespace {

const QByteArray binaryStart("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", 19);
const QByteArray binaryEnd("\xff\xff", 2);

QByteArray packed(const QByteArray &raw)
{
    QByteArray out(static_cast<qsizetype>(ZSTD_compressBound(static_cast<size_t>(raw.size()))), '\0');
    out.truncate(static_cast<qsizetype>(ZSTD_compress(out.data(), static_cast<size_t>(out.size()), raw.constData(),
                                                      static_cast<size_t>(raw.size()), 1)));
    return out;
}

QByteArray dumped(const TestServer &server, const QString &database, const QStringList &options)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"dump"_s);
    QByteArray errors;
    if (server.run(u"pg_dump"_s, options + QStringList{u"-Fc"_s, u"-f"_s, path, database}, nullptr, &errors) != 0)
        qFatal("pg_dump: %s", errors.constData());
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

constexpr auto columnsSql = R"sql(
SELECT a.attname, t.typtype = 'b' AND t.oid < 10000 AND t.typname !~ '^(reg|xml)'
  FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
 WHERE a.attrelid = %1 AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum)sql";
constexpr auto sequencesSql =
    "SELECT 'SELECT pg_catalog.setval(' || quote_literal(format('%I.%I', schemaname, sequencename)) || ', ' || "
    "coalesce(last_value, start_value) || ', ' || (last_value IS NOT NULL) || E');\\n' FROM pg_sequences";
constexpr auto refreshSql =
    "SELECT format(E'REFRESH MATERIALIZED VIEW %I.%I;\\n', schemaname, matviewname) FROM pg_matviews WHERE ispopulated";

QByteArray joined(postgres::Connection &session, const char *sql)
{
    core::SilentTask task;
    const auto rows = session.query(task, QString::fromLatin1(sql));
    QByteArray text;
    for (int row = 0; row < rows->count(); ++row)
        text += rows->bytes(row, 0);
    return text;
}

void addChunks(MadeArchive &made, ManifestTable &table, const QByteArrayList &rows, qsizetype rowsInAChunk)
{
    for (qsizetype at = 0; at < rows.size(); at += rowsInAChunk) {
        QByteArray raw = rows.sliced(at, std::min(rowsInAChunk, rows.size() - at)).join();
        table.bytes += raw.size();
        if (table.encoding == RowEncoding::Binary)
            raw = binaryStart + raw + binaryEnd;
        const QString name = chunkName(table.number, static_cast<int>(table.members.size()) + 1, table.encoding);
        table.members.append(name);
        made.members.append({name, packed(raw)});
    }
    for (const QByteArray &row : rows)
        table.hash.addRow(row);
    table.rows = rows.size();
}

QByteArrayList rowsOf(postgres::Connection &session, ManifestTable &table, unsigned int oid)
{
    core::SilentTask task;
    const auto columns = session.query(task, QString::fromLatin1(columnsSql).arg(oid));
    QStringList quoted;
    table.encoding = RowEncoding::Binary;
    for (int row = 0; row < columns->count(); ++row) {
        table.columns.append(columns->text(row, 0));
        quoted.append(postgres::Identifier(columns->text(row, 0)).sql());
        if (!columns->boolean(row, 1))
            table.encoding = RowEncoding::Text;
    }
    const bool binary = table.encoding == RowEncoding::Binary;
    QByteArrayList rows;
    const auto copied = session.copyOut(
        task,
        u"COPY %1 (%2) TO STDOUT%3"_s.arg(postgres::Identifier(table.schema, table.name).sql(), quoted.join(u", "_s),
                                          binary ? u" WITH (FORMAT binary)"_s : QString()),
        [&rows](QByteArrayView row) -> core::Result<> {
            rows.append(row.toByteArray());
            return {};
        });
    if (!copied)
        qFatal("%s", qPrintable(copied.error().toString()));
    if (binary) { // the header comes with the first row, the trailer alone
        rows.first().remove(0, binaryStart.size());
        if (rows.first().isEmpty())
            rows.removeFirst();
        if (rows.last() != binaryEnd)
            qFatal("the trailer did not come alone");
        rows.removeLast();
    }
    return rows;
}

} // namespace

QByteArray &MadeArchive::content(const QString &name)
{
    const auto found = std::ranges::find(members, name, &QPair<QString, QByteArray>::first);
    if (found == members.end())
        qFatal("no member %s", qPrintable(name));
    return found->second;
}

void MadeArchive::list()
{
    manifest.members.clear();
    for (const auto &[name, bytes] : std::as_const(members)) {
        ManifestMember member{name, bytes.size(), Sha256::of(bytes), {}, {}};
        if (const auto encoding = chunkEncoding(name)) {
            const auto raw = unpackChunk(bytes, std::nullopt);
            member.rawBytes = raw->size();
            member.rows = readRows(*raw, *encoding)->rows;
        }
        manifest.members.append(member);
    }
}

void MadeArchive::write(const QString &path) const
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(path));
    ArchiveWriter writer(
        [&file](QByteArrayView bytes) -> core::Result<> {
            file.write(bytes.data(), bytes.size());
            return {};
        },
        manifest.created);
    for (qsizetype i = 0; i < members.size(); ++i) {
        if (!writer.add(manifest.members.at(i), members.at(i).second))
            qFatal("cannot add %s", qPrintable(members.at(i).first));
    }
    if (const auto done = writer.finish(manifest); !done)
        qFatal("%s", qPrintable(done.error().toString()));
}

MadeArchive makeArchive(TestServer &server, const QString &database, qsizetype rowsInAChunk)
{
    core::SilentTask task;
    const auto session = server.connect(database);
    MadeArchive made;
    Manifest &manifest = made.manifest;
    manifest.created = QDateTime::fromSecsSinceEpoch(QDateTime::currentSecsSinceEpoch(), QTimeZone::UTC);
    manifest.database.name = database;
    const auto locale = backups::databaseLocale(task, *session, database);
    manifest.database.encoding = locale->encoding;
    manifest.database.provider = locale->provider;
    manifest.database.collate = locale->collate;
    manifest.database.ctype = locale->ctype;
    manifest.database.locale = locale->locale;
    manifest.serverVersion = session->reported("server_version");
    manifest.serverVersionNumber = session->serverVersion();
    manifest.compression = u"zstd:1"_s;
    made.members.append({readmeMember, "CivicQ backup, made by a test\n"});
    made.members.append({schemaMember, dumped(server, database, {u"--schema-only"_s, u"--large-objects"_s})});
    int number = 0;
    const auto tables = backups::userTables(task, *session);
    for (const backups::TableFacts &facts : *tables) {
        if (!facts.hasRows)
            continue;
        ManifestTable table;
        table.number = ++number;
        table.schema = facts.table.schema;
        table.name = facts.table.name;
        const QByteArrayList rows = rowsOf(*session, table, facts.oid);
        addChunks(made, table, rows, rowsInAChunk);
        manifest.tables.append(table);
    }
    manifest.largeObjectCount = session->query(task, u"SELECT count(*) FROM pg_largeobject_metadata"_s)->integer(0, 0);
    const QByteArray objects = dumped(server, database, {u"--section=data"_s, u"--exclude-table=*.*"_s});
    const qsizetype half = objects.size() / 2;
    made.members.append({u"largeobjects/0001.part"_s, objects.first(half)});
    made.members.append({u"largeobjects/0002.part"_s, objects.sliced(half)});
    manifest.largeObjectMembers = {u"largeobjects/0001.part"_s, u"largeobjects/0002.part"_s};
    made.members.append({sequencesMember, joined(*session, sequencesSql)});
    made.members.append({refreshMember, joined(*session, refreshSql)});
    made.list();
    return made;
}

void setRows(MadeArchive &made, const QString &name, const QByteArrayList &textRows)
{
    const auto table = std::ranges::find(made.manifest.tables, name, &ManifestTable::name);
    made.members.removeIf([&](const auto &member) { return table->members.contains(member.first); });
    table->members.clear();
    table->encoding = RowEncoding::Text;
    table->hash = {};
    table->bytes = 0;
    addChunks(made, *table, textRows, 100);
    made.list();
}

} // namespace civicq::tests
