// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the server's catalogue says that a backup or a restore decides on. Worker threads; each function is one or two
// quick queries on the connection it is handed.

#include "backups/backupheader.h"
#include "backups/sqlrules.h"
#include "postgres/connection.h"

#include <QtCore/QList>
#include <QtCore/QSet>

namespace civicq::backups {

struct TableFacts
{
    TableName table;
    unsigned int oid = 0;
    qint64 bytes = 0;    // heap and TOAST, without indexes: what a dump reads
    qint64 rows = 0;     // the planner's estimate; -1 never analyzed
    bool hasRows = true; // false: a partitioned table, whose rows are its partitions'
};

// Every table of the user's own, not those of extensions; by schema and name.
[[nodiscard]] core::Result<QList<TableFacts>> userTables(core::TaskContext &context, postgres::Connection &connection);
// Those that are meant by `typed` ("users", "public.users"). NotFound names every one that is not there, InvalidArgument
// one that is in several schemas.
[[nodiscard]] core::Result<QList<TableFacts>> chosenTables(const QList<TableFacts> &tables, const QStringList &typed);

// What a wizard shows before anything is decided; opens a session of its own.
struct ServerListing
{
    QList<TableFacts> tables; // of the database the parameters name
    QStringList databases;    // of the server, templates left out
    QString system = {};      // systemIdentifier()
    qint64 bytes = 0;         // of the database, with its indexes
    int sessions = 0;         // that others have open in it
};
[[nodiscard]] core::Result<ServerListing> listServer(core::TaskContext &context,
                                                     const postgres::ConnectionParameters &parameters);

[[nodiscard]] core::Result<DatabaseLocale> databaseLocale(core::TaskContext &context, postgres::Connection &connection,
                                                          const QString &database);

// Tells one server from every other, whatever its address; empty where the server does not say. Outside a
// transaction: a server that refuses would end it.
[[nodiscard]] QString systemIdentifier(core::TaskContext &context, postgres::Connection &connection);

struct CatalogueId
{
    unsigned int catalogue = 0; // OID of the system table
    unsigned int object = 0;
    auto operator<=>(const CatalogueId &) const = default;
};
[[nodiscard]] inline size_t qHash(const CatalogueId &id, size_t seed = 0)
{
    return qHashMulti(seed, id.catalogue, id.object);
}

// What must be there for the chosen tables to be made and filled in an empty database.
struct TableClosure
{
    QSet<CatalogueId> objects;   // the tables, what belongs to them, what that needs
    QList<TableName> rowTables;  // whose rows are wanted: the chosen ones and their partitions
    QList<TableName> sequences;  // whose state is wanted
    QStringList leftOut;         // foreign keys to tables that were not chosen
    QStringList definitionsOnly; // other tables that must exist, without rows
};
[[nodiscard]] core::Result<TableClosure> tableClosure(core::TaskContext &context, postgres::Connection &connection,
                                                      const QList<TableFacts> &chosen);

} // namespace civicq::backups
