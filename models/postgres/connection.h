// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One session with a server, over libpq. Used by one thread at a time, always a worker; every call waits without
// blocking the cancel: within 100 ms of context.isCancelled() the server is asked to cancel and Error Cancelled comes
// back (a server that does not answer the request within 2 s loses the connection instead). Bytes are UTF-8 both ways.
// A statement that fails leaves the session usable unless isUsable() says otherwise. The destructor closes at once.

#include "core/task.h"
#include "postgres/connectionparameters.h"
#include "postgres/rows.h"

#include <QtCore/QVariant>

#include <chrono>
#include <functional>
#include <memory>

namespace civicq::postgres {

struct Notice
{
    QString severity; // NOTICE, WARNING, ...
    QString message;
    QString detail;
    QString hint;
};

class Connection
{
public:
    [[nodiscard]] static core::Result<std::unique_ptr<Connection>> open(core::TaskContext &context,
                                                                        const ConnectionParameters &parameters);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    // One statement; `parameters` become $1, $2, ... (null QVariant: NULL; QByteArray: bytea; QStringList: text[]).
    [[nodiscard]] core::Result<Rows> query(core::TaskContext &context, const QString &sql,
                                           const QVariantList &parameters = {});
    // One statement in bytes of client_encoding; a second one hidden in it is refused by the server, whatever either of us
    // takes for a quote.
    [[nodiscard]] core::Result<> statement(core::TaskContext &context, const QByteArray &sql);
    // A statement that the server is to run to its end whether or not anybody still listens: waits for it as long as
    // `patience`, then closes the session; isUsable() is false after that.
    void leaveRunning(const QByteArray &sql, std::chrono::milliseconds patience);
    // Any number of statements in one simple-protocol message: one implicit transaction unless it says otherwise.
    [[nodiscard]] core::Result<> script(core::TaskContext &context, const QByteArray &sql);

    // COPY ... TO STDOUT. `sink` is called with each CopyData message (a row in text format). Returns rows.
    [[nodiscard]] core::Result<qint64> copyOut(core::TaskContext &context, const QString &sql,
                                               const std::function<core::Result<>(QByteArrayView)> &sink);
    // COPY ... FROM STDIN. `source` gives pieces of any size; an empty one ends it, an error aborts the COPY. Returns rows.
    [[nodiscard]] core::Result<qint64> copyIn(core::TaskContext &context, const QString &sql,
                                              const std::function<core::Result<QByteArray>()> &source);

    // BEGIN (with `mode`, as "ISOLATION LEVEL REPEATABLE READ, READ ONLY"), body, COMMIT; ROLLBACK when body fails.
    [[nodiscard]] core::Result<> transaction(core::TaskContext &context, const QString &mode,
                                             const std::function<core::Result<>()> &body);

    [[nodiscard]] bool isUsable() const; // false once the line is broken
    [[nodiscard]] bool inTransaction() const;
    [[nodiscard]] int serverVersion() const; // 170002 for 17.2
    [[nodiscard]] int serverMajor() const { return serverVersion() / 10000; }
    [[nodiscard]] int backendPid() const;
    [[nodiscard]] bool usesTls() const;
    [[nodiscard]] QString database() const;
    [[nodiscard]] QString user() const;
    [[nodiscard]] QString reported(const char *parameter) const; // PQparameterStatus: "server_version", ...
    [[nodiscard]] const ConnectionParameters &parameters() const;

    // Notices of the server, on the calling thread, during the statement that caused them.
    void setNoticeHandler(std::function<void(const Notice &)> handler);
    // How long one statement may go without any answer; 0 (the default): as long as it takes. For live figures, where a
    // silent line must not hold a thread for ever.
    void setAnswerTimeout(std::chrono::milliseconds timeout);

private:
    struct Private;
    explicit Connection(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace civicq::postgres
