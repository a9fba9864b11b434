// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandboxfiles.h"

#include "core/platform.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::sandbox {

namespace {

constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

core::Error fileError(const QFile &file)
{
    core::Error error;
    error.code = file.error() == QFileDevice::ResourceError ? ErrorCode::NoSpace : ErrorCode::Io;
    if (file.error() == QFileDevice::OpenError || file.error() == QFileDevice::PermissionsError)
        error.code = ErrorCode::PermissionDenied;
    error.message = file.errorString();
    error.arguments = {QDir::toNativeSeparators(file.fileName())};
    return error;
}

// Whole or not at all: written beside, forced to the disk, renamed.
Result<> writeWhole(const QString &path, const QByteArray &content)
{
    QFile file(path + u".new"_s);
    file.remove();
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly) || file.write(content) != content.size())
        return core::fail(fileError(file));
    if (const auto synced = core::syncFile(file); !synced)
        return synced;
    file.close();
    return core::replaceFile(file.fileName(), path);
}

} // namespace

QString SandboxFiles::lock() const
{
    return m_folder + u"/lock"_s;
}
QString SandboxFiles::users() const
{
    return m_folder + u"/users"_s;
}
QString SandboxFiles::data() const
{
    return m_folder + u"/data"_s;
}
QString SandboxFiles::initdbPassword() const
{
    return m_folder + u"/initdb-password"_s;
}
QString SandboxFiles::passFile() const
{
    return m_folder + u"/pgpass"_s;
}
QString SandboxFiles::log() const
{
    return m_folder + u"/server.log"_s;
}

bool SandboxFiles::hasData() const
{
    return QDir(data()).exists();
}

int SandboxFiles::dataMajor() const
{
    QFile file(data() + u"/PG_VERSION"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toInt() : 0;
}

Result<> SandboxFiles::prepare() const
{
    if (!QDir().mkpath(users())) {
        return core::fail(ErrorCode::PermissionDenied, u"the folder cannot be made"_s,
                          {QDir::toNativeSeparators(m_folder)});
    }
    return {};
}

void SandboxFiles::removeLeftovers() const
{
    QFile::remove(initdbPassword());
    const QDir folder(m_folder);
    for (const QString &name : folder.entryList({u"data.new-*"_s, u"data.old"_s}, QDir::Dirs | QDir::NoDotAndDotDot))
        QDir(folder.filePath(name)).removeRecursively();
}

Result<> SandboxFiles::removeData() const
{
    const QString old = m_folder + u"/data.old"_s;
    QDir(old).removeRecursively();
    if (hasData() && !QDir().rename(data(), old)) {
        return core::fail(ErrorCode::PermissionDenied, u"the old data folder cannot be moved away"_s,
                          {QDir::toNativeSeparators(data())});
    }
    QDir(old).removeRecursively();
    return {};
}

State SandboxFiles::readState() const
{
    State state;
    QFile file(m_folder + u"/state.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return state;
    const QJsonObject document = QJsonDocument::fromJson(file.readAll()).object();
    state.port = document.value("port"_L1).toInt();
    if (state.port < 1024 || state.port > 65535)
        state.port = 0;
    state.keepRunning = document.value("keepRunning"_L1).toBool(false);
    state.preload = document.value("preload"_L1).toBool(true);
    return state;
}

Result<> SandboxFiles::writeState(const State &state) const
{
    const QJsonObject document{
        {u"port"_s, state.port}, {u"keepRunning"_s, state.keepRunning}, {u"preload"_s, state.preload}};
    return writeWhole(m_folder + u"/state.json"_s, QJsonDocument(document).toJson());
}

Result<> SandboxFiles::writePassword(const core::Secret &password) const
{
    // Any port: it may change, the password does not.
    return writeWhole(passFile(), "127.0.0.1:*:*:civicq:" + password.reveal().toLatin1() + '\n');
}

PostmasterFile readPostmasterFile(const QString &dataFolder)
{
    PostmasterFile out;
    QFile file(dataFolder + u"/postmaster.pid"_s);
    if (!file.open(QIODevice::ReadOnly))
        return out;
    const QList<QByteArray> lines = file.readAll().split('\n');
    const auto line = [&lines](qsizetype number) { return lines.value(number - 1).trimmed(); };
    out.pid = line(1).toLongLong();
    out.startedAt = line(3).toLongLong();
    out.port = line(4).toInt();
    out.status = QString::fromLatin1(line(8));
    return out;
}

} // namespace civicq::sandbox
