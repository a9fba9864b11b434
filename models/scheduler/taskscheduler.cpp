// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scheduler/taskscheduler.h"

#include "scheduler/tool.h"

#include <QtCore/QDir>
#include <QtCore/QStringConverter>
#include <QtCore/QTemporaryFile>
#include <QtCore/QXmlStreamWriter>

#include <initializer_list>
#include <utility>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::scheduler {

namespace {

const QString schtasks = u"schtasks"_s;

QString taskName(const QString &id)
{
    return u"\\CivicQ Admin\\"_s + id;
}

void write(QXmlStreamWriter &xml, const QString &element,
           std::initializer_list<std::pair<const char *, QString>> values)
{
    xml.writeStartElement(element);
    for (const auto &[name, value] : values)
        xml.writeTextElement(QString::fromLatin1(name), value);
    xml.writeEndElement();
}

void writeSettings(QXmlStreamWriter &xml)
{
    const QString yes = u"true"_s;
    const QString no = u"false"_s;
    xml.writeStartElement(u"Settings"_s);
    xml.writeTextElement(u"MultipleInstancesPolicy"_s, u"IgnoreNew"_s);
    xml.writeTextElement(u"DisallowStartIfOnBatteries"_s, no);
    xml.writeTextElement(u"StopIfGoingOnBatteries"_s, no);
    xml.writeTextElement(u"AllowHardTerminate"_s, yes);
    xml.writeTextElement(u"StartWhenAvailable"_s, yes);
    xml.writeTextElement(u"RunOnlyIfNetworkAvailable"_s, no);
    write(xml, u"IdleSettings"_s, {{"StopOnIdleEnd", no}, {"RestartOnIdle", no}});
    xml.writeTextElement(u"AllowStartOnDemand"_s, yes);
    xml.writeTextElement(u"Enabled"_s, yes);
    xml.writeTextElement(u"Hidden"_s, no);
    xml.writeTextElement(u"RunOnlyIfIdle"_s, no);
    xml.writeTextElement(u"WakeToRun"_s, no);
    xml.writeTextElement(u"ExecutionTimeLimit"_s, u"PT23H"_s);
    xml.writeTextElement(u"Priority"_s, u"7"_s);
    write(xml, u"RestartOnFailure"_s, {{"Interval", u"PT15M"_s}, {"Count", u"3"_s}});
    xml.writeEndElement();
}

} // namespace

QString windowsCommandLine(const QStringList &words)
{
    // CommandLineToArgvW: backslashes count only before a quote.
    QStringList out;
    for (const QString &word : words) {
        if (!word.isEmpty() && !word.contains(u' ') && !word.contains(u'\t') && !word.contains(u'"')) {
            out.append(word);
            continue;
        }
        QString quoted = u"\""_s;
        qsizetype backslashes = 0;
        for (const QChar c : word) {
            if (c == u'"')
                quoted += QString(backslashes + 1, u'\\');
            backslashes = c == u'\\' ? backslashes + 1 : 0;
            quoted += c;
        }
        out.append(quoted + QString(backslashes, u'\\') + u'"');
    }
    return out.join(u' ');
}

QByteArray taskXml(const Job &job, const QString &user, Logon logon)
{
    // By hand: the writer would put a line before it, and a declaration stands first or not at all.
    QString text = u"<?xml version=\"1.0\" encoding=\"UTF-16\"?>"_s;
    QXmlStreamWriter xml(&text);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    xml.writeStartElement(u"Task"_s);
    xml.writeAttribute(u"version"_s, u"1.2"_s);
    xml.writeDefaultNamespace(u"http://schemas.microsoft.com/windows/2004/02/mit/task"_s);
    write(xml, u"RegistrationInfo"_s, {{"Author", u"CivicQ Admin"_s}, {"Description", oneLine(job.description)}});
    xml.writeStartElement(u"Triggers"_s);
    xml.writeStartElement(u"CalendarTrigger"_s);
    xml.writeTextElement(u"Enabled"_s, u"true"_s);
    // A day that has been, without a zone: the clock on the wall, summer and winter.
    xml.writeTextElement(u"StartBoundary"_s, u"2020-01-01T%1:00"_s.arg(job.at.toString(u"HH:mm"_s)));
    write(xml, u"ScheduleByDay"_s, {{"DaysInterval", u"1"_s}});
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeStartElement(u"Principals"_s);
    xml.writeStartElement(u"Principal"_s);
    xml.writeAttribute(u"id"_s, u"Author"_s);
    xml.writeTextElement(u"UserId"_s, user);
    xml.writeTextElement(u"LogonType"_s, logon == Logon::WithoutUser ? u"S4U"_s : u"InteractiveToken"_s);
    xml.writeTextElement(u"RunLevel"_s, u"LeastPrivilege"_s);
    xml.writeEndElement();
    xml.writeEndElement();
    writeSettings(xml);
    xml.writeStartElement(u"Actions"_s);
    xml.writeAttribute(u"Context"_s, u"Author"_s);
    write(xml, u"Exec"_s,
          {{"Command", QDir::toNativeSeparators(job.program)}, {"Arguments", windowsCommandLine(job.arguments)}});
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    QStringEncoder encode(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom);
    return encode(text);
}

TaskScheduler::TaskScheduler(core::ProcessRunner &processes, QString user)
    : m_processes(processes), m_user(std::move(user))
{}

QString TaskScheduler::name() const
{
    return u"Task Scheduler"_s;
}

Result<> TaskScheduler::create(core::TaskContext &context, const Job &job, Logon logon)
{
    QTemporaryFile file(QDir::tempPath() + u"/civicq-task-XXXXXX.xml"_s);
    const QByteArray xml = taskXml(job, m_user, logon);
    if (!file.open() || file.write(xml) != xml.size())
        return core::fail(ErrorCode::Io, file.errorString(), {file.fileName()});
    file.close(); // Windows shares no file that is open for writing
    const auto made = runTool(
        context, m_processes, schtasks,
        {u"/Create"_s, u"/TN"_s, taskName(job.id), u"/XML"_s, QDir::toNativeSeparators(file.fileName()), u"/F"_s});
    return made ? Result<>() : core::fail(made.error());
}

Result<> TaskScheduler::install(core::TaskContext &context, const Job &job)
{
    // An account that may not run batch jobs still has the hours in which it is logged in. schtasks says why in the
    // system's language, so any refusal is taken for that one; what is really wrong is wrong the second time too.
    if (create(context, job, Logon::WithoutUser))
        return {};
    return create(context, job, Logon::Interactive);
}

Result<JobState> TaskScheduler::state(core::TaskContext &context, const QString &id)
{
    JobState state;
    const auto said = runTool(context, m_processes, schtasks, {u"/Query"_s, u"/TN"_s, taskName(id), u"/XML"_s});
    if (!said)
        return said.error().code == ErrorCode::ToolMissing ? Result<JobState>(core::fail(said.error()))
                                                           : Result<JobState>(state);
    // On a pipe schtasks writes the console's code page whatever the declaration says; the words looked for are ASCII.
    const QString xml = QString::fromLatin1(said->contains('\0') ? QByteArray(*said).replace('\0', "") : *said);
    state.installed = true;
    const qsizetype settings = xml.indexOf("<Settings>"_L1);
    state.active = settings < 0 || !QStringView(xml).sliced(settings).contains(u"<Enabled>false</Enabled>"_s);
    if (!xml.contains("<LogonType>S4U</LogonType>"_L1))
        state.notes.append(Note::RunsOnlyLoggedIn);
    return state;
}

Result<> TaskScheduler::remove(core::TaskContext &context, const QString &id)
{
    const auto there = state(context, id);
    if (!there || !there->installed)
        return there ? Result<>() : core::fail(there.error());
    const auto gone = runTool(context, m_processes, schtasks, {u"/Delete"_s, u"/TN"_s, taskName(id), u"/F"_s});
    return gone ? Result<>() : core::fail(gone.error());
}

} // namespace civicq::scheduler
