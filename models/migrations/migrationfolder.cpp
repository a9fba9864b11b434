// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/migrationfolder.h"

#include "migrations/alembicproject.h"
#include "migrations/chaincheck.h"
#include "migrations/failures.h"
#include "migrations/scriptfiles.h"

#include <QtCore/QDir>

using namespace Qt::StringLiterals;

// A static library's resources are left out of a program unless something asks for them.
static void initializeSchemaResource()
{
    Q_INIT_RESOURCE(civicq_schema);
}

namespace civicq::migrations {

QString builtInFolder()
{
    initializeSchemaResource();
    return u":/civicq/migrations"_s;
}

core::Result<MigrationFolder> readFolder(const QString &path)
{
    if (isAlembicProject(path))
        return readAlembicProject(path);
    const QDir folder(path);
    if (path.isEmpty() || !folder.exists())
        return noSuchFolder(path);

    MigrationFolder result;
    result.path = path;
    QStringList files = fileNames(folder, u".sql", Qt::CaseInsensitive);
    for (QString &name : files)
        name = folder.filePath(name);
    ScriptFiles scripts = readScripts(files, parseScript);
    result.problems = std::move(scripts.problems);
    result.graph = RevisionGraph(std::move(scripts.revisions));
    result.problems += checkChain(result.graph, result.problems);
    return result;
}

std::optional<QStringList> builtInRevisions()
{
    const auto folder = readFolder(builtInFolder());
    if (!folder)
        return std::nullopt;
    QStringList ids;
    for (const Revision &revision : folder->graph.revisions())
        ids.append(revision.id);
    return ids;
}

} // namespace civicq::migrations
