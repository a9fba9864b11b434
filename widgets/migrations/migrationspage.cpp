// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/migrationspage.h"

#include "common/card.h"
#include "common/messagestrip.h"
#include "common/statepane.h"
#include "common/themeicons.h"
#include "common/typography.h"
#include "migrations/historyview.h"
#include "migrations/migrationsentences.h"
#include "migrations/revisiondetails.h"
#include "migrations/rundialog.h"
#include "phrases/explanation.h"
#include "postgres/connectionpool.h"

#include <QtGui/QAction>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QSplitter>

using namespace Qt::StringLiterals;
using namespace civicq::migrations;
using civicq::connections::ActiveConnection;
using civicq::core::Result;
using civicq::core::TaskContext;

namespace civicq::widgets {

namespace {

constexpr qsizetype mostProblems = 3; // shown at once

} // namespace

PageInfo MigrationsPage::describe()
{
    PageInfo info;
    info.id = u"migrations"_s;
    info.title = tr("Migrations");
    info.iconName = u"vcs-branch"_s;
    info.toolTip = tr("The history of the schema, and bringing this database up to date");
    info.keywords = tr("schema,upgrade,downgrade,revision,alembic,history,version").split(u',');
    return info;
}

MigrationsPage::MigrationsPage(core::TaskRunner &tasks, ActiveConnection &connection, MakeSafetyBackup makeSafetyBackup,
                               QString folder, QWidget *parent)
    : Page(describe(), parent), m_tasks(tasks), m_connection(connection),
      m_makeSafetyBackup(std::move(makeSafetyBackup)), m_folder(std::move(folder)), m_previews(tasks, connection)
{
    makeActions();
    m_pane = new StatePane(makeContent());
    setBody(m_pane);
    connect(&connection, &ActiveConnection::changed, this, [this] {
        if (m_shown)
            refresh();
        else
            m_model.setSnapshot({});
    });
    followActions();
}

void MigrationsPage::makeActions()
{
    const auto make = [this](const QString &name, const QString &text, const QString &iconName, auto run) {
        auto *action = new QAction(icon(iconName), text, this);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    m_upgrade =
        make(u"upgradeToHead"_s, tr("Upgrade to head…"), u"go-top"_s, [this] { prepare(Direction::Up, headTarget()); });
    m_refresh = make(u"readMigrations"_s, tr("Read again"), u"view-refresh"_s, [this] { refresh(); });
    m_refresh->setToolTip(tr("Read the files and the database's version again"));
    m_upgradeHere = make(u"upgradeToHere"_s, tr("Upgrade to here…"), u"go-up"_s,
                         [this] { prepare(Direction::Up, m_model.row(m_history->currentRow()).id); });
    m_downgradeHere = make(u"downgradeToHere"_s, tr("Downgrade to here…"), u"go-down"_s,
                           [this] { prepare(Direction::Down, m_model.row(m_history->currentRow()).id); });
    addHeaderAction(m_refresh, false);
    addHeaderAction(m_upgrade, true);
}

QWidget *MigrationsPage::makeContent()
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::gap);
    m_verdict = new MessageStrip;
    m_verdict->setObjectName(u"migrationVerdict"_s);
    m_verdict->hide();
    m_problems = new QWidget;
    m_problems->setObjectName(u"migrationProblems"_s);
    auto *problems = new QVBoxLayout(m_problems);
    problems->setContentsMargins(0, 0, 0, 0);
    problems->setSpacing(grid::unit);
    m_problems->hide();
    layout->addWidget(m_verdict);
    layout->addWidget(m_problems);

    m_history = new HistoryView(m_model);
    m_history->addRowAction(m_upgradeHere);
    m_history->addRowAction(m_downgradeHere);
    m_details = new RevisionDetails(m_upgradeHere, m_downgradeHere);
    connect(m_history, &HistoryView::currentRowChanged, this, &MigrationsPage::showChoice);

    auto *splitter = new QSplitter;
    splitter->setObjectName(u"migrationSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(grid::gap);
    auto *history = new Card(tr("History"));
    history->setBody(m_history);
    auto *details = new Card;
    details->setBody(m_details);
    splitter->addWidget(history);
    splitter->addWidget(details);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({600, 400});
    layout->addWidget(splitter, 1);
    return content;
}

QList<QAction *> MigrationsPage::commands() const
{
    return {m_upgrade, m_upgradeHere, m_downgradeHere, m_refresh};
}

void MigrationsPage::setShown(bool shown)
{
    const bool comes = shown && !m_shown;
    m_shown = shown;
    if (comes)
        refresh();
}

void MigrationsPage::refresh()
{
    m_reading.cancel();
    if (!m_connection.isOpen()) {
        m_model.setSnapshot({});
        followActions();
        setSentence(tr("Connect to a database to see which revisions it has."));
        m_pane->showEmpty({u"vcs-branch"_s, tr("No database is connected"),
                           tr("The history of the schema is shown here, with this database's place in it.")});
        return;
    }
    m_pane->showBusy(tr("Reading the migrations…"));
    core::TaskSpec<HistorySnapshotPtr> spec;
    spec.title = tr("Read the migrations");
    spec.quiet = true;
    spec.run = [pool = m_connection.pool(), folder = m_folder](TaskContext &context) -> Result<HistorySnapshotPtr> {
        auto lease = pool->acquire(context);
        if (!lease)
            return core::fail(lease.error());
        return readSnapshot(**lease, context, folder);
    };
    m_reading = m_tasks.start<HistorySnapshotPtr>(this, std::move(spec), [this](Result<HistorySnapshotPtr> snapshot) {
        if (snapshot) {
            showSnapshot(*snapshot);
        } else if (snapshot.error().code != core::ErrorCode::Cancelled) {
            setSentence(tr("The migrations could not be read."));
            m_pane->showError(snapshot.error(), [this] { refresh(); });
        }
    });
}

void MigrationsPage::showSnapshot(HistorySnapshotPtr snapshot)
{
    m_model.setSnapshot(std::move(snapshot));
    const HistorySnapshot &shown = *m_model.snapshot();
    setSentence(standSentence(shown));
    showProblems();
    if (shown.rows.isEmpty()) {
        m_pane->showEmpty({u"vcs-branch"_s, tr("No migrations yet"), tr("This folder holds no SQL migrations.")});
    } else {
        m_pane->showContent();
        if (m_history->currentRow() < 0)
            m_history->setCurrentRow(0);
    }
    showChoice();
}

void MigrationsPage::showProblems()
{
    qDeleteAll(m_problems->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    const auto &problems = m_model.snapshot()->problems;
    for (const Problem &problem : problems.mid(0, mostProblems)) {
        const bool stops = problem.severity == Problem::Severity::Error;
        m_problems->layout()->addWidget(
            new MessageStrip(stops ? Meaning::Critical : Meaning::Warning, problemSentence(problem)));
    }
    if (const auto more = static_cast<int>(problems.size() - mostProblems); more > 0)
        m_problems->layout()->addWidget(
            new MessageStrip(Meaning::Notice, tr("%n more problem(s) are waiting behind these.", nullptr, more)));
    m_problems->setVisible(!problems.isEmpty());
}

void MigrationsPage::showChoice()
{
    if (m_model.snapshot()) {
        m_details->show(*m_model.snapshot(), m_history->currentRow());
        m_details->showPreview(m_previews, m_model.snapshot(), m_history->currentRow());
    }
    followActions();
}

void MigrationsPage::followActions()
{
    const auto &snapshot = m_model.snapshot();
    const bool ready = snapshot && snapshot->isRunnable() && !m_busy;
    const int row = snapshot ? m_history->currentRow() : -1;
    const bool chosen = ready && row >= 0 && row < m_model.rowCount();
    const auto status = chosen ? m_model.row(row).status : RevisionStatus::Unknown;
    const auto allow = [](QAction *action, bool allowed, const QString &does, const QString &why) {
        action->setEnabled(allowed);
        action->setToolTip(allowed ? does : why);
    };
    allow(m_upgrade, ready && snapshot->pending > 0, tr("Show what is pending, then apply it"),
          snapshot && !snapshot->isRunnable() ? tr("The chain of revisions has to be mended first")
                                              : tr("Nothing is pending"));
    allow(m_upgradeHere, chosen && status == RevisionStatus::Pending,
          tr("Apply this revision and what comes before it"), tr("Choose a pending revision"));
    allow(m_downgradeHere, chosen && status == RevisionStatus::Applied, tr("Take back every revision above this one"),
          tr("Choose an applied revision below the current one"));
    m_refresh->setEnabled(m_connection.isOpen() && !m_busy);
}

QString MigrationsPage::headTarget() const
{
    return m_model.snapshot()->folder.graph.heads().size() > 1 ? u"heads"_s : u"head"_s;
}

void MigrationsPage::prepare(Direction direction, const QString &target)
{
    m_busy = true;
    followActions();
    core::TaskSpec<MigrationPlan> spec;
    spec.title = tr("Work out what would run");
    spec.quiet = true;
    spec.run = [snapshot = m_model.snapshot(), direction, target](TaskContext &) {
        return planMigration(snapshot->folder, snapshot->state.versions, direction, target);
    };
    m_tasks.start<MigrationPlan>(this, std::move(spec), [this, direction, target](Result<MigrationPlan> plan) {
        m_busy = false;
        followActions();
        if (!plan) {
            const auto words = phrases::explain(plan.error());
            showVerdict(false, words.oneLine(), words.details);
        } else if (!plan->isEmpty()) {
            confirm(direction, target, *plan);
        }
    });
}

void MigrationsPage::confirm(Direction direction, const QString &target, const MigrationPlan &plan)
{
    if (!m_connection.isOpen())
        return;
    const auto &facts = m_connection.facts();
    RunRequest request;
    request.snapshot = m_model.snapshot();
    request.plan = plan;
    request.database = facts.database;
    request.server = m_connection.profile().parameters.host;
    request.environment = facts.environment;
    request.typeName = m_connection.needsUnlock();
    request.backsUpFirst =
        m_makeSafetyBackup && (direction == Direction::Down || facts.environment == postgres::Environment::Production);
    request.previews = &m_previews;
    RunDialog::ask(this, request, [this, direction, target, from = plan.from](const QString &typedName) {
        run(direction, target, from, typedName);
    });
}

void MigrationsPage::run(Direction direction, const QString &target, const QStringList &from, const QString &typedName)
{
    const auto grant = m_connection.grantWrite(typedName);
    if (!grant)
        return;
    m_busy = true;
    m_verdict->hide();
    followActions();
    const QString database = m_connection.facts().database;
    RunOptions options;
    options.production = m_connection.facts().environment == postgres::Environment::Production;
    options.expectedVersions = from;
    if (m_makeSafetyBackup)
        options.safetyBackup = m_makeSafetyBackup(m_connection.readParameters());

    core::TaskSpec<RunReport> spec;
    spec.title = direction == Direction::Up ? tr("Upgrade to %1").arg(target) : tr("Downgrade to %1").arg(target);
    spec.subject = database;
    spec.run = [grant, folder = m_model.snapshot()->folder, direction, target,
                options](TaskContext &context) -> Result<RunReport> {
        auto connection = postgres::Connection::open(context, grant->parameters());
        if (!connection)
            return core::fail(connection.error());
        return migrate(**connection, context, folder, direction, target, options);
    };
    spec.verdict = [direction, database](const RunReport &report) { return runSentence(report, direction, database); };
    m_tasks.start<RunReport>(this, std::move(spec), [this, direction, database](Result<RunReport> report) {
        m_busy = false;
        if (report) {
            showVerdict(true, runSentence(*report, direction, database));
        } else {
            const auto words = phrases::explain(report.error());
            showVerdict(false, words.oneLine(), words.details);
        }
        refresh();
    });
}

void MigrationsPage::showVerdict(bool good, const QString &text, const QString &details)
{
    m_verdict->setMessage(good ? Meaning::Good : Meaning::Critical, text);
    m_verdict->setToolTip(details);
    m_verdict->show();
}

} // namespace civicq::widgets
