// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/connection.h"

#include "core/platform.h"
#include "postgres/connectionerror.h"
#include "postgres/pqresult.h"
#include "postgres/values.h"

#include <QtCore/QDeadlineTimer>

using namespace Qt::StringLiterals;
using civicq::core::Error;
using civicq::core::ErrorCode;
using civicq::core::Result;
using civicq::core::TaskContext;
using std::chrono::milliseconds;

namespace civicq::postgres {

namespace {

constexpr pg_usec_time_t sliceMicroseconds = 50'000; // cancel is seen within this time
constexpr milliseconds cancelPatience{2'000};        // for a server to answer a cancel request
constexpr qint64 muchData = qint64(1) << 20;         // of a COPY: from here on it is worth gathering

void waitOn(int socket, bool forWrite)
{
    PQsocketPoll(socket, 1, forWrite ? 1 : 0, PQgetCurrentTimeUSec() + sliceMicroseconds);
}

std::unexpected<Error> timedOut(const QString &what)
{
    return core::fail(ErrorCode::Timeout, what);
}

} // namespace

struct Connection::Private
{
    PGconn *connection = nullptr;
    ConnectionParameters parameters;
    std::function<void(const Notice &)> onNotice;
    milliseconds answerTimeout{0};
    bool broken = false;

    ~Private() { PQfinish(connection); }

    static void receiveNotice(void *self, const PGresult *result)
    {
        auto *d = static_cast<Private *>(self);
        if (!d->onNotice)
            return;
        const auto text = [result](int code) { return QString::fromUtf8(PQresultErrorField(result, code)); };
        d->onNotice({text(PG_DIAG_SEVERITY_NONLOCALIZED), text(PG_DIAG_MESSAGE_PRIMARY), text(PG_DIAG_MESSAGE_DETAIL),
                     text(PG_DIAG_MESSAGE_HINT)});
    }

    Result<> connect(TaskContext &context)
    {
        const QDeadlineTimer deadline(
            std::chrono::seconds(parameters.connectTimeoutSeconds > 0 ? parameters.connectTimeoutSeconds : 86'400));
        PostgresPollingStatusType next = PGRES_POLLING_WRITING;
        while (next != PGRES_POLLING_OK) {
            if (PQstatus(connection) == CONNECTION_BAD || next == PGRES_POLLING_FAILED)
                return core::fail(connectError(connection, parameters.host));
            if (context.isCancelled())
                return TaskContext::cancelled();
            if (deadline.hasExpired()) {
                Error error = timedOut(u"timeout expired"_s).error();
                error.arguments = {parameters.host};
                error.doing = u"connecting"_s;
                return core::fail(std::move(error));
            }
            const bool writing = next == PGRES_POLLING_WRITING;
            const int ready = PQsocketPoll(PQsocket(connection), writing ? 0 : 1, writing ? 1 : 0,
                                           PQgetCurrentTimeUSec() + sliceMicroseconds);
            if (ready > 0)
                next = PQconnectPoll(connection);
        }
        return {};
    }

    // One turn of waiting for the server; fails when cancelled, timed out or cut off.
    Result<> waitOnce(TaskContext &context, const QDeadlineTimer &deadline, bool forWrite)
    {
        if (context.isCancelled()) {
            stopStatement();
            return TaskContext::cancelled();
        }
        if (deadline.hasExpired()) {
            markBroken();
            return timedOut(u"the server did not answer in time"_s);
        }
        waitOn(PQsocket(connection), forWrite);
        if (PQconsumeInput(connection) == 0) {
            const Error error = statementError(connection, nullptr);
            markBroken();
            return core::fail(error);
        }
        return {};
    }

    [[nodiscard]] QDeadlineTimer answerDeadline() const
    {
        return answerTimeout.count() > 0 ? QDeadlineTimer(answerTimeout) : QDeadlineTimer(QDeadlineTimer::Forever);
    }

    Result<> flush(TaskContext &context)
    {
        const QDeadlineTimer deadline = answerDeadline();
        int status = 0;
        while ((status = PQflush(connection)) == 1) {
            if (const auto waited = waitOnce(context, deadline, true); !waited)
                return waited;
        }
        if (status < 0) {
            const Error error = statementError(connection, nullptr);
            markBroken();
            return core::fail(error);
        }
        return {};
    }

    // The next result, nullptr when the statement is over.
    Result<ResultPtr> nextResult(TaskContext &context)
    {
        const QDeadlineTimer deadline = answerDeadline();
        while (PQisBusy(connection)) {
            if (const auto waited = waitOnce(context, deadline, false); !waited)
                return core::fail(waited.error());
        }
        return ResultPtr(PQgetResult(connection));
    }

    // Reads to the end of the statement. The last result with rows, or the first error.
    Result<ResultPtr> finishStatement(TaskContext &context)
    {
        ResultPtr last;
        std::optional<Error> failure;
        for (;;) {
            auto next = nextResult(context);
            if (!next)
                return next;
            if (!*next)
                break;
            if (isFailure(next->get())) {
                if (!failure)
                    failure = statementError(connection, next->get());
            } else {
                last = std::move(*next);
            }
        }
        if (PQstatus(connection) == CONNECTION_BAD)
            broken = true;
        if (failure)
            return core::fail(std::move(*failure));
        return last;
    }

    // Asks the server to drop what it is doing and reads what is left of it.
    void stopStatement()
    {
        const QDeadlineTimer deadline(cancelPatience);
        const std::unique_ptr<PGcancelConn, FinishCancel> cancel(PQcancelCreate(connection));
        bool sent = cancel && PQcancelStart(cancel.get()) == 1;
        while (sent && !deadline.hasExpired()) {
            const PostgresPollingStatusType next = PQcancelPoll(cancel.get());
            if (next == PGRES_POLLING_OK)
                break;
            sent = next != PGRES_POLLING_FAILED;
            if (sent)
                PQsocketPoll(PQcancelSocket(cancel.get()), next == PGRES_POLLING_READING, next == PGRES_POLLING_WRITING,
                             PQgetCurrentTimeUSec() + sliceMicroseconds);
        }
        if (!sent || !drain(deadline))
            markBroken();
    }

    bool drain(const QDeadlineTimer &deadline)
    {
        for (;;) {
            while (PQisBusy(connection)) {
                if (deadline.hasExpired() || PQstatus(connection) == CONNECTION_BAD)
                    return false;
                waitOn(PQsocket(connection), PQflush(connection) == 1);
                if (PQconsumeInput(connection) == 0)
                    return false;
            }
            const ResultPtr result(PQgetResult(connection));
            if (!result)
                return PQstatus(connection) == CONNECTION_OK;
            const ExecStatusType status = PQresultStatus(result.get());
            if (status == PGRES_COPY_IN)
                PQputCopyEnd(connection, "cancelled");
            if (status == PGRES_COPY_OUT && !drainCopy(deadline))
                return false;
        }
    }

    bool drainCopy(const QDeadlineTimer &deadline)
    {
        char *buffer = nullptr;
        int length = 0;
        while ((length = PQgetCopyData(connection, &buffer, 1)) >= 0) {
            PQfreemem(buffer);
            buffer = nullptr;
            if (deadline.hasExpired())
                return false;
            if (length == 0) {
                waitOn(PQsocket(connection), false);
                if (PQconsumeInput(connection) == 0)
                    return false;
            }
        }
        return true;
    }

    // A line on which half a conversation hangs is of no further use; the destructor closes it.
    void markBroken() { broken = true; }

    Result<> ready() const
    {
        if (!connection || broken || PQstatus(connection) == CONNECTION_BAD)
            return core::fail(ErrorCode::ConnectionLost, u"the connection to the server is lost"_s);
        return {};
    }

    // The extended protocol: one statement, its parameters beside it.
    Result<ResultPtr> run(TaskContext &context, const QByteArray &sql, const TextParameters &texts)
    {
        if (const auto usable = ready(); !usable)
            return core::fail(usable.error());
        if (PQsendQueryParams(connection, sql.constData(), texts.count(), nullptr, texts.values(), nullptr, nullptr, 0)
            == 0)
            return core::fail(statementError(connection, nullptr));
        if (const auto flushed = flush(context); !flushed)
            return core::fail(flushed.error());
        return finishStatement(context);
    }

    // The simple protocol: as many statements as there are.
    Result<> send(TaskContext &context, const QByteArray &sql)
    {
        if (const auto usable = ready(); !usable)
            return usable;
        return PQsendQuery(connection, sql.constData()) == 0 ? core::fail(statementError(connection, nullptr))
                                                             : flush(context);
    }

    // Sends a COPY statement and waits for the server to be in the wanted COPY state.
    Result<> startCopy(TaskContext &context, const QString &sql, ExecStatusType wanted)
    {
        if (const auto sent = send(context, sql.toUtf8()); !sent)
            return sent;
        auto first = nextResult(context);
        if (!first)
            return core::fail(first.error());
        if (*first && PQresultStatus(first->get()) == wanted)
            return {};
        const Error error = *first && isFailure(first->get())
                                ? statementError(connection, first->get())
                                : core::fail(ErrorCode::InvalidArgument, u"not a COPY statement"_s).error();
        drain(QDeadlineTimer(cancelPatience));
        return core::fail(error);
    }
};

Connection::Connection(std::unique_ptr<Private> taken) : d(std::move(taken)) {}
Connection::~Connection() = default;

Result<std::unique_ptr<Connection>> Connection::open(TaskContext &context, const ConnectionParameters &parameters)
{
    auto d = std::make_unique<Private>();
    d->parameters = parameters;
    const auto keywords = parameters.keywords();
    std::vector<const char *> names;
    std::vector<const char *> values;
    for (const auto &[name, value] : keywords) {
        names.push_back(name.constData());
        values.push_back(value.constData());
    }
    const auto add = [&](const char *name, const char *value) {
        names.push_back(name);
        values.push_back(value);
    };
    add("client_encoding", "UTF8");
    add("fallback_application_name", "CivicQ Admin");
    // A line that died without a word (a sleeping laptop, a VPN that went) is noticed within a minute.
    add("keepalives_idle", "30");
    add("keepalives_interval", "10");
    add("keepalives_count", "3");
    add(nullptr, nullptr);
    d->connection = PQconnectStartParams(names.data(), values.data(), 0);
    if (!d->connection)
        return core::fail(ErrorCode::Unknown, u"out of memory"_s);
    PQsetNoticeReceiver(d->connection, &Private::receiveNotice, d.get());
    if (const auto connected = d->connect(context); !connected)
        return core::fail(connected.error());
    PQsetnonblocking(d->connection, 1);
    return std::unique_ptr<Connection>(new Connection(std::move(d)));
}

Result<Rows> Connection::query(TaskContext &context, const QString &sql, const QVariantList &parameters)
{
    auto result = d->run(context, sql.toUtf8(), TextParameters(parameters));
    return result ? Result<Rows>(Rows(result->release())) : core::fail(result.error());
}

Result<> Connection::statement(TaskContext &context, const QByteArray &sql)
{
    const auto result = d->run(context, sql, TextParameters(QVariantList()));
    return result ? Result<>() : core::fail(result.error());
}

void Connection::leaveRunning(const QByteArray &sql, milliseconds patience)
{
    // Where the server is told to look after its clients it would stop.
    core::SilentTask task;
    const auto alone = script(task, "SELECT set_config(name, '0', false) FROM pg_settings "
                                    "WHERE name = 'client_connection_check_interval'");
    if (!alone || PQsendQuery(d->connection, sql.constData()) == 0)
        return;
    // All of it is sent, and nothing that came back is left unread: else closing would take it back.
    const QDeadlineTimer deadline(patience);
    constexpr int lookEvery = 5'000; // microseconds
    while ((PQflush(d->connection) == 1 || PQisBusy(d->connection)) && !deadline.hasExpired()
           && PQstatus(d->connection) == CONNECTION_OK) {
        PQsocketPoll(PQsocket(d->connection), 1, PQflush(d->connection) == 1 ? 1 : 0,
                     PQgetCurrentTimeUSec() + lookEvery);
        (void)PQconsumeInput(d->connection);
    }
    PQfinish(std::exchange(d->connection, nullptr));
}

Result<> Connection::script(TaskContext &context, const QByteArray &sql)
{
    if (const auto sent = d->send(context, sql); !sent)
        return sent;
    if (const auto result = d->finishStatement(context); !result)
        return core::fail(result.error());
    return {};
}

Result<qint64> Connection::copyOut(TaskContext &context, const QString &sql,
                                   const std::function<Result<>(QByteArrayView)> &sink)
{
    if (const auto started = d->startCopy(context, sql, PGRES_COPY_OUT); !started)
        return core::fail(started.error());
    char *buffer = nullptr;
    QDeadlineTimer deadline = d->answerDeadline();
    qint64 received = 0;
    for (;;) {
        const int length = PQgetCopyData(d->connection, &buffer, 1);
        if (length < 0)
            break;
        if (length == 0) {
            if (received >= muchData)
                core::waitForMore();
            if (const auto waited = d->waitOnce(context, deadline, false); !waited)
                return core::fail(waited.error());
            continue;
        }
        deadline = d->answerDeadline();
        received += length;
        const auto taken = sink(QByteArrayView(buffer, length));
        PQfreemem(buffer);
        if (!taken || context.isCancelled()) {
            d->stopStatement();
            return taken ? Result<qint64>(TaskContext::cancelled()) : core::fail(taken.error());
        }
    }
    auto result = d->finishStatement(context);
    if (!result)
        return core::fail(result.error());
    return QByteArray(PQcmdTuples(result->get())).toLongLong();
}

Result<qint64> Connection::copyIn(TaskContext &context, const QString &sql,
                                  const std::function<Result<QByteArray>()> &source)
{
    if (const auto started = d->startCopy(context, sql, PGRES_COPY_IN); !started)
        return core::fail(started.error());
    const QDeadlineTimer forever(QDeadlineTimer::Forever);
    for (;;) {
        auto piece = source();
        if (!piece) {
            PQputCopyEnd(d->connection, "aborted by the client");
            if (!d->drain(QDeadlineTimer(cancelPatience)))
                d->markBroken();
            return core::fail(piece.error());
        }
        if (piece->isEmpty())
            break;
        int status = 0;
        while ((status = PQputCopyData(d->connection, piece->constData(), static_cast<int>(piece->size()))) == 0) {
            if (const auto waited = d->waitOnce(context, forever, true); !waited)
                return core::fail(waited.error());
        }
        if (status < 0)
            break; // the server has refused a row: its error is the statement's result
        if (context.isCancelled()) {
            d->stopStatement();
            return TaskContext::cancelled();
        }
        if (const auto flushed = d->flush(context); !flushed)
            return core::fail(flushed.error());
    }
    while (PQputCopyEnd(d->connection, nullptr) == 0) {
        if (const auto waited = d->waitOnce(context, forever, true); !waited)
            return core::fail(waited.error());
    }
    if (const auto flushed = d->flush(context); !flushed)
        return core::fail(flushed.error());
    auto result = d->finishStatement(context);
    if (!result)
        return core::fail(result.error());
    return QByteArray(PQcmdTuples(result->get())).toLongLong();
}

Result<> Connection::transaction(TaskContext &context, const QString &mode, const std::function<Result<>()> &body)
{
    if (const auto begun = query(context, u"BEGIN "_s + mode); !begun)
        return core::fail(begun.error());
    Result<> done = body();
    if (done) {
        const auto committed = query(context, u"COMMIT"_s);
        if (!committed)
            return core::fail(committed.error().during(u"committing"_s));
        // COMMIT of a failed transaction is answered with ROLLBACK and no error.
        if (committed->command() != "COMMIT"_L1)
            return core::fail(ErrorCode::Sql, u"the transaction had failed and was rolled back"_s);
        return done;
    }
    if (isUsable() && inTransaction()) {
        core::SilentTask undo; // a cancelled task must still be able to roll back
        if (!query(undo, u"ROLLBACK"_s))
            d->markBroken();
    }
    return done;
}

bool Connection::isUsable() const
{
    return d->ready().has_value();
}

bool Connection::inTransaction() const
{
    const PGTransactionStatusType status = PQtransactionStatus(d->connection);
    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
}

int Connection::serverVersion() const
{
    return PQserverVersion(d->connection);
}

int Connection::backendPid() const
{
    return PQbackendPID(d->connection);
}

bool Connection::usesTls() const
{
    return PQsslInUse(d->connection) != 0;
}

QString Connection::database() const
{
    return QString::fromUtf8(PQdb(d->connection));
}

QString Connection::user() const
{
    return QString::fromUtf8(PQuser(d->connection));
}

QString Connection::reported(const char *parameter) const
{
    return QString::fromUtf8(PQparameterStatus(d->connection, parameter));
}

const ConnectionParameters &Connection::parameters() const
{
    return d->parameters;
}

void Connection::setNoticeHandler(std::function<void(const Notice &)> handler)
{
    d->onNotice = std::move(handler);
}

void Connection::setAnswerTimeout(milliseconds timeout)
{
    d->answerTimeout = timeout;
}

} // namespace civicq::postgres
