// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// migrate --preview, downgrade --preview, show REV --preview: what would be locked, by which statement.
#include "cli/migrations.h"
#include "core/units.h"
#include "migrations/migrationpreview.h"

using namespace Qt::StringLiterals;
using namespace civicq::migrations;

namespace civicq::cli {

namespace {

QString firstLine(const QByteArray &sql)
{
    constexpr qsizetype most = 70;
    const QString line = QString::fromUtf8(sql).section(u'\n', 0, 0).trimmed();
    return line.size() > most ? line.left(most) + u"…"_s : line;
}

QJsonObject relationDocument(const PreviewedRelation &relation)
{
    return {{u"relation"_s, relation.name},
            {u"kind"_s, QString(relation.kind)},
            {u"lock"_s, lockModeName(relation.lock)},
            {u"blocks_reads"_s, blocksReads(relation.lock)},
            {u"blocks_writes"_s, blocksWrites(relation.lock)},
            {u"work"_s, workName(relation.work)},
            {u"bytes"_s, relation.bytes},
            {u"rows"_s, relation.rows},
            {u"sessions"_s, relation.sessions},
            {u"new"_s, relation.isNew},
            {u"alarm"_s, alarmName(relation.alarm)}};
}

QJsonObject statementDocument(const PreviewedStatement &statement)
{
    QJsonArray relations;
    for (const PreviewedRelation &relation : statement.relations)
        relations.append(relationDocument(relation));
    const StatementImpact &impact = statement.impact;
    return {{u"line"_s, statement.line},
            {u"sql"_s, QString::fromUtf8(statement.sql)},
            {u"relations"_s, relations},
            {u"creates"_s, QJsonArray::fromStringList(impact.creates)},
            {u"missing"_s, QJsonArray::fromStringList(impact.missing)},
            {u"outside_transaction"_s, impact.outsideTransaction},
            {u"runs_other_code"_s, impact.runsOtherCode},
            {u"loss"_s, lossName(impact.loss)},
            {u"loses"_s, QJsonArray::fromStringList(impact.loses)},
            {u"reversible"_s, impact.reversible},
            {u"alarm"_s, alarmName(statement.alarm)}};
}

QJsonObject previewDocument(const MigrationPreview &preview, const QString &database)
{
    QJsonArray revisions;
    for (const PreviewedRevision &revision : preview.revisions) {
        QJsonArray statements;
        for (const PreviewedStatement &statement : revision.statements)
            statements.append(statementDocument(statement));
        revisions.append(QJsonObject{{u"revision"_s, revision.revision},
                                     {u"message"_s, revision.message},
                                     {u"file"_s, revision.file},
                                     {u"transactional"_s, revision.transactional},
                                     {u"statements"_s, statements},
                                     {u"alarm"_s, alarmName(revision.alarm)}});
    }
    QJsonArray conflicts;
    for (const LockConflict &conflict : preview.conflicts)
        conflicts.append(QJsonObject{{u"pid"_s, conflict.holder.pid},
                                     {u"role"_s, conflict.holder.user},
                                     {u"application"_s, conflict.holder.application},
                                     {u"seconds"_s, conflict.holder.seconds},
                                     {u"dump"_s, conflict.holder.isDump()},
                                     {u"relation"_s, conflict.relation},
                                     {u"holds"_s, lockModeName(conflict.holder.mode)},
                                     {u"needed"_s, lockModeName(conflict.needed)},
                                     {u"revision"_s, conflict.revision}});
    return {{u"database"_s, database},
            {u"server_major"_s, preview.serverMajor},
            {u"table_of_size_bytes"_s, tableOfSize},
            {u"revisions"_s, revisions},
            {u"conflicts"_s, conflicts},
            {u"destructive"_s, preview.losing()},
            {u"alarm"_s, alarmName(preview.alarm())}};
}

QString workText(const PreviewedRelation &relation)
{
    switch (relation.work) {
    case Work::None: return u"catalogue only"_s;
    case Work::Truncate: return u"emptied"_s;
    case Work::Scan: return u"reads all of it"_s;
    case Work::Build: return u"builds an index"_s;
    case Work::Rows: return u"its rows"_s;
    case Work::Rewrite: return u"rewrites it"_s;
    }
    return {};
}

QString effectText(LockMode mode)
{
    if (blocksReads(mode))
        return u"blocks reads and writes"_s;
    return blocksWrites(mode) ? u"blocks writes"_s : u"blocks neither reads nor writes"_s;
}

QString relationLine(const PreviewedRelation &relation)
{
    const QString mark = relation.alarm == Alarm::Critical  ? u"!! "_s
                         : relation.alarm == Alarm::Warning ? u"!  "_s
                                                            : u"   "_s;
    if (relation.isNew)
        return u"      %1: new in this run, nobody waits\n"_s.arg(relation.name);
    return u"   %1%2: %3 (%4), %5, %6, %7 other sessions on it\n"_s.arg(
        mark, relation.name, lockModeName(relation.lock), effectText(relation.lock), workText(relation),
        core::formatBytes(relation.bytes), QString::number(relation.sessions));
}

QString statementText(const PreviewedStatement &statement)
{
    QString text = u"  %1: %2\n"_s.arg(QString::number(statement.line), firstLine(statement.sql));
    for (const PreviewedRelation &relation : statement.relations) {
        if (!relation.isPart() || statement.relations.size() == 1)
            text += relationLine(relation);
    }
    if (statement.impact.loss != Loss::None)
        text += u"   !  DESTRUCTIVE: %1\n"_s.arg(statement.impact.loses.join(u", "_s));
    if (statement.impact.outsideTransaction)
        text += u"      Runs outside a transaction.\n"_s;
    if (statement.impact.runsOtherCode)
        text += u"      Runs code that may take further locks.\n"_s;
    if (!statement.impact.missing.isEmpty())
        text += u"      Not in this database now: %1\n"_s.arg(statement.impact.missing.join(u", "_s));
    return text;
}

QString previewText(const MigrationPreview &preview)
{
    if (preview.revisions.isEmpty())
        return u"Nothing to do."_s;
    QString text;
    for (const PreviewedRevision &revision : preview.revisions) {
        text += u"%1  %2%3\n"_s.arg(revision.revision, revision.message,
                                    revision.transactional ? QString() : u" (not in a transaction)"_s);
        for (const PreviewedStatement &statement : revision.statements)
            text += statementText(statement);
        text += u'\n';
    }
    for (const LockConflict &conflict : preview.conflicts)
        text += u"In the way now: %1.\n"_s.arg(conflictLine(conflict));
    text += u"!! reads wait on a table of %1 or more, !  worth a look. Nothing was done."_s.arg(
        core::formatBytes(tableOfSize));
    return text;
}

int print(Context &context, const core::Result<MigrationPreview> &preview, const QString &database)
{
    if (!preview)
        return context.report(preview.error());
    context.output.result(previewDocument(*preview, database), previewText(*preview));
    return Done;
}

} // namespace

int previewMigration(Context &context, const MigrationFolder &folder, const RunWords &words)
{
    const auto database = openMigrationDatabase(context);
    if (!database)
        return context.report(database.error());
    const auto plan = planMigration(folder, database->state.versions, words.direction, words.target);
    if (!plan)
        return context.report(plan.error());
    postgres::Connection &connection = *database->connection;
    return print(context, readPreview(connection, context.task, folder.graph, *plan), connection.database());
}

int previewRevision(Context &context, const MigrationFolder &folder, int index)
{
    const auto database = openMigrationDatabase(context);
    if (!database)
        return context.report(database.error());
    postgres::Connection &connection = *database->connection;
    return print(context, readPreviewOf(connection, context.task, folder.graph, index, Direction::Up),
                 connection.database());
}

} // namespace civicq::cli
