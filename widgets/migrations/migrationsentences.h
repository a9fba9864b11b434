// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the Migrations page says in sentences. Pure functions, GUI thread (translations).

#include "common/confirmation.h"
#include "migrations/historysnapshot.h"
#include "migrations/migrationrunner.h"

#include <QtCore/QCoreApplication>

namespace civicq::widgets {

// How things stand, for the page's head.
[[nodiscard]] QString standSentence(const migrations::HistorySnapshot &snapshot);
[[nodiscard]] QString statusSentence(const migrations::HistoryRow &row);
// "22 Nov 2026 14:05, by postgres, in 0.2 s"
[[nodiscard]] QString appliedSentence(const migrations::AppliedRecord &record);
// "0003_cities.sql, line 4: … Mend: …"
[[nodiscard]] QString problemSentence(const migrations::Problem &problem);
// The verdict of a run.
[[nodiscard]] QString runSentence(const migrations::RunReport &report, migrations::Direction direction,
                                  const QString &database);

struct StampPlace
{
    QString database;
    QString server;
    postgres::Environment environment = postgres::Environment::Unknown;
    bool typeName = false;
};
// What a stamp will do, to be agreed to; and what one has done.
[[nodiscard]] Confirmation stampQuestion(const QStringList &before, const QStringList &after, const StampPlace &place);
[[nodiscard]] QString stampSentence(const migrations::RunReport &report, const QString &database);

} // namespace civicq::widgets
