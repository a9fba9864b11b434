// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a database is and how to reach it: the libpq options a person sets. Plain value, any thread. An empty field means
// libpq's own default, so .pgpass, pg_service.conf and the PG* environment variables keep working.

#include "core/result.h"
#include "core/secret.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QPair>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace civicq::postgres {

struct ConnectionParameters
{
    QString host; // name, address, or the folder of a Unix socket
    int port = 0; // 0: libpq's default
    QString database;
    QString user;
    core::Secret password;
    QString sslMode; // disable, allow, prefer, require, verify-ca, verify-full
    QString sslRootCert;
    QString sslCert;
    QString sslKey;
    QString service; // a section of pg_service.conf
    QString passFile;
    int connectTimeoutSeconds = 10;
    QMap<QString, QString> extra; // any other libpq keyword: options, hostaddr, target_session_attrs, ...

    bool operator==(const ConnectionParameters &) const = default;

    // The same server, another database.
    [[nodiscard]] ConnectionParameters withDatabase(const QString &name) const;
    // With one more `-c name=value` for the session's start.
    [[nodiscard]] ConnectionParameters withSetting(const QString &name, const QString &value) const;

    // Keyword and value of everything set, for PQconnectStartParams; with the password.
    [[nodiscard]] QList<QPair<QByteArray, QByteArray>> keywords() const;
    // A libpq URI that psql understands, never with a password.
    [[nodiscard]] QString toUri() const;
    // "civicq on db.example.org" or "civicq on /run/postgresql:5433", for people, in the program's language.
    [[nodiscard]] QString describe() const;

    // The libpq keywords `extra` is for, sorted; secrets and those with a field of their own are not among them.
    [[nodiscard]] static QStringList optionNames();

    // postgresql://, postgres://, SQLAlchemy's postgresql+driver://, or "host=... dbname=...". The error's message says
    // what could not be understood and never repeats a password.
    [[nodiscard]] static core::Result<ConnectionParameters> fromUri(const QString &text);
};

} // namespace civicq::postgres
