// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/activeconnection.h"

#include "connections/opening.h"

#include <mutex>

using civicq::core::Result;
using civicq::postgres::ConnectionParameters;
using civicq::postgres::ConnectionPool;
using civicq::postgres::Environment;

namespace civicq::connections {

namespace {

// Outlives the connection: a grant may be given back on any thread, at any time.
struct GrantBoard
{
    std::mutex mutex;
    ActiveConnection *owner = nullptr; // guarded; null once it is gone
};

struct Opened
{
    ServerFacts facts;
    std::shared_ptr<ConnectionPool> pool;
    ConnectionParameters writable;
};

// Production; and a database that carries production's mark without being it: a copy with production's data in it, or
// production itself after a move to another server. Until somebody has said which, it is not written to by accident.
bool isGuarded(const ServerFacts &facts)
{
    return facts.environment == Environment::Production
           || (!facts.environmentOf.isEmpty() && facts.recordedEnvironment == Environment::Production);
}

Result<Opened> openPool(core::TaskContext &context, const Profile &profile, const core::Secret &password,
                        const core::PoolSettings &settings)
{
    Opened opened;
    opened.writable = sessionParameters(profile, password);
    auto facts = readFacts(context, opened.writable);
    if (!facts)
        return core::fail(facts.error());
    opened.facts = std::move(*facts);
    opened.pool =
        ConnectionPool::create(isGuarded(opened.facts) ? readOnly(opened.writable) : opened.writable, settings);
    return opened;
}

} // namespace

struct ActiveConnection::Private
{
    Private(core::TaskRunner &runner, const core::PoolSettings &settings)
        : tasks(runner), poolSettings(settings), board(std::make_shared<GrantBoard>())
    {}

    core::TaskRunner &tasks;
    core::PoolSettings poolSettings;
    std::shared_ptr<GrantBoard> board;
    State state = State::Closed;
    Profile profile;
    core::Secret password;
    core::Error error;
    Opened opened;
    core::TaskHandle opening;
    quint64 generation = 0; // of what is open or being opened: later answers and grants of an earlier one are dropped
    int grants = 0;

    // Back to nothing; whatever is on its way belongs to the past.
    void drop()
    {
        ++generation;
        opening.cancel();
        grants = 0;
        if (opened.pool)
            opened.pool->retire();
        opened = {};
        error = {};
    }
};

ActiveConnection::ActiveConnection(core::TaskRunner &tasks, core::PoolSettings poolSettings, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(tasks, poolSettings))
{
    d->board->owner = this;
}

ActiveConnection::~ActiveConnection()
{
    {
        const std::scoped_lock lock(d->board->mutex);
        d->board->owner = nullptr;
    }
    d->drop();
}

void ActiveConnection::open(const Profile &profile, const core::Secret &password)
{
    d->drop();
    d->profile = profile;
    d->password = password;
    d->state = State::Opening;
    core::TaskSpec<Opened> spec;
    spec.quiet = true;
    spec.run = [profile, password, settings = d->poolSettings](core::TaskContext &context) {
        return openPool(context, profile, password, settings);
    };
    const auto done = [this, generation = d->generation](Result<Opened> result) {
        if (generation != d->generation)
            return;
        d->state = result ? State::Open : State::Failed;
        if (result)
            d->opened = std::move(*result);
        else
            d->error = result.error();
        Q_EMIT changed();
    };
    d->opening = d->tasks.start<Opened>(this, std::move(spec), done);
    Q_EMIT changed();
}

void ActiveConnection::close()
{
    d->drop();
    d->password = {};
    d->profile = {};
    d->state = State::Closed;
    Q_EMIT changed();
}

void ActiveConnection::reopen()
{
    if (d->state != State::Closed)
        open(Profile(d->profile), core::Secret(d->password));
}

ActiveConnection::State ActiveConnection::state() const
{
    return d->state;
}

const Profile &ActiveConnection::profile() const
{
    return d->profile;
}

QString ActiveConnection::place() const
{
    return profile().id.toString() + profile().parameters.describe();
}

const ServerFacts &ActiveConnection::facts() const
{
    return d->opened.facts;
}

const core::Error &ActiveConnection::error() const
{
    return d->error;
}

std::shared_ptr<ConnectionPool> ActiveConnection::pool() const
{
    return d->opened.pool;
}

ConnectionParameters ActiveConnection::readParameters() const
{
    return d->opened.pool ? d->opened.pool->parameters() : ConnectionParameters();
}

bool ActiveConnection::needsUnlock() const
{
    return isOpen() && isGuarded(d->opened.facts);
}

bool ActiveConnection::isUnlocked() const
{
    return d->grants > 0;
}

std::optional<WriteGrant> ActiveConnection::grantWrite(const QString &typedName)
{
    if (!isOpen())
        return std::nullopt;
    WriteGrant grant;
    grant.m_parameters = d->opened.writable;
    if (!needsUnlock())
        return grant;
    if (typedName != d->opened.facts.database)
        return std::nullopt;
    // The token's end is told to the GUI thread, wherever the last copy goes.
    grant.m_token = std::shared_ptr<void>(nullptr, [board = d->board, generation = d->generation](void *) {
        const std::scoped_lock lock(board->mutex);
        ActiveConnection *owner = board->owner;
        if (!owner)
            return;
        const auto giveBack = [owner, generation] {
            if (generation != owner->d->generation)
                return;
            --owner->d->grants;
            Q_EMIT owner->changed();
        };
        QMetaObject::invokeMethod(owner, giveBack, Qt::QueuedConnection);
    });
    ++d->grants;
    Q_EMIT changed();
    return grant;
}

} // namespace civicq::connections
