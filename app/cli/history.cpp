// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// civicq-db history: the revisions, newest first.
#include "cli/migrations.h"
#include "migrations/revisionnames.h"
#include "migrations/revisionpath.h"

using namespace Qt::StringLiterals;
using namespace civicq::migrations;

namespace civicq::cli {

namespace {

struct HistoryWords
{
    QString range;
    QString folder;
    bool indicateCurrent = false;
};

int run(Context &context, const HistoryWords &words)
{
    const auto folder = openFolder(words.folder);
    if (!folder)
        return context.report(folder.error());
    const RevisionGraph &graph = folder->graph;
    QList<int> current;
    const bool asksDatabase = words.indicateCurrent || words.range.contains(u"current"_s);
    if (asksDatabase) {
        const auto database = openMigrationDatabase(context);
        if (!database)
            return context.report(database.error());
        for (const QString &version : database->state.versions) {
            if (const int index = graph.indexOf(version); index != RevisionGraph::none)
                current.append(index);
        }
    }
    const auto end = [&](int part) {
        const QString name = words.range.section(u':', part, part);
        return name == "current"_L1 ? graph.identifiers(current).value(0) : name;
    };
    // A broken chain has no order to ask for, but everything there is can be shown.
    const auto order =
        folder->isSound() ? migrations::history(graph, end(0), end(1)) : core::Result<QList<int>>(displayOrder(graph));
    if (!order)
        return context.report(order.error());

    QJsonArray documents;
    QString text;
    const QBitArray applied = graph.ancestors(current, RevisionGraph::Edges::ParentsAndDependencies);
    for (const int index : *order) {
        if (!context.output.json) {
            text += revisionLine(graph, index, true) + (current.contains(index) ? u" (current)\n"_s : u"\n"_s);
            continue;
        }
        QJsonObject document = revisionDocument(graph, index);
        if (asksDatabase) {
            document.insert(u"current"_s, current.contains(index));
            document.insert(u"applied"_s, applied.testBit(index));
        }
        documents.append(document);
    }
    for (const Problem &problem : folder->problems)
        context.output.message(problem.place() + u": "_s + problem.message + u' ' + problem.mend);
    context.output.result({{u"revisions"_s, documents}, {u"problems"_s, problemDocuments(folder->problems)}}, text);
    return folder->isSound() ? Done : Failed;
}

} // namespace

void addHistory(CLI::App &app, Context &context)
{
    const auto words = std::make_shared<HistoryWords>();
    CLI::App *command = app.add_subcommand("history", "The revisions, newest first");
    addWord(*command, "-r,--rev-range", words->range, "OLDER:NEWER; either may be left out, or be current");
    addFolderOption(*command, words->folder);
    command->add_flag("-i,--indicate-current", words->indicateCurrent, "Mark where the database stands");
    command->callback([&context, words, command] {
        if (!words->range.isEmpty() && words->range.count(u':') != 1)
            throw CLI::ValidationError("--rev-range", "write OLDER:NEWER, OLDER: or :NEWER");
        context.status = run(context, *words);
    });
}

} // namespace civicq::cli
