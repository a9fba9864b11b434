// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/restorewizard.h"

#include "backups/backupwords.h"
#include "backups/restoreundo.h"
#include "backups/tableprogressview.h"
#include "core/units.h"
#include "phrases/explanation.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

RestoreWizard::RestoreWizard(BackupServices services, RestoreUndo *undo, const QString &path, QWidget *parent)
    : WizardFrame(u"restoreWizard"_s, tr("Restore a backup"), services.tasks, parent), m_services(services),
      m_source(new RestoreSourceStep(services, path)), m_contents(new RestoreContentsStep(services, m_source)),
      m_target(new RestoreTargetStep(services, m_contents)), m_tables(new TableProgressView), m_undo(undo),
      m_undoIt(new QAction(tr("&Undo…"), this)), m_openIt(new QAction(tr("&Open it"), this))
{
    m_openIt->setObjectName(u"restoreOpen"_s);
    m_openIt->setToolTip(tr("The window works on the new database then; the one that is open now stays as it is"));
    connect(m_openIt, &QAction::triggered, this, &RestoreWizard::openNew);
    m_undoIt->setObjectName(u"restoreUndo"_s);
    m_undoIt->setToolTip(tr("Bring back what was there before; what was restored is kept in its turn"));
    connect(m_undoIt, &QAction::triggered, this, [this] { m_undo->ask(this, m_kept); });
    connect(&m_services.connection, &connections::ActiveConnection::changed, this, &RestoreWizard::followConnection);
    followUndo();
    refreshResults();
    addResultAction(m_undoIt);
    addResultAction(m_openIt, true);
    addStep(m_source);
    addStep(m_contents);
    addStep(m_target);
    setProgressDetail(m_tables);
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
    plan.facts = {{tr("Backup"), QDir::toNativeSeparators(m_source->path())},
                  {tr("Holds"), tablesAndRows(contents.tables.size(), contents.rows)}};
    if (contents.header)
        plan.facts.append({tr("As of"), tr("%1 (%2)").arg(QLocale().toString(contents.header->made.toLocalTime(),
                                                                             QLocale::ShortFormat),
                                                          backups::BackupListModel::agoText(contents.header->made))});
    if (m_target->replaces()) {
        planReplacing(plan);
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

void RestoreWizard::planReplacing(WizardPlan &plan) const
{
    const QString &database = plan.database;
    const auto &server = m_target->server();
    const QString present = server ? tr("%1 (%2, %n table(s))", nullptr, static_cast<int>(server->tables.size()))
                                         .arg(database, core::formatBytes(server->bytes))
                                   : database;
    plan.sentence = tr("%1 will be replaced by what the backup holds.").arg(present);
    plan.facts.append(
        {tr("Kept"), tr("The present database, as %1, until you delete it").arg(database + u"_before_restore_…"_s)});
    plan.losses.append(
        tr("What was entered since the backup is no longer in %1; it stays in the database that is kept.")
            .arg(database));
    plan.losses.append(server && server->sessions > 0
                           ? tr("%n session(s) of others are open in %1; all are ended at the end of the restore.",
                                nullptr, server->sessions)
                                 .arg(database)
                           : tr("Everybody working in %1 is disconnected at the end of the restore.").arg(database));
    plan.actionText = tr("Replace %1").arg(database);
    plan.dangerous = true;
    plan.typeName = true;
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
    request.unlock = m_contents->unlock();
    request.database = m_target->database();
    request.replace = m_target->replaces();
    request.confirmedName = typedName;
    request.board = m_tables->begin();
    core::TaskSpec<backups::RestoreReport> spec;
    spec.title = tr("Restore %1").arg(request.database);
    spec.subject = QFileInfo(request.source).fileName();
    // The leave to write lives as long as the task.
    spec.run = [request, toolbox = m_services.toolbox, revisions = m_services.knownRevisions,
                held = std::move(*grant)](core::TaskContext &context) {
        backups::RestoreRequest wanted = request;
        if (revisions)
            wanted.knownRevisions = revisions();
        return backups::restore(context, toolbox, wanted);
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
    if (!m_target->replaces()) {
        m_new = report->database;
        showVerdict(*report);
        return;
    }
    // The window's sessions were ended with all others. What the verdict offers needs them, so it waits for them.
    m_pending = *report;
    m_services.connection.reopen();
    followConnection(); // it may have been closed meanwhile, and then nothing more is heard of it
}

void RestoreWizard::showVerdict(const backups::RestoreReport &report)
{
    WizardVerdict verdict;
    verdict.headline = tr("%1 is restored and checked.").arg(report.database);
    verdict.facts = {
        {tr("Holds"), tablesAndRows(report.tables, report.rows)},
        {tr("Checked"), tr("The backup was read to its end; then every table's rows were counted in the new database "
                           "and are as many as the backup holds.")},
        {tr("Time"), core::formatDuration(std::chrono::milliseconds(static_cast<qint64>(report.seconds * 1000)))}};
    if (!report.keptAs.isEmpty()) {
        m_kept = {report.keptAs, report.database, QDateTime::currentDateTimeUtc()};
        verdict.facts.append({tr("Kept"), tr("The database as it was, as %1").arg(report.keptAs)});
        verdict.next = tr(
            "Look whether everything is as it should be. If it is not, Undo brings back what was there before, here or "
            "later on the page of backups. It takes as much space as before: delete it there once it is no longer "
            "needed.");
    } else if (!m_new.isEmpty()) {
        verdict.next = tr("It is on the same server as %1. Open it to look at it; to come back to it later, add a "
                          "connection to it.")
                           .arg(m_services.connection.facts().database);
    }
    QStringList notes = report.notes;
    if (m_new.isEmpty() && !m_services.connection.isOpen())
        notes.append(tr("It could not be opened again: %1 Connect to it anew; undoing is on the page of backups then.")
                         .arg(phrases::explain(m_services.connection.error()).oneLine()));
    if (!notes.isEmpty()) {
        verdict.meaning = Meaning::Notice;
        verdict.facts.append({tr("To know"), notes.join(u'\n')});
    }
    refreshResults();
    succeed(verdict);
    Q_EMIT restored(report.database);
}

// As the one that is open, with another database: the same server, the same password. Nothing of it is saved.
void RestoreWizard::openNew()
{
    connections::Profile profile = m_services.connection.profile();
    profile.id = QUuid::createUuidV5(profile.id, m_new);
    profile.name = tr("%1 (%2)").arg(m_new, profile.name);
    profile.parameters.database = m_new;
    profile.isSandbox = false; // which is the one database of that name
    const core::Secret password = m_services.connection.readParameters().password;
    accept();
    m_services.connection.open(profile, password);
}

void RestoreWizard::followConnection()
{
    if (m_pending && m_services.connection.state() != connections::ActiveConnection::State::Opening)
        showVerdict(*std::exchange(m_pending, std::nullopt));
    refreshResults();
}

// Undoing is possible while the database that was restored is the one that is open.
void RestoreWizard::refreshResults()
{
    m_undoIt->setVisible(!m_kept.name.isEmpty());
    m_undoIt->setEnabled(!m_undoing && m_services.connection.isOpen()
                         && m_services.connection.facts().database == m_kept.of);
    m_openIt->setVisible(!m_new.isEmpty());
    m_openIt->setEnabled(m_services.connection.isOpen());
}

void RestoreWizard::followUndo()
{
    connect(m_undo, &RestoreUndo::begun, this, [this](const QString &kept) {
        m_undoing = m_undoing || kept == m_kept.name;
        refreshResults();
    });
    connect(m_undo, &RestoreUndo::ended, this, [this](const QString &kept, Meaning meaning, const QString &sentence) {
        if (kept != m_kept.name)
            return;
        m_undoing = false;
        WizardVerdict verdict;
        verdict.meaning = meaning;
        verdict.headline = meaning == Meaning::Good ? tr("The restore is undone.") : tr("The restore is not undone.");
        verdict.next = sentence;
        if (meaning == Meaning::Good)
            m_kept.name.clear();
        else
            verdict.facts = {{tr("Kept"), tr("The database as it was, as %1").arg(m_kept.name)}};
        amend(verdict);
        refreshResults();
    });
}

} // namespace civicq::widgets
