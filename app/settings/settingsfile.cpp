// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingsfile.h"

using namespace Qt::StringLiterals;

namespace civicq::app {

SettingsFile::SettingsFile(const core::Paths &paths)
    : m_file(paths.config + u"/civicq-admin.ini"_s, QSettings::IniFormat)
{}

qint64 SettingsFile::number(const char *name, qint64 fallback, qint64 least, qint64 most) const
{
    bool readable = false;
    const qint64 value = m_file.value(QLatin1StringView(name)).toLongLong(&readable);
    return readable && value >= least && value <= most ? value : fallback;
}

core::Settings SettingsFile::settings() const
{
    const core::Settings usual;
    core::Settings out;
    out.pool.size = static_cast<int>(number("pool/size", usual.pool.size, 1, 100));
    out.pool.maxOverflow = static_cast<int>(number("pool/maxOverflow", usual.pool.maxOverflow, 0, 100));
    out.pool.prePing = m_file.value("pool/prePing"_L1, usual.pool.prePing).toBool();
    out.pool.recycle = std::chrono::seconds(number("pool/recycleSeconds", usual.pool.recycle.count(), 60, 86'400));
    out.pool.acquireTimeout =
        std::chrono::seconds(number("pool/acquireTimeoutSeconds", usual.pool.acquireTimeout.count(), 1, 600));
    out.sampleInterval =
        std::chrono::milliseconds(number("sampleIntervalMilliseconds", usual.sampleInterval.count(), 500, 60'000));
    out.connectTimeout = std::chrono::seconds(number("connectTimeoutSeconds", usual.connectTimeout.count(), 1, 120));
    out.stopSandboxOnExit = m_file.value("stopSandboxOnExit"_L1, usual.stopSandboxOnExit).toBool();
    out.backupFolder = text(u"backupFolder"_s);
    out.clientToolFolder = text(u"clientToolFolder"_s);
    return out;
}

void SettingsFile::setSettings(const core::Settings &settings)
{
    m_file.setValue("pool/size"_L1, settings.pool.size);
    m_file.setValue("pool/maxOverflow"_L1, settings.pool.maxOverflow);
    m_file.setValue("pool/prePing"_L1, settings.pool.prePing);
    m_file.setValue("pool/recycleSeconds"_L1, qint64(settings.pool.recycle.count()));
    m_file.setValue("pool/acquireTimeoutSeconds"_L1, qint64(settings.pool.acquireTimeout.count()));
    m_file.setValue("sampleIntervalMilliseconds"_L1, qint64(settings.sampleInterval.count()));
    m_file.setValue("connectTimeoutSeconds"_L1, qint64(settings.connectTimeout.count()));
    m_file.setValue("stopSandboxOnExit"_L1, settings.stopSandboxOnExit);
    write(u"backupFolder"_s, settings.backupFolder);
    write(u"clientToolFolder"_s, settings.clientToolFolder);
}

QString SettingsFile::text(const QString &name) const
{
    return m_file.value(name).toString();
}

void SettingsFile::write(const QString &name, const QString &value)
{
    m_file.setValue(name, value);
}

} // namespace civicq::app
