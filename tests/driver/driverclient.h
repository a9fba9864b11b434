// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Starts an unchanged civicq-admin with the driver plugin and works its window from this process: clicks, keys, waits,
// pictures. Every call waits for its answer; waiting calls poll until the condition holds or the time is over. Widgets are
// named as tests/driver/driver.h says. One thread.

#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QStringList>
#include <QtNetwork/QLocalSocket>

#include <functional>

namespace civicq::tests {

class DriverClient
{
public:
    DriverClient();
    ~DriverClient(); // ends the program

    // Environment variables the program gets beside this process' own.
    void setEnvironment(const QString &name, const QString &value);
    [[nodiscard]] bool start(const QStringList &arguments, int timeout = 60'000);
    // Asks the window to close and waits for the program to end; its exit status, -1 where it did not.
    int quit(int timeout = 30'000);
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    [[nodiscard]] QString failure() const { return m_failure; } // of the last call that returned false
    [[nodiscard]] static QString program(const QString &name);  // a built program's path

    bool click(const QString &widget, int timeout = 30'000);      // waits for it to be visible and enabled
    bool clickLater(const QString &widget, int timeout = 30'000); // for what opens a modal dialog
    bool type(const QString &widget, const QString &text, int timeout = 30'000);
    bool key(const QString &sequence, const QString &widget = {}); // to what has the focus when none is named
    bool select(const QString &widget, const QString &text, int timeout = 30'000);
    bool trigger(const QString &action);
    bool triggerLater(const QString &action);
    bool scrollToEnd(const QString &widget); // of the place it is in
    bool resize(const QString &window, int width, int height);
    bool grab(const QString &file, const QString &widget = {});
    bool waitVisible(const QString &widget, int timeout = 30'000);
    bool waitGone(const QString &widget, int timeout = 30'000);
    bool waitText(const QString &widget, const QString &part, int timeout = 30'000);
    bool waitFor(const QString &widget, const std::function<bool(const QJsonObject &)> &condition, const QString &what,
                 int timeout);
    [[nodiscard]] QJsonObject describe(const QString &widget, const QString &property = {});
    [[nodiscard]] QString text(const QString &widget);
    [[nodiscard]] QJsonObject list();
    [[nodiscard]] QStringList clipped(); // visible texts that do not fit where they stand
    [[nodiscard]] double longestStallMs(bool reset);

private:
    [[nodiscard]] QJsonObject ask(const QJsonObject &request);
    bool act(const QJsonObject &request, int timeout);

    QProcessEnvironment m_environment;
    QProcess m_process;
    QLocalSocket m_socket;
    QString m_failure;
};

} // namespace civicq::tests
