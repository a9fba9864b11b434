// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scheduler/cronscheduler.h"

#include "scheduler/tool.h"

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::scheduler {

namespace {

const QString tool = u"crontab"_s;

QString beginning(const QString &id)
{
    return u"# civicq-admin "_s + id + u" begins: changed by civicq-db schedule"_s;
}

QString ending(const QString &id)
{
    return u"# civicq-admin "_s + id + u" ends"_s;
}

// For sh, and then for cron, to which an unescaped % is the end of the command.
QString quotedForShell(const QString &word)
{
    QString out = word;
    out.replace(u'\'', u"'\\''"_s);
    return (u'\'' + out + u'\'').replace(u'%', u"\\%"_s);
}

} // namespace

QString crontabWithout(const QString &crontab, const QString &id)
{
    QStringList kept;
    bool ours = false;
    QStringList lines = crontab.split(u'\n');
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    // A block without its end is not ours to take away: nobody knows where it would stop.
    const bool whole = lines.contains(beginning(id)) && lines.contains(ending(id));
    for (const QString &line : std::as_const(lines)) {
        ours = ours || (whole && line == beginning(id));
        if (!ours)
            kept.append(line);
        ours = ours && line != ending(id);
    }
    return kept.isEmpty() ? QString() : kept.join(u'\n') + u'\n';
}

QString crontabWith(const QString &crontab, const Job &job)
{
    QStringList command{quotedForShell(job.program)};
    for (const QString &argument : job.arguments)
        command.append(quotedForShell(argument));
    return crontabWithout(crontab, job.id) + beginning(job.id) + u"\n# "_s + oneLine(job.description)
           + u"\n%1 * * * * "_s.arg(job.at.minute()) + command.join(u' ') + u'\n' + ending(job.id) + u'\n';
}

CronScheduler::CronScheduler(core::ProcessRunner &processes) : m_processes(processes) {}

bool CronScheduler::isThere(core::TaskContext &context, core::ProcessRunner &processes)
{
    CronScheduler cron(processes);
    return cron.read(context).has_value();
}

QString CronScheduler::name() const
{
    return u"cron"_s;
}

Result<QString> CronScheduler::read(core::TaskContext &context)
{
    core::ProcessRequest request;
    request.program = tool;
    request.arguments = {u"-l"_s};
    request.environment = {{u"LC_ALL"_s, u"C"_s}};
    const auto ran = m_processes.run(context, request);
    if (!ran)
        return core::fail(ran.error());
    if (ran->exitCode == 0)
        return QString::fromUtf8(ran->output);
    // Every cron says it in these words, and with a status of 1. Anything else must not be taken for an empty crontab.
    if (ran->errorText.contains("no crontab for"_L1))
        return QString();
    return core::fail(ran->errorText.contains("not allowed"_L1) ? ErrorCode::PermissionDenied
                                                                : ErrorCode::ProcessFailed,
                      ran->errorText.trimmed(), {tool});
}

Result<> CronScheduler::write(core::TaskContext &context, const QString &crontab)
{
    const auto done = crontab.isEmpty() ? runTool(context, m_processes, tool, {u"-r"_s})
                                        : runTool(context, m_processes, tool, {u"-"_s}, crontab.toUtf8());
    return done ? Result<>() : core::fail(done.error());
}

Result<> CronScheduler::install(core::TaskContext &context, const Job &job)
{
    const auto before = read(context);
    if (!before)
        return core::fail(before.error());
    return write(context, crontabWith(*before, job));
}

Result<JobState> CronScheduler::state(core::TaskContext &context, const QString &id)
{
    const auto crontab = read(context);
    if (!crontab)
        return core::fail(crontab.error());
    JobState state;
    state.installed = crontabWithout(*crontab, id) != *crontab;
    state.active = state.installed;
    if (state.installed)
        state.notes.append(Note::ChecksEveryHour);
    return state;
}

Result<> CronScheduler::remove(core::TaskContext &context, const QString &id)
{
    const auto before = read(context);
    if (!before)
        return core::fail(before.error());
    const QString after = crontabWithout(*before, id);
    return after == *before ? Result<>() : write(context, after);
}

} // namespace civicq::scheduler
