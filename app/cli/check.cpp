// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// civicq-db check: what is wrong with the migrations, and with the database's place in them.
#include "cli/migrations.h"
#include "migrations/chaincheck.h"

using namespace Qt::StringLiterals;
using namespace civicq::migrations;

namespace civicq::cli {

namespace {

struct CheckWords
{
    QString folder;
    bool filesOnly = false;
};

int run(Context &context, const CheckWords &words)
{
    const auto folder = openFolder(words.folder);
    if (!folder)
        return context.report(folder.error());
    QList<Problem> problems = folder->problems + checkSql(folder->graph);
    QJsonObject document;
    qsizetype pending = 0;
    if (!words.filesOnly) {
        const auto database = openMigrationDatabase(context);
        if (!database)
            return context.report(database.error());
        problems += checkDatabase(folder->graph, database->state.versions, database->state.checksums());
        QList<int> known;
        for (const QString &version : database->state.versions) {
            if (const int index = folder->graph.indexOf(version); index != RevisionGraph::none)
                known.append(index);
        }
        pending = folder->graph.size()
                  - folder->graph.ancestors(known, RevisionGraph::Edges::ParentsAndDependencies).count(true);
        document.insert(u"database"_s, database->connection->database());
        document.insert(u"pending"_s, pending);
    }
    QString text;
    for (const Problem &problem : std::as_const(problems)) {
        const QString place = problem.place();
        text +=
            u"%1: %2%3\n    %4\n"_s.arg(problem.severity == Problem::Severity::Error ? u"error"_s : u"warning"_s,
                                        place.isEmpty() ? QString() : place + u": "_s, problem.message, problem.mend);
    }
    text += problems.isEmpty() ? u"%1 revisions, nothing wrong"_s.arg(folder->graph.size())
                               : u"%1 revisions, %2 problems"_s.arg(folder->graph.size()).arg(problems.size());
    text += words.filesOnly ? u".\n"_s : u", %1 pending.\n"_s.arg(pending);
    document.insert(u"revisions"_s, folder->graph.size());
    document.insert(u"problems"_s, problemDocuments(problems));
    context.output.result(document, text);
    return hasErrors(problems) ? Failed : Done;
}

} // namespace

void addCheck(CLI::App &app, Context &context)
{
    const auto words = std::make_shared<CheckWords>();
    CLI::App *command =
        app.add_subcommand("check", "What is wrong with the migrations, and with the database's place in them");
    addFolderOption(*command, words->folder);
    command->add_flag("--files-only", words->filesOnly, "Look at the files alone, without a database");
    command->callback([&context, words] { context.status = run(context, *words); });
}

} // namespace civicq::cli
