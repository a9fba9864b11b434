// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The part of a restore that touches databases as a whole: makes the new one under a temporary name, and puts it in the
// place of the named one in one transaction. Worker threads. Until swap() succeeds nothing of an existing database has
// changed. A new one that was not swapped in is dropped with the object (after a cancel the server is told to, and not
// waited for), and what a crash left by the next create() or swap(). The context of open() outlives the object.

#include "backups/backupheader.h"
#include "postgres/connection.h"
#include "postgres/environment.h"

#include <memory>
#include <optional>

namespace civicq::backups {

// Of a database that is to be replaced.
struct ExistingDatabase
{
    QString name;
    QString owner;
    bool empty = false; // nothing of a user's in it
    DatabaseLocale locale;
    postgres::Environment environment = postgres::Environment::Unknown;
};

class DatabaseSwap
{
public:
    // Opens a session with a database of the server that is not `target`.
    [[nodiscard]] static core::Result<std::unique_ptr<DatabaseSwap>> open(core::TaskContext &context,
                                                                          const postgres::ConnectionParameters &server,
                                                                          const QString &target);
    ~DatabaseSwap();
    DatabaseSwap(const DatabaseSwap &) = delete;
    DatabaseSwap &operator=(const DatabaseSwap &) = delete;

    // None when there is no database of the target's name.
    [[nodiscard]] core::Result<std::optional<ExistingDatabase>> existing(core::TaskContext &context);
    // PermissionDenied when this user may not create databases, or may not rename the existing one.
    [[nodiscard]] core::Result<> checkRights(core::TaskContext &context,
                                             const std::optional<ExistingDatabase> &existing);
    // Makes the new database; with the server's own locale (and a message) where it does not know the wanted one.
    [[nodiscard]] core::Result<> create(core::TaskContext &context, const DatabaseLocale &locale);
    // A session with the new database, not waiting for the disk at each commit: the swap's own commit does.
    [[nodiscard]] core::Result<std::unique_ptr<postgres::Connection>> connect(core::TaskContext &context) const;
    [[nodiscard]] postgres::ConnectionParameters parameters() const; // of the new database
    // Says in the new database what it is for; nothing where that is not known.
    [[nodiscard]] core::Result<> mark(core::TaskContext &context, postgres::Environment environment);
    // Owner, privileges, settings, comment and environment of the replaced database; what could not be carried over is
    // a message.
    [[nodiscard]] core::Result<> adopt(core::TaskContext &context, const ExistingDatabase &existing);
    // Returns the name the replaced database is kept under; empty when there was none, or it was empty and is gone.
    [[nodiscard]] core::Result<QString> swap(core::TaskContext &context,
                                             const std::optional<ExistingDatabase> &existing);

private:
    DatabaseSwap(core::TaskContext &context, postgres::ConnectionParameters server, QString target);
    // A name for a database that is made or put aside, locked for this session: nobody takes it for a leftover.
    [[nodiscard]] core::Result<QString> lockedName(core::TaskContext &context);
    [[nodiscard]] core::Result<> endSessions(core::TaskContext &context, const QString &database);
    [[nodiscard]] core::Result<QString> freeName(core::TaskContext &context, const QString &wanted);
    // Looked at once more: while the new one was filled somebody may have begun to use it.
    [[nodiscard]] core::Result<bool> isStillEmpty(core::TaskContext &context,
                                                  const std::optional<ExistingDatabase> &existing);
    [[nodiscard]] core::Result<> rename(core::TaskContext &context, const QString &aside, bool keepAside);
    void dropLeftovers(core::TaskContext &context);

    core::TaskContext &m_context;
    postgres::ConnectionParameters m_server;
    QString m_target;
    QString m_temporary; // empty: not made, or swapped in
    std::unique_ptr<postgres::Connection> m_session;
};

// DROP DATABASE of one that is nobody's: sessions are ended, subscriptions given up without a word to who publishes.
[[nodiscard]] core::Result<> dropDatabase(core::TaskContext &context, postgres::Connection &session,
                                          const QString &database);

// `name` with `ending`, shortened at a character so that PostgreSQL does not cut it (63 bytes).
[[nodiscard]] QString databaseNameWith(const QString &name, const QString &ending);

} // namespace civicq::backups
