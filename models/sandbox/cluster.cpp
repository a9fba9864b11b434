// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/cluster.h"

#include "core/platform.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QRandomGenerator>
#include <QtCore/QThread>
#include <QtCore/QUuid>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::sandbox {

namespace {

constexpr qint64 largestLog = 4 * 1024 * 1024;
constexpr int patienceAfterCrash = 200; // turns of 50 ms for a killed server's last children

core::Secret makePassword()
{
    static constexpr QLatin1StringView letters("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789");
    QString text;
    for (int i = 0; i < 32; ++i)
        text += letters.at(QRandomGenerator::system()->bounded(static_cast<int>(letters.size())));
    return core::Secret(text);
}

QString readFrom(const QString &path, qint64 offset)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(offset))
        return {};
    return QString::fromUtf8(file.readAll());
}

} // namespace

Cluster::Cluster(core::ProcessRunner &processes, SandboxFiles files, QString binFolder, int major)
    : m_processes(&processes), m_files(std::move(files)), m_binFolder(std::move(binFolder)), m_major(major)
{}

Result<Cluster> Cluster::find(core::TaskContext &context, const postgres::ClientTools &tools,
                              core::ProcessRunner &processes, const SandboxFiles &files, int major)
{
    const auto initdb = tools.find(context, u"initdb"_s, major);
    if (!initdb && (major == 0 || initdb.error().code == ErrorCode::Cancelled))
        return core::fail(initdb.error());
    if (!initdb || (major != 0 && initdb->major() != major)) {
        return core::fail(ErrorCode::DataFolderVersion, u"the data folder belongs to another PostgreSQL version"_s,
                          {QDir::toNativeSeparators(files.data()), QString::number(major),
                           initdb ? QString::number(initdb->major()) : QString()});
    }
    return Cluster(processes, files, QFileInfo(initdb->path).absolutePath(), initdb->major());
}

core::ProcessRequest Cluster::request(const QString &program, const QStringList &arguments) const
{
    core::ProcessRequest request;
    request.program = m_binFolder + u'/' + program;
    request.arguments = arguments;
    // Relative paths from here: pg_ctl hands them to a shell, which a quote in the folder's name would upset.
    request.workingFolder = m_files.folder();
    // English messages, which are looked at below; and nothing of the user's own settings for other servers.
    request.environment = {{u"LC_ALL"_s, u"C"_s}, {u"LANGUAGE"_s, {}},  {u"PGDATA"_s, {}},     {u"PGPORT"_s, {}},
                           {u"PGHOST"_s, {}},     {u"PGOPTIONS"_s, {}}, {u"PGDATABASE"_s, {}}, {u"PGUSER"_s, {}},
                           {u"PGPASSWORD"_s, {}}, {u"PGSERVICE"_s, {}}, {u"PGSSLMODE"_s, {}}};
    return request;
}

core::Error Cluster::failure(const QString &what, const QString &text) const
{
    core::Error error;
    error.message = what;
    error.detail = text.trimmed();
    error.arguments = {QDir::toNativeSeparators(m_files.folder())};
    const auto says = [&text](QLatin1StringView words) { return text.contains(words, Qt::CaseInsensitive); };
    if (says("No space left on device"_L1) || says("not enough space"_L1) || says("Disk quota exceeded"_L1))
        error.code = ErrorCode::NoSpace;
    else if (says("Address already in use"_L1) || says("could not create any TCP/IP sockets"_L1))
        error.code = ErrorCode::Busy;
    else if (says("Permission denied"_L1) || says("Read-only file system"_L1))
        error.code = ErrorCode::PermissionDenied;
    else
        error.code = ErrorCode::ProcessFailed;
    return error;
}

QStringList Cluster::initdbArguments(const QString &folderName) const
{
    const QString passwordFile = QFileInfo(m_files.initdbPassword()).fileName();
    QStringList arguments{u"-D"_s,
                          folderName,
                          u"-U"_s,
                          QString::fromLatin1(sandboxUser),
                          u"-A"_s,
                          u"scram-sha-256"_s,
                          u"--pwfile"_s,
                          passwordFile,
                          u"-E"_s,
                          u"UTF8"_s,
                          u"--data-checksums"_s,
                          u"--text-search-config=english"_s};
    // One order of letters on every system, so that the same data sort the same everywhere.
    if (m_major >= 17)
        arguments << u"--locale=C"_s << u"--locale-provider=builtin"_s << u"--builtin-locale=C.UTF-8"_s;
    else
        arguments << u"--locale=C"_s;
    return arguments;
}

Result<> Cluster::create(core::TaskContext &context) const
{
    const core::Secret password = makePassword();
    if (const auto written = m_files.writePassword(password); !written)
        return written;
    // initdb wants the bare password in a file; it lies beside the password file, as well guarded, and goes at once.
    QFile bare(m_files.initdbPassword());
    bare.remove();
    if (!bare.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        || bare.write(password.reveal().toLatin1()) < 0 || !bare.flush()) {
        return core::fail(ErrorCode::Io, bare.errorString(), {QDir::toNativeSeparators(bare.fileName())});
    }
    bare.close();
    const QString name = u"data.new-"_s + QUuid::createUuid().toString(QUuid::Id128).first(8);
    QDir newData(m_files.folder() + u'/' + name);
    const auto made = m_processes->run(context, request(u"initdb"_s, initdbArguments(name)));
    bare.remove();
    if (!made || made->exitCode != 0) {
        newData.removeRecursively();
        if (!made)
            return core::fail(made.error());
        return core::fail(failure(u"initdb could not make the sandbox"_s, made->errorText));
    }
    // initdb has forced its files to the disk; now the name that makes them count.
    if (!QDir().rename(newData.path(), m_files.data()))
        return core::fail(ErrorCode::Io, u"the new data folder cannot be renamed"_s,
                          {QDir::toNativeSeparators(m_files.data())});
    return core::syncFolder(m_files.folder());
}

Result<> Cluster::writeSettings(bool preload) const
{
    // Read after initdb's own postgresql.conf through an include; written anew at each start.
    QByteArray text = "# Written by CivicQ Admin at each start of the sandbox.\n"
                      "unix_socket_directories = ''\n"
                      "max_connections = 60\n"
                      "wal_level = minimal\n"
                      "max_wal_senders = 0\n"
                      "max_wal_size = 512MB\n"
                      "track_io_timing = on\n";
    if (preload)
        text += "shared_preload_libraries = 'pg_stat_statements'\n";
    QFile file(m_files.data() + u"/civicq.conf"_s);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.flush())
        return core::fail(failure(u"the server's settings cannot be written"_s, file.errorString()));
    QFile main(m_files.data() + u"/postgresql.conf"_s);
    if (!main.open(QIODevice::ReadWrite))
        return core::fail(failure(u"the server's settings cannot be read"_s, main.errorString()));
    static const QByteArray include = "include_if_exists = 'civicq.conf'";
    if (!main.readAll().contains(include))
        main.write('\n' + include + '\n');
    return {};
}

Result<> Cluster::runControl(core::TaskContext &context, const QStringList &arguments) const
{
    const auto done =
        m_processes->run(context, request(u"pg_ctl"_s, QStringList{u"-D"_s, u"data"_s, u"-w"_s} + arguments));
    if (!done)
        return core::fail(done.error());
    if (done->exitCode != 0)
        return core::fail(ErrorCode::ProcessFailed, QString::fromUtf8(done->output) + done->errorText);
    return {};
}

Result<> Cluster::start(core::TaskContext &context, int port, bool preload) const
{
    if (const auto written = writeSettings(preload); !written)
        return written;
    if (QFileInfo(m_files.log()).size() > largestLog)
        QFile::remove(m_files.log());
    const QStringList arguments{
        u"-t"_s, u"120"_s, u"-l"_s, u"server.log"_s, u"-o"_s, u"-p %1 -h 127.0.0.1"_s.arg(port), u"start"_s};
    for (int turn = 0;; ++turn) {
        const qint64 before = QFileInfo(m_files.log()).size();
        const auto started = runControl(context, arguments);
        if (started)
            return {};
        if (started.error().code == ErrorCode::Cancelled) {
            // pg_ctl is gone, the server it started is not.
            core::SilentTask unhurried;
            (void)stop(unhurried, u"immediate"_s);
            return started;
        }
        const QString log = readFrom(m_files.log(), before);
        // Of a server that was killed, the last children need a moment to notice.
        if (log.contains("pre-existing shared memory block"_L1) && turn < patienceAfterCrash) {
            QThread::msleep(50);
            continue;
        }
        return core::fail(failure(u"the sandbox's server did not start"_s, log + started.error().message));
    }
}

Result<> Cluster::stop(core::TaskContext &context, const QString &mode) const
{
    const auto stopped = runControl(context, {u"-t"_s, u"60"_s, u"-m"_s, mode, u"stop"_s});
    if (stopped || stopped.error().code == ErrorCode::Cancelled)
        return stopped;
    const PostmasterFile left = readPostmasterFile(m_files.data());
    if (left.pid == 0 || !core::processIsAlive(left.pid))
        return {}; // it was down already
    return core::fail(failure(u"the sandbox's server did not stop"_s, stopped.error().message));
}

} // namespace civicq::sandbox
