// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a database is used for, as the database itself says, so that every computer that connects knows it. Any worker
// thread; plain values. Kept as the database's setting civicq.environment where the role may set it (a superuser, or one
// granted SET on that parameter and on civicq.environment_of), else in the one row of civicq_admin.environment; always
// with the database it was written for (the cluster's system identifier and the database's oid), so that a copy restored
// elsewhere, which carries the row along, does not pass for the original. Where both are there the setting holds: it took
// more rights to write. A mark is about the database and not of the CivicQ schema: it outlives `downgrade base`, since a
// production database that was emptied is production still. Errors: PermissionDenied when the role may write neither, or
// a setting it may not change.

#include "core/task.h"

#include <QtCore/QString>

namespace civicq::postgres {

class Connection;

enum class Environment { Unknown, Sandbox, Development, Staging, Production };

// "production", ... and "unknown": as written in the database, in JSON and on the command line; not for people to read.
[[nodiscard]] QString environmentName(Environment environment);
// Reads a name in any case, "prod" and "dev" too; Unknown for every other word.
[[nodiscard]] Environment environmentFromName(const QString &name);

struct EnvironmentMark
{
    enum class Place { None, Setting, Table };

    Environment environment = Environment::Unknown; // what holds for this database
    Environment recorded = Environment::Unknown;    // what the mark says; another one than above only in a copy
    QString writtenFor;                             // a copy: the name of the database the mark was written for
    Place place = Place::None;

    // Marked, but for another database: restored from it, or moved to another server with it.
    [[nodiscard]] bool isOfCopy() const { return !writtenFor.isEmpty(); }
    bool operator==(const EnvironmentMark &) const = default;
};

// What the connected database says. Needs no rights, works in a read-only session and on a standby. Looks at the
// database itself and not at the session, which anybody can set.
[[nodiscard]] core::Result<EnvironmentMark> readEnvironment(core::TaskContext &context, Connection &connection);

// Writes it for the connected database (Unknown takes the mark away) and reads it back. Needs a session that may write.
// One transaction: when it fails nothing has changed. Sessions that are open already see it when they ask again.
[[nodiscard]] core::Result<EnvironmentMark> writeEnvironment(core::TaskContext &context, Connection &connection,
                                                             Environment environment);

} // namespace civicq::postgres
