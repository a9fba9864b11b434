// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/toolconnection.h"

#include <QtCore/QStringList>

using namespace Qt::StringLiterals;

namespace civicq::postgres {

namespace {

QString quoted(QString value)
{
    value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    return u'\'' + value + u'\'';
}

} // namespace

ToolConnection toolConnection(const ConnectionParameters &parameters, const QString &applicationName)
{
    ToolConnection connection;
    QStringList parts;
    for (const auto &[key, value] : parameters.keywords()) {
        // Secrets never go on a command line; libpq has no variable for the key's passphrase, so the tool will say
        // that it cannot read the key.
        if (key == "password")
            connection.environment.insert(u"PGPASSWORD"_s, QString::fromUtf8(value));
        else if (key != "sslpassword" && key != "application_name")
            parts.append(QString::fromLatin1(key) + u'=' + quoted(QString::fromUtf8(value)));
    }
    parts.append(u"application_name="_s + quoted(applicationName));
    connection.argument = u"--dbname="_s + parts.join(u' ');
    return connection;
}

} // namespace civicq::postgres
