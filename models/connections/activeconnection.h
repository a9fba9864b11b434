// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The database the window works on now. GUI thread; pages hold a reference, read it and listen to changed(). Opening
// happens on a worker: the first session is read-only until the database has said what it is used for; on production the
// pool stays read-only (default_transaction_read_only, on the server's side) and writing needs a WriteGrant for one task.

#include "connections/profile.h"
#include "core/taskrunner.h"
#include "postgres/connectionpool.h"
#include "postgres/environment.h"

#include <QtCore/QObject>

#include <memory>
#include <optional>

namespace civicq::connections {

struct ServerFacts
{
    QString version;       // "17.2"
    int versionNumber = 0; // 170002
    QString database;
    QString user;
    bool superuser = false;
    bool tls = false;
    postgres::Environment environment = postgres::Environment::Unknown;
    // Non-empty when the mark in the database was written for another database: a restored copy, or a database that was
    // moved to another server. `environment` is Unknown then, and this is what the mark says.
    QString environmentOf;
    postgres::Environment recordedEnvironment = postgres::Environment::Unknown;
};

// Leave to change the database, for one task: parameters with which sessions may write. While one is held on production
// the window says "unlocked"; it ends with its last copy.
class WriteGrant
{
public:
    [[nodiscard]] const postgres::ConnectionParameters &parameters() const { return m_parameters; }

private:
    friend class ActiveConnection;
    postgres::ConnectionParameters m_parameters;
    std::shared_ptr<void> m_token;
};

class ActiveConnection final : public QObject
{
    Q_OBJECT
public:
    enum class State { Closed, Opening, Open, Failed };

    ActiveConnection(core::TaskRunner &tasks, core::PoolSettings poolSettings, QObject *parent = nullptr);
    ~ActiveConnection() override;

    void open(const Profile &profile, const core::Secret &password);
    void close();
    void reopen(); // after the environment was marked, or the line was lost

    [[nodiscard]] State state() const;
    [[nodiscard]] bool isOpen() const { return state() == State::Open; }
    [[nodiscard]] const Profile &profile() const;
    // Which database of which server, by which profile: another word, another place. Reopening does not change it.
    [[nodiscard]] QString place() const;
    [[nodiscard]] const ServerFacts &facts() const;                       // when open
    [[nodiscard]] const core::Error &error() const;                       // when failed
    [[nodiscard]] std::shared_ptr<postgres::ConnectionPool> pool() const; // when open, else null
    // For tools that only read (pg_dump): with password, read-only on production.
    [[nodiscard]] postgres::ConnectionParameters readParameters() const;

    [[nodiscard]] bool needsUnlock() const; // production, or a copy of it nobody has said the purpose of yet
    [[nodiscard]] bool isUnlocked() const;  // a grant is held
    // On production `typedName` must equal the database's name, else none; elsewhere it is not looked at.
    [[nodiscard]] std::optional<WriteGrant> grantWrite(const QString &typedName = {});

Q_SIGNALS:
    void changed(); // any of the above

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace civicq::connections
