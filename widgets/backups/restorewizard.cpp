// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/restorewizard.h"

#include "core/units.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

#include <optional>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

RestoreWizard::RestoreWizard(BackupServices services, const QString &path, QWidget *parent)
    : WizardFrame(u"restoreWizard"_s, tr("Restore a backup"), services.tasks, parent), m_services(services),
      m_source(new RestoreSourceStep(services, path)), m_contents(new RestoreContentsStep(services, m_source)),
      m_target(new RestoreTargetStep(services, m_contents))
{
    addStep(m_source);
    addStep(m_contents);
    addStep(m_target);
    setPlan([this] { return plan(); });
    setStart([this](const QString &typedName) { return start(typedName); });
}

WizardPlan RestoreWizard::plan() const
{
    const connections::ServerFacts &facts = m_services.connection.facts();
    const backups::Contents &contents = m_contents->contents();
    WizardPlan plan;
    plan.database = facts.database;
    plan.server = m_services.connection.profile().parameters.host;
    plan.environment = facts.environment;
    plan.facts = {
        {tr("Backup"), QDir::toNativeSeparators(m_source->path())},
        {tr("Holds"),
         tr("Tables: %1; rows: %2").arg(core::formatCount(contents.tables.size()), core::formatCount(contents.rows))}};
    if (m_target->replaces()) {
        plan.sentence = tr("%1 will be replaced by what the backup holds.").arg(facts.database);
        plan.facts.append(
            {tr("Kept"), tr("The present database, as %1").arg(facts.database + tr("_before_restore_… "))});
        plan.losses = {
            tr("What was entered since the backup is no longer in %1; it stays in the database that is kept.")
                .arg(facts.database),
            tr("Everybody working in %1 is disconnected at the end of the restore.").arg(facts.database)};
        plan.actionText = tr("Replace %1").arg(facts.database);
        plan.dangerous = true;
        plan.typeName = true;
    } else {
        plan.sentence =
            tr("A new database is made on the server of %1. No other database changes.").arg(facts.database);
        plan.facts.append({tr("New database"), m_target->database()});
        plan.actionText = tr("Restore now");
        // On production writing is unlocked by its name, also beside it.
        plan.typeName = m_services.connection.needsUnlock();
    }
    return plan;
}

core::TaskHandle RestoreWizard::start(const QString &typedName)
{
    auto grant = m_services.connection.grantWrite(typedName);
    if (!grant) {
        core::Error error;
        error.code = core::ErrorCode::ProductionProtected;
        error.message = u"the database's name was not confirmed"_s;
        error.arguments = {m_services.connection.facts().database, u"restore"_s};
        fail(error);
        return {};
    }
    backups::RestoreRequest request;
    request.server = grant->parameters();
    request.source = m_source->path();
    request.database = m_target->database();
    request.replace = m_target->replaces();
    request.confirmedName = typedName;
    core::TaskSpec<backups::RestoreReport> spec;
    spec.title = tr("Restore %1").arg(request.database);
    spec.subject = QFileInfo(request.source).fileName();
    // The leave to write lives as long as the task.
    spec.run = [request, toolbox = m_services.toolbox, held = std::move(*grant)](core::TaskContext &context) {
        return backups::restore(context, toolbox, request);
    };
    spec.verdict = [](const backups::RestoreReport &report) {
        return tr("Restored into %1: %2 rows, counted.").arg(report.database, core::formatCount(report.rows));
    };
    return m_services.tasks.start<backups::RestoreReport>(this, std::move(spec),
                                                          [this](auto report) { finish(report); });
}

void RestoreWizard::finish(const core::Result<backups::RestoreReport> &report)
{
    if (!report) {
        fail(report.error());
        return;
    }
    WizardVerdict verdict;
    verdict.headline = tr("%1 is restored.").arg(report->database);
    verdict.facts = {
        {tr("Tables"), core::formatCount(report->tables)},
        {tr("Rows"), tr("%1, counted after the restore").arg(core::formatCount(report->rows))},
        {tr("Time"), core::formatDuration(std::chrono::milliseconds(static_cast<qint64>(report->seconds * 1000)))}};
    if (!report->keptAs.isEmpty()) {
        verdict.facts.append({tr("Kept"), report->keptAs});
        verdict.next =
            tr("Look whether everything is as it should be. The database as it was before is %1; drop it when it is "
               "no longer needed, since it takes as much space as before.")
                .arg(report->keptAs);
    } else {
        verdict.next = tr("It is on the same server: add a connection to %1 to look at it.").arg(report->database);
    }
    if (!report->notes.isEmpty()) {
        verdict.meaning = Meaning::Notice;
        verdict.facts.append({tr("Left out"), report->notes.join(u'\n')});
    }
    succeed(verdict);
    if (m_target->replaces())
        m_services.connection.reopen(); // its sessions were ended with all others
}

} // namespace civicq::widgets
