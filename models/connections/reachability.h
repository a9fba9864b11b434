// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What can be found out about a server before anybody logs in: where its name leads, whether the port answers, whether
// PostgreSQL is behind it and offers TLS. Plain functions on a worker thread (they turn an event loop of their own); each
// sees a cancel within 100 ms. Errors: HostNotFound, ConnectionRefused, Timeout, NotPostgres, ConnectionLost, Cancelled.

#include "core/task.h"
#include "postgres/connectionparameters.h"

#include <QtCore/QList>

#include <chrono>

namespace civicq::connections {

struct Endpoint
{
    QString host;    // as the person wrote it
    QString address; // as found
    int port = 0;

    [[nodiscard]] bool isLoopback() const;
    [[nodiscard]] QString text() const; // "192.0.2.1:5432", "[::1]:5432"
};

// A Unix socket: there is no name to find and no network to cross.
[[nodiscard]] bool isLocalSocket(const postgres::ConnectionParameters &parameters);

// Every address of every host named (libpq takes a list, "a,b"), in the order they are tried.
[[nodiscard]] core::Result<QList<Endpoint>> resolve(core::TaskContext &context,
                                                    const postgres::ConnectionParameters &parameters,
                                                    std::chrono::milliseconds patience);
// The first that accepts a TCP connection.
[[nodiscard]] core::Result<Endpoint> reach(core::TaskContext &context, const QList<Endpoint> &endpoints,
                                           std::chrono::milliseconds patience);
// Asks with PostgreSQL's own SSLRequest (frontend/backend protocol, "SSL Session Encryption").
[[nodiscard]] core::Result<bool> offersTls(core::TaskContext &context, const Endpoint &endpoint,
                                           std::chrono::milliseconds patience);

} // namespace civicq::connections
