// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/consoletask.h"

#include "core/platform.h"
#include "core/units.h"

#include <QtCore/QStringList>

using namespace Qt::StringLiterals;
using civicq::core::Unit;

namespace civicq::cli {

namespace {

constexpr qint64 terminalInterval = 100; // ms between two drawings of the bar
constexpr qint64 plainInterval = 10'000; // ms between two lines in a log
constexpr int barWidth = 24;

QString amount(qint64 value, Unit unit)
{
    return unit == Unit::Bytes ? core::formatBytes(value) : core::formatCount(value);
}

} // namespace

ConsoleTask::ConsoleTask(Output &output) : m_output(output), m_terminal(core::standardErrorIsTerminal())
{
    m_clock.start();
}

void ConsoleTask::report(const core::Progress &progress)
{
    const std::scoped_lock lock(m_mutex);
    const qint64 now = m_clock.elapsed();
    m_meter.add(progress, std::chrono::milliseconds(now));
    if (m_output.quiet)
        return;
    if (m_drawn < 0 && !m_terminal)
        m_drawn = now; // the first line of a log comes after one interval, not at once
    if (now - m_drawn < (m_terminal ? terminalInterval : plainInterval))
        return;
    m_drawn = now;
    draw();
}

QString ConsoleTask::describe() const
{
    const core::Progress &now = m_meter.latest();
    QStringList parts{now.step};
    if (!now.object.isEmpty())
        parts.append(now.object);
    if (now.total > 0)
        parts.append(u"%1 of %2"_s.arg(amount(now.done, now.unit), amount(now.total, now.unit)));
    else if (now.done > 0)
        parts.append(amount(now.done, now.unit));
    if (const auto rate = m_meter.perSecond(); rate && now.unit != Unit::Steps)
        parts.append(amount(static_cast<qint64>(*rate), now.unit) + u"/s"_s);
    if (const auto left = m_meter.left())
        parts.append(core::formatDuration(*left) + u" left"_s);
    return parts.join(u", "_s);
}

void ConsoleTask::draw()
{
    QString line = describe();
    if (!m_terminal) {
        Output::writeErr(line + u'\n');
        return;
    }
    if (const auto fraction = m_meter.fraction()) {
        const int filled = static_cast<int>(*fraction * barWidth);
        line = u'[' + QString(filled, u'#') + QString(barWidth - filled, u'.') + u"] "_s
               + core::formatPercent(*fraction) + u"  "_s + line;
    }
    line.truncate(core::terminalWidth() - 1);
    Output::writeErr(u"\r\x1b[K"_s + line);
    m_barShown = true;
}

void ConsoleTask::message(const QString &line)
{
    const std::scoped_lock lock(m_mutex);
    if (m_barShown)
        Output::writeErr(u"\r\x1b[K"_s);
    m_barShown = false;
    m_output.message(line);
}

void ConsoleTask::clear()
{
    const std::scoped_lock lock(m_mutex);
    if (m_barShown)
        Output::writeErr(u"\r\x1b[K"_s);
    m_barShown = false;
}

} // namespace civicq::cli
