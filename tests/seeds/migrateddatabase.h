// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A database with our own schema and no rows, as `civicq-db migrate` makes it.

#include "fixtures/testserver.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

namespace civicq::tests {

inline postgres::ConnectionParameters migratedDatabase(TestServer &server, const QString &name = {})
{
    core::SilentTask task;
    const auto parameters = server.createDatabase(name);
    const auto connection = server.connect(parameters.database);
    const QDir folder(QStringLiteral(CIVICQ_MIGRATIONS));
    for (const QString &fileName : folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(fileName));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s", qPrintable(file.errorString()));
        const QByteArray text = file.readAll();
        const auto done = connection->script(task, text.first(text.indexOf("-- ==== down")));
        if (!done)
            qFatal("%s: %s", qPrintable(fileName), qPrintable(done.error().toString()));
    }
    return parameters;
}

} // namespace civicq::tests
