// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A database with every kind of object a backup has to bring back, and the means to tell whether it did: pg_dump of it,
// taken apart into its entries and sorted, so that neither the order of objects nor that of rows counts. Test thread.

#include "fixtures/testserver.h"

namespace civicq::tests {

// What belongs to a server and not to a database: roles clerk and auditor. Once a server.
void makeRoles(TestServer &server);

// Everything that the server's version has, with rows. Fails the test program when the server takes it not.
void fillEveryObject(TestServer &server, const QString &database);

// The entries of a dump, sorted; the rows of each sorted too. Two databases are the same when these are equal.
[[nodiscard]] QByteArrayList dumpEntries(const QByteArray &dump);

// The same for a server that is newer than every pg_dump here: what its own functions say of each object, a line each,
// sorted. Says less than pg_dump; enough to tell a restore from pg_dump | psql.
[[nodiscard]] QByteArrayList catalogueEntries(TestServer &server, const QString &database);

// The first few entries that only one of the two has; empty when they are equal.
[[nodiscard]] QByteArray difference(const QByteArrayList &expected, const QByteArrayList &found);

} // namespace civicq::tests
