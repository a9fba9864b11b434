// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A profile as it stands in the file and in civicq-db's --json: without any password. Plain functions, any thread. What is
// missing or of another type reads as empty.

#include "connections/profile.h"

#include <QtCore/QJsonObject>

namespace civicq::connections {

[[nodiscard]] QJsonObject profileToJson(const Profile &profile);
[[nodiscard]] Profile profileFromJson(const QJsonObject &object);

// "keychain", "ask", "libpq"
[[nodiscard]] QString passwordSourceName(PasswordSource source);
[[nodiscard]] PasswordSource passwordSourceFromName(const QString &name);

} // namespace civicq::connections
