// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the commands that write a revision's file have in common. Main thread.

#include "cli/migrations.h"
#include "migrations/newrevision.h"

namespace civicq::cli {

struct RevisionWords
{
    migrations::NewRevision wanted;
    QString folder;
    QString alembic;           // --alembic
    bool autogenerate = false; // of an Alembic project
};

// write(MigrationFolder, NewRevision) -> Result<Revision>; sentence(revision) -> what was done.
template<typename Write, typename Sentence>
int writeRevisionFile(Context &context, const RevisionWords &words, Write write, Sentence sentence)
{
    const auto folder = openFolder(words.folder);
    if (!folder)
        return context.report(folder.error());
    const auto written = write(*folder, words.wanted);
    if (!written)
        return context.report(written.error());
    context.output.result({{QStringLiteral("revision"), written->id},
                           {QStringLiteral("file"), written->file},
                           {QStringLiteral("parents"), QJsonArray::fromStringList(written->parents)}},
                          sentence(*written));
    return Done;
}

} // namespace civicq::cli
