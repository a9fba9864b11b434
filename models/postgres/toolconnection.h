// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How PostgreSQL's own client programs are told where to connect: everything but secrets as one --dbname argument, the
// password by environment, where other users of this computer cannot see it. Pure function, any thread.

#include "postgres/connectionparameters.h"

#include <QtCore/QMap>
#include <QtCore/QString>

namespace civicq::postgres {

struct ToolConnection
{
    QString argument;                   // --dbname=host='...' port='...'
    QMap<QString, QString> environment; // PGPASSWORD
};

// `applicationName` is how the session shows in pg_stat_activity.
[[nodiscard]] ToolConnection toolConnection(const ConnectionParameters &parameters, const QString &applicationName);

} // namespace civicq::postgres
