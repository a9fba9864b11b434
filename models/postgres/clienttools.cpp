// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/clienttools.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>
#include <QtCore/QStandardPaths>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;
using civicq::core::TaskContext;

namespace civicq::postgres {

namespace {

// The folders `pattern` stands for; one * may stand within one of its parts. Newest version first.
QStringList matching(const QString &pattern)
{
    const qsizetype star = pattern.indexOf(u'*');
    if (star < 0)
        return QDir(pattern).exists() ? QStringList{pattern} : QStringList();
    const qsizetype before = pattern.lastIndexOf(u'/', star);
    qsizetype after = pattern.indexOf(u'/', star);
    if (after < 0)
        after = pattern.size();
    const QDir parent(pattern.first(before + 1));
    QStringList names =
        parent.entryList({pattern.sliced(before + 1, after - before - 1)}, QDir::Dirs | QDir::NoDotAndDotDot);
    std::sort(names.begin(), names.end(), [](const QString &a, const QString &b) {
        static const QRegularExpression number(u"[0-9]+"_s);
        return number.match(a).captured().toInt() > number.match(b).captured().toInt();
    });
    QStringList folders;
    for (const QString &name : std::as_const(names))
        folders += matching(parent.filePath(name) + pattern.sliced(after));
    return folders;
}

QStringList installPlaces()
{
#if defined(Q_OS_WIN)
    QStringList places;
    for (const char *variable : {"ProgramW6432", "ProgramFiles", "ProgramFiles(x86)"}) {
        const QString root = QDir::fromNativeSeparators(qEnvironmentVariable(variable));
        if (!root.isEmpty())
            places.append(root + u"/PostgreSQL/*/bin"_s);
    }
    places.append(u"C:/Program Files/PostgreSQL/*/bin"_s);
    return places;
#elif defined(Q_OS_MACOS)
    return {u"/opt/homebrew/opt/postgresql@*/bin"_s,
            u"/opt/homebrew/opt/libpq/bin"_s,
            u"/usr/local/opt/postgresql@*/bin"_s,
            u"/usr/local/opt/libpq/bin"_s,
            u"/Applications/Postgres.app/Contents/Versions/*/bin"_s,
            u"/Library/PostgreSQL/*/bin"_s,
            u"/opt/local/lib/postgresql*/bin"_s};
#else
    // Debian and kin, the PostgreSQL project's RPMs, openSUSE, Gentoo, a build of one's own.
    return {u"/usr/lib/postgresql/*/bin"_s, u"/usr/pgsql-*/bin"_s, u"/usr/lib/postgresql*/bin"_s,
            u"/usr/lib64/postgresql-*/bin"_s, u"/usr/local/pgsql/bin"_s};
#endif
}

QStringList bundledPlaces()
{
    if (!QCoreApplication::instance())
        return {};
    const QDir beside(QCoreApplication::applicationDirPath());
    QStringList places;
    // Beside the program, in a macOS bundle's Resources, in a Linux prefix' lib.
    for (const QString &place :
         {u"postgresql/bin"_s, u"../Resources/postgresql/bin"_s, u"../lib/civicq-admin/postgresql/bin"_s})
        places.append(QDir::cleanPath(beside.filePath(place)));
    return places;
}

QStringList pathFolders()
{
    return qEnvironmentVariable("PATH").split(QDir::listSeparator(), Qt::SkipEmptyParts);
}

// "pg_dump (PostgreSQL) 17.2 (Debian 17.2-1)", "psql (PostgreSQL) 18beta1", "pg_dump (PostgreSQL) 9.6.24"; 0: not one.
int parseVersion(const QByteArray &output)
{
    static const QRegularExpression pattern(u"\\(PostgreSQL\\) (\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?"_s);
    const auto match = pattern.match(QString::fromUtf8(output));
    if (!match.hasMatch())
        return 0;
    const int major = match.captured(1).toInt();
    const int minor = match.captured(2).toInt();
    return major >= 10 ? major * 10000 + minor : major * 10000 + minor * 100 + match.captured(3).toInt();
}

bool isBetter(const ClientTool &candidate, const ClientTool &best, int serverMajor)
{
    if (serverMajor == 0 || candidate.major() == best.major())
        return candidate.versionNumber > best.versionNumber;
    return candidate.major() < best.major(); // both are new enough: the nearer one
}

QString versionText(int number)
{
    return number >= 100000 ? u"%1.%2"_s.arg(number / 10000).arg(number % 10000)
                            : u"%1.%2"_s.arg(number / 10000).arg(number / 100 % 100);
}

} // namespace

ClientTools::ClientTools(core::ProcessRunner &processes, QString preferredFolder)
    : m_processes(processes), m_preferredFolder(std::move(preferredFolder))
{}

QStringList ClientTools::folders() const
{
    QStringList folders;
    const auto add = [&folders](const QString &folder) {
        const QString clean = QDir::cleanPath(QDir::fromNativeSeparators(folder));
        if (!clean.isEmpty() && !folders.contains(clean))
            folders.append(clean);
    };
    if (!m_preferredFolder.isEmpty())
        add(m_preferredFolder);
    for (const QString &folder : bundledPlaces())
        add(folder);
    for (const QString &pattern : installPlaces()) {
        for (const QString &folder : matching(pattern))
            add(folder);
    }
    for (const QString &folder : pathFolders())
        add(folder);
    return folders;
}

Result<ClientTool> ClientTools::find(TaskContext &context, const QString &name, int serverMajor) const
{
    std::optional<ClientTool> best;
    std::optional<ClientTool> newestTooOld;
    QStringList seen;
    for (const QString &folder : folders()) {
        const QString path = QStandardPaths::findExecutable(name, {folder});
        const QString real = QFileInfo(path).canonicalFilePath();
        if (path.isEmpty() || seen.contains(real))
            continue;
        seen.append(real);
        core::ProcessRequest ask;
        ask.program = path;
        ask.arguments = {u"--version"_s};
        const auto answer = m_processes.run(context, ask);
        if (!answer && answer.error().code == ErrorCode::Cancelled)
            return core::fail(answer.error());
        const ClientTool tool{path, answer && answer->exitCode == 0 ? parseVersion(answer->output) : 0};
        if (tool.versionNumber == 0)
            continue;
        if (tool.major() < serverMajor) {
            if (!newestTooOld || tool.versionNumber > newestTooOld->versionNumber)
                newestTooOld = tool;
        } else if (!best || isBetter(tool, *best, serverMajor)) {
            best = tool;
        }
        // The server's own major version is as near as can be; asking every other one costs a backup its first moments.
        if (best && best->major() == serverMajor)
            break;
    }
    if (best)
        return *best;
    const QString wanted = serverMajor > 0 ? QString::number(serverMajor) : QString();
    if (newestTooOld) {
        return core::fail(ErrorCode::ToolTooOld,
                          u"%1 is version %2, the server is version %3"_s.arg(
                              newestTooOld->path, versionText(newestTooOld->versionNumber), wanted),
                          {name, versionText(newestTooOld->versionNumber), wanted});
    }
    auto missing = core::fail(ErrorCode::ToolMissing, u"%1 was not found"_s.arg(name), {name, wanted});
    missing.error().detail = u"Looked in: "_s + folders().join(u", "_s);
    return missing;
}

} // namespace civicq::postgres
