// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/profilestore.h"

#include "connections/profilejson.h"
#include "core/lockfile.h"
#include "core/partfile.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::connections {

namespace {

constexpr int formatVersion = 1;
constexpr std::chrono::milliseconds lockPatience(5000); // the other program holds the lock for one small file's writing

bool isSameName(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

void sort(QList<Profile> &profiles)
{
    std::sort(profiles.begin(), profiles.end(), [](const Profile &a, const Profile &b) {
        const int groups = QString::localeAwareCompare(a.group, b.group);
        return groups != 0 ? groups < 0 : QString::localeAwareCompare(a.name, b.name) < 0;
    });
}

std::unexpected<core::Error> nameTaken(const QString &name)
{
    return core::fail(ErrorCode::AlreadyExists, u"a connection named \"%1\" exists already"_s.arg(name), {name});
}

} // namespace

ProfileStore::ProfileStore(const QString &configFolder) : m_path(configFolder + u"/connections.json"_s) {}

Result<QList<Profile>> ProfileStore::load() const
{
    QFile file(m_path);
    if (!file.exists())
        return QList<Profile>();
    if (!file.open(QIODevice::ReadOnly))
        return core::fail(ErrorCode::PermissionDenied, file.errorString(), {m_path});
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &problem);
    const QJsonObject root = document.object();
    if (problem.error != QJsonParseError::NoError || !root.value("connections"_L1).isArray()) {
        return core::fail(
            ErrorCode::Corrupt,
            u"the file of saved connections %1 cannot be read (%2); mend it, or move it away to begin anew"_s.arg(
                QDir::toNativeSeparators(m_path), problem.errorString()),
            {m_path});
    }
    if (root.value("version"_L1).toInt() > formatVersion) {
        return core::fail(ErrorCode::VersionMismatch,
                          u"the file of saved connections %1 was written by a newer version of this program"_s.arg(
                              QDir::toNativeSeparators(m_path)),
                          {m_path});
    }
    QList<Profile> profiles;
    for (const QJsonValue &value : root.value("connections"_L1).toArray())
        profiles.append(profileFromJson(value.toObject()));
    sort(profiles);
    return profiles;
}

Result<Profile> ProfileStore::find(const QString &name) const
{
    const auto profiles = load();
    if (!profiles)
        return core::fail(profiles.error());
    QStringList names;
    for (const Profile &profile : *profiles) {
        if (isSameName(profile.name, name))
            return profile;
        names.append(profile.name);
    }
    names.prepend(u"sandbox"_s);
    return core::fail(ErrorCode::NotFound,
                      u"there is no connection named \"%1\"; saved are: %2"_s.arg(name, names.join(u", "_s)), {name});
}

Result<Profile> ProfileStore::save(Profile profile)
{
    profile.name = profile.name.trimmed();
    profile.group = profile.group.trimmed();
    profile.parameters.password = {};
    if (const auto checked = check(profile); !checked)
        return core::fail(checked.error());
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QLockFile lock(m_path + u".lock"_s);
    if (!core::takeLock(lock, lockPatience))
        return core::fail(ErrorCode::Busy, u"another program is writing %1"_s.arg(m_path), {m_path});
    auto profiles = load();
    if (!profiles)
        return core::fail(profiles.error());
    if (profile.id.isNull())
        profile.id = QUuid::createUuid();
    for (const Profile &other : std::as_const(*profiles)) {
        if (other.id != profile.id && isSameName(other.name, profile.name))
            return nameTaken(profile.name);
    }
    profiles->removeIf([&](const Profile &other) { return other.id == profile.id; });
    profiles->append(profile);
    sort(*profiles);
    if (const auto written = write(*profiles); !written)
        return core::fail(written.error());
    return profile;
}

Result<> ProfileStore::remove(const QUuid &id)
{
    QLockFile lock(m_path + u".lock"_s);
    if (QFileInfo::exists(m_path) && !core::takeLock(lock, lockPatience))
        return core::fail(ErrorCode::Busy, u"another program is writing %1"_s.arg(m_path), {m_path});
    auto profiles = load();
    if (!profiles)
        return core::fail(profiles.error());
    if (profiles->removeIf([&](const Profile &profile) { return profile.id == id; }) == 0)
        return core::fail(ErrorCode::NotFound, u"there is no such connection any more"_s);
    return write(*profiles);
}

Result<> ProfileStore::check(const Profile &profile)
{
    const auto wrong = [](const QString &what) { return core::fail(ErrorCode::InvalidArgument, what); };
    const QString name = profile.name.trimmed();
    if (name.isEmpty())
        return wrong(u"a connection needs a name"_s);
    if (isSameName(name, u"sandbox"_s))
        return wrong(u"the name sandbox belongs to the sandbox database of this program; choose another"_s);
    if (profile.parameters.port < 0 || profile.parameters.port > 65535)
        return wrong(u"a port is a number from 1 to 65535"_s);
    for (const QString &option : profile.parameters.extra.keys()) {
        if (option.contains("password"_L1, Qt::CaseInsensitive))
            return wrong(u"the option %1 is a secret and is not kept in a file"_s.arg(option));
    }
    return {};
}

Result<> ProfileStore::write(const QList<Profile> &profiles) const
{
    QJsonArray list;
    for (const Profile &profile : profiles)
        list.append(profileToJson(profile));
    const QJsonObject root{{u"version"_s, formatVersion}, {u"connections"_s, list}};
    auto file = core::PartFile::begin(m_path);
    if (!file)
        return core::fail(file.error());
    if (const auto written = file->write(QJsonDocument(root).toJson(QJsonDocument::Indented)); !written)
        return written;
    if (const auto finished = file->finish(core::PartFile::Existing::Replace); !finished)
        return core::fail(finished.error());
    return {};
}

} // namespace civicq::connections
