// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/practicewalk.h"

using namespace Qt::StringLiterals;

namespace civicq::backups {

PracticeWalk::PracticeWalk(core::TaskRunner &tasks, const Toolbox &toolbox, const QString &dataFolder, QObject *parent)
    : QObject(parent), m_tasks(tasks), m_toolbox(toolbox), m_dataFolder(dataFolder)
{}

int PracticeWalk::number() const
{
    switch (m_step) {
    case Step::BackUp: return 1;
    case Step::Delete: return 2;
    case Step::Restore: return 3;
    case Step::Counting:
    case Step::Done: return stepCount;
    case Step::Preparing:
    case Step::Failed: break;
    }
    return 0;
}

void PracticeWalk::go(Step step)
{
    m_step = step;
    Q_EMIT changed();
}

void PracticeWalk::fail(const core::Error &error)
{
    m_error = error;
    go(Step::Failed);
}

void PracticeWalk::begin(const postgres::ConnectionParameters &sandbox)
{
    m_sandbox = sandbox;
    core::TaskSpec<Practice> spec;
    spec.title = tr("Make a database to practise with");
    spec.subject = sandbox.describe();
    spec.run = [toolbox = m_toolbox, sandbox, data = m_dataFolder](core::TaskContext &context) {
        return preparePractice(context, toolbox, sandbox, data);
    };
    spec.verdict = [](const Practice &practice) { return tr("It is there: %1.").arg(practice.parameters.describe()); };
    m_task = m_tasks.start<Practice>(this, std::move(spec), [this](core::Result<Practice> made) {
        if (!made)
            return fail(made.error());
        m_practice = std::move(*made);
        m_rows = m_practice->rows;
        Q_EMIT prepared();
        go(Step::BackUp);
    });
    go(Step::Preparing);
}

void PracticeWalk::backupMade(const QString &path, const QString &database)
{
    if (!m_practice || database != practiceName)
        return;
    m_backups.append(path);
    if (m_step == Step::BackUp)
        go(Step::Delete);
}

void PracticeWalk::deleteRows()
{
    if (m_step != Step::Delete || m_busy)
        return;
    m_busy = true;
    core::TaskSpec<qint64> spec;
    spec.title = tr("Delete rows to practise with");
    spec.subject = m_practice->parameters.describe();
    spec.run = [practice = *m_practice](core::TaskContext &context) -> core::Result<qint64> {
        const auto gone = deletePracticeRows(context, practice);
        return gone ? countPracticeRows(context, practice) : gone;
    };
    spec.verdict = [](const qint64 &) { return tr("They are gone."); };
    m_task = m_tasks.start<qint64>(this, std::move(spec), [this](core::Result<qint64> left) {
        m_busy = false;
        if (!left)
            return fail(left.error());
        m_rows = *left;
        go(Step::Restore);
    });
    Q_EMIT changed();
}

void PracticeWalk::restored(const QString &database)
{
    if (m_step != Step::Restore || database != practiceName)
        return;
    go(Step::Counting);
    count();
}

// What a wizard says is one thing, what is in the table another.
void PracticeWalk::count()
{
    core::TaskSpec<qint64> spec;
    spec.quiet = true;
    spec.run = [practice = *m_practice](core::TaskContext &context) { return countPracticeRows(context, practice); };
    m_task = m_tasks.start<qint64>(this, std::move(spec), [this](core::Result<qint64> rows) {
        if (!rows)
            return fail(rows.error());
        m_rows = *rows;
        // A backup that was taken after the deletion brings nothing back: another one is to be tried.
        go(m_rows == m_practice->rows ? Step::Done : Step::Restore);
    });
}

void PracticeWalk::end(std::function<void()> done)
{
    m_task.cancel();
    if (m_sandbox.database.isEmpty())
        return done();
    core::TaskSpec<core::Nothing> spec;
    spec.quiet = true; // dropping may take the server a while, and nobody needs to wait for it
    spec.run = [sandbox = m_sandbox, backups = m_backups,
                data = m_dataFolder](core::TaskContext &context) -> core::Result<core::Nothing> {
        const auto ended = endPractice(context, sandbox, backups, data);
        return ended ? core::Result<core::Nothing>(core::Nothing()) : core::fail(ended.error());
    };
    // Of the runner and not of this object, which goes now.
    m_tasks.start<core::Nothing>(&m_tasks, std::move(spec),
                                 [done = std::move(done)](const core::Result<core::Nothing> &) { done(); });
}

} // namespace civicq::backups
