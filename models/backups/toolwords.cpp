// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/toolwords.h"

#include <QtCore/QFileInfo>
#include <QtCore/QStringList>

using namespace Qt::StringLiterals;
using civicq::core::Error;
using civicq::core::ErrorCode;

namespace civicq::backups {

namespace {

QString complaintOf(const QString &line)
{
    for (const auto mark : {"error: "_L1, "fatal: "_L1, "FATAL:  "_L1}) {
        const qsizetype at = line.indexOf(mark);
        if (at >= 0)
            return line.mid(at + mark.size()).trimmed();
    }
    return {};
}

// Without the query a tool was at, which may be pages of SQL of its own.
QString withoutQueries(const QString &errorText, const QString &program)
{
    QStringList kept;
    bool inQuery = false;
    for (const QString &line : errorText.split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(program + u':'))
            inQuery = line.contains("detail: Query was: "_L1);
        if (!inQuery)
            kept.append(line);
    }
    return kept.join(u'\n').trimmed();
}

ErrorCode codeFor(ErrorCode otherwise, const QString &text)
{
    if (text.contains("server closed the connection"_L1) || text.contains("terminating connection"_L1)
        || text.contains("connection to server was lost"_L1) || text.contains("connection not open"_L1)
        || text.contains("SSL SYSCALL error"_L1) || text.contains("could not receive data from server"_L1))
        return ErrorCode::ConnectionLost;
    if (text.contains("permission denied"_L1))
        return ErrorCode::PermissionDenied;
    return otherwise;
}

} // namespace

QMap<QString, QString> plainWords()
{
    return {{u"LC_MESSAGES"_s, u"C"_s}, {u"LANGUAGE"_s, QString()}, {u"LC_ALL"_s, QString()}};
}

Error toolFailure(ErrorCode code, const QString &program, const QString &errorText)
{
    Error error;
    error.code = codeFor(code, errorText);
    const QString name = QFileInfo(program).completeBaseName();
    error.detail = withoutQueries(errorText, name);
    for (const QString &line : errorText.split(u'\n', Qt::SkipEmptyParts)) {
        error.message = complaintOf(line);
        if (!error.message.isEmpty())
            break;
    }
    if (error.message.isEmpty())
        error.message = u"%1 failed"_s.arg(name);
    // For these the arguments say host or path, which the tool does not tell apart.
    if (error.code == code)
        error.arguments = {name};
    return error;
}

bool ToolWarnings::take(const QString &line)
{
    const bool more = line.contains("detail: "_L1) || line.contains("hint: "_L1);
    if (!more)
        m_inWarning = line.contains("warning: "_L1);
    return m_inWarning && !line.contains("detail: Query was: "_L1);
}

} // namespace civicq::backups
