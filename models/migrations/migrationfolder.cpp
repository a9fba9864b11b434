// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/migrationfolder.h"

#include "migrations/alembicproject.h"
#include "migrations/chaincheck.h"
#include "migrations/failures.h"
#include "migrations/scriptparser.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

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
    QList<Revision> revisions;
    const auto files = folder.entryInfoList({u"*.sql"_s}, QDir::Files, QDir::Name);
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly)) {
            result.problems.append({Problem::Kind::UnreadableFile,
                                    Problem::Severity::Error,
                                    info.filePath(),
                                    0,
                                    {},
                                    file.errorString(),
                                    u"Make the file readable."_s});
            continue;
        }
        ParsedScript script = parseScript(file.readAll(), info.filePath());
        result.problems += script.problems;
        if (script.revision)
            revisions.append(std::move(*script.revision));
    }
    result.graph = RevisionGraph(std::move(revisions));
    result.problems += checkChain(result.graph, result.problems);
    return result;
}

} // namespace civicq::migrations
