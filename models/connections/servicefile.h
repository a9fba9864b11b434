// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// PostgreSQL's connection service file (libpq, "The Connection Service File"): named groups of connection options that a
// person or an administrator wrote. Read only. Plain functions, any thread; a file that is not there is no error.

#include "postgres/connectionparameters.h"

#include <QtCore/QList>
#include <QtCore/QStringList>

namespace civicq::connections {

struct ServiceEntry
{
    QString name;
    QString path;                              // the file it stands in
    postgres::ConnectionParameters parameters; // never with a password: libpq reads that itself
};

// Where libpq looks: PGSERVICEFILE or the person's own file, then the system's.
[[nodiscard]] QStringList serviceFilePaths();
// Every entry; of two with one name the person's own comes first, and is the one libpq takes.
[[nodiscard]] QList<ServiceEntry> serviceEntries(const QStringList &paths = serviceFilePaths());
[[nodiscard]] bool hasService(const QString &name);
// What a service names and the parameters leave open, filled in; the rest as it was.
[[nodiscard]] postgres::ConnectionParameters withServiceFile(const postgres::ConnectionParameters &parameters);

} // namespace civicq::connections
