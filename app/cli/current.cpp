// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// civicq-db current: where a database stands.
#include "cli/migrations.h"
#include "migrations/revisionnames.h"

using namespace Qt::StringLiterals;
using namespace civicq::migrations;

namespace civicq::cli {

namespace {

int run(Context &context, const QString &path)
{
    const auto folder = openFolder(path);
    if (!folder)
        return context.report(folder.error());
    const auto database = openMigrationDatabase(context);
    if (!database)
        return context.report(database.error());
    const RevisionGraph &graph = folder->graph;
    QJsonArray documents;
    QString text;
    QList<int> known;
    bool lost = false;
    for (const QString &version : database->state.versions) {
        const int index = graph.indexOf(version);
        if (index != RevisionGraph::none) {
            known.append(index);
            continue;
        }
        lost = true;
        documents.append(QJsonObject{{u"revision"_s, version}, {u"known"_s, false}});
        text += u"%1 (no file has this revision)\n"_s.arg(version);
    }
    for (const int index : RevisionNames(graph).allCurrent(known)) {
        QJsonObject document = revisionDocument(graph, index);
        document.insert(u"known"_s, true);
        documents.append(document);
        text += revisionLine(graph, index, false) + u'\n';
    }
    if (database->state.versions.isEmpty())
        text = u"base: no revision is applied\n"_s;
    const QBitArray applied = graph.ancestors(known, RevisionGraph::Edges::ParentsAndDependencies);
    context.output.result({{u"database"_s, database->connection->database()},
                           {u"current"_s, documents},
                           {u"applied"_s, applied.count(true)},
                           {u"pending"_s, graph.size() - applied.count(true)}},
                          text);
    return lost ? Failed : Done;
}

} // namespace

void addCurrent(CLI::App &app, Context &context)
{
    const auto path = std::make_shared<QString>();
    CLI::App *command = app.add_subcommand("current", "Where the database stands");
    addFolderOption(*command, *path);
    command->callback([&context, path] { context.status = run(context, *path); });
}

} // namespace civicq::cli
