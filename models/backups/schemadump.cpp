// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/schemadump.h"

#include "backups/tocfilter.h"
#include "backups/toolwords.h"
#include "core/platform.h"
#include "postgres/toolconnection.h"

#include <QtCore/QElapsedTimer>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

using namespace std::chrono_literals;

// Somebody who wants to change a table waits for our lock on it, and pg_dump would wait behind that one: for ever.
constexpr std::chrono::milliseconds schemaLockPatience = 10s;

} // namespace

Result<std::unique_ptr<SchemaDump>> SchemaDump::create(core::TaskContext &context, const Toolbox &toolbox,
                                                       int serverMajor,
                                                       const postgres::ConnectionParameters &parameters)
{
    std::unique_ptr<SchemaDump> dump(new SchemaDump(toolbox, parameters));
    auto pgDump = toolbox.tools.find(context, u"pg_dump"_s, serverMajor);
    if (!pgDump)
        return core::fail(pgDump.error());
    dump->m_pgDump = std::move(*pgDump);
    auto pgRestore = toolbox.tools.find(context, u"pg_restore"_s, dump->m_pgDump.major());
    if (!pgRestore)
        return core::fail(pgRestore.error());
    dump->m_pgRestore = std::move(*pgRestore);
    if (!dump->m_folder.isValid())
        return core::fail(core::lastFileError(dump->m_folder.path()));
    return dump;
}

Result<> SchemaDump::run(core::TaskContext &context, const QString &snapshot, const TableClosure *closure)
{
    const auto connection = postgres::toolConnection(m_parameters, u"CivicQ backup, schema"_s);
    core::ProcessRequest schema;
    schema.program = m_pgDump.path;
    schema.arguments = {u"--format=custom"_s,        u"--schema-only"_s,
                        u"--no-password"_s,          u"--lock-wait-timeout=%1"_s.arg(schemaLockPatience.count()),
                        u"--snapshot="_s + snapshot, u"--file="_s + dumpPath(),
                        connection.argument};
    schema.environment = connection.environment;
    QElapsedTimer clock;
    clock.start();
    if (const auto made = runTool(context, std::move(schema)); !made) {
        core::Error error = made.error();
        if (error.code == ErrorCode::ProcessFailed && clock.durationElapsed() >= schemaLockPatience)
            error.code = ErrorCode::Busy;
        return core::fail(std::move(error));
    }
    if (closure) {
        if (const auto chosen = chooseEntries(context, *closure); !chosen)
            return chosen;
    }
    for (const auto &[section, path] :
         {std::pair(u"pre-data"_s, preDataPath()), std::pair(u"post-data"_s, postDataPath())}) {
        core::ProcessRequest plain;
        plain.program = m_pgRestore.path;
        // To a file: standard output would be in text mode on Windows.
        plain.arguments = {u"--section="_s + section, u"--file="_s + path};
        if (closure)
            plain.arguments.append(u"--use-list="_s + listPath());
        plain.arguments.append(dumpPath());
        if (const auto written = runTool(context, std::move(plain)); !written)
            return core::fail(written.error());
    }
    return {};
}

Result<> SchemaDump::chooseEntries(core::TaskContext &context, const TableClosure &closure)
{
    core::ProcessRequest list;
    list.program = m_pgRestore.path;
    list.arguments = {u"--list"_s, dumpPath()};
    const auto listed = runTool(context, std::move(list));
    if (!listed)
        return core::fail(listed.error());
    QFile file(listPath());
    const QByteArray kept = filterToc(*listed, closure);
    if (!file.open(QIODevice::WriteOnly) || file.write(kept) != kept.size() || !file.flush())
        return core::fail(core::lastFileError(file.fileName()));
    return {};
}

Result<> SchemaDump::largeObjects(core::TaskContext &context, const QString &snapshot,
                                  const std::function<Result<>(QByteArrayView)> &sink)
{
    const auto connection = postgres::toolConnection(m_parameters, u"CivicQ backup, large objects"_s);
    core::ProcessRequest request;
    request.program = m_pgDump.path;
    // Nothing of any schema leaves the large objects alone. gzip, as every pg_restore has it.
    request.arguments = {u"--format=custom"_s,        u"--data-only"_s,   u"--blobs"_s,
                         u"--compress=1"_s,           u"--no-password"_s, u"--exclude-schema=*"_s,
                         u"--snapshot="_s + snapshot, connection.argument};
    request.environment = connection.environment;
    request.output = sink;
    if (const auto done = runTool(context, std::move(request)); !done)
        return core::fail(done.error().during(u"reading the large objects"_s));
    return {};
}

Result<QByteArray> SchemaDump::runTool(core::TaskContext &context, core::ProcessRequest request)
{
    request.environment.insert(plainWords());
    request.errorLine = [&context, warnings = ToolWarnings()](const QString &line) mutable {
        if (warnings.take(line))
            context.message(line);
    };
    auto done = m_toolbox.processes.run(context, request);
    if (!done)
        return core::fail(done.error());
    if (done->exitCode != 0)
        return core::fail(toolFailure(ErrorCode::ProcessFailed, request.program, done->errorText));
    return std::move(done->output);
}

} // namespace civicq::backups
