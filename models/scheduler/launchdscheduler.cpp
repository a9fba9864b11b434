// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scheduler/launchdscheduler.h"

#include "scheduler/tool.h"

#include <QtCore/QFileInfo>
#include <QtCore/QXmlStreamWriter>

using namespace Qt::StringLiterals;
using civicq::core::Result;

namespace civicq::scheduler {

namespace {

const QString launchctl = u"launchctl"_s;

QString label(const QString &id)
{
    return u"com.civicq."_s + id;
}

void writeString(QXmlStreamWriter &xml, const QString &key, const QString &value)
{
    xml.writeTextElement(u"key"_s, key);
    xml.writeTextElement(u"string"_s, value);
}

void writeInteger(QXmlStreamWriter &xml, const QString &key, int value)
{
    xml.writeTextElement(u"key"_s, key);
    xml.writeTextElement(u"integer"_s, QString::number(value));
}

} // namespace

QByteArray launchAgent(const Job &job)
{
    QByteArray text;
    QXmlStreamWriter xml(&text);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    xml.writeStartDocument();
    xml.writeDTD(u"<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" "
                 "\"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">"_s);
    xml.writeStartElement(u"plist"_s);
    xml.writeAttribute(u"version"_s, u"1.0"_s);
    xml.writeComment(u" %1. Made by CivicQ Admin: civicq-db schedule install and remove change it. "_s.arg(
        oneLine(job.description).replace(u"--"_s, u"- -"_s)));
    xml.writeStartElement(u"dict"_s);
    writeString(xml, u"Label"_s, label(job.id));
    xml.writeTextElement(u"key"_s, u"ProgramArguments"_s);
    xml.writeStartElement(u"array"_s);
    xml.writeTextElement(u"string"_s, job.program);
    for (const QString &argument : job.arguments)
        xml.writeTextElement(u"string"_s, argument);
    xml.writeEndElement();
    xml.writeTextElement(u"key"_s, u"StartCalendarInterval"_s);
    xml.writeStartElement(u"dict"_s);
    writeInteger(xml, u"Hour"_s, job.at.hour());
    writeInteger(xml, u"Minute"_s, job.at.minute());
    xml.writeEndElement();
    xml.writeTextElement(u"key"_s, u"RunAtLoad"_s);
    xml.writeEmptyElement(u"true"_s);
    writeString(xml, u"ProcessType"_s, u"Background"_s);
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    return text;
}

LaunchdScheduler::LaunchdScheduler(core::ProcessRunner &processes, QString agentFolder)
    : m_processes(processes), m_folder(std::move(agentFolder))
{}

QString LaunchdScheduler::name() const
{
    return u"launchd"_s;
}

QString LaunchdScheduler::agentPath(const QString &id) const
{
    return m_folder + u'/' + label(id) + u".plist"_s;
}

Result<QString> LaunchdScheduler::domain(core::TaskContext &context)
{
    const auto user = runTool(context, m_processes, u"id"_s, {u"-u"_s});
    return user ? Result<QString>(u"gui/"_s + QString::fromLatin1(user->trimmed())) : core::fail(user.error());
}

Result<> LaunchdScheduler::install(core::TaskContext &context, const Job &job)
{
    const auto where = domain(context);
    if (!where)
        return core::fail(where.error());
    if (const auto written = writeWhole(agentPath(job.id), launchAgent(job)); !written)
        return written;
    // An agent that is loaded keeps what it was loaded with.
    (void)succeeds(context, m_processes, launchctl, {u"bootout"_s, *where + u'/' + label(job.id)});
    if (const auto loaded = runTool(context, m_processes, launchctl, {u"bootstrap"_s, *where, agentPath(job.id)});
        !loaded) {
        (void)removeFile(agentPath(job.id));
        return core::fail(loaded.error());
    }
    return {};
}

Result<JobState> LaunchdScheduler::state(core::TaskContext &context, const QString &id)
{
    const auto where = domain(context);
    if (!where)
        return core::fail(where.error());
    JobState state;
    state.installed = QFileInfo::exists(agentPath(id));
    state.active =
        state.installed && succeeds(context, m_processes, launchctl, {u"print"_s, *where + u'/' + label(id)});
    if (state.installed)
        state.notes = {Note::RunsOnlyLoggedIn, Note::AfterShutdownAtLogin};
    return state;
}

Result<> LaunchdScheduler::remove(core::TaskContext &context, const QString &id)
{
    const auto where = domain(context);
    if (!where)
        return core::fail(where.error());
    (void)succeeds(context, m_processes, launchctl, {u"bootout"_s, *where + u'/' + label(id)});
    return removeFile(agentPath(id));
}

} // namespace civicq::scheduler
