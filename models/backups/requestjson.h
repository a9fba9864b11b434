// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A backup's choices as JSON, for a plan that is carried out later: all of BackupRequest but the connection and secrets.
// A key that is missing is the default. Plain functions, any thread.

#include "backups/backup.h"

#include <QtCore/QJsonObject>

namespace civicq::backups {

[[nodiscard]] QJsonObject requestJson(const BackupRequest &request);
[[nodiscard]] BackupRequest requestOf(const QJsonObject &object);

} // namespace civicq::backups
