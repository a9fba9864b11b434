// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/dumper.h"

#include "backups/dumpprogress.h"
#include "backups/tocfilter.h"
#include "backups/toolwords.h"
#include "core/platform.h"
#include "core/scratchfolder.h"
#include "postgres/identifier.h"
#include "postgres/toolconnection.h"

#include <QtCore/QRandomGenerator>

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

constexpr auto schemaFile = "/schema.dump";
constexpr auto listFile = "/list";

QString pattern(const TableName &table)
{
    // pg_dump's pattern language takes a quoted identifier as it is.
    return postgres::Identifier(table.schema, table.name).sql();
}

// On Windows pg_dump's standard output is in text mode: a carriage return goes before every line feed, also one that is
// part of a function's body. Taking out exactly that one gives back what the server said.
class LineEnds
{
public:
    [[nodiscard]] QByteArray mended(QByteArrayView bytes)
    {
        QByteArray piece = std::exchange(m_held, {}).append(bytes);
        if (!m_decided && piece.contains('\n')) {
            m_decided = true;
            m_textMode = piece.contains("\r\n") && piece.indexOf("\r\n") + 1 == piece.indexOf('\n');
        }
        if (m_decided && !m_textMode)
            return piece;
        if (piece.endsWith('\r') || !m_decided) {
            m_held = piece.endsWith('\r') ? piece.last(1) : piece;
            piece.chop(m_held.size());
        }
        return piece.replace("\r\n", "\n");
    }
    [[nodiscard]] QByteArray rest() { return std::exchange(m_held, {}); }

private:
    bool m_decided = false;
    bool m_textMode = false;
    QByteArray m_held;
};

} // namespace

Result<Dumper> Dumper::create(core::TaskContext &context, const Toolbox &toolbox, int serverMajor,
                              const DumpRequest &request)
{
    Dumper dumper(toolbox, request);
    auto pgDump = toolbox.tools.find(context, u"pg_dump"_s, serverMajor);
    if (!pgDump)
        return core::fail(pgDump.error());
    dumper.m_pgDump = std::move(*pgDump);
    if (!request.chosen.isEmpty() && request.part != Part::DataOnly) {
        auto pgRestore = toolbox.tools.find(context, u"pg_restore"_s, dumper.m_pgDump.major());
        if (!pgRestore)
            return core::fail(pgRestore.error());
        dumper.m_pgRestore = std::move(*pgRestore);
    }
    return dumper;
}

QString Dumper::toolVersion() const
{
    return u"%1.%2"_s.arg(m_pgDump.major()).arg(m_pgDump.versionNumber % 10000);
}

Result<> Dumper::dump(core::TaskContext &context, postgres::Connection &session, const Sink &sink)
{
    if (!m_request.chosen.isEmpty())
        return dumpChosen(context, session, sink);
    QStringList arguments;
    if (m_request.part == Part::SchemaOnly)
        arguments.append(u"--schema-only"_s);
    else if (m_request.part == Part::DataOnly)
        arguments.append(u"--data-only"_s);
    return runDump(context, arguments, sink);
}

// pg_dump --table leaves out the types, functions and extensions a table needs, and keeps foreign keys to tables that are
// not there: its script does not load. So the whole schema goes into an archive, pg_restore picks from it what the
// chosen tables need in the order it must have, and pg_dump gives the rows, all of one snapshot.
Result<> Dumper::dumpChosen(core::TaskContext &context, postgres::Connection &session, const Sink &sink)
{
    const core::ScratchFolder folder;
    if (!folder.isValid())
        return core::fail(core::lastFileError(folder.path()));
    return session.transaction(context, u"ISOLATION LEVEL REPEATABLE READ, READ ONLY"_s, [&]() -> Result<> {
        const auto exported = session.query(context, u"SELECT pg_export_snapshot()"_s);
        if (!exported)
            return core::fail(exported.error().during(u"exporting a snapshot"_s));
        const QString snapshot = exported->text(0, 0);
        const auto closure = tableClosure(context, session, m_request.chosen);
        if (!closure)
            return core::fail(closure.error());
        const bool withSchema = m_request.part != Part::DataOnly;
        if (withSchema) {
            for (const QString &key : closure->leftOut)
                context.message(u"Left out, because its table was not chosen: foreign key %1"_s.arg(key));
            for (const QString &table : closure->definitionsOnly)
                context.message(u"Included without its rows, because a chosen table needs it: %1"_s.arg(table));
            if (const auto prepared = prepareSchema(context, *closure, snapshot, folder.path()); !prepared)
                return prepared;
            if (const auto before = sortedSchema(context, u"pre-data"_s, folder.path(), sink); !before)
                return before;
        }
        if (m_request.part != Part::SchemaOnly) {
            QStringList arguments{u"--data-only"_s, u"--snapshot="_s + snapshot};
            for (const TableName &table : closure->rowTables + closure->sequences)
                arguments.append(u"--table="_s + pattern(table));
            if (const auto rows = runDump(context, arguments, sink); !rows)
                return rows;
        }
        return withSchema ? sortedSchema(context, u"post-data"_s, folder.path(), sink) : Result<>();
    });
}

Result<> Dumper::prepareSchema(core::TaskContext &context, const TableClosure &closure, const QString &snapshot,
                               const QString &folder)
{
    const auto connection = postgres::toolConnection(m_request.parameters, u"CivicQ backup, schema"_s);
    core::ProcessRequest schema;
    schema.program = m_pgDump.path;
    schema.arguments = {u"--format=custom"_s,
                        u"--schema-only"_s,
                        u"--no-password"_s,
                        u"--snapshot="_s + snapshot,
                        u"--file="_s + folder + QLatin1String(schemaFile),
                        connection.argument};
    schema.environment = connection.environment;
    if (const auto made = runTool(context, std::move(schema)); !made)
        return core::fail(made.error());
    core::ProcessRequest list;
    list.program = m_pgRestore.path;
    list.arguments = {u"--list"_s, folder + QLatin1String(schemaFile)};
    const auto listed = runTool(context, std::move(list));
    if (!listed)
        return core::fail(listed.error());
    QFile file(folder + QLatin1String(listFile));
    const QByteArray kept = filterToc(*listed, closure);
    if (!file.open(QIODevice::WriteOnly) || file.write(kept) != kept.size() || !file.flush())
        return core::fail(core::lastFileError(file.fileName()));
    return {};
}

Result<> Dumper::sortedSchema(core::TaskContext &context, const QString &section, const QString &folder,
                              const Sink &sink)
{
    core::ProcessRequest request;
    request.program = m_pgRestore.path;
    request.arguments = {u"--section="_s + section, u"--use-list="_s + folder + QLatin1String(listFile), u"--file=-"_s,
                         folder + QLatin1String(schemaFile)};
    const auto sql = runTool(context, std::move(request));
    if (!sql)
        return core::fail(sql.error());
    LineEnds ends;
    if (const auto taken = sink(ends.mended(*sql)); !taken)
        return taken;
    return sink(ends.rest());
}

Result<QByteArray> Dumper::runTool(core::TaskContext &context, core::ProcessRequest request)
{
    request.environment.insert(plainWords());
    if (!request.errorLine) {
        request.errorLine = [&context, warnings = ToolWarnings()](const QString &line) mutable {
            if (warnings.take(line))
                context.message(line);
        };
    }
    auto done = m_toolbox.processes.run(context, request);
    if (!done)
        return core::fail(done.error());
    if (done->exitCode != 0)
        return core::fail(toolFailure(ErrorCode::ProcessFailed, request.program, done->errorText));
    return std::move(done->output);
}

Result<> Dumper::runDump(core::TaskContext &context, const QStringList &arguments, const Sink &sink)
{
    const QString name = u"CivicQ backup %1"_s.arg(QRandomGenerator::global()->generate(), 8, 16, QChar(u'0'));
    const auto connection = postgres::toolConnection(m_request.parameters, name);
    const bool withRows = m_request.part != Part::SchemaOnly;
    std::optional<DumpProgress> progress;
    if (withRows)
        progress.emplace(context, m_request.parameters, name,
                         m_request.chosen.isEmpty() ? m_request.allTables : m_request.chosen, m_request.board);
    LineEnds ends;
    core::ProcessRequest request;
    request.program = m_pgDump.path;
    // Waiting for ever behind somebody's ALTER TABLE is no backup: five minutes, then the reason.
    request.arguments = QStringList{u"--no-password"_s, u"--verbose"_s, u"--lock-wait-timeout=300000"_s} + arguments;
    request.arguments.append(connection.argument);
    request.environment = connection.environment;
    request.output = [&](QByteArrayView bytes) { return sink(ends.mended(bytes)); };
    ToolWarnings warnings;
    request.errorLine = [&](const QString &line) {
        if (!(progress && progress->readLine(line)) && warnings.take(line))
            context.message(line);
    };
    if (const auto done = runTool(context, std::move(request)); !done)
        return core::fail(done.error());
    if (progress)
        progress->finish();
    return sink(ends.rest());
}

} // namespace civicq::backups
