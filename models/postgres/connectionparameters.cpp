// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/connectionparameters.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>
#include <QtCore/QUrl>
#include <QtCore/QUrlQuery>

#include <libpq-fe.h>

#include <memory>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;

namespace civicq::postgres {

namespace {

struct FreeInfo
{
    void operator()(PQconninfoOption *options) const { PQconninfoFree(options); }
};

QString escapeSetting(QString value)
{
    // In libpq's "options" a backslash escapes a space or a backslash.
    return value.replace(u'\\', u"\\\\"_s).replace(u' ', u"\\ "_s);
}

void assign(ConnectionParameters &out, const QString &key, const QString &value)
{
    if (key == "host"_L1)
        out.host = value;
    else if (key == "port"_L1)
        out.port = value.toInt();
    else if (key == "dbname"_L1)
        out.database = value;
    else if (key == "user"_L1)
        out.user = value;
    else if (key == "password"_L1)
        out.password = core::Secret(value);
    else if (key == "sslmode"_L1)
        out.sslMode = value;
    else if (key == "sslrootcert"_L1)
        out.sslRootCert = value;
    else if (key == "sslcert"_L1)
        out.sslCert = value;
    else if (key == "sslkey"_L1)
        out.sslKey = value;
    else if (key == "service"_L1)
        out.service = value;
    else if (key == "passfile"_L1)
        out.passFile = value;
    else if (key == "connect_timeout"_L1)
        out.connectTimeoutSeconds = value.toInt();
    else
        out.extra.insert(key, value);
}

// libpq's message quotes the text it could not read, which may hold the password: keep what stands before the quote.
QString withoutQuotedText(const QString &message)
{
    const qsizetype quote = message.indexOf(u'"');
    return quote < 0 ? message.trimmed() : message.first(quote).trimmed();
}

} // namespace

ConnectionParameters ConnectionParameters::withDatabase(const QString &name) const
{
    ConnectionParameters copy = *this;
    copy.database = name;
    return copy;
}

ConnectionParameters ConnectionParameters::withSetting(const QString &name, const QString &value) const
{
    ConnectionParameters copy = *this;
    QString options = copy.extra.value(u"options"_s);
    if (!options.isEmpty())
        options += u' ';
    options += u"-c "_s + name + u'=' + escapeSetting(value);
    copy.extra.insert(u"options"_s, options);
    return copy;
}

QList<QPair<QByteArray, QByteArray>> ConnectionParameters::keywords() const
{
    QList<QPair<QByteArray, QByteArray>> list;
    const auto add = [&list](const char *key, const QString &value) {
        if (!value.isEmpty())
            list.append({QByteArray(key), value.toUtf8()});
    };
    add("host", host);
    if (port > 0)
        add("port", QString::number(port));
    add("dbname", database);
    add("user", user);
    add("password", password.reveal());
    add("sslmode", sslMode);
    add("sslrootcert", sslRootCert);
    add("sslcert", sslCert);
    add("sslkey", sslKey);
    add("service", service);
    add("passfile", passFile);
    if (connectTimeoutSeconds > 0)
        add("connect_timeout", QString::number(connectTimeoutSeconds));
    for (const auto &[key, value] : extra.asKeyValueRange())
        add(key.toLatin1().constData(), value);
    return list;
}

QString ConnectionParameters::toUri() const
{
    QString text = u"postgresql://"_s;
    const auto encoded = [](const QString &part) { return QString::fromLatin1(QUrl::toPercentEncoding(part)); };
    if (!user.isEmpty())
        text += encoded(user) + u'@';
    if (!host.isEmpty())
        text += host.contains(u':') ? u'[' + host + u']' : encoded(host);
    if (port > 0)
        text += u':' + QString::number(port);
    text += u'/' + encoded(database);
    QStringList query;
    for (const auto &[key, value] : keywords()) {
        static const QList<QByteArray> inPath{"host", "port", "dbname", "user", "password", "connect_timeout"};
        if (!inPath.contains(key))
            query.append(QString::fromLatin1(key) + u'=' + encoded(QString::fromUtf8(value)));
    }
    if (!query.isEmpty())
        text += u'?' + query.join(u'&');
    return text;
}

QString ConnectionParameters::describe() const
{
    const QString where = !host.isEmpty() ? host : !service.isEmpty() ? service : u"localhost"_s;
    const QString name = database.isEmpty() ? user : database;
    const bool usualPort = port == 0 || port == 5432;
    //: A database and its server: "civicq on db.example.org"
    return QCoreApplication::translate("ConnectionParameters", "%1 on %2")
        .arg(name, where + (usualPort ? QString() : u':' + QString::number(port)));
}

QStringList ConnectionParameters::optionNames()
{
    static const QStringList ownFields{u"host"_s,    u"port"_s,        u"dbname"_s,         u"user"_s,
                                       u"sslmode"_s, u"sslrootcert"_s, u"sslcert"_s,        u"sslkey"_s,
                                       u"service"_s, u"passfile"_s,    u"connect_timeout"_s};
    QStringList names;
    const std::unique_ptr<PQconninfoOption, FreeInfo> options(PQconndefaults());
    for (const PQconninfoOption *option = options.get(); option && option->keyword; ++option) {
        const QString name = QString::fromLatin1(option->keyword);
        const bool secret = option->dispchar[0] == '*' || name.contains("password"_L1);
        if (!secret && !ownFields.contains(name))
            names.append(name);
    }
    names.sort();
    return names;
}

core::Result<ConnectionParameters> ConnectionParameters::fromUri(const QString &text)
{
    // SQLAlchemy names its driver in the scheme: postgresql+psycopg2://
    static const QRegularExpression driver(u"^(postgres(?:ql)?)\\+[A-Za-z0-9_]+://"_s);
    QString uri = text.trimmed();
    uri.replace(driver, u"postgresql://"_s);
    const bool isUri = uri.startsWith("postgresql://"_L1) || uri.startsWith("postgres://"_L1);
    if (!isUri && (!uri.contains(u'=') || uri.contains("://"_L1)))
        return core::fail(ErrorCode::InvalidArgument, u"not a postgresql:// address"_s);
    char *message = nullptr;
    const std::unique_ptr<PQconninfoOption, FreeInfo> options(PQconninfoParse(uri.toUtf8().constData(), &message));
    if (!options) {
        const QString words = withoutQuotedText(QString::fromUtf8(message));
        PQfreemem(message);
        return core::fail(ErrorCode::InvalidArgument, words);
    }
    ConnectionParameters out;
    for (const PQconninfoOption *option = options.get(); option->keyword; ++option) {
        if (option->val)
            assign(out, QString::fromLatin1(option->keyword), QString::fromUtf8(option->val));
    }
    return out;
}

} // namespace civicq::postgres
