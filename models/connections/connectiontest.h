// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A connection tried step by step, so that a failure says where it is: does the name lead to an address, does the port
// answer, is it PostgreSQL and is the line encrypted, is the login accepted, is there such a database, is the server's
// version one we know, are the extensions there, what may this user do. A plain function on any worker thread; each step
// waits at most the connection's own time limit. Changes nothing: its session is read-only.

#include "core/task.h"
#include "postgres/connectionparameters.h"

#include <QtCore/QList>
#include <QtCore/QStringList>

#include <chrono>
#include <functional>
#include <optional>

namespace civicq::connections {

enum class TestStage { Name, Tcp, Tls, Login, Database, Version, Extensions, Privileges };
inline constexpr int testStageCount = 8;

enum class StageOutcome { NotReached, Running, Ok, Warning, Failed };

struct StageResult
{
    TestStage stage = TestStage::Name;
    StageOutcome outcome = StageOutcome::NotReached;
    std::chrono::milliseconds time{0};
    // What was found. Name: addresses. Tcp: the address that answered. Tls: protocol, "local" (the line leaves no
    // computer) or "none". Login: user. Database: name. Version: "17.2". Extensions: "vector 0.8.0" (there),
    // "vector 0.8.0 available", "pg_trgm missing". Privileges: "superuser", or what is lacking: "create", "monitor".
    QStringList facts;
    std::optional<core::Error> error; // when failed

    bool operator==(const StageResult &other) const { return stage == other.stage && outcome == other.outcome; }
};

struct ConnectionTestReport
{
    QList<StageResult> stages; // all eight, in order
    [[nodiscard]] const StageResult &at(TestStage stage) const { return stages.at(static_cast<int>(stage)); }
    [[nodiscard]] bool passed() const; // none failed, all were reached
    [[nodiscard]] bool hasWarnings() const;
    [[nodiscard]] const StageResult *failure() const; // the one that failed, or null
};

// `onStage` is called on the calling thread as a stage begins and as it ends. The only error is Cancelled.
[[nodiscard]] core::Result<ConnectionTestReport> testConnection(
    core::TaskContext &context, const postgres::ConnectionParameters &parameters,
    const std::function<void(const StageResult &)> &onStage = {});

[[nodiscard]] QString testStageName(TestStage stage);         // "name", "tcp", ...: for JSON
[[nodiscard]] QString stageOutcomeName(StageOutcome outcome); // "ok", "warning", "failed", "not-reached"

} // namespace civicq::connections
