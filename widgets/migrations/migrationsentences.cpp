// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/migrationsentences.h"

#include "core/units.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>
#include <QtCore/QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace civicq::migrations;

namespace civicq::widgets {

namespace {

struct Texts // not an alias: lupdate would not know the context
{
    Q_DECLARE_TR_FUNCTIONS(MigrationTexts)
};

QString durationText(double seconds)
{
    constexpr double shortest = 0.1;
    return seconds < shortest ? Texts::tr("less than 0.1 s")
                              : core::formatDuration(std::chrono::milliseconds(static_cast<qint64>(seconds * 1000.0)));
}

QString named(const QStringList &versions)
{
    return versions.isEmpty() ? Texts::tr("nothing") : versions.join(u", "_s);
}

} // namespace

QString standSentence(const HistorySnapshot &snapshot)
{
    const int all = snapshot.folder.graph.size();
    if (!snapshot.isRunnable())
        return Texts::tr("Something is wrong with the chain of revisions. Nothing is run until it is mended.");
    if (all == 0)
        return Texts::tr("There are no migrations here.");
    if (snapshot.applied == 0)
        return Texts::tr("This database has none of the schema yet: %n revision(s) are pending.", nullptr, all);
    if (snapshot.pending > 0)
        return Texts::tr("%1 of %2 revisions are pending.").arg(snapshot.pending).arg(all);
    return Texts::tr("The schema is up to date: all %n revision(s) are applied.", nullptr, all);
}

QString statusSentence(const HistoryRow &row)
{
    if (row.changedAfterApplied)
        return Texts::tr("Applied, and its file was changed after that.");
    switch (row.status) {
    case RevisionStatus::Pending: return Texts::tr("Pending: this database does not have it yet.");
    case RevisionStatus::Applied: return Texts::tr("Applied in this database.");
    case RevisionStatus::Current: return Texts::tr("Current: the database stands here.");
    case RevisionStatus::Unknown: return Texts::tr("Unknown: the database was brought here by other files than these.");
    }
    return {};
}

QString appliedSentence(const AppliedRecord &record)
{
    const QString at = QLocale().toString(record.at.toLocalTime(), QLocale::ShortFormat);
    if (record.checksum.isEmpty())
        return Texts::tr("%1, stamped by %2").arg(at, record.by);
    return Texts::tr("%1, by %2, in %3").arg(at, record.by, durationText(record.seconds));
}

QString problemSentence(const Problem &problem)
{
    const QString what = problem.message + u' ' + problem.mend;
    if (problem.file.isEmpty())
        return what;
    const QString name = QFileInfo(problem.file).fileName();
    return problem.line > 0 ? Texts::tr("%1, line %2: %3").arg(name).arg(problem.line).arg(what)
                            : Texts::tr("%1: %2").arg(name, what);
}

QString runSentence(const RunReport &report, Direction direction, const QString &database)
{
    if (report.applied.isEmpty())
        return Texts::tr("%1 was there already: nothing was done.").arg(database);
    double seconds = 0;
    for (const RanRevision &ran : report.applied)
        seconds += ran.seconds;
    const int count = static_cast<int>(report.applied.size());
    const QString time = durationText(seconds);
    const QString done =
        direction == Direction::Up
            ? Texts::tr("%1 was upgraded by %n revision(s) in %2.", nullptr, count).arg(database, time)
            : Texts::tr("%1 was downgraded by %n revision(s) in %2.", nullptr, count).arg(database, time);
    return report.backup.isEmpty() ? done
                                   : done + u' ' + Texts::tr("The backup made before it is %1.").arg(report.backup);
}

Confirmation stampQuestion(const QStringList &before, const QStringList &after, const StampPlace &place)
{
    Confirmation question;
    question.title = Texts::tr("Stamp %1").arg(place.database);
    question.text = Texts::tr("The version table will say %1; it says %2. Nothing is run, and no table is touched.")
                        .arg(named(after), named(before));
    question.consequences = {
        Texts::tr("Later upgrades begin there. If the schema is not really that far, they will fail."),
        Texts::tr("It can be taken back: stamp it with what it says now."),
    };
    question.database = place.database;
    question.server = place.server;
    question.environment = place.environment;
    question.actionText = Texts::tr("Stamp");
    question.typeName = place.typeName;
    return question;
}

QString stampSentence(const RunReport &report, const QString &database)
{
    return Texts::tr("%1 is stamped with %2; it was %3. Nothing was run.")
        .arg(database, named(report.to), named(report.from));
}

} // namespace civicq::widgets
