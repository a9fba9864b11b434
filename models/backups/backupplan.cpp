// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/backupplan.h"

#include "backups/requestjson.h"
#include "core/lockfile.h"
#include "core/platform.h"
#include "core/secretfile.h"
#include "openpgp/keyfolder.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

constexpr std::chrono::milliseconds planLockPatience(5000);
constexpr int planVersion = 1;

QJsonObject retentionJson(const RetentionPolicy &policy)
{
    return {{u"newest"_s, policy.newest},
            {u"daily"_s, policy.daily},
            {u"weekly"_s, policy.weekly},
            {u"monthly"_s, policy.monthly}};
}

RetentionPolicy retentionOf(const QJsonObject &object)
{
    const auto count = [&object](QLatin1StringView key) { return std::max(object.value(key).toInt(), 0); };
    return {count("newest"_L1), count("daily"_L1), count("weekly"_L1), count("monthly"_L1)};
}

} // namespace

QJsonObject BackupPlan::toJson() const
{
    return {{u"id"_s, id},
            {u"profile"_s, profile.isNull() ? QString() : profile.toString(QUuid::WithoutBraces)},
            {u"connection"_s, connection},
            {u"database"_s, database},
            {u"at"_s, at.toString(u"HH:mm"_s)},
            {u"since"_s, since.toUTC().toString(Qt::ISODateWithMs)},
            {u"request"_s, requestJson(request)},
            {u"retention"_s, retentionJson(retention)},
            {u"prove"_s, prove},
            {u"second_place"_s, secondPlace},
            {u"encrypt_to"_s, QJsonArray::fromStringList(encryptTo)},
            {u"passphrase_file"_s, passphraseFile},
            {u"password_file"_s, passwordFile}};
}

BackupPlan BackupPlan::fromJson(const QJsonObject &object)
{
    BackupPlan plan;
    const auto text = [&object](QLatin1StringView key) { return object.value(key).toString(); };
    plan.id = text("id"_L1);
    plan.profile = QUuid::fromString(text("profile"_L1));
    plan.connection = text("connection"_L1);
    plan.database = text("database"_L1);
    plan.at = QTime::fromString(text("at"_L1), u"HH:mm"_s);
    plan.since = QDateTime::fromString(text("since"_L1), Qt::ISODateWithMs);
    plan.request = requestOf(object.value("request"_L1).toObject());
    plan.request.origin = Origin::Schedule;
    plan.retention = retentionOf(object.value("retention"_L1).toObject());
    plan.prove = object.value("prove"_L1).toBool();
    plan.secondPlace = text("second_place"_L1);
    const QJsonArray keys = object.value("encrypt_to"_L1).toArray();
    for (const QJsonValue &key : keys)
        plan.encryptTo.append(key.toString());
    plan.passphraseFile = text("passphrase_file"_L1);
    plan.passwordFile = text("password_file"_L1);
    return plan;
}

Result<openpgp::Protection> BackupPlan::protection(const QString &configFolder) const
{
    openpgp::Protection protection;
    const openpgp::KeyFolder keys = openpgp::KeyFolder::below(configFolder);
    for (const QString &fingerprint : encryptTo) {
        const auto key = keys.find(fingerprint);
        if (!key)
            return core::fail(key.error().during(u"finding the keys to encrypt to"_s));
        protection.publicKeys.append(key->key.armored);
    }
    if (!passphraseFile.isEmpty()) {
        auto passphrase = core::readSecretFile(passphraseFile, u"passphrase file"_s);
        if (!passphrase)
            return core::fail(passphrase.error());
        protection.passphrase = std::move(*passphrase);
    }
    return protection;
}

PlanStore::PlanStore(const QString &configFolder) : m_path(configFolder + u"/schedule.json"_s) {}

Result<QList<BackupPlan>> PlanStore::load() const
{
    QFile file(m_path);
    if (!file.exists())
        return QList<BackupPlan>();
    if (!file.open(QIODevice::ReadOnly))
        return core::fail(core::lastFileError(m_path));
    QJsonParseError wrong;
    const QJsonObject root = QJsonDocument::fromJson(file.readAll(), &wrong).object();
    if (wrong.error != QJsonParseError::NoError)
        return core::fail(ErrorCode::Corrupt, u"%1 cannot be understood: %2"_s.arg(m_path, wrong.errorString()),
                          {m_path});
    if (root.value("version"_L1).toInt() > planVersion)
        return core::fail(ErrorCode::VersionMismatch,
                          u"%1 was written by a newer version of this program"_s.arg(m_path), {m_path});
    QList<BackupPlan> plans;
    const QJsonArray array = root.value("plans"_L1).toArray();
    for (const QJsonValue &value : array) {
        const BackupPlan plan = BackupPlan::fromJson(value.toObject());
        if (plan.id.isEmpty() || !plan.at.isValid() || !plan.since.isValid())
            return core::fail(ErrorCode::Corrupt, u"%1 holds a plan without a time"_s.arg(m_path), {m_path});
        plans.append(plan);
    }
    std::ranges::sort(plans, {}, &BackupPlan::connection);
    return plans;
}

Result<> PlanStore::change(const std::function<void(QList<BackupPlan> &)> &edit)
{
    const QString folder = QFileInfo(m_path).path();
    if (!QDir().mkpath(folder))
        return core::fail(ErrorCode::Io, u"the folder %1 cannot be made"_s.arg(folder), {folder});
    QLockFile lock(m_path + u".lock"_s);
    if (!core::takeLock(lock, planLockPatience))
        return core::fail(ErrorCode::Busy, u"the schedule is being changed by another program"_s, {m_path});
    auto plans = load();
    if (!plans)
        return core::fail(plans.error());
    edit(*plans);
    QJsonArray array;
    for (const BackupPlan &plan : std::as_const(*plans))
        array.append(plan.toJson());
    QSaveFile file(m_path);
    const QByteArray text = QJsonDocument(QJsonObject{{u"version"_s, planVersion}, {u"plans"_s, array}}).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return core::fail(core::lastFileError(m_path));
    return {};
}

Result<BackupPlan> PlanStore::save(BackupPlan plan)
{
    const auto changed = change([&plan](QList<BackupPlan> &plans) {
        for (const BackupPlan &other : std::as_const(plans)) {
            if (other.profile == plan.profile && plan.id.isEmpty())
                plan.id = other.id;
        }
        if (plan.id.isEmpty())
            plan.id = QUuid::createUuid().toString(QUuid::Id128).first(8);
        plans.removeIf(
            [&plan](const BackupPlan &other) { return other.id == plan.id || other.profile == plan.profile; });
        plans.append(plan);
    });
    return changed ? Result<BackupPlan>(plan) : core::fail(changed.error());
}

Result<> PlanStore::remove(const QString &id)
{
    return change(
        [&id](QList<BackupPlan> &plans) { plans.removeIf([&id](const BackupPlan &plan) { return plan.id == id; }); });
}

} // namespace civicq::backups
