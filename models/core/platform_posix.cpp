// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform.h"

#include <QtCore/QFileInfo>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace civicq::core {

namespace {

std::unexpected<Error> systemFailure(const QString &path)
{
    return fail(lastFileError(path));
}

// The write end of the pipe the signal handler uses: only write() is safe to call there.
int interruptPipe[2] = {-1, -1};

void onSignal(int)
{
    const int saved = errno;
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(interruptPipe[1], &byte, 1);
    errno = saved;
}

} // namespace

Error lastFileError(const QString &path)
{
    const int number = errno;
    ErrorCode code = ErrorCode::Io;
    if (number == ENOSPC || number == EDQUOT)
        code = ErrorCode::NoSpace;
    else if (number == EACCES || number == EPERM || number == EROFS)
        code = ErrorCode::PermissionDenied;
    else if (number == ENOENT || number == ENOTDIR)
        code = ErrorCode::NotFound;
    else if (number == EEXIST)
        code = ErrorCode::AlreadyExists;
    return fail(code, systemMessage(number), {path}).error();
}

QString systemMessage(int errorNumber)
{
    return QString::fromLocal8Bit(std::strerror(errorNumber));
}

Result<> syncFile(QFile &file)
{
    if (!file.flush())
        return fail(ErrorCode::Io, file.errorString(), {file.fileName()});
    if (::fsync(file.handle()) != 0)
        return systemFailure(file.fileName());
    return {};
}

Result<> syncFolder(const QString &folder)
{
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_CLOEXEC);
    if (handle < 0)
        return systemFailure(folder);
    // Some network file systems refuse fsync on a folder; the rename itself has been done by then.
    const int status = ::fsync(handle);
    const int number = errno;
    ::close(handle);
    if (status != 0 && number != EINVAL && number != ENOTSUP) {
        errno = number;
        return systemFailure(folder);
    }
    return {};
}

void expectInOrder(const QFile &file)
{
#ifdef POSIX_FADV_SEQUENTIAL // not on macOS, which reads ahead by itself
    ::posix_fadvise(file.handle(), 0, 0, POSIX_FADV_SEQUENTIAL);
#else
    Q_UNUSED(file)
#endif
}

Result<> replaceFile(const QString &from, const QString &to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return systemFailure(to);
    return syncFolder(QFileInfo(to).absolutePath());
}

Result<QByteArray> readFile(const QString &path)
{
    constexpr qsizetype step = 16384;
    const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (handle < 0)
        return systemFailure(path);
    QByteArray bytes;
    ssize_t got = 0;
    do {
        const qsizetype before = bytes.size();
        bytes.resizeForOverwrite(before + step);
        do {
            got = ::read(handle, bytes.data() + before, step);
        } while (got < 0 && errno == EINTR);
        bytes.truncate(before + std::max<ssize_t>(got, 0));
    } while (got == step);
    const int number = errno;
    ::close(handle);
    if (got < 0) {
        errno = number;
        return systemFailure(path);
    }
    bytes.squeeze();
    return bytes;
}

bool runsAsSuperuser()
{
    return ::geteuid() == 0;
}

bool processIsAlive(qint64 pid)
{
    if (pid <= 0)
        return false;
    return ::kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM;
}

void waitForMore()
{
    std::this_thread::sleep_for(std::chrono::microseconds(150));
}

bool programsCanBeAskedToEnd()
{
    return true;
}

void onInterrupt(std::function<void()> handler)
{
    if (::pipe(interruptPipe) != 0)
        return;
    ::fcntl(interruptPipe[0], F_SETFD, FD_CLOEXEC);
    ::fcntl(interruptPipe[1], F_SETFD, FD_CLOEXEC);
    std::thread([handler = std::move(handler)] {
        char byte = 0;
        while (::read(interruptPipe[0], &byte, 1) < 0 && errno == EINTR) {}
        handler();
    }).detach();
    struct sigaction action = {};
    action.sa_handler = onSignal;
    sigemptyset(&action.sa_mask);
    // A second Ctrl-C ends the program the system's way, should the first not be enough.
    action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
        ::sigaction(number, &action, nullptr);
}

bool standardErrorIsTerminal()
{
    return ::isatty(STDERR_FILENO) == 1;
}

int terminalWidth()
{
    winsize size = {};
    if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return 80;
}

Result<QString> readPassword(const QString &prompt)
{
    std::FILE *terminal = std::fopen("/dev/tty", "r+");
    if (!terminal)
        return fail(ErrorCode::NotFound, u"no terminal to ask on"_s);
    const int handle = ::fileno(terminal);
    termios before = {};
    ::tcgetattr(handle, &before);
    termios silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(handle, TCSAFLUSH, &silent);
    std::fputs(prompt.toLocal8Bit().constData(), terminal);
    std::fflush(terminal);
    char line[1024] = {};
    const bool read = std::fgets(line, sizeof line, terminal) != nullptr;
    ::tcsetattr(handle, TCSAFLUSH, &before);
    std::fputs("\n", terminal);
    std::fclose(terminal);
    if (!read)
        return fail(ErrorCode::Cancelled, u"nothing was typed"_s);
    QString text = QString::fromLocal8Bit(line);
    while (text.endsWith(u'\n') || text.endsWith(u'\r'))
        text.chop(1);
    return text;
}

} // namespace civicq::core
