// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/prove.h"

#include "backups/definitions.h"
#include "backups/largeobjects.h"
#include "backups/readback.h"
#include "backups/restorework.h"
#include "backups/stagedtask.h"
#include "backups/toolwords.h"
#include "postgres/toolconnection.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;
using civicq::core::Error;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

// Shares of the whole by which each step of a proof is through.
constexpr double verifiedShare = 0.15;
constexpr double filledShare = 0.7;
constexpr double lookedOverShare = 0.75;
constexpr double comparedShare = 1.0;

// What the content of the backup is to blame for; anything else says that the proof could not be made.
bool isOfTheBackup(const Error &error)
{
    return error.code == ErrorCode::Corrupt || error.code == ErrorCode::Truncated || error.code == ErrorCode::Sql;
}

// What is said of each table: by the manifest, or by the lines a script holds. Lines of another program's script may have
// been written with other settings than ours are read with, so of those the rows are counted.
QList<ExpectedRows> expectedOf(const Contents &contents)
{
    QList<ExpectedRows> expected;
    for (const TableContent &content : contents.tables) {
        if (content.foreign)
            continue;
        ExpectedRows rows;
        rows.table.schema = content.table.schema;
        rows.table.name = content.table.name;
        rows.table.columns = content.columns;
        rows.table.rows = content.rows;
        rows.rowsKnown = content.rowsKnown;
        const archive::ManifestTable *listed =
            contents.manifest ? contents.manifest->table(content.table.schema, content.table.name) : nullptr;
        if (listed) {
            rows.table = *listed;
            rows.rowsKnown = rows.hashKnown = contents.manifest->part != archive::ArchivePart::Schema;
        } else if (content.hash && contents.header) {
            rows.table.hash = *content.hash;
            rows.hashKnown = true;
        }
        expected.append(std::move(rows));
    }
    return expected;
}

class Prover
{
public:
    Prover(StagedTask &context, const Toolbox &toolbox, const ProofRequest &request)
        : m_context(context), m_toolbox(toolbox), m_request(request)
    {
        m_restore.server = request.server;
        m_restore.source = request.source;
        m_restore.jobs = request.jobs;
        m_restore.unlock = request.unlock;
    }

    Result<Proof> run()
    {
        m_context.stage(u"Reading the backup"_s, verifiedShare);
        auto read = verify(m_context, m_toolbox, m_request.source, m_request.unlock, Programs::Stop,
                           [this](const SqlStatement &statement) { m_expected.add(statement); });
        if (!read)
            return core::fail(read.error());
        m_proof.contents = std::move(read->contents);
        m_proof.sha256 = read->sha256;
        m_proof.fingerprint = read->fingerprint;
        m_proof.tables = m_proof.contents.tables.size();
        for (const Error &problem : std::as_const(read->problems))
            m_proof.problems.append(problem.message);
        m_proof.whole = m_proof.valid();
        if (m_proof.whole) {
            if (const auto done = inScratch(); !done)
                return core::fail(done.error());
        }
        m_proof.when = QDateTime::currentDateTimeUtc();
        return std::move(m_proof);
    }

private:
    // The scratch database goes with `swap`.
    Result<> inScratch()
    {
        const Contents &contents = m_proof.contents;
        if (!contents.definesTables() && std::ranges::any_of(contents.tables, &TableContent::hasRows))
            return core::fail(ErrorCode::InvalidArgument,
                              u"%1 holds rows without the tables they belong to; only a backup that can be restored by "
                              "itself can be proven"_s.arg(m_request.source),
                              {m_request.source});
        auto swap = DatabaseSwap::open(m_context, m_request.server, {});
        if (!swap)
            return core::fail(swap.error());
        if (const auto allowed = (*swap)->checkRights(m_context, std::nullopt); !allowed)
            return core::fail(allowed.error());
        m_context.stage(u"Restoring into a scratch database"_s, filledShare);
        if (const auto created = (*swap)->create(m_context, wantedLocale(contents, std::nullopt)); !created)
            return core::fail(created.error());
        const auto judged = judge(**swap);
        if (judged || !isOfTheBackup(judged.error()))
            return judged;
        m_proof.problems.append(judged.error().doing.isEmpty() || judged.error().code != ErrorCode::Sql
                                    ? judged.error().message
                                    : u"%1 (%2)"_s.arg(judged.error().message, judged.error().doing));
        return {};
    }

    Result<> judge(const DatabaseSwap &swap)
    {
        auto session = swap.connect(m_context);
        if (!session)
            return core::fail(session.error());
        m_major = (*session)->serverMajor();
        const int from = m_proof.contents.serverMajor();
        if (m_major < from)
            return core::fail(ErrorCode::VersionMismatch,
                              u"the backup is of PostgreSQL %1 and this server is version %2; it can be proven on the "
                              "same version or a newer one"_s.arg(from)
                                  .arg(m_major),
                              {QString::number(from), QString::number(m_major)});
        const auto loaded = fillDatabase(m_context, m_toolbox, m_restore, m_proof.contents, swap);
        if (!loaded)
            return core::fail(loaded.error());
        m_proof.notes += loaded->notes;
        m_rolesComplete = loaded->notes.isEmpty();
        for (const SqlStatement &statement : loaded->leftOut)
            m_expected.leaveOut(statement);
        m_context.stage(u"Checking the scratch database"_s, lookedOverShare);
        if (const auto checked = checkDatabase(m_context, m_restore, m_proof.contents, swap); !checked)
            return core::fail(checked.error());
        m_context.stage(u"Comparing with the backup"_s, comparedShare);
        for (const auto &compare : {&Prover::compareRows, &Prover::compareDefinitions}) {
            if (const auto compared = (this->*compare)(swap); !compared)
                return compared;
        }
        return compareCounts(**session);
    }

    Result<> compareRows(const DatabaseSwap &swap)
    {
        const QString encoding = m_proof.contents.header ? m_proof.contents.header->locale.encoding : QString();
        const auto read =
            readRowsBack(m_context, expectedOf(m_proof.contents), encoding.isEmpty() ? u"UTF8"_s : encoding,
                         sessionsFor(m_restore), [&swap](core::TaskContext &task) { return swap.connect(task); });
        if (!read)
            return core::fail(read.error());
        m_proof.problems += read->differences;
        m_proof.rows = read->rows;
        m_proof.hashed = read->hashed;
        const bool counted = std::ranges::any_of(m_proof.contents.tables, &TableContent::hasRows) && read->hashed == 0;
        if (counted)
            m_proof.notes.append(
                u"The rows were counted, not compared one by one: the file was made by another program"_s);
        return {};
    }

    // The definitions as pg_dump writes them of the scratch database.
    Result<> compareDefinitions(const DatabaseSwap &swap)
    {
        const auto tool = m_toolbox.tools.find(m_context, u"pg_dump"_s, m_major);
        if (!tool && (tool.error().code == ErrorCode::ToolTooOld || tool.error().code == ErrorCode::ToolMissing)) {
            m_proof.notes.append(u"The definitions were not compared: that needs pg_dump of version %1"_s.arg(m_major));
            return {};
        }
        if (!tool)
            return core::fail(tool.error());
        const auto connection = postgres::toolConnection(swap.parameters(), u"CivicQ proof"_s);
        core::ProcessRequest dump;
        dump.program = tool->path;
        dump.arguments = {u"--schema-only"_s, u"--no-password"_s, connection.argument};
        dump.environment = connection.environment;
        dump.environment.insert(plainWords());
        const auto dumped = m_toolbox.processes.run(m_context, dump);
        if (!dumped)
            return core::fail(dumped.error());
        if (dumped->exitCode != 0)
            return core::fail(toolFailure(ErrorCode::ProcessFailed, tool->path, dumped->errorText));
        SqlReader reader(openBytes(dumped->output));
        Definitions restored;
        for (;;) {
            const auto item = reader.next();
            if (!item)
                return core::fail(item.error().during(u"reading the restored definitions"_s));
            if (*item == SqlReader::Item::End)
                break;
            if (*item == SqlReader::Item::Statement)
                restored.add(reader.statement());
        }
        m_proof.problems += m_expected.differences(restored, comparison(tool->major()), m_rolesComplete);
        return {};
    }

    Definitions::Compared comparison(int toolMajor)
    {
        const Contents &contents = m_proof.contents;
        if (contents.serverMajor() == m_major && contents.toolMajor() == toolMajor)
            return Definitions::Compared::Text;
        m_proof.notes.append(u"The definitions were compared by name: PostgreSQL %1 writes them otherwise than the one "
                             "the backup is of"_s.arg(m_major));
        return Definitions::Compared::Names;
    }

    Result<> compareCounts(postgres::Connection &session)
    {
        for (const SequenceState &state : m_expected.sequences()) {
            const auto found =
                session.query(m_context, u"SELECT last_value, is_called FROM "_s + QString::fromUtf8(state.sequence));
            if (!found)
                return core::fail(found.error().during(u"reading a sequence"_s));
            if (found->integer(0, 0) != state.value || found->boolean(0, 1) != state.called)
                m_proof.problems.append(u"sequence %1 stands at %2, in the backup at %3"_s
                                            .arg(QString::fromUtf8(state.sequence).remove(u'"'))
                                            .arg(found->integer(0, 0))
                                            .arg(state.value));
        }
        if (const auto &manifest = m_proof.contents.manifest) {
            const auto differences = largeObjectDifferences(m_context, session, *manifest);
            if (!differences)
                return core::fail(differences.error());
            m_proof.problems += *differences;
        }
        const auto views = session.query(
            m_context, u"SELECT count(*) FROM pg_class c WHERE c.relkind = 'm' AND c.relispopulated AND NOT EXISTS "
                       "(SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND "
                       "d.deptype = 'e')"_s);
        if (!views)
            return core::fail(views.error().during(u"counting what was restored"_s));
        if (views->integer(0, 0) < m_expected.refreshes())
            m_proof.problems.append(u"%1 materialized views have rows, in the backup %2"_s.arg(views->integer(0, 0))
                                        .arg(m_expected.refreshes()));
        return {};
    }

    StagedTask &m_context;
    const Toolbox &m_toolbox;
    const ProofRequest &m_request;
    RestoreRequest m_restore;
    Definitions m_expected;
    Proof m_proof;
    int m_major = 0;              // of the server
    bool m_rolesComplete = false; // no owner and no privilege was left out
};

} // namespace

Result<Proof> prove(core::TaskContext &context, const Toolbox &toolbox, const ProofRequest &request)
{
    QElapsedTimer clock;
    clock.start();
    StagedTask staged(context, QFileInfo(request.source).size(), core::Unit::Bytes);
    auto proof = Prover(staged, toolbox, request).run();
    if (proof)
        proof->seconds = static_cast<double>(clock.elapsed()) / 1000.0;
    return proof;
}

Result<Proof> proveAndRecord(core::TaskContext &context, const Toolbox &toolbox, const ProofRequest &request,
                             BackupCatalogue &catalogue)
{
    auto proof = prove(context, toolbox, request);
    if (!proof || proof->sha256.isEmpty())
        return proof;
    KnownBackup known{proof->sha256, proof->contents.rows, proof->contents.tables.size(), proof->whole, proof->when};
    known.format = contentKindName(proof->contents.kind);
    known.encrypted = proof->contents.kind.encrypted;
    known.fingerprint = proof->fingerprint;
    if (const auto &header = proof->contents.header)
        known.identify(*header);
    if (proof->whole) {
        known.proven = proof->when;
        known.proofProblem = proof->problems.join(u"; "_s);
    }
    if (const auto recorded = catalogue.record(request.source, known); !recorded)
        context.message(u"The proof could not be entered in the list: %1"_s.arg(recorded.error().message));
    return proof;
}

} // namespace civicq::backups
