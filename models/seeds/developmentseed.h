// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Development data for a CivicQ database: three cities with their people, ballots, questions and votes, rows in all 20
// tables, the same every time. Any worker thread. Loading is one transaction: after an error or a cancel nothing has
// changed. Errors: ProductionProtected, NotEmpty (arguments: the tables that hold rows), NotMigrated (arguments: the
// missing tables).

#include "postgres/connectionparameters.h"
#include "postgres/environment.h"

namespace civicq::seeds {

struct TableCount
{
    QString table;
    qint64 rows = 0;
    bool operator==(const TableCount &) const = default;
};

struct TestLogin
{
    QString role; // "admin", "voter", "candidate", "city_staff"
    QString email;
    QString password;
};

struct SeedOptions
{
    bool reset = false; // empty the 20 tables first
};

struct SeedReport
{
    QList<TableCount> tables;
    qint64 milliseconds = 0;
    [[nodiscard]] qint64 rows() const;
};

// How a database stands before seeding.
struct SeedSurvey
{
    postgres::Environment environment = postgres::Environment::Unknown;
    QStringList missingTables;
    QList<TableCount> present; // tables that hold rows now
    [[nodiscard]] bool isProduction() const { return environment == postgres::Environment::Production; }
    [[nodiscard]] bool isMigrated() const { return missingTables.isEmpty(); }
    [[nodiscard]] bool isEmpty() const { return present.isEmpty(); }
};

// What seedDevelopment() makes, in the order it makes it.
[[nodiscard]] core::Result<QList<TableCount>> developmentPlan();
// The guide's four logins.
[[nodiscard]] QList<TestLogin> developmentLogins();

[[nodiscard]] core::Result<SeedSurvey> surveyForSeeds(core::TaskContext &context,
                                                      const postgres::ConnectionParameters &parameters);
[[nodiscard]] core::Result<SeedReport> seedDevelopment(core::TaskContext &context,
                                                       const postgres::ConnectionParameters &parameters,
                                                       const SeedOptions &options);

} // namespace civicq::seeds
