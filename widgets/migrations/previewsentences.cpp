// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/previewsentences.h"

#include "core/units.h"
#include "migrations/migrationsentences.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace civicq::migrations;

namespace civicq::widgets {

namespace {

struct PreviewTexts // not an alias: lupdate would not know the context
{
    Q_DECLARE_TR_FUNCTIONS(MigrationTexts)
};

} // namespace

QString lockWords(LockMode mode)
{
    if (blocksReads(mode))
        return PreviewTexts::tr("Blocks reads and writes");
    if (blocksWrites(mode))
        return PreviewTexts::tr("Blocks writes");
    if (mode == LockMode::ShareUpdateExclusive)
        return PreviewTexts::tr("Blocks other schema changes");
    return PreviewTexts::tr("Blocks nobody");
}

QString workWords(Work work)
{
    switch (work) {
    case Work::None: return PreviewTexts::tr("Catalogue only");
    case Work::Truncate: return PreviewTexts::tr("Empties it");
    case Work::Scan: return PreviewTexts::tr("Reads all of it");
    case Work::Build: return PreviewTexts::tr("Builds an index");
    case Work::Rows: return PreviewTexts::tr("Its rows");
    case Work::Rewrite: return PreviewTexts::tr("Rewrites it");
    }
    return {};
}

QString alarmWords(Alarm alarm)
{
    switch (alarm) {
    case Alarm::None: return {};
    case Alarm::Warning: return PreviewTexts::tr("Holds others up");
    case Alarm::Critical: return PreviewTexts::tr("Blocks readers of a large table");
    }
    return {};
}

QString lossWords(const StatementImpact &impact)
{
    return impact.loss == Loss::None ? QString() : PreviewTexts::tr("Loses: %1").arg(impact.loses.join(u", "_s));
}

QString previewSummary(const PreviewedRevision &revision)
{
    const auto losing =
        static_cast<int>(std::count_if(revision.statements.begin(), revision.statements.end(),
                                       [](const auto &each) { return each.impact.loss != Loss::None; }));
    QString text;
    switch (revision.alarm) {
    case Alarm::Critical:
        text = PreviewTexts::tr("Readers of a table of %1 or more wait while this runs.")
                   .arg(core::formatBytes(tableOfSize));
        break;
    case Alarm::Warning:
        text = PreviewTexts::tr("Others wait while this runs, on small tables or for writing alone.");
        break;
    case Alarm::None: text = PreviewTexts::tr("Nobody waits for long."); break;
    }
    if (losing > 0)
        text += u' ' + PreviewTexts::tr("%n statement(s) drop or delete something.", nullptr, losing);
    return text;
}

QString conflictWords(const LockConflict &conflict)
{
    const LockHolder &holder = conflict.holder;
    const QString time = core::formatDuration(std::chrono::seconds(holder.seconds));
    const QString who = holder.application.isEmpty() ? holder.user : holder.application;
    if (holder.isDump())
        return PreviewTexts::tr(
                   "A backup is running (%1, process %2, for %3) and reads %4: this waits until it is done.")
            .arg(who, QString::number(holder.pid), time, conflict.relation);
    return PreviewTexts::tr("%1 (process %2, in its transaction for %3) holds %4: this waits until it is done.")
        .arg(who, QString::number(holder.pid), time, conflict.relation);
}

} // namespace civicq::widgets
