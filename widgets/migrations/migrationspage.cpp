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
#include "migrations/alembicfiles.h"
#include "phrases/explanation.h"
#include "postgres/connectionpool.h"

#include <QtCore/QDir>
#include <QtGui/QAction>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QToolButton>

#include <utility>

using namespace Qt::StringLiterals;
using namespace civicq::migrations;
using civicq::connections::ActiveConnection;
using civicq::core::Result;
using civicq::core::TaskContext;

namespace civicq::widgets {

namespace {

constexpr qsizetype mostProblems = 3; // shown at once

QToolButton *toolButtonFor(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setObjectName(action->objectName() + u"Button"_s);
    button->setAccessibleName(action->text());
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

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
      m_makeSafetyBackup(std::move(makeSafetyBackup)), m_folder(new FolderChoice(std::move(folder), this)),
      m_previews(tasks, connection)
{
    makeActions();
    m_pane = new StatePane(makeContent());
    setBody(m_pane);
    setBodyScrolls();
    connect(m_folder, &FolderChoice::changed, this, [this] {
        m_verdict->hide();
        refresh();
    });
    connect(&connection, &ActiveConnection::changed, this, [this] {
        forgetVerdict();
        if (m_connection.isOpen())
            m_folder->follow(m_connection.profile().id);
        if (m_shown)
            refresh();
        else
            m_model.setSnapshot({});
    });
    forgetVerdict();
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
    m_stamp = make(u"stampHere"_s, tr("Stamp here…"), u"bookmark-new"_s, [this] { prepareStamp(); });
    m_newRevision =
        make(u"newRevision"_s, tr("New revision…"), u"document-new"_s, [this] { write(RevisionDialog::Kind::New); });
    m_merge = make(u"mergeHeads"_s, tr("Merge heads…"), u"merge"_s, [this] { write(RevisionDialog::Kind::Merge); });
    addHeaderAction(m_folder->action(), false);
    addHeaderAction(m_refresh, false);
    addHeaderAction(m_upgrade, true);
}

// A verdict belongs to the database it was given of; the same one opened anew keeps it.
void MigrationsPage::forgetVerdict()
{
    const QString place = m_connection.place();
    if (std::exchange(m_place, place) != place)
        m_verdict->hide();
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
    m_history->addRowAction(m_stamp);
    m_history->addRowAction(m_newRevision);
    m_details = new RevisionDetails(m_upgradeHere, m_downgradeHere);
    connect(m_history, &HistoryView::currentRowChanged, this, &MigrationsPage::showChoice);

    auto *splitter = new QSplitter;
    splitter->setObjectName(u"migrationSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(grid::gap);
    m_historyCard = new Card(tr("History"));
    for (QAction *action : {m_newRevision, m_merge, m_stamp})
        m_historyCard->addHeaderWidget(toolButtonFor(action));
    m_historyCard->setBody(m_history);
    auto *details = new Card;
    details->setBody(m_details);
    details->bodyLayout()->setContentsMargins(grid::gap, 14, grid::gap, grid::gap); // its title beside the neighbour's
    splitter->addWidget(m_historyCard);
    splitter->addWidget(details);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({600, 400});
    layout->addWidget(splitter, 1);
    return content;
}

QList<QAction *> MigrationsPage::commands() const
{
    return {m_upgrade, m_upgradeHere, m_downgradeHere, m_stamp, m_newRevision, m_merge, m_folder->action(), m_refresh};
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
    spec.run = [pool = m_connection.pool(),
                folder = m_folder->folder()](TaskContext &context) -> Result<HistorySnapshotPtr> {
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
    m_historyCard->setTitle(m_folder->title());
    showProblems();
    if (shown.rows.isEmpty()) {
        m_pane->showEmpty({u"vcs-branch"_s, tr("No migrations yet"),
                           tr("This folder holds no revisions. Write the first one, or choose another "
                              "folder.")},
                          {m_newRevision});
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
    const auto status = row >= 0 && row < m_model.rowCount() ? m_model.row(row).status : RevisionStatus::Unknown;
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
    const bool sound = snapshot && snapshot->folder.isSound() && !m_busy;
    allow(m_stamp, sound && row >= 0 && status != RevisionStatus::Current && m_model.revision(row),
          tr("Say that the database stands here, without running anything"),
          tr("Choose a revision that is not the current one"));
    allow(m_newRevision, sound && !m_folder->isBuiltIn(), tr("Write the file of a new revision"),
          m_folder->isBuiltIn() ? tr("The schema that comes with the program cannot be added to: choose a folder of "
                                     "your own")
                                : tr("The chain of revisions has to be mended first"));
    allow(m_merge, sound && !m_folder->isBuiltIn() && snapshot->folder.graph.heads().size() > 1,
          tr("Write one revision that comes after all heads"), tr("There is only one head"));
    m_refresh->setEnabled(m_connection.isOpen() && !m_busy);
    m_folder->action()->setEnabled(m_connection.isOpen() && !m_busy);
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
    // What a Python revision will run is known to its alembic alone.
    if (m_model.snapshot()->folder.kind != MigrationFolder::Kind::Alembic)
        request.previews = &m_previews;
    RunDialog::ask(this, request, [this, direction, target, from = plan.from](const RunChoice &choice) {
        run(direction, target, from, choice);
    });
}

void MigrationsPage::run(Direction direction, const QString &target, const QStringList &from, const RunChoice &choice)
{
    const QString database = m_connection.facts().database;
    launch(
        direction == Direction::Up ? tr("Upgrade to %1").arg(target) : tr("Downgrade to %1").arg(target), choice, from,
        [folder = m_model.snapshot()->folder, direction, target](postgres::Connection &connection, TaskContext &context,
                                                                 const RunOptions &options) {
            return migrate(connection, context, folder, direction, target, options);
        },
        [direction, database](const RunReport &report) { return runSentence(report, direction, database); });
}

void MigrationsPage::launch(const QString &title, const RunChoice &choice, const QStringList &from, Work work,
                            Verdict verdict)
{
    const auto grant = m_connection.grantWrite(choice.typedName);
    if (!grant)
        return;
    m_busy = true;
    m_verdict->hide();
    followActions();
    RunOptions options;
    options.production = m_connection.facts().environment == postgres::Environment::Production;
    options.expectedVersions = from;
    options.lockTimeout = choice.lockTimeout;
    options.alembicParameters = grant->parameters();
    if (m_alembicTools)
        options.alembic = m_alembicTools();
    if (m_makeSafetyBackup)
        options.safetyBackup = m_makeSafetyBackup(m_connection.readParameters());

    core::TaskSpec<RunReport> spec;
    spec.title = title;
    spec.subject = m_connection.facts().database;
    spec.run = [grant, options, work = std::move(work)](TaskContext &context) -> Result<RunReport> {
        auto connection = postgres::Connection::open(context, grant->parameters());
        if (!connection)
            return core::fail(connection.error());
        return work(**connection, context, options);
    };
    spec.verdict = verdict;
    m_tasks.start<RunReport>(this, std::move(spec), [this, verdict](Result<RunReport> report) {
        m_busy = false;
        if (report) {
            showVerdict(true, verdict(*report));
        } else {
            const auto words = phrases::explain(report.error());
            showVerdict(false, words.oneLine(), words.details);
        }
        refresh();
    });
}

// The version table alone is changed; what it will say is shown first.
void MigrationsPage::prepareStamp()
{
    const auto snapshot = m_model.snapshot();
    const QString id = m_model.row(m_history->currentRow()).id;
    const QStringList before = snapshot->state.versions;
    const bool purge = !snapshot->isRunnable(); // versions that no file has are forgotten
    const auto after = planStamp(snapshot->folder, purge ? QStringList() : before, {id});
    if (!after) {
        const auto words = phrases::explain(after.error());
        showVerdict(false, words.oneLine(), words.details);
        return;
    }
    const auto &facts = m_connection.facts();
    const QString database = facts.database;
    const Confirmation question = stampQuestion(
        before, *after,
        {database, m_connection.profile().parameters.host, facts.environment, m_connection.needsUnlock()});
    ConfirmationDialog::ask(this, question, [this, snapshot, before, id, purge, database](const QString &typedName) {
        launch(
            tr("Stamp with %1").arg(id), {typedName}, before,
            [folder = snapshot->folder, id, purge](postgres::Connection &connection, TaskContext &context,
                                                   const RunOptions &options) {
                return stamp(connection, context, folder, {id}, purge, options);
            },
            [database](const RunReport &report) { return stampSentence(report, database); });
    });
}

void MigrationsPage::write(RevisionDialog::Kind kind)
{
    const auto snapshot = m_model.snapshot();
    const int row = m_history->currentRow();
    const QString chosen = row >= 0 ? m_model.row(row).id : QString();
    RevisionDialog::ask(this, kind, snapshot->folder, chosen, [this, snapshot, kind](const NewRevision &wanted) {
        core::TaskSpec<WrittenRevision> spec;
        spec.title = kind == RevisionDialog::Kind::Merge ? tr("Write a merge") : tr("Write a revision");
        spec.quiet = snapshot->folder.kind == MigrationFolder::Kind::Sql;
        const AlembicTools tools = m_alembicTools ? m_alembicTools() : AlembicTools();
        spec.run = [snapshot, wanted, tools, kind](TaskContext &context) -> Result<WrittenRevision> {
            const bool merges = kind == RevisionDialog::Kind::Merge;
            if (snapshot->folder.kind == MigrationFolder::Kind::Alembic)
                return merges ? writeAlembicMerge(context, tools, snapshot->folder, wanted)
                              : writeAlembicRevision(context, tools, snapshot->folder, wanted);
            return merges ? writeMerge(snapshot->folder, wanted) : writeRevision(snapshot->folder, wanted);
        };
        m_busy = true;
        followActions();
        m_tasks.start<WrittenRevision>(this, std::move(spec), [this](Result<WrittenRevision> written) {
            m_busy = false;
            if (written) {
                showVerdict(true, tr("Wrote %1. Fill in what it does, then read again.")
                                      .arg(QDir::toNativeSeparators(written->file)));
            } else {
                const auto words = phrases::explain(written.error());
                showVerdict(false, words.oneLine(), words.details);
            }
            refresh();
        });
    });
}

void MigrationsPage::setRememberedFolders(RememberedFolders remembered)
{
    m_folder->setRemembered(std::move(remembered));
    if (m_connection.isOpen())
        m_folder->follow(m_connection.profile().id);
}

void MigrationsPage::showVerdict(bool good, const QString &text, const QString &details)
{
    m_verdict->setMessage(good ? Meaning::Good : Meaning::Critical, text);
    m_verdict->setToolTip(details);
    m_verdict->show();
}

} // namespace civicq::widgets
