// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the migration commands of civicq-db share. Main thread.

#include "cli/command.h"
#include "migrations/migrationrunner.h"
#include "postgres/connection.h"
#include "postgres/environment.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

namespace civicq::cli {

// --dir: a folder of SQL migrations or an Alembic project; without it the CivicQ schema that comes with the program.
void addFolderOption(CLI::App &command, QString &folder);
// Puts what the command line gave into `to`.
// --alembic: the Python that runs an Alembic project.
void addAlembicOption(CLI::App &command, QString &program);
[[nodiscard]] migrations::AlembicTools alembicTools(Context &context, const QString &program);
void addWord(CLI::App &command, const std::string &name, QString &to, const std::string &description);
void addWords(CLI::App &command, const std::string &name, QStringList &to, const std::string &description);

[[nodiscard]] core::Result<migrations::MigrationFolder> openFolder(const QString &folder);

struct MigrationDatabase
{
    std::unique_ptr<postgres::Connection> connection;
    postgres::ConnectionParameters parameters;
    postgres::Environment environment = postgres::Environment::Unknown;
    migrations::DatabaseState state;
};
[[nodiscard]] core::Result<MigrationDatabase> openMigrationDatabase(Context &context);

// Whether the command may go on: on production with --confirm DATABASE alone, `what` saying why.
[[nodiscard]] core::Result<> confirmed(const Context &context, const MigrationDatabase &database, const QString &what);

// "base", "2f8b6d13ac57", "2f8b6d13ac57,b90e35f7c4d1"
[[nodiscard]] QString versionsText(const QStringList &versions);
[[nodiscard]] QJsonObject revisionDocument(const migrations::RevisionGraph &graph, int index);
// "7c1e4a9d02b6 -> 2f8b6d13ac57 (head) (civicq), Users and their verification", as Alembic writes it.
[[nodiscard]] QString revisionLine(const migrations::RevisionGraph &graph, int index, bool withParents);
[[nodiscard]] QJsonArray problemDocuments(const QList<migrations::Problem> &problems);

struct RunWords
{
    migrations::Direction direction;
    QString target;
    QString folder;
    bool sql = false;
    bool preview = false;
    bool noBackup = false;
    QString alembic; // --alembic
    double lockTimeout = 1.0;
};
// --alembic and --lock-timeout.
void addRunOptions(CLI::App &command, RunWords &words);
// What migrate and downgrade do.
[[nodiscard]] int runMigration(Context &context, const RunWords &words);
// Which locks it would take, and what it would lose; changes nothing.
[[nodiscard]] int previewMigration(Context &context, const migrations::MigrationFolder &folder, const RunWords &words);
[[nodiscard]] int previewRevision(Context &context, const migrations::MigrationFolder &folder, int index);

void addMigrate(CLI::App &app, Context &context);
void addDowngrade(CLI::App &app, Context &context);
void addStamp(CLI::App &app, Context &context);
void addHistory(CLI::App &app, Context &context);
void addHeads(CLI::App &app, Context &context);
void addCurrent(CLI::App &app, Context &context);
void addShow(CLI::App &app, Context &context);
void addCheck(CLI::App &app, Context &context);
void addRevision(CLI::App &app, Context &context);
void addMerge(CLI::App &app, Context &context);

} // namespace civicq::cli
