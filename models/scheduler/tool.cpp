// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scheduler/tool.h"

#include "core/platform.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>

#include <utility>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::scheduler {

Result<QByteArray> runTool(core::TaskContext &context, core::ProcessRunner &processes, const QString &program,
                           const QStringList &arguments, const QByteArray &input)
{
    core::ProcessRequest request;
    request.program = program;
    request.arguments = arguments;
    if (!input.isEmpty())
        request.input = [left = input]() mutable -> Result<QByteArray> { return std::exchange(left, {}); };
    const auto ran = processes.run(context, request);
    if (!ran)
        return core::fail(ran.error());
    if (ran->exitCode == 0)
        return ran->output;
    core::Error error;
    const QString said = (ran->errorText.isEmpty() ? QString::fromLocal8Bit(ran->output) : ran->errorText).trimmed();
    const bool denied = said.contains("denied"_L1, Qt::CaseInsensitive) || said.contains("not allowed"_L1);
    error.code = denied ? ErrorCode::PermissionDenied : ErrorCode::ProcessFailed;
    error.message = said.isEmpty() ? u"%1 ended with status %2"_s.arg(program).arg(ran->exitCode) : said;
    error.arguments = {program};
    error.doing = u"running %1 %2"_s.arg(program, arguments.join(u' '));
    return core::fail(std::move(error));
}

bool succeeds(core::TaskContext &context, core::ProcessRunner &processes, const QString &program,
              const QStringList &arguments)
{
    return runTool(context, processes, program, arguments).has_value();
}

Result<> writeWhole(const QString &path, const QByteArray &content)
{
    const QString folder = QFileInfo(path).path();
    if (!QDir().mkpath(folder))
        return core::fail(core::lastFileError(folder));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return core::fail(core::lastFileError(path));
    return {};
}

Result<> removeFile(const QString &path)
{
    if (QFile::remove(path) || !QFileInfo::exists(path))
        return {};
    return core::fail(core::lastFileError(path));
}

QString oneLine(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u' ';
    }
    return text.simplified();
}

} // namespace civicq::scheduler
