// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scheduler/systemdscheduler.h"

#include "scheduler/tool.h"

#include <QtCore/QFileInfo>

using namespace Qt::StringLiterals;
using civicq::core::Result;

namespace civicq::scheduler {

namespace {

const QString systemctl = u"systemctl"_s;
const QString loginctl = u"loginctl"_s;

QString unit(const QString &id, const QString &kind)
{
    return u"civicq-"_s + id + u'.' + kind;
}

// systemd.syntax(7) and systemd.service(5): quotes and backslashes by backslash, specifiers and variables doubled.
QString quoted(const QString &word)
{
    QString out = word;
    out.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'%', u"%%"_s).replace(u'$', u"$$"_s);
    return u'"' + out + u'"';
}

QString described(const Job &job)
{
    return oneLine(job.description).replace(u'%', u"%%"_s);
}

} // namespace

QByteArray systemdService(const Job &job)
{
    QString command = quoted(job.program);
    for (const QString &argument : job.arguments)
        command += u' ' + quoted(argument);
    // Four tries a run; then it is up to whoever is told of the failure.
    return u"# Made by CivicQ Admin: civicq-db schedule install and remove change it.\n"
           "[Unit]\n"
           "Description=%1\n"
           "StartLimitIntervalSec=6h\n"
           "StartLimitBurst=4\n"
           "\n"
           "[Service]\n"
           "Type=oneshot\n"
           "ExecStart=%2\n"
           "Nice=5\n"
           "Restart=on-failure\n"
           "RestartSec=15min\n"
           "RestartPreventExitStatus=2\n"_s.arg(described(job), command)
               .toUtf8();
}

QByteArray systemdTimer(const Job &job)
{
    return u"# Made by CivicQ Admin: civicq-db schedule install and remove change it.\n"
           "[Unit]\n"
           "Description=%1\n"
           "\n"
           "[Timer]\n"
           "OnCalendar=*-*-* %2:00\n"
           "Persistent=true\n"
           "AccuracySec=1min\n"
           "\n"
           "[Install]\n"
           "WantedBy=timers.target\n"_s.arg(described(job), job.at.toString(u"HH:mm"_s))
               .toUtf8();
}

SystemdScheduler::SystemdScheduler(core::ProcessRunner &processes, QString unitFolder)
    : m_processes(processes), m_folder(std::move(unitFolder))
{}

bool SystemdScheduler::isThere(core::TaskContext &context, core::ProcessRunner &processes)
{
    return succeeds(context, processes, systemctl, {u"--user"_s, u"show-environment"_s});
}

QString SystemdScheduler::name() const
{
    return u"systemd"_s;
}

QString SystemdScheduler::unitPath(const QString &id, const QString &kind) const
{
    return m_folder + u'/' + unit(id, kind);
}

bool SystemdScheduler::lingers(core::TaskContext &context)
{
    const auto said = runTool(context, m_processes, loginctl,
                              {u"show-user"_s, u"--property=Linger"_s, u"--value"_s, qEnvironmentVariable("USER")});
    return said && said->trimmed() == "yes";
}

Result<> SystemdScheduler::install(core::TaskContext &context, const Job &job)
{
    for (const auto &[kind, text] : {std::pair(u"service"_s, systemdService(job)), {u"timer"_s, systemdTimer(job)}}) {
        if (const auto written = writeWhole(unitPath(job.id, kind), text); !written)
            return written;
    }
    for (const QStringList &words : {QStringList{u"--user"_s, u"daemon-reload"_s},
                                     {u"--user"_s, u"enable"_s, unit(job.id, u"timer"_s)},
                                     {u"--user"_s, u"restart"_s, unit(job.id, u"timer"_s)}}) {
        if (const auto done = runTool(context, m_processes, systemctl, words); !done) {
            (void)remove(context, job.id);
            return core::fail(done.error());
        }
    }
    // Many systems let a user ask this for himself; where not, state() says what is missing.
    if (!lingers(context))
        (void)succeeds(context, m_processes, loginctl, {u"enable-linger"_s});
    return {};
}

Result<JobState> SystemdScheduler::state(core::TaskContext &context, const QString &id)
{
    JobState state;
    state.installed = QFileInfo::exists(unitPath(id, u"timer"_s)) && QFileInfo::exists(unitPath(id, u"service"_s));
    const QString timer = unit(id, u"timer"_s);
    state.active = state.installed
                   && succeeds(context, m_processes, systemctl, {u"--user"_s, u"is-enabled"_s, u"--quiet"_s, timer})
                   && succeeds(context, m_processes, systemctl, {u"--user"_s, u"is-active"_s, u"--quiet"_s, timer});
    if (state.installed && !lingers(context))
        state.notes.append(Note::NeedsLinger);
    return state;
}

Result<> SystemdScheduler::remove(core::TaskContext &context, const QString &id)
{
    const QString timer = unitPath(id, u"timer"_s);
    if (QFileInfo::exists(timer)) {
        // Without a manager that runs there is nothing to stop, and the files go all the same.
        (void)succeeds(context, m_processes, systemctl, {u"--user"_s, u"disable"_s, u"--now"_s, unit(id, u"timer"_s)});
    }
    for (const QString &path : {timer, unitPath(id, u"service"_s)}) {
        if (const auto gone = removeFile(path); !gone)
            return gone;
    }
    (void)succeeds(context, m_processes, systemctl, {u"--user"_s, u"daemon-reload"_s});
    return {};
}

} // namespace civicq::scheduler
