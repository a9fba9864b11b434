// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/reachability.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QEventLoop>
#include <QtCore/QTimer>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QHostInfo>
#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QTcpSocket>

#include <functional>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using civicq::core::ErrorCode;
using civicq::core::Result;
using civicq::core::TaskContext;
using std::chrono::milliseconds;

namespace civicq::connections {

namespace {

constexpr milliseconds slice{50}; // cancel is seen within this time
constexpr int usualPort = 5432;

// Turns an event loop until `ready`, the deadline or the cancel.
Result<> waitFor(TaskContext &context, QDeadlineTimer deadline, const std::function<bool()> &ready)
{
    QEventLoop loop;
    QTimer tick;
    QObject::connect(&tick, &QTimer::timeout, &loop, &QEventLoop::quit);
    tick.start(slice);
    while (!ready()) {
        if (context.isCancelled())
            return TaskContext::cancelled();
        if (deadline.hasExpired())
            return core::fail(ErrorCode::Timeout, u"timeout expired"_s);
        loop.processEvents(QEventLoop::WaitForMoreEvents);
    }
    return {};
}

std::unexpected<core::Error> with(core::Error error, const QString &host, const QString &doing)
{
    error.arguments = {host};
    error.doing = doing;
    return core::fail(std::move(error));
}

Result<QList<Endpoint>> resolveOne(TaskContext &context, const QString &host, int port, QDeadlineTimer deadline)
{
    // Shared: an answer may come after the wait was given up.
    const auto answer = std::make_shared<std::optional<QHostInfo>>();
    QObject here;
    const int lookup = QHostInfo::lookupHost(host, &here, [answer](const QHostInfo &info) { *answer = info; });
    if (const auto waited = waitFor(context, deadline, [answer] { return answer->has_value(); }); !waited) {
        QHostInfo::abortHostLookup(lookup);
        return with(waited.error(), host, u"looking the host up"_s);
    }
    QList<Endpoint> found;
    for (const QHostAddress &address : (*answer)->addresses())
        found.append({host, address.toString(), port});
    if (found.isEmpty())
        return core::fail(ErrorCode::HostNotFound, (*answer)->errorString(), {host});
    return found;
}

int portAt(const QString &list, qsizetype index, int otherwise)
{
    const QStringList ports = list.split(u',');
    const int port = ports.value(ports.size() == 1 ? 0 : index).trimmed().toInt();
    return port > 0 ? port : otherwise;
}

ErrorCode codeOf(QAbstractSocket::SocketError error)
{
    return error == QAbstractSocket::SocketTimeoutError ? ErrorCode::Timeout : ErrorCode::ConnectionRefused;
}

// Connects; the socket lives on the calling thread.
Result<> connectTo(TaskContext &context, QTcpSocket &socket, const Endpoint &endpoint, QDeadlineTimer deadline)
{
    socket.setProxy(QNetworkProxy::NoProxy); // libpq knows of none either
    socket.connectToHost(endpoint.address, static_cast<quint16>(endpoint.port));
    const auto settled = [&socket] {
        return socket.state() == QAbstractSocket::ConnectedState || socket.state() == QAbstractSocket::UnconnectedState;
    };
    if (const auto waited = waitFor(context, deadline, settled); !waited)
        return with(waited.error(), endpoint.host, u"reaching %1"_s.arg(endpoint.text()));
    if (socket.state() == QAbstractSocket::ConnectedState)
        return {};
    return core::fail(codeOf(socket.error()), socket.errorString(), {endpoint.host});
}

} // namespace

bool Endpoint::isLoopback() const
{
    return QHostAddress(address).isLoopback();
}

QString Endpoint::text() const
{
    return (address.contains(u':') ? u'[' + address + u']' : address) + u':' + QString::number(port);
}

bool isLocalSocket(const postgres::ConnectionParameters &parameters)
{
    if (!parameters.extra.value(u"hostaddr"_s).isEmpty())
        return false;
#if defined(Q_OS_WIN)
    return false;
#else
    const QString host = parameters.host.isEmpty() ? qEnvironmentVariable("PGHOST", qEnvironmentVariable("PGHOSTADDR"))
                                                   : parameters.host;
    return host.isEmpty() || host.startsWith(u'/') || host.startsWith(u'@');
#endif
}

Result<QList<Endpoint>> resolve(TaskContext &context, const postgres::ConnectionParameters &parameters,
                                milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    QString hosts = parameters.extra.value(u"hostaddr"_s, parameters.host);
    if (hosts.isEmpty())
        hosts = qEnvironmentVariable("PGHOST", qEnvironmentVariable("PGHOSTADDR", u"localhost"_s));
    // A list of ports can only stand among the other options: the field holds one.
    const int port = parameters.port > 0 ? parameters.port : qEnvironmentVariableIntValue("PGPORT");
    const QString ports = parameters.extra.value(u"port"_s, QString::number(port));
    QList<Endpoint> found;
    std::optional<core::Error> failure;
    const QStringList names = hosts.split(u',');
    for (qsizetype i = 0; i < names.size(); ++i) {
        const auto one = resolveOne(context, names.at(i).trimmed(), portAt(ports, i, usualPort), deadline);
        if (one)
            found += *one;
        else if (one.error().code == ErrorCode::Cancelled)
            return core::fail(one.error());
        else
            failure = one.error();
    }
    if (found.isEmpty())
        return core::fail(*failure);
    return found;
}

Result<Endpoint> reach(TaskContext &context, const QList<Endpoint> &endpoints, milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    std::optional<core::Error> failure;
    for (const Endpoint &endpoint : endpoints) {
        QTcpSocket socket;
        const auto connected = connectTo(context, socket, endpoint, deadline);
        if (connected)
            return endpoint;
        if (connected.error().code == ErrorCode::Cancelled)
            return core::fail(connected.error());
        failure = connected.error();
    }
    return core::fail(*failure);
}

Result<bool> offersTls(TaskContext &context, const Endpoint &endpoint, milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    QTcpSocket socket;
    if (const auto connected = connectTo(context, socket, endpoint, deadline); !connected)
        return core::fail(connected.error());
    static constexpr char request[] = "\x00\x00\x00\x08\x04\xd2\x16\x2f"; // length 8, code 80877103
    socket.write(request, 8);
    const auto answered = [&socket] {
        return socket.bytesAvailable() > 0 || socket.state() == QAbstractSocket::UnconnectedState;
    };
    auto waited = waitFor(context, QDeadlineTimer(patience / 2), answered);
    if (!waited && waited.error().code == ErrorCode::Timeout) {
        // PostgreSQL answers this at once; a server that reads lines waits for the end of one. Give it that.
        socket.write("\r\n\r\n");
        waited = waitFor(context, deadline, answered);
        if (waited && socket.bytesAvailable() > 0)
            return core::fail(ErrorCode::NotPostgres, u"received invalid response to SSL negotiation"_s,
                              {endpoint.host});
    }
    if (!waited)
        return with(waited.error(), endpoint.host, u"asking %1 for encryption"_s.arg(endpoint.text()));
    const QByteArray answer = socket.readAll();
    if (answer == "S" || answer == "N")
        return answer == "S";
    if (answer.isEmpty())
        return core::fail(ErrorCode::NotPostgres, u"server closed the connection without an answer"_s, {endpoint.host});
    // "E": a PostgreSQL too busy, or starting up, to get as far as encryption; the login will say so.
    if (answer.startsWith('E'))
        return false;
    return core::fail(ErrorCode::NotPostgres,
                      u"received invalid response to SSL negotiation: %1"_s.arg(QString::fromLatin1(answer.first(1))),
                      {endpoint.host});
}

} // namespace civicq::connections
