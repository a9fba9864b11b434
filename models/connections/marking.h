// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads and sets what a database is used for, from its connection parameters: one session each. Plain functions on a
// worker thread; both programs use them. Taking production's mark away needs the database's name once more
// (ProductionProtected otherwise); so does settling what a copy of production is.

#include "core/task.h"
#include "postgres/connectionparameters.h"
#include "postgres/environment.h"

namespace civicq::connections {

struct MarkedDatabase
{
    QString database;
    postgres::EnvironmentMark mark;
};

[[nodiscard]] core::Result<MarkedDatabase> readMark(core::TaskContext &context,
                                                    const postgres::ConnectionParameters &parameters);
// Unknown takes the mark away.
[[nodiscard]] core::Result<MarkedDatabase> setMark(core::TaskContext &context,
                                                   const postgres::ConnectionParameters &parameters,
                                                   postgres::Environment wanted, const QString &confirmedName);
// Whether setMark() wants the name for going from `now` to `wanted`.
[[nodiscard]] bool needsConfirmation(const postgres::EnvironmentMark &now, postgres::Environment wanted);

} // namespace civicq::connections
