// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/profilejson.h"

#include <array>

using namespace Qt::StringLiterals;
using civicq::postgres::ConnectionParameters;

namespace civicq::connections {

namespace {

// The text options: their key in the file, and where they are kept.
constexpr std::array textOptions{
    std::pair{"host"_L1, &ConnectionParameters::host},
    std::pair{"database"_L1, &ConnectionParameters::database},
    std::pair{"user"_L1, &ConnectionParameters::user},
    std::pair{"sslMode"_L1, &ConnectionParameters::sslMode},
    std::pair{"sslRootCert"_L1, &ConnectionParameters::sslRootCert},
    std::pair{"sslCert"_L1, &ConnectionParameters::sslCert},
    std::pair{"sslKey"_L1, &ConnectionParameters::sslKey},
    std::pair{"service"_L1, &ConnectionParameters::service},
    std::pair{"passFile"_L1, &ConnectionParameters::passFile},
};

} // namespace

QString passwordSourceName(PasswordSource source)
{
    switch (source) {
    case PasswordSource::Keychain: return u"keychain"_s;
    case PasswordSource::AskEachTime: return u"ask"_s;
    case PasswordSource::Libpq: return u"libpq"_s;
    }
    return u"ask"_s;
}

PasswordSource passwordSourceFromName(const QString &name)
{
    if (name == "keychain"_L1)
        return PasswordSource::Keychain;
    return name == "libpq"_L1 ? PasswordSource::Libpq : PasswordSource::AskEachTime;
}

QJsonObject profileToJson(const Profile &profile)
{
    const ConnectionParameters &parameters = profile.parameters;
    QJsonObject object{{u"id"_s, profile.id.toString(QUuid::WithoutBraces)},
                       {u"name"_s, profile.name},
                       {u"group"_s, profile.group},
                       {u"passwordSource"_s, passwordSourceName(profile.passwordSource)}};
    for (const auto &[key, member] : textOptions) {
        if (!(parameters.*member).isEmpty())
            object.insert(key, parameters.*member);
    }
    if (parameters.port > 0)
        object.insert("port"_L1, parameters.port);
    if (parameters.connectTimeoutSeconds != ConnectionParameters().connectTimeoutSeconds)
        object.insert("connectTimeout"_L1, parameters.connectTimeoutSeconds);
    QJsonObject extra;
    for (const auto &[key, value] : parameters.extra.asKeyValueRange())
        extra.insert(key, value);
    if (!extra.isEmpty())
        object.insert("options"_L1, extra);
    return object;
}

Profile profileFromJson(const QJsonObject &object)
{
    Profile profile;
    profile.id = QUuid::fromString(object.value("id"_L1).toString());
    profile.name = object.value("name"_L1).toString();
    profile.group = object.value("group"_L1).toString();
    profile.passwordSource = passwordSourceFromName(object.value("passwordSource"_L1).toString());
    ConnectionParameters &parameters = profile.parameters;
    for (const auto &[key, member] : textOptions)
        parameters.*member = object.value(key).toString();
    parameters.port = object.value("port"_L1).toInt();
    parameters.connectTimeoutSeconds =
        object.value("connectTimeout"_L1).toInt(ConnectionParameters().connectTimeoutSeconds);
    const QJsonObject extra = object.value("options"_L1).toObject();
    for (auto option = extra.begin(); option != extra.end(); ++option)
        parameters.extra.insert(option.key(), option.value().toString());
    return profile;
}

} // namespace civicq::connections
