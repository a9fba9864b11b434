// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A saved connection. Plain value, any thread. Never holds a password: that is in the system's keychain under the
// profile's id, or asked for each time, or libpq finds it (.pgpass, certificate).

#include "postgres/connectionparameters.h"

#include <QtCore/QUuid>

namespace civicq::connections {

enum class PasswordSource { Keychain, AskEachTime, Libpq };

struct Profile
{
    QUuid id;
    QString name;                              // unique, for people and for civicq-db --connection
    QString group;                             // may be empty
    postgres::ConnectionParameters parameters; // password empty
    PasswordSource passwordSource = PasswordSource::Keychain;
    bool isSandbox = false; // the app's own, made at run time and not saved

    bool operator==(const Profile &) const = default;
};

} // namespace civicq::connections
