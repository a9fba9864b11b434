// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside the driven program: answers one-line JSON requests on a local socket by acting on real widgets with real events
// (QTest's, through the window system interface), and by telling what they show. Also keeps the longest time the event
// loop did not turn. GUI thread.
//
// A widget is named by its objectName, by "~text" (its visible text or accessible name), or by "a/b" (b inside a). Of
// several the visible one in the active window is meant.

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonObject>
#include <QtCore/QObject>
#include <QtNetwork/QLocalServer>

class QLocalSocket;
class QWidget;

namespace civicq::tests {

class Driver final : public QObject
{
    Q_OBJECT
public:
    explicit Driver(const QString &serverName, QObject *parent = nullptr);

private:
    void accept();
    void read(QLocalSocket *socket);
    [[nodiscard]] QJsonObject answer(const QJsonObject &request);

    [[nodiscard]] QJsonObject click(const QJsonObject &request);
    [[nodiscard]] QJsonObject type(const QJsonObject &request);
    [[nodiscard]] QJsonObject key(const QJsonObject &request);
    [[nodiscard]] QJsonObject describe(const QJsonObject &request);
    [[nodiscard]] QJsonObject selectItem(const QJsonObject &request);
    [[nodiscard]] QJsonObject trigger(const QJsonObject &request);
    [[nodiscard]] QJsonObject scroll(const QJsonObject &request);
    [[nodiscard]] QJsonObject grab(const QJsonObject &request);
    [[nodiscard]] QJsonObject resizeWindow(const QJsonObject &request);
    static void parkPointer(QWidget *window);
    [[nodiscard]] QJsonObject list();
    [[nodiscard]] QJsonObject clipped();
    [[nodiscard]] QJsonObject stall(const QJsonObject &request);

    QLocalServer m_server;
    QElapsedTimer m_sinceTurn;
    qint64 m_longestStall = 0; // microseconds
};

} // namespace civicq::tests
