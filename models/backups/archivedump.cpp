// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/archivedump.h"

#include "archive/archiveformat.h"
#include "backups/dumpqueue.h"
#include "backups/dumpscripts.h"
#include "backups/dumpsession.h"
#include "backups/largeobjects.h"
#include "backups/tablecopy.h"
#include "core/platform.h"
#include "postgres/environment.h"
#include "postgres/identifier.h"

#include <QtCore/QCoreApplication>

#include <future>

using namespace Qt::StringLiterals;
using civicq::archive::ArchivePart;
using civicq::archive::ArchiveWriter;
using civicq::core::Result;

namespace civicq::backups {

namespace {

using namespace std::chrono_literals;

constexpr auto lockPatience = 5min; // behind somebody's ALTER TABLE; then the reason
constexpr qsizetype sliceSize = qsizetype(16) << 20;

archive::ManifestMember named(QLatin1StringView name)
{
    return {name, 0, {}, {}, {}};
}

Result<> addText(ArchiveWriter &writer, QLatin1StringView name, const QByteArray &text)
{
    return text.isEmpty() ? Result<>() : writer.add(named(name), text);
}

Result<> addFile(core::TaskContext &context, ArchiveWriter &writer, QLatin1StringView name, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return core::fail(core::lastFileError(path));
    if (const auto begun = writer.begin(name, file.size()); !begun)
        return begun;
    while (!file.atEnd()) {
        if (context.isCancelled())
            return core::TaskContext::cancelled();
        const QByteArray piece = file.read(1 << 20);
        if (piece.isEmpty())
            return core::fail(core::lastFileError(path));
        if (const auto written = writer.write(piece); !written)
            return written;
    }
    return writer.end();
}

QString toolVersion(const postgres::ClientTool &tool)
{
    return u"%1.%2"_s.arg(tool.major()).arg(tool.versionNumber % 10000);
}

ArchivePart partOf(Part part)
{
    return part == Part::SchemaOnly ? ArchivePart::Schema
           : part == Part::DataOnly ? ArchivePart::Data
                                    : ArchivePart::Everything;
}

} // namespace

Result<std::unique_ptr<ArchiveDump>> ArchiveDump::prepare(core::TaskContext &context, const Toolbox &toolbox,
                                                          postgres::Connection &session,
                                                          const ArchiveDumpRequest &request)
{
    std::unique_ptr<ArchiveDump> dump(new ArchiveDump(session, request));
    // The programs are asked for their versions while the server is asked for its tables.
    DumpTask beside(context, 0, nullptr);
    auto tools = std::async(std::launch::async, [&, major = session.serverMajor()] {
        return SchemaDump::create(beside, toolbox, major, request.parameters);
    });
    auto found = dump->describe(context);
    if (found)
        found = dump->findTables(context);
    auto schema = tools.get();
    if (!schema)
        return core::fail(schema.error());
    if (!found)
        return core::fail(found.error());
    dump->m_schema = std::move(*schema);
    dump->m_manifest.pgDumpVersion = toolVersion(dump->m_schema->tool());
    dump->m_manifest.pgDumpVersionNumber = dump->m_schema->tool().versionNumber;
    return dump;
}

// What is known before the transaction: a question the role may not ask must not end it.
Result<> ArchiveDump::describe(core::TaskContext &context)
{
    auto locale = databaseLocale(context, m_session, m_session.database());
    if (!locale)
        return core::fail(locale.error());
    archive::Manifest &manifest = m_manifest;
    manifest.application = u"CivicQ Admin "_s + QCoreApplication::applicationVersion();
    manifest.database.name = m_session.database();
    manifest.database.system = systemIdentifier(context, m_session);
    manifest.database.encoding = locale->encoding;
    manifest.database.provider = locale->provider;
    manifest.database.collate = locale->collate;
    manifest.database.ctype = locale->ctype;
    manifest.database.locale = locale->locale;
    if (const auto mark = postgres::readEnvironment(context, m_session);
        mark && mark->environment != postgres::Environment::Unknown)
        manifest.database.environment = postgres::environmentName(mark->environment);
    if (const auto size = m_session.query(context, u"SELECT pg_database_size(current_database())"_s))
        manifest.database.bytes = size->integer(0, 0);
    manifest.serverVersion = m_session.reported("server_version");
    manifest.serverVersionNumber = m_session.serverVersion();
    manifest.part = partOf(m_request.part);
    for (const TableFacts &table : m_request.chosen)
        manifest.chosenTables.append(table.table.display());
    manifest.compression = u"zstd:%1"_s.arg(m_request.zstdLevel);
    manifest.jobs = m_request.jobs;
    return {};
}

Result<> ArchiveDump::findTables(core::TaskContext &context)
{
    // Before the session forgets its search path. A table the role may not read says nothing.
    const auto versions =
        m_session.query(context, u"SELECT n.nspname FROM pg_class c JOIN pg_namespace n "
                                 "ON n.oid = c.relnamespace WHERE c.oid = to_regclass('alembic_version') "
                                 "AND has_table_privilege(c.oid, 'SELECT')"_s);
    auto snapshot = beginSnapshot(context, m_session);
    if (!snapshot)
        return core::fail(snapshot.error());
    m_manifest.snapshot = std::move(*snapshot);
    if (versions && !versions->isEmpty()) {
        const QString table = postgres::Identifier(versions->text(0, 0), u"alembic_version"_s).sql();
        const auto revisions = m_session.query(context, u"SELECT version_num::text FROM "_s + table + u" ORDER BY 1"_s);
        if (!revisions)
            return core::fail(revisions.error().during(u"reading the migration revision"_s));
        for (int row = 0; row < revisions->count(); ++row)
            m_manifest.database.migrationRevisions.append(revisions->text(row, 0));
    }
    std::optional<QList<TableName>> only;
    if (!m_request.chosen.isEmpty()) {
        auto closure = tableClosure(context, m_session, m_request.chosen);
        if (!closure)
            return core::fail(closure.error());
        for (const QString &key : std::as_const(closure->leftOut))
            context.message(u"Left out, because its table was not chosen: foreign key %1"_s.arg(key));
        for (const QString &table : std::as_const(closure->definitionsOnly))
            context.message(u"Included without its rows, because a chosen table needs it: %1"_s.arg(table));
        only = closure->rowTables;
        m_closure = std::move(*closure);
    }
    if (m_request.part == Part::SchemaOnly)
        return {};
    auto tables = dumpTables(context, m_session, only);
    if (!tables)
        return core::fail(tables.error());
    m_tables = std::move(*tables);
    if (const auto patient = setLockTimeout(context, m_session, lockPatience); !patient)
        return patient;
    if (const auto locked = lockTables(context, m_session, m_tables); !locked)
        return locked;
    return measureTables(context, m_session, m_tables);
}

qint64 ArchiveDump::bytes() const
{
    qint64 sum = 0;
    for (const DumpTable &table : m_tables)
        sum += table.bytes;
    return sum;
}

// pg_dump and the other sessions complain of a snapshot whose session has been lost: then that is the reason.
core::Error ArchiveDump::reasonFor(core::TaskContext &context, const core::Error &error)
{
    if (context.isCancelled())
        return core::TaskContext::cancelled().error();
    const auto alive = m_session.script(context, "SELECT 1");
    const bool lost = !alive && alive.error().code == core::ErrorCode::ConnectionLost;
    return lost ? alive.error() : error;
}

Result<archive::Manifest> ArchiveDump::write(core::TaskContext &context, const archive::ByteSink &sink)
{
    m_manifest.created = QDateTime::currentDateTimeUtc();
    ArchiveWriter writer(sink, m_manifest.created);
    const TableCopyOptions options{m_request.parameters, m_manifest.snapshot, m_manifest.database.encoding,
                                   m_request.zstdLevel,  m_request.jobs,      m_request.board};
    TableCopy copy(context, options, m_tables, writer);
    copy.start(m_session); // the rows are on their way while pg_dump works
    if (m_request.part != Part::DataOnly) {
        if (const auto made = m_schema->run(context, m_manifest.snapshot, m_closure ? &*m_closure : nullptr); !made) {
            const auto copied = copy.stop();
            return core::fail(reasonFor(context, copied ? made.error() : copied.error()));
        }
    }
    if (const auto begun = writeBeforeRows(context, writer); !begun)
        return core::fail(begun.error());
    if (const auto copied = copy.finish(m_session); !copied)
        return core::fail(reasonFor(context, copied.error()));
    m_manifest.tables = copy.tables();
    if (m_request.part != Part::SchemaOnly) {
        if (const auto written = writeLargeObjects(context, writer); !written)
            return core::fail(written.error());
        if (const auto written = writeScripts(context, writer); !written)
            return core::fail(written.error());
    }
    if (const auto finished = writer.finish(m_manifest); !finished)
        return core::fail(finished.error());
    if (const auto ended = m_session.script(context, "COMMIT"); !ended)
        return core::fail(ended.error());
    m_manifest.members = writer.members();
    m_fingerprint = writer.fingerprint();
    m_sha256 = writer.sha256();
    return m_manifest;
}

Result<> ArchiveDump::writeBeforeRows(core::TaskContext &context, ArchiveWriter &writer)
{
    if (const auto begun = writer.add(named(archive::readmeMember), readme(m_manifest)); !begun)
        return begun;
    if (m_request.part == Part::DataOnly)
        return {};
    QList<std::pair<QLatin1StringView, QString>> parts{{archive::schemaMember, m_schema->dumpPath()}};
    if (m_closure)
        parts.append({archive::schemaListMember, m_schema->listPath()});
    parts.append({archive::preDataMember, m_schema->preDataPath()});
    parts.append({archive::postDataMember, m_schema->postDataPath()});
    for (const auto &[member, path] : std::as_const(parts)) {
        if (const auto added = addFile(context, writer, member, path); !added)
            return added;
    }
    return {};
}

Result<> ArchiveDump::writeLargeObjects(core::TaskContext &context, ArchiveWriter &writer)
{
    if (m_closure)
        return {}; // they belong to no table
    const auto count = m_session.query(context, u"SELECT count(*) FROM pg_catalog.pg_largeobject_metadata"_s);
    if (!count)
        return core::fail(count.error().during(u"counting the large objects"_s));
    m_manifest.largeObjectCount = count->integer(0, 0);
    if (m_manifest.largeObjectCount == 0)
        return {};
    // The server hashes what pg_dump reads, in the same snapshot.
    DumpTask beside(context, 0, nullptr);
    auto hashed = std::async(std::launch::async, [&] { return largeObjectHash(beside, m_session); });
    QByteArray slice;
    const auto store = [&]() -> Result<> {
        const QString name = archive::largeObjectsFolder
                             + u"%1.part"_s.arg(m_manifest.largeObjectMembers.size() + 1, 4, 10, QChar(u'0'));
        m_manifest.largeObjectMembers.append(name);
        const auto added = writer.add({name, 0, {}, {}, {}}, slice);
        slice.clear();
        return added;
    };
    const auto dumped = m_schema->largeObjects(context, m_manifest.snapshot, [&](QByteArrayView bytes) -> Result<> {
        slice.append(bytes);
        return slice.size() >= sliceSize ? store() : Result<>();
    });
    if (!dumped) {
        beside.stop(dumped.error());
        return dumped;
    }
    const auto hash = hashed.get();
    if (!hash)
        return core::fail(hash.error());
    m_manifest.largeObjectHash = *hash;
    return slice.isEmpty() ? Result<>() : store();
}

Result<> ArchiveDump::writeScripts(core::TaskContext &context, ArchiveWriter &writer)
{
    if (const auto added =
            addText(writer, archive::loadMember, m_tables.isEmpty() ? QByteArray() : loadScript(m_manifest));
        !added)
        return added;
    const auto sequences =
        sequenceScript(context, m_session, m_closure ? std::optional(m_closure->sequences) : std::nullopt);
    if (!sequences)
        return core::fail(sequences.error());
    m_manifest.sequences = sequences->count;
    if (const auto added = addText(writer, archive::sequencesMember, sequences->sql); !added)
        return added;
    const auto refresh = m_closure ? Result<QByteArray>(QByteArray()) : refreshScript(context, m_session);
    if (!refresh)
        return core::fail(refresh.error());
    return addText(writer, archive::refreshMember, *refresh);
}

} // namespace civicq::backups
