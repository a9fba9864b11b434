// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Opens a connection a person chose: starts the sandbox if that is it, fetches the password from the keychain or asks for
// it, and hands both to ActiveConnection. GUI thread; the newest wish wins.

#include "connections/activeconnection.h"
#include "connections/profilemodel.h"
#include "connections/secretstore.h"
#include "sandbox/sandbox.h"

#include <QtCore/QObject>

#include <functional>

class QWidget;

namespace civicq::app {

class Opener final : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        core::TaskRunner &tasks;
        connections::ActiveConnection &connection;
        connections::ProfileModel &profiles;
        connections::SecretStore &secrets;
        sandbox::Sandbox &sandbox;
        const core::Settings &settings;
    };

    explicit Opener(const Parts &parts, QObject *parent = nullptr);
    // Above which the password is asked for.
    void setWindow(QWidget *window) { m_window = window; }

    void open(const connections::Profile &profile);
    void openSandbox();
    // Starts it without opening it; `started` is not called any more once `owner` is gone.
    void startSandbox(QObject *owner,
                      std::function<void(const core::Result<postgres::ConnectionParameters> &)> started);
    // The one that was opened last, with a password to be typed.
    void openAgainWithPassword();
    // The sandbox as it is listed before it was started.
    [[nodiscard]] static connections::Profile sandboxProfile(const postgres::ConnectionParameters &parameters);

Q_SIGNALS:
    void sandboxStarting();
    void failed(const civicq::core::Error &error); // before there was anything to connect to

private:
    void askPassword(const connections::Profile &profile);

    Parts m_parts;
    QWidget *m_window = nullptr;
    quint64 m_wish = 0;
};

} // namespace civicq::app
