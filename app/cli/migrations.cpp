// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the migration commands share.
#include "cli/migrations.h"
#include "settings/settingsfile.h"

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;
using namespace civicq::migrations;

namespace civicq::cli {

void addMigrations(CLI::App &app, Context &context)
{
    for (const auto add : {addMigrate, addDowngrade, addStamp, addHistory, addHeads, addCurrent, addShow, addCheck,
                           addRevision, addMerge})
        add(app, context);
}

void addFolderOption(CLI::App &command, QString &folder)
{
    addWord(command, "--dir", folder, "Folder of SQL migrations or an Alembic project; without it the CivicQ schema");
}

void addAlembicOption(CLI::App &command, QString &program)
{
    addWord(command, "--alembic", program,
            "The Python (or the alembic) that runs an Alembic project; without it the project's virtual environment, "
            "then PATH");
}

AlembicTools alembicTools(Context &context, const QString &program)
{
    return {&context.processes,
            program.isEmpty() ? app::SettingsFile(context.paths).text(u"alembicProgram"_s) : program};
}

void addWord(CLI::App &command, const std::string &name, QString &to, const std::string &description)
{
    command.add_option_function<std::string>(name, [&to](const std::string &value) { to = text(value); }, description);
}

void addWords(CLI::App &command, const std::string &name, QStringList &to, const std::string &description)
{
    command.add_option_function<std::vector<std::string>>(
        name,
        [&to](const std::vector<std::string> &values) {
            for (const std::string &value : values)
                to.append(text(value));
        },
        description);
}

Result<MigrationFolder> openFolder(const QString &folder)
{
    return readFolder(folder.isEmpty() ? builtInFolder() : folder);
}

Result<MigrationDatabase> openMigrationDatabase(Context &context)
{
    auto parameters = context.database();
    if (!parameters)
        return core::fail(parameters.error());
    auto connection = postgres::Connection::open(context.task, *parameters);
    if (!connection)
        return core::fail(connection.error());
    const auto mark = postgres::readEnvironment(context.task, **connection);
    if (!mark)
        return core::fail(mark.error());
    auto state = readState(**connection, context.task);
    if (!state)
        return core::fail(state.error());
    return MigrationDatabase{std::move(*connection), std::move(*parameters), mark->environment, std::move(*state)};
}

Result<> confirmed(const Context &context, const MigrationDatabase &database, const QString &what)
{
    const QString name = database.connection->database();
    if (database.environment != postgres::Environment::Production || context.confirm == name)
        return {};
    core::Error error;
    error.code = ErrorCode::ProductionProtected;
    error.message = u"%1 is a production database, and %2"_s.arg(name, what);
    error.hint = u"Nothing was done. If that is what you want, add --confirm and the database's name."_s;
    error.arguments = {name};
    return core::fail(std::move(error));
}

QString versionsText(const QStringList &versions)
{
    return versions.isEmpty() ? u"base"_s : versions.join(u',');
}

QJsonObject revisionDocument(const RevisionGraph &graph, int index)
{
    const Revision &revision = graph.at(index);
    return {
        {u"revision"_s, revision.id},
        {u"parents"_s, QJsonArray::fromStringList(revision.parents)},
        {u"labels"_s, QJsonArray::fromStringList(graph.labels(index))},
        {u"depends_on"_s, QJsonArray::fromStringList(revision.dependsOn)},
        {u"message"_s, revision.message},
        {u"date"_s, revision.date.isValid() ? QJsonValue(revision.date.toUTC().toString(Qt::ISODate)) : QJsonValue()},
        {u"file"_s, revision.file},
        {u"head"_s, graph.heads().contains(index)}};
}

QString revisionLine(const RevisionGraph &graph, int index, bool withParents)
{
    const Revision &revision = graph.at(index);
    QString line;
    if (withParents) {
        line = revision.parents.isEmpty() ? u"<base>"_s : revision.parents.join(u", "_s);
        if (!revision.dependsOn.isEmpty())
            line += u" (%1)"_s.arg(revision.dependsOn.join(u", "_s));
        line += u" -> "_s;
    }
    line += revision.id;
    if (!graph.labels(index).isEmpty())
        line += u" (%1)"_s.arg(graph.labels(index).join(u", "_s));
    if (graph.heads().contains(index))
        line += graph.realHeads().contains(index) ? u" (head)"_s : u" (effective head)"_s;
    if (graph.isBranchPoint(index))
        line += u" (branchpoint)"_s;
    if (graph.isMergePoint(index))
        line += u" (mergepoint)"_s;
    return line + (withParents ? u", "_s + revision.message : QString());
}

QJsonArray problemDocuments(const QList<Problem> &problems)
{
    QJsonArray documents;
    for (const Problem &problem : problems)
        documents.append(
            QJsonObject{{u"kind"_s, kindName(problem.kind)},
                        {u"severity"_s, problem.severity == Problem::Severity::Error ? u"error"_s : u"warning"_s},
                        {u"file"_s, problem.file},
                        {u"line"_s, problem.line},
                        {u"subject"_s, problem.subject},
                        {u"message"_s, problem.message},
                        {u"mend"_s, problem.mend}});
    return documents;
}

} // namespace civicq::cli
