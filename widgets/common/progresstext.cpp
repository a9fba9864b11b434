// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/progresstext.h"

#include "core/units.h"

#include <QtCore/QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;
using civicq::core::ProgressMeter;
using civicq::core::Unit;

namespace civicq::widgets {

namespace {

struct ProgressTexts
{
    Q_DECLARE_TR_FUNCTIONS(Progress)
};

// The steps' names as models/ report them, which know no language: here they get that of the person.
constexpr const char *stepNames[] = {
    QT_TRANSLATE_NOOP("Progress", "Checking the new database"),
    QT_TRANSLATE_NOOP("Progress", "Comparing"),
    QT_TRANSLATE_NOOP("Progress", "Copying data"),
    QT_TRANSLATE_NOOP("Progress", "Copying to the second place"),
    QT_TRANSLATE_NOOP("Progress", "Emptying the tables"),
    QT_TRANSLATE_NOOP("Progress", "Filling a new database"),
    QT_TRANSLATE_NOOP("Progress", "Loading"),
    QT_TRANSLATE_NOOP("Progress", "Reading the backup"),
    QT_TRANSLATE_NOOP("Progress", "Reading the backup back"),
    QT_TRANSLATE_NOOP("Progress", "Rebuilding the vector index"),
    QT_TRANSLATE_NOOP("Progress", "Safety backup"),
};

QString stepName(const QString &step)
{
    for (const char *name : stepNames) {
        if (step == QLatin1StringView(name))
            return QCoreApplication::translate("Progress", name);
    }
    return step;
}

QString figure(qint64 value, Unit unit)
{
    return unit == Unit::Bytes ? core::formatBytes(value) : core::formatCount(value);
}

} // namespace

QString amountText(const ProgressMeter &meter)
{
    const core::Progress &progress = meter.latest();
    if (progress.total > 0)
        return ProgressTexts::tr("%1 of %2")
            .arg(figure(progress.done, progress.unit), figure(progress.total, progress.unit));
    if (progress.done <= 0)
        return {};
    if (progress.unit == Unit::Rows)
        return ProgressTexts::tr("%1 rows").arg(core::formatCount(progress.done));
    return figure(progress.done, progress.unit);
}

QString rateText(const ProgressMeter &meter)
{
    const auto rate = meter.perSecond();
    // A rate of steps or objects says nothing: they are not of one size.
    if (!rate || *rate <= 0.0)
        return {};
    if (meter.latest().unit == Unit::Bytes)
        return ProgressTexts::tr("%1/s").arg(core::formatBytes(std::llround(*rate)));
    if (meter.latest().unit == Unit::Rows)
        return ProgressTexts::tr("%1 rows/s").arg(core::formatCount(std::llround(*rate)));
    return {};
}

QString leftText(const ProgressMeter &meter)
{
    const auto left = meter.left();
    if (!left)
        return {};
    // Whole seconds: a countdown with tenths is only restless.
    const auto seconds = std::chrono::round<std::chrono::seconds>(*left);
    if (seconds.count() < 1)
        return ProgressTexts::tr("almost done");
    if (seconds.count() < 60)
        return ProgressTexts::tr("%1 s left").arg(seconds.count());
    return ProgressTexts::tr("%1 left").arg(core::formatDuration(seconds));
}

QString progressText(const ProgressMeter &meter)
{
    QStringList parts{amountText(meter), rateText(meter), leftText(meter)};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString stepText(const ProgressMeter &meter)
{
    const core::Progress &progress = meter.latest();
    if (progress.object.isEmpty())
        return stepName(progress.step);
    return progress.step.isEmpty() ? progress.object : stepName(progress.step) + u": "_s + progress.object;
}

} // namespace civicq::widgets
