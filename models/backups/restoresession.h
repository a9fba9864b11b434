// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the sessions of a restore are set to work fast, and what is done in them for speed's sake. Settings that the role may
// not make stay as they are. Any worker thread, several at once; a session belongs to one. Errors: the server's.

#include "backups/restoreplan.h"
#include "core/task.h"
#include "postgres/connection.h"

#include <functional>

namespace civicq::backups {

class RestoreSession
{
public:
    // `encoding` as PostgreSQL names it; `jobs` sessions work at once.
    RestoreSession(QString encoding, int jobs) : m_encoding(std::move(encoding)), m_jobs(jobs) {}

    [[nodiscard]] core::Result<> set(core::TaskContext &context, postgres::Connection &session) const;
    // `make` makes the index of `step`.
    [[nodiscard]] core::Result<> makeIndex(core::TaskContext &context, postgres::Connection &session,
                                           const RestoreStep &step, const std::function<core::Result<>()> &make) const;
    // `check` checks the foreign key `constraint` of `table`, both as SQL has them in the database's encoding.
    [[nodiscard]] static core::Result<> validate(core::TaskContext &context, postgres::Connection &session,
                                                 const QByteArray &table, const QByteArray &constraint,
                                                 const std::function<core::Result<>()> &check);
    // What the planner asks for.
    [[nodiscard]] static core::Result<> analyze(core::TaskContext &context, postgres::Connection &session,
                                                const TableName &table);

private:
    [[nodiscard]] QStringList settings() const;

    QString m_encoding;
    int m_jobs;
};

} // namespace civicq::backups
