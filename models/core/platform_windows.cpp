// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform.h"

#include <QtCore/QDir>

#include <windows.h>

#include <io.h>

#include <cstdio>
#include <string>
#include <thread>

using namespace Qt::StringLiterals;

namespace civicq::core {

namespace {

HANDLE interruptEvent = nullptr;

BOOL WINAPI onConsoleEvent(DWORD)
{
    // The handler runs on a thread of the system's own; the work happens on ours, and the process goes on until then.
    SetEvent(interruptEvent);
    return TRUE;
}

QString windowsMessage(DWORD number)
{
    wchar_t *text = nullptr;
    const DWORD length =
        FormatMessageW(FORMAT_MESSAGE_ALLOCATE_BUFFER | FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS,
                       nullptr, number, 0, reinterpret_cast<wchar_t *>(&text), 0, nullptr);
    const QString message = QString::fromWCharArray(text, static_cast<qsizetype>(length)).trimmed();
    LocalFree(text);
    return message;
}

std::unexpected<Error> windowsFailure(const QString &path)
{
    return fail(lastFileError(path));
}

std::wstring nativePath(const QString &path)
{
    return QDir::toNativeSeparators(path).toStdWString();
}

} // namespace

Error lastFileError(const QString &path)
{
    const DWORD number = GetLastError();
    ErrorCode code = ErrorCode::Io;
    if (number == ERROR_DISK_FULL || number == ERROR_HANDLE_DISK_FULL)
        code = ErrorCode::NoSpace;
    else if (number == ERROR_ACCESS_DENIED || number == ERROR_WRITE_PROTECT || number == ERROR_SHARING_VIOLATION)
        code = ErrorCode::PermissionDenied;
    else if (number == ERROR_FILE_NOT_FOUND || number == ERROR_PATH_NOT_FOUND)
        code = ErrorCode::NotFound;
    else if (number == ERROR_FILE_EXISTS || number == ERROR_ALREADY_EXISTS)
        code = ErrorCode::AlreadyExists;
    return fail(code, windowsMessage(number), {path}).error();
}

QString systemMessage(int errorNumber)
{
    return windowsMessage(static_cast<DWORD>(errorNumber));
}

Result<> syncFile(QFile &file)
{
    if (!file.flush())
        return fail(ErrorCode::Io, file.errorString(), {file.fileName()});
    const auto handle = reinterpret_cast<HANDLE>(_get_osfhandle(file.handle()));
    if (!FlushFileBuffers(handle))
        return windowsFailure(file.fileName());
    return {};
}

Result<> syncFolder(const QString &)
{
    return {}; // MOVEFILE_WRITE_THROUGH below does it
}

void expectInOrder(const QFile &)
{
    // Windows takes such a hint only when a file is opened, which Qt does; it reads ahead by itself.
}

Result<> replaceFile(const QString &from, const QString &to)
{
    if (!MoveFileExW(nativePath(from).c_str(), nativePath(to).c_str(),
                     MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH))
        return windowsFailure(to);
    return {};
}

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(file.error() == QFile::PermissionsError ? ErrorCode::PermissionDenied : ErrorCode::Io,
                    file.errorString(), {path});
    return file.readAll();
}

bool runsAsSuperuser()
{
    return false;
}

bool processIsAlive(qint64 pid)
{
    const HANDLE process = OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, static_cast<DWORD>(pid));
    if (!process)
        return GetLastError() == ERROR_ACCESS_DENIED;
    DWORD status = 0;
    const bool alive = GetExitCodeProcess(process, &status) && status == STILL_ACTIVE;
    CloseHandle(process);
    return alive;
}

void waitForMore() {}

bool programsCanBeAskedToEnd()
{
    return false;
}

void onInterrupt(std::function<void()> handler)
{
    interruptEvent = CreateEventW(nullptr, TRUE, FALSE, nullptr);
    std::thread([handler = std::move(handler)] {
        WaitForSingleObject(interruptEvent, INFINITE);
        handler();
    }).detach();
    SetConsoleCtrlHandler(onConsoleEvent, TRUE);
}

bool standardErrorIsTerminal()
{
    return _isatty(_fileno(stderr)) != 0;
}

int terminalWidth()
{
    CONSOLE_SCREEN_BUFFER_INFO info = {};
    if (GetConsoleScreenBufferInfo(GetStdHandle(STD_ERROR_HANDLE), &info))
        return info.srWindow.Right - info.srWindow.Left + 1;
    return 80;
}

Result<QString> readPassword(const QString &prompt)
{
    const HANDLE input =
        CreateFileW(L"CONIN$", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, nullptr, OPEN_EXISTING, 0, nullptr);
    const HANDLE output =
        CreateFileW(L"CONOUT$", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_WRITE, nullptr, OPEN_EXISTING, 0, nullptr);
    if (input == INVALID_HANDLE_VALUE || output == INVALID_HANDLE_VALUE)
        return fail(ErrorCode::NotFound, u"no terminal to ask on"_s);
    DWORD before = 0;
    GetConsoleMode(input, &before);
    SetConsoleMode(input, ENABLE_LINE_INPUT | ENABLE_PROCESSED_INPUT);
    const std::wstring question = prompt.toStdWString();
    DWORD count = 0;
    WriteConsoleW(output, question.c_str(), static_cast<DWORD>(question.size()), &count, nullptr);
    wchar_t line[1024] = {};
    const bool read = ReadConsoleW(input, line, 1023, &count, nullptr) != 0;
    SetConsoleMode(input, before);
    DWORD newline = 0;
    WriteConsoleW(output, L"\r\n", 2, &newline, nullptr);
    CloseHandle(input);
    CloseHandle(output);
    if (!read)
        return fail(ErrorCode::Cancelled, u"nothing was typed"_s);
    QString text = QString::fromWCharArray(line, static_cast<qsizetype>(count));
    while (text.endsWith(u'\n') || text.endsWith(u'\r'))
        text.chop(1);
    return text;
}

} // namespace civicq::core
