// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whether two databases hold the same: definitions as pg_dump writes them, and for each table the number of rows and a
// hash of them that does not depend on their order. Worker threads; reads every row of both. Servers of one major version.

#include "backups/sqlsource.h"
#include "postgres/connectionparameters.h"

#include <QtCore/QStringList>

namespace civicq::backups {

struct TableSum
{
    QString table; // "schema.name"
    qint64 rows = 0;
    QString hash;
    bool operator==(const TableSum &) const = default;
};

struct Comparison
{
    QStringList differences; // a sentence each; empty: equal
    qint64 tables = 0;       // of the first database
    qint64 rows = 0;
    [[nodiscard]] bool equal() const { return differences.isEmpty(); }
};

[[nodiscard]] core::Result<QList<TableSum>> tableSums(core::TaskContext &context,
                                                      const postgres::ConnectionParameters &parameters);
[[nodiscard]] core::Result<Comparison> compare(core::TaskContext &context, const Toolbox &toolbox,
                                               const postgres::ConnectionParameters &first,
                                               const postgres::ConnectionParameters &second);

} // namespace civicq::backups
