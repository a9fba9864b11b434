// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which database a command works on, decided once and used for everything: --url, --connection, CIVICQ_DATABASE_URL,
// DATABASE_URL, libpq's PG*, in that order. Never an implicit target.

#include "core/result.h"
#include "postgres/connectionparameters.h"

#include <QtCore/QString>

#include <functional>

namespace civicq::cli {

struct TargetOptions
{
    QString url;
    QString connection;
};

// Looks a saved profile up by name; sandbox is always there (it may have to be started).
using FindProfile = std::function<core::Result<postgres::ConnectionParameters>(const QString &name)>;

[[nodiscard]] core::Result<postgres::ConnectionParameters> resolveTarget(const TargetOptions &options,
                                                                         const FindProfile &findProfile);

} // namespace civicq::cli
