// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The SQL and the words of an archive that pg_dump does not write: sequences' values, the order to refresh materialized
// views in, what to type without this program. Worker threads; the first two ask the catalogue in the dump's transaction.

#include "archive/manifest.h"
#include "backups/databasefacts.h"

#include <optional>

namespace civicq::backups {

struct SequenceScript
{
    QByteArray sql; // a setval() a line
    qint64 count = 0;
};
// `only`: no others than these.
[[nodiscard]] core::Result<SequenceScript> sequenceScript(core::TaskContext &context, postgres::Connection &connection,
                                                          const std::optional<QList<TableName>> &only);
// REFRESH of every materialized view that has rows and can have them again.
[[nodiscard]] core::Result<QByteArray> refreshScript(core::TaskContext &context, postgres::Connection &connection);

// For psql in the folder the archive was unpacked in.
[[nodiscard]] QByteArray loadScript(const archive::Manifest &manifest);
[[nodiscard]] QByteArray readme(const archive::Manifest &manifest);

} // namespace civicq::backups
