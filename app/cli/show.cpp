// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// civicq-db show: one revision and its SQL.
#include "cli/migrations.h"
#include "migrations/revisionnames.h"

using namespace Qt::StringLiterals;
using namespace civicq::migrations;

namespace civicq::cli {

namespace {

QString sqlText(const SqlPart &part)
{
    return QString::fromUtf8(part.text).trimmed();
}

int run(Context &context, const QString &name, const QString &path, bool preview)
{
    const auto folder = openFolder(path);
    if (!folder)
        return context.report(folder.error());
    const auto found = RevisionNames(folder->graph).upgradeTargets(name, {});
    if (!found)
        return context.report(found.error());
    if (preview)
        return previewRevision(context, *folder, found->first());
    QJsonArray documents;
    QString text;
    for (const int index : *found) {
        const Revision &revision = folder->graph.at(index);
        const QString down = revision.down ? sqlText(*revision.down) : QString();
        QJsonObject document = revisionDocument(folder->graph, index);
        document.insert(u"transactional"_s, revision.transactional);
        document.insert(u"up"_s, sqlText(revision.up));
        document.insert(u"down"_s, revision.down ? QJsonValue(down) : QJsonValue());
        documents.append(document);
        text += u"Revision:  %1\nParents:   %2\nMessage:   %3\nDate:      %4\nFile:      %5\n"_s.arg(
            revisionLine(folder->graph, index, false),
            revision.parents.isEmpty() ? u"<base>"_s : revision.parents.join(u", "_s), revision.message,
            revision.date.toString(Qt::ISODate), revision.file);
        if (!revision.dependsOn.isEmpty())
            text += u"Depends on: %1\n"_s.arg(revision.dependsOn.join(u", "_s));
        if (!revision.python.isEmpty()) {
            document.insert(u"python"_s, QString::fromUtf8(revision.python));
            documents.replace(documents.size() - 1, document);
            text += u"\n%1"_s.arg(QString::fromUtf8(revision.python));
            continue;
        }
        text += u"\n-- up\n%1\n\n-- down\n%2\n"_s.arg(sqlText(revision.up),
                                                      revision.down ? down : u"-- none: it cannot be downgraded"_s);
    }
    context.output.result({{u"revisions"_s, documents}}, text);
    return Done;
}

} // namespace

void addShow(CLI::App &app, Context &context)
{
    struct Words
    {
        QString name;
        QString folder;
        bool preview = false;
    };
    const auto words = std::make_shared<Words>();
    CLI::App *command = app.add_subcommand("show", "One revision and its SQL");
    addWord(*command, "REV", words->name, "head, an identifier or the beginning of one, REV-N");
    command->get_option("REV")->required();
    addFolderOption(*command, words->folder);
    command->add_flag("--preview", words->preview, "Show what its upgrade would lock in the database");
    command->callback([&context, words] { context.status = run(context, words->name, words->folder, words->preview); });
}

} // namespace civicq::cli
