// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// civicq-db heads: the newest revision of each branch.
#include "cli/migrations.h"

using namespace Qt::StringLiterals;

namespace civicq::cli {

void addHeads(CLI::App &app, Context &context)
{
    const auto path = std::make_shared<QString>();
    CLI::App *command = app.add_subcommand("heads", "The newest revision of each branch");
    addFolderOption(*command, *path);
    command->callback([&context, path] {
        const auto folder = openFolder(*path);
        if (!folder) {
            context.status = context.report(folder.error());
            return;
        }
        QJsonArray documents;
        QString text;
        for (const int index : folder->graph.heads()) {
            documents.append(revisionDocument(folder->graph, index));
            text += revisionLine(folder->graph, index, false) + u'\n';
        }
        context.output.result({{u"heads"_s, documents}}, text);
    });
}

} // namespace civicq::cli
