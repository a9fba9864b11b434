// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/servicefile.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

using namespace Qt::StringLiterals;
using civicq::postgres::ConnectionParameters;

namespace civicq::connections {

namespace {

void assign(ConnectionParameters &parameters, const QString &key, const QString &value)
{
    if (key == "host"_L1)
        parameters.host = value;
    else if (key == "port"_L1)
        parameters.port = value.toInt();
    else if (key == "dbname"_L1)
        parameters.database = value;
    else if (key == "user"_L1)
        parameters.user = value;
    else if (key == "sslmode"_L1)
        parameters.sslMode = value;
    else if (key == "hostaddr"_L1)
        parameters.extra.insert(key, value);
}

QList<ServiceEntry> entriesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<ServiceEntry> entries;
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine()).trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        if (line.startsWith(u'[') && line.endsWith(u']')) {
            ServiceEntry entry;
            entry.name = line.sliced(1, line.size() - 2);
            entry.path = path;
            entry.parameters.service = entry.name;
            entries.append(entry);
            continue;
        }
        const qsizetype equals = line.indexOf(u'=');
        if (equals > 0 && !entries.isEmpty())
            assign(entries.last().parameters, line.first(equals).trimmed(), line.sliced(equals + 1).trimmed());
    }
    return entries;
}

} // namespace

QStringList serviceFilePaths()
{
    QStringList paths;
    const QString named = qEnvironmentVariable("PGSERVICEFILE");
    if (!named.isEmpty())
        paths.append(QDir::fromNativeSeparators(named));
#if defined(Q_OS_WIN)
    else
        paths.append(QDir::fromNativeSeparators(qEnvironmentVariable("APPDATA")) + u"/postgresql/.pg_service.conf"_s);
    const QStringList systems{};
#else
    else
        paths.append(QDir::homePath() + u"/.pg_service.conf"_s);
    const QStringList systems{u"/etc/postgresql-common"_s, u"/etc"_s};
#endif
    const QString system = qEnvironmentVariable("PGSYSCONFDIR");
    for (const QString &folder : system.isEmpty() ? systems : QStringList{QDir::fromNativeSeparators(system)})
        paths.append(folder + u"/pg_service.conf"_s);
    return paths;
}

QList<ServiceEntry> serviceEntries(const QStringList &paths)
{
    QList<ServiceEntry> all;
    for (const QString &path : paths) {
        for (const ServiceEntry &entry : entriesOf(path)) {
            const bool known = std::any_of(all.cbegin(), all.cend(),
                                           [&](const ServiceEntry &other) { return other.name == entry.name; });
            if (!known)
                all.append(entry);
        }
    }
    return all;
}

bool hasService(const QString &name)
{
    const QList<ServiceEntry> entries = serviceEntries();
    return std::any_of(entries.cbegin(), entries.cend(), [&](const ServiceEntry &entry) { return entry.name == name; });
}

ConnectionParameters withServiceFile(const ConnectionParameters &parameters)
{
    if (parameters.service.isEmpty())
        return parameters;
    for (const ServiceEntry &entry : serviceEntries()) {
        if (entry.name != parameters.service)
            continue;
        // libpq: what the connection itself says comes before what the service says.
        ConnectionParameters filled = parameters;
        if (filled.host.isEmpty() && !filled.extra.contains(u"hostaddr"_s)) {
            filled.host = entry.parameters.host;
            if (entry.parameters.extra.contains(u"hostaddr"_s))
                filled.extra.insert(u"hostaddr"_s, entry.parameters.extra.value(u"hostaddr"_s));
        }
        if (filled.port == 0)
            filled.port = entry.parameters.port;
        if (filled.database.isEmpty())
            filled.database = entry.parameters.database;
        if (filled.user.isEmpty())
            filled.user = entry.parameters.user;
        if (filled.sslMode.isEmpty())
            filled.sslMode = entry.parameters.sslMode;
        return filled;
    }
    return parameters;
}

} // namespace civicq::connections
