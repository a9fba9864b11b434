// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/port.h"

#include <QtCore/QRandomGenerator>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

namespace civicq::sandbox {

namespace {

constexpr int lowest = 20'000;
constexpr int highest = 32'000; // Linux hands out 32768 and up, Windows and macOS 49152 and up
constexpr int tries = 200;
constexpr int connectMilliseconds = 2'000;

} // namespace

bool isListening(int port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, static_cast<quint16>(port));
    return socket.waitForConnected(connectMilliseconds);
}

bool isFree(int port)
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost, static_cast<quint16>(port));
}

int choosePort()
{
    for (int i = 0; i < tries; ++i) {
        const int port = QRandomGenerator::global()->bounded(lowest, highest);
        if (isFree(port))
            return port;
    }
    return 0;
}

} // namespace civicq::sandbox
