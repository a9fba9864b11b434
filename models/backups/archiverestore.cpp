// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/archiverestore.h"

#include "archive/archiveformat.h"
#include "backups/archivefeed.h"
#include "backups/parallelrestore.h"
#include "backups/restoreboard.h"
#include "backups/restoresession.h"
#include "backups/stagedtask.h"
#include "backups/streamedrows.h"
#include "backups/tablerows.h"
#include "backups/toolwords.h"
#include "core/platform.h"

#include <QtCore/QTemporaryFile>

#include <algorithm>
#include <initializer_list>
#include <list>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;
using civicq::archive::Manifest;
using civicq::archive::MemberReader;
using civicq::core::Result;
using civicq::postgres::Connection;

namespace civicq::backups {

namespace {

using Session = std::unique_ptr<Connection>;

constexpr qint64 finestProgress = 10'000; // of a whole made of the file's bytes and the rows'
constexpr double streamShare = 0.7;       // of a restore in order; the rest is making the indexes

// What pg_restore makes of the archive it is fed.
Result<std::unique_ptr<ByteSource>> pgRestore(core::TaskContext &context, const Toolbox &toolbox,
                                              core::ProcessRequest request, const QString &section, int dumpMajor)
{
    // That of the pg_dump which wrote it, or a newer one; of older ones the newest reads most. Before 12 `-` was a file.
    constexpr int printing = 12;
    auto tool = toolbox.tools.find(context, u"pg_restore"_s, std::max(dumpMajor, printing));
    if (!tool && tool.error().code == core::ErrorCode::ToolTooOld)
        tool = toolbox.tools.find(context, u"pg_restore"_s, 0);
    if (!tool)
        return core::fail(tool.error());
    request.program = tool->path;
    request.arguments.append(u"--file=-"_s);
    if (!section.isEmpty())
        request.arguments.append(u"--section="_s + section);
    request.environment = plainWords();
    return openProcess(context, toolbox.processes, std::move(request));
}

class Engine
{
public:
    Engine(core::TaskContext &context, const Toolbox &toolbox, const ArchiveRestore &request)
        : m_context(context), m_toolbox(toolbox), m_request(request), m_manifest(*request.manifest), m_notes(context),
          m_board(request.board), m_session(m_manifest.database.encoding, request.jobs)
    {}

    Result<LoadReport> run()
    {
        const auto schema = m_request.plan ? openPlan() : openStream();
        if (!schema)
            return core::fail(schema.error());
        auto session = m_request.connect(m_context);
        if (!session)
            return core::fail(session.error());
        using Step = std::function<Result<>()>;
        for (const Step &step : std::initializer_list<Step>{
                 [&] { return definitions(**session, *schema); },
                 [&] { return planRest(*schema); },
                 [&] { return m_feed ? streamRows(**session) : largeObjects(**session); },
                 [&] { return sideBySide(); },
                 [&] { return inOrder(**session); },
                 [&] { return m_request.schemaOnly ? Result<>() : member(**session, archive::sequencesMember); },
                 [&] { return m_request.schemaOnly ? Result<>() : member(**session, archive::refreshMember); },
                 [&] { return runAll(**session, m_eventTriggers); },
             }) {
            if (const auto done = step(); !done)
                return core::fail(done.error());
        }
        m_report.notes += m_notes.sentences();
        m_report.notes.removeDuplicates();
        m_report.leftOut += m_notes.leftOut();
        return std::move(m_report);
    }

private:
    // A table whose rows come chunk by chunk.
    struct Arriving
    {
        RestoreStep step;
        qint64 bytes = 0; // that have come
    };

    // The definitions, as pg_dump packed them, and which of them where only some are wanted.
    Result<ArchiveSchema> openPlan()
    {
        auto reader = MemberReader::open(m_request.plan);
        if (!reader)
            return core::fail(reader.error());
        m_reader.emplace(std::move(*reader));
        ArchiveSchema schema{{}, {}, m_manifest.pgDumpMajor()};
        auto dump = m_reader->read(archive::schemaMember);
        if (!dump)
            return core::fail(dump.error());
        schema.dump = std::move(*dump);
        if (m_request.plan->offsets.contains(archive::schemaListMember)) {
            auto list = m_reader->read(archive::schemaListMember);
            if (!list)
                return core::fail(list.error());
            schema.list = std::move(*list);
        }
        return schema;
    }

    Result<ArchiveSchema> openStream()
    {
        auto source = m_request.stream();
        if (!source)
            return core::fail(source.error());
        m_staged.emplace(m_context, finestProgress, core::Unit::Objects);
        m_staged->stage({}, streamShare);
        m_feed.emplace(std::move(*source), m_request.manifest);
        for (;;) {
            auto member = m_feed->next();
            if (!member)
                return core::fail(member.error());
            if (!*member || archive::chunkEncoding((*member)->name))
                return core::fail(core::ErrorCode::Corrupt, u"the definitions do not stand before the rows"_s);
            if ((*member)->name == archive::schemaMember)
                return withList({std::move((*member)->content), {}, m_manifest.pgDumpMajor()});
        }
    }

    // The list stands right behind the definitions it chooses from.
    Result<ArchiveSchema> withList(ArchiveSchema schema)
    {
        const auto ahead = m_feed->peek();
        if (!ahead)
            return core::fail(ahead.error());
        if (*ahead && (*ahead)->name == archive::schemaListMember) {
            auto list = m_feed->next();
            if (!list)
                return core::fail(list.error());
            schema.list = std::move((*list)->content);
        }
        return schema;
    }

    // What an archive holds behind its definitions, as it comes.
    Result<> streamRows(Connection &session)
    {
        const QList<RestoreStep> steps = allSteps();
        m_board.begin(steps, m_manifest);
        if (m_request.schemaOnly)
            return {};
        QHash<QString, Arriving *> wanted; // by chunk
        std::list<Arriving> tables;
        for (const RestoreStep &step : steps) {
            if (step.stage != RestoreStep::Stage::Rows)
                continue;
            Arriving &table = tables.emplace_back(step);
            for (const QString &chunk : m_manifest.tables.at(step.manifestTable).members)
                wanted.insert(chunk, &table);
        }
        StreamedRows rows(
            m_context, m_manifest, [this](core::TaskContext &task) { return open(task); }, m_request.jobs);
        for (;;) {
            const auto ahead = m_feed->peek();
            if (!ahead)
                return core::fail(ahead.error());
            if (m_context.isCancelled())
                return core::TaskContext::cancelled();
            if (!*ahead)
                break;
            const QString name = (*ahead)->name; // the member itself is taken next
            m_staged->report({{}, name, m_feed->position(), m_feed->size(), core::Unit::Bytes});
            if (const auto taken = takeMember(session, name, wanted.value(name), rows); !taken)
                return taken;
        }
        const auto finished = rows.finish();
        for (const Arriving &table : tables)
            m_board.ended(table.step);
        return finished;
    }

    Result<> takeMember(Connection &session, const QString &name, Arriving *table, StreamedRows &rows)
    {
        if (name == m_manifest.largeObjectMembers.value(0))
            return streamLargeObjects(session);
        auto member = m_feed->next();
        if (!member)
            return core::fail(member.error());
        if (name == archive::sequencesMember || name == archive::refreshMember)
            m_scripts.insert(name, (*member)->content);
        if (!table)
            return {};
        if (table->bytes == 0)
            m_board.started(table->step);
        table->bytes += m_manifest.member(name)->rawBytes.value_or(0);
        m_board.reached(table->step, table->bytes);
        return rows.give(table->step.manifestTable, std::move((*member)->content));
    }

    Result<> streamLargeObjects(Connection &session)
    {
        core::ProcessRequest request;
        request.input = [this]() -> Result<QByteArray> { // the process' thread has the feed meanwhile
            const auto ahead = m_feed->peek();
            if (!ahead)
                return core::fail(ahead.error());
            if (!*ahead || !(*ahead)->name.startsWith(archive::largeObjectsFolder))
                return QByteArray();
            auto member = m_feed->next();
            return member ? Result<QByteArray>(std::move((*member)->content)) : core::fail(member.error());
        };
        auto sql = pgRestore(m_context, m_toolbox, std::move(request), {}, m_manifest.pgDumpMajor());
        return sql ? load(session, std::move(*sql)) : core::fail(sql.error());
    }

    // Runs a script; notes and rows go into the report. Privileges are kept for the end.
    Result<> load(Connection &session, std::unique_ptr<ByteSource> sql)
    {
        SqlReader reader(std::move(sql));
        SqlLoader loader(m_context, session, reader, m_request.tables, m_request.programs);
        loader.setAside([this](const SqlStatement &statement) {
            if (!isPrivilege(statement))
                return false;
            m_privileges.append(statement);
            return true;
        });
        auto loaded = loader.load();
        if (!loaded)
            return core::fail(loaded.error());
        m_report.notes += loaded->notes;
        m_report.leftOut += loaded->leftOut;
        return {};
    }

    Result<> definitions(Connection &session, const ArchiveSchema &schema)
    {
        auto sql = sectionSql(m_context, m_toolbox, u"pre-data"_s, schema);
        return sql ? load(session, std::move(*sql)) : core::fail(sql.error());
    }

    Result<> planRest(const ArchiveSchema &schema)
    {
        auto sql = sectionSql(m_context, m_toolbox, u"post-data"_s, schema);
        if (!sql)
            return core::fail(sql.error());
        SqlReader reader(std::move(*sql));
        auto post = readPostData(reader, m_manifest, m_request.programs);
        if (!post)
            return core::fail(post.error().during(u"reading what comes after the rows"_s));
        m_post = std::move(*post);
        return {};
    }

    QList<RestoreStep> allSteps() const
    {
        QList<RestoreStep> steps;
        if (!m_request.schemaOnly)
            steps = rowSteps(m_manifest, [this](const TableName &table) { return isWanted(table); });
        // Of chosen tables a foreign key may point at rows that were not wanted: it is not made then.
        return steps + (m_request.tables.isEmpty() ? withValidation(m_post.steps) : m_post.steps);
    }

    Result<> sideBySide()
    {
        QList<RestoreStep> steps = allSteps();
        if (m_feed) // the rows are in
            steps.removeIf([](const RestoreStep &step) { return step.stage == RestoreStep::Stage::Rows; });
        else
            m_board.begin(steps, m_manifest);
        if (m_staged)
            m_staged->stage({}, 1.0);
        core::TaskContext &task = m_staged ? *m_staged : m_context;
        ParallelRestore::Worker worker;
        worker.connect = [this](core::TaskContext &task) { return open(task); };
        worker.run = [this](core::TaskContext &task, Connection &session, const RestoreStep &step) {
            m_board.started(step);
            const auto done = runStep(task, session, step);
            if (done)
                m_board.ended(step);
            return done;
        };
        return ParallelRestore(task, std::move(worker), m_request.jobs).run(std::move(steps));
    }

    bool isWanted(const TableName &table) const
    {
        return m_request.tables.isEmpty()
               || std::ranges::any_of(m_request.tables, [&](const QString &typed) { return table.matches(typed); });
    }

    Result<Session> open(core::TaskContext &task) const
    {
        auto session = m_request.connect(task);
        if (!session)
            return session;
        RestoreNotes ignored(task); // they were noted in the first session
        StatementRunner runner(task, **session, ignored, false);
        for (const SqlStatement &statement : m_post.prelude) {
            if (const auto set = runner.run(statement); !set)
                return core::fail(set.error());
        }
        const auto ready = m_session.set(task, **session);
        return ready ? std::move(session) : core::fail(ready.error());
    }

    Result<> runStep(core::TaskContext &task, Connection &session, const RestoreStep &step)
    {
        switch (step.stage) {
        case RestoreStep::Stage::Rows: return rows(task, session, step);
        case RestoreStep::Stage::Statistics: {
            const auto done = RestoreSession::analyze(task, session, step.table());
            return done ? Result<>() : core::fail(done.error().during(u"gathering statistics"_s));
        }
        case RestoreStep::Stage::Key:
        case RestoreStep::Stage::Index:
        case RestoreStep::Stage::ForeignKey:
        case RestoreStep::Stage::Validation: break;
        }
        if (!step.setting.isEmpty()) {
            if (const auto set = session.statement(task, step.setting); !set)
                return core::fail(StatementRunner::placed(set.error(), step.statement));
        }
        StatementRunner runner(task, session, m_notes, !m_request.tables.isEmpty());
        const auto run = [&] { return runner.run(step.statement); };
        if (step.stage == RestoreStep::Stage::Validation)
            return RestoreSession::validate(task, session, step.tableText, step.constraint, run);
        return m_session.makeIndex(task, session, step, run);
    }

    Result<> rows(core::TaskContext &task, Connection &session, const RestoreStep &step)
    {
        auto reader = MemberReader::open(m_request.plan);
        if (!reader)
            return core::fail(reader.error());
        const archive::ManifestTable &table = m_manifest.tables.at(step.manifestTable);
        return loadTable(task, session, *reader, table, [&](qint64 bytes) {
            task.report({{}, step.table().display(), bytes, step.cost, core::Unit::Bytes});
            m_board.reached(step, bytes);
        });
    }

    Result<> largeObjects(Connection &session)
    {
        if (m_request.schemaOnly || m_manifest.largeObjectMembers.isEmpty())
            return {};
        core::ProcessRequest request;
        qsizetype next = 0;
        request.input = [this, next]() mutable -> Result<QByteArray> {
            if (next == m_manifest.largeObjectMembers.size())
                return QByteArray();
            return m_reader->read(m_manifest.largeObjectMembers.at(next++));
        };
        auto sql = pgRestore(m_context, m_toolbox, std::move(request), {}, m_manifest.pgDumpMajor());
        return sql ? load(session, std::move(*sql)) : core::fail(sql.error());
    }

    Result<> inOrder(Connection &session)
    {
        QList<SqlStatement> rest;
        for (const SqlStatement &statement : std::as_const(m_post.rest)) {
            if (isPrivilege(statement))
                m_privileges.append(statement);
            else
                (isEventTrigger(statement) ? m_eventTriggers : rest).append(statement);
        }
        for (const QList<SqlStatement> &statements : {m_post.prelude, rest, m_privileges}) {
            if (const auto done = runAll(session, statements); !done)
                return done;
        }
        return {};
    }

    Result<> runAll(Connection &session, const QList<SqlStatement> &statements)
    {
        StatementRunner runner(m_context, session, m_notes, !m_request.tables.isEmpty());
        for (const SqlStatement &statement : statements) {
            if (m_context.isCancelled())
                return core::TaskContext::cancelled();
            if (const auto done = runner.run(statement); !done)
                return done;
        }
        return {};
    }

    // A script of the archive's own; not there: nothing of the kind.
    Result<> member(Connection &session, const QString &name)
    {
        if (!m_manifest.member(name))
            return {};
        const auto sql = m_feed ? Result<QByteArray>(m_scripts.value(name)) : m_reader->read(name);
        return sql ? load(session, openBytes(*sql)) : core::fail(sql.error());
    }

    std::optional<StagedTask> m_staged; // of a restore in order
    core::TaskContext &m_context;
    const Toolbox &m_toolbox;
    const ArchiveRestore &m_request;
    const Manifest &m_manifest;
    RestoreNotes m_notes;
    RestoreBoard m_board;
    const RestoreSession m_session;
    std::optional<MemberReader> m_reader; // by position, or
    std::optional<ArchiveFeed> m_feed;    // in order
    QHash<QString, QByteArray> m_scripts; // that came in order and run last
    PostData m_post;
    QList<SqlStatement> m_privileges;
    QList<SqlStatement> m_eventTriggers;
    LoadReport m_report;
};

} // namespace

Result<std::unique_ptr<ByteSource>> sectionSql(core::TaskContext &context, const Toolbox &toolbox,
                                               const QString &section, const ArchiveSchema &schema)
{
    core::ProcessRequest request;
    std::shared_ptr<QTemporaryFile> list;
    if (!schema.list.isEmpty()) {
        list = std::make_shared<QTemporaryFile>();
        if (!list->open() || list->write(schema.list) != schema.list.size() || !list->flush())
            return core::fail(core::lastFileError(list->fileName()));
        list->close();
        request.arguments = {u"--use-list="_s + list->fileName()};
    }
    // The list is there for as long as the program reads.
    request.input = [rest = schema.dump, list]() mutable -> Result<QByteArray> {
        return std::exchange(rest, QByteArray());
    };
    return pgRestore(context, toolbox, std::move(request), section, schema.toolMajor);
}

Result<LoadReport> restoreArchive(core::TaskContext &context, const Toolbox &toolbox, const ArchiveRestore &request)
{
    return Engine(context, toolbox, request).run();
}

} // namespace civicq::backups
