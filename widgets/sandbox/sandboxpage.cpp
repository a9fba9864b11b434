// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandboxpage.h"

#include "common/card.h"
#include "common/confirmation.h"
#include "common/filteredtable.h"
#include "common/messagestrip.h"
#include "common/reflow.h"
#include "common/statepane.h"
#include "common/themeicons.h"
#include "common/typography.h"
#include "phrases/explanation.h"
#include "sandbox/servercard.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

using namespace Qt::StringLiterals;
using civicq::connections::ActiveConnection;
using civicq::core::Nothing;
using civicq::core::Result;
using civicq::core::TaskContext;
using civicq::sandbox::Presence;
using civicq::sandbox::Sandbox;

namespace civicq::widgets {

namespace {

constexpr int takenColumn = 200;

} // namespace

PageInfo SandboxPage::describe()
{
    PageInfo info;
    info.id = u"sandbox"_s;
    info.title = tr("Sandbox");
    info.iconName = u"run-build"_s;
    info.toolTip = tr("A private database to try things on, with snapshots to return to");
    info.keywords = tr("snapshot,try,private,local,test database,reset").split(u',');
    info.needsConnection = false;
    return info;
}

SandboxPage::SandboxPage(core::TaskRunner &tasks, Sandbox &sandbox, ActiveConnection &connection, QWidget *parent)
    : Page(describe(), parent), m_tasks(tasks), m_sandbox(sandbox), m_connection(connection)
{
    makeActions();
    m_pane = new StatePane(makeContent());
    setBody(m_pane);
    connect(&connection, &ActiveConnection::changed, this, [this] {
        if (m_shown)
            refresh();
    });
    followActions();
}

void SandboxPage::makeActions()
{
    const auto make = [this](const QString &name, const QString &text, const QString &iconName, auto run) {
        auto *action = new QAction(icon(iconName), text, this);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    m_open = make(u"openSandbox"_s, tr("Work on the sandbox"), u"media-playback-start"_s,
                  [this] { Q_EMIT openRequested(); });
    m_open->setToolTip(tr("Make it if there is none, start it, and connect to it"));
    m_stop = make(u"stopSandbox"_s, tr("Stop"), u"media-playback-stop"_s, [this] {
        start({tr("Stop the sandbox"), [this](TaskContext &context) { return m_sandbox.stop(context); },
               tr("The sandbox is stopped; what is in it stays."),
               [this] {
                   if (isConnectedToIt())
                       m_connection.close();
               }});
    });
    m_stop->setToolTip(tr("What is in it stays"));
    m_reset = make(u"resetSandbox"_s, tr("Start afresh…"), u"edit-clear-all"_s, [this] { askReset(); });
    m_reset->setToolTip(tr("Delete everything in it, and make a new one"));
    m_take = make(u"takeSnapshot"_s, tr("Take snapshot"), u"camera-photo"_s, [this] { takeSnapshot(); });
    m_take->setToolTip(tr("Keep the database as it is now; its connections are ended for a moment"));
    m_return = make(u"returnToSnapshot"_s, tr("Return to it…"), u"edit-undo"_s, [this] { askReturn(); });
    m_delete = make(u"deleteSnapshot"_s, tr("Delete…"), u"edit-delete"_s, [this] { askDelete(); });
    addHeaderAction(m_stop, false);
    addHeaderAction(m_reset, false);
    addHeaderAction(m_open, true);
}

QWidget *SandboxPage::makeContent()
{
    m_strip = new MessageStrip;
    m_strip->setObjectName(u"sandboxStrip"_s);
    m_strip->hide();
    m_server = new ServerCard;
    m_table = new FilteredTable(u"snapshots"_s, tr("Snapshots"));
    m_table->setModel(&m_model);
    m_table->setSortRole(sandbox::SnapshotModel::SortRole);
    m_table->sortBy(sandbox::SnapshotModel::Taken, Qt::DescendingOrder);
    m_table->setStretchColumn(sandbox::SnapshotModel::Name);
    m_table->view()->setColumnWidth(sandbox::SnapshotModel::Taken, takenColumn);
    m_table->setEmptyText(
        tr("No snapshots yet. Take one before you try something; returning to it takes less than a second."));
    m_table->addRowAction(m_return);
    m_table->addRowAction(m_delete);
    connect(m_table, &FilteredTable::currentRowChanged, this, &SandboxPage::followActions);
    connect(m_table, &FilteredTable::rowActivated, this, &SandboxPage::askReturn);
    auto *snapshots = new Card(tr("Snapshots of the database"));
    auto *body = new QWidget;
    auto *bodyLayout = new QVBoxLayout(body);
    bodyLayout->setContentsMargins(0, 0, 0, 0);
    bodyLayout->setSpacing(grid::unit);
    QWidget *tools = makeSnapshotTools();
    tools->layout()->setContentsMargins(grid::gap, 0, grid::gap, 0); // the table alone reaches the card's edges
    bodyLayout->addWidget(tools);
    bodyLayout->addWidget(m_table, 1);
    snapshots->setBody(body, true);

    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::gap);
    layout->addWidget(m_strip);
    layout->addWidget(m_server);
    layout->addWidget(snapshots, 1);
    return content;
}

QWidget *SandboxPage::makeSnapshotTools()
{
    m_name = new QLineEdit;
    m_name->setObjectName(u"snapshotName"_s);
    m_name->setPlaceholderText(tr("Before the new import"));
    m_name->setMaximumWidth(360);
    auto *label = makeLabel(tr("&Name"));
    label->setBuddy(m_name);
    connect(m_name, &QLineEdit::textChanged, this, &SandboxPage::followActions);
    connect(m_name, &QLineEdit::returnPressed, m_take, &QAction::trigger);
    auto *tools = new QWidget;
    auto *both = new QHBoxLayout(tools);
    both->setContentsMargins(0, 0, 0, 0);
    both->setSpacing(grid::unit);
    auto *toTake = new QHBoxLayout;
    auto *ofChosen = new QHBoxLayout;
    both->addLayout(toTake, 1);
    both->addLayout(ofChosen);
    toTake->addWidget(label);
    toTake->addWidget(m_name, 1);
    const auto addButton = [](QBoxLayout *layout, QAction *action) {
        auto *button = new QPushButton(action->icon(), action->text());
        button->setObjectName(action->objectName() + u"Button"_s);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        const auto follow = [button, action] {
            button->setEnabled(action->isEnabled());
            button->setToolTip(action->toolTip());
        };
        connect(action, &QAction::changed, button, follow);
        follow();
        layout->addWidget(button);
    };
    addButton(toTake, m_take);
    toTake->addStretch(1);
    addButton(ofChosen, m_return);
    addButton(ofChosen, m_delete);
    ofChosen->addStretch(1);
    // A name can be read while it is typed: where there is no room for that the buttons stand below.
    reflow(tools, both, [toTake, ofChosen] {
        constexpr int roomToType = 96; // beyond what a field asks for
        return toTake->sizeHint().width() + ofChosen->sizeHint().width() + roomToType;
    });
    return tools;
}

QList<QAction *> SandboxPage::commands() const
{
    return {m_open, m_stop, m_reset, m_take, m_return, m_delete};
}

void SandboxPage::setShown(bool shown)
{
    const bool comes = shown && !m_shown;
    m_shown = shown;
    if (comes)
        refresh();
}

bool SandboxPage::isConnectedToIt() const
{
    return m_connection.state() != ActiveConnection::State::Closed && m_connection.profile().isSandbox;
}

void SandboxPage::refresh()
{
    if (m_working)
        return;
    m_reading.cancel();
    core::TaskSpec<SandboxFacts> spec;
    spec.title = tr("Look at the sandbox");
    spec.quiet = true;
    spec.run = [this](TaskContext &context) -> Result<SandboxFacts> {
        SandboxFacts facts;
        facts.status = m_sandbox.status();
        facts.address = m_sandbox.parameters().toUri();
        // Listing them would start it.
        if (facts.status.presence == Presence::Running) {
            const auto snapshots = m_sandbox.snapshots(context);
            if (!snapshots)
                return core::fail(snapshots.error());
            facts.snapshots = *snapshots;
        }
        return facts;
    };
    if (!m_known)
        m_pane->showBusy(tr("Looking at the sandbox…"));
    m_reading = m_tasks.start<SandboxFacts>(this, std::move(spec), [this](const Result<SandboxFacts> &result) {
        if (result)
            display(*result);
        else if (result.error().code != core::ErrorCode::Cancelled)
            m_pane->showError(result.error(), [this] { refresh(); });
    });
}

void SandboxPage::display(const SandboxFacts &facts)
{
    m_known = true;
    m_facts = facts;
    m_pane->showContent();
    m_server->display(facts.status, facts.address);
    m_model.setSnapshots(facts.snapshots);
    switch (facts.status.presence) {
    case Presence::Missing: setSentence(tr("There is no sandbox yet; it is made when you first work on it.")); break;
    case Presence::Stopped: setSentence(tr("The sandbox is stopped.")); break;
    case Presence::Running:
        setSentence(facts.snapshots.isEmpty() ? tr("The sandbox runs; it has no snapshots yet.")
                                              : tr("The sandbox runs, with %n snapshot(s).", nullptr,
                                                   static_cast<int>(facts.snapshots.size())));
        break;
    }
    followActions();
}

void SandboxPage::followActions()
{
    const bool running = m_known && !m_working && m_facts.status.presence == Presence::Running;
    const bool there = m_known && !m_working && m_facts.status.presence != Presence::Missing;
    m_open->setEnabled(!m_working && !(running && isConnectedToIt()));
    m_stop->setEnabled(running);
    m_reset->setEnabled(there);
    m_name->setEnabled(running);
    m_take->setEnabled(running && !m_name->text().trimmed().isEmpty());
    m_return->setEnabled(running && m_table->currentRow() >= 0);
    m_delete->setEnabled(m_return->isEnabled());
}

void SandboxPage::start(Job job)
{
    m_working = true;
    m_strip->hide();
    m_reading.cancel();
    followActions();
    core::TaskSpec<Nothing> spec;
    spec.title = job.title;
    spec.subject = tr("Sandbox");
    spec.run = [run = job.run](TaskContext &context) -> Result<Nothing> {
        if (const auto done = run(context); !done)
            return core::fail(done.error());
        return Nothing();
    };
    spec.verdict = [verdict = job.verdict](const Nothing &) { return verdict; };
    m_tasks.start<Nothing>(this, std::move(spec), [this, job](const Result<Nothing> &result) {
        m_working = false;
        if (result) {
            m_strip->setMessage(Meaning::Good, job.verdict);
            if (job.after)
                job.after();
        } else {
            const bool cancelled = result.error().code == core::ErrorCode::Cancelled;
            m_strip->setMessage(cancelled ? Meaning::Notice : Meaning::Critical,
                                phrases::explain(result.error()).oneLine());
        }
        m_strip->show();
        refresh();
    });
}

void SandboxPage::takeSnapshot()
{
    const QString name = m_name->text().trimmed();
    if (m_model.contains(name)) {
        m_strip->setMessage(Meaning::Notice,
                            tr("There is a snapshot named “%1” already. Choose another name.").arg(name));
        m_strip->show();
        m_name->setFocus();
        return;
    }
    start({tr("Take snapshot “%1”").arg(name),
           [this, name](TaskContext &context) -> Result<> {
               const auto taken = m_sandbox.takeSnapshot(context, name, false);
               return taken ? Result<>() : core::fail(taken.error());
           },
           tr("Snapshot “%1” was taken.").arg(name),
           [this] {
               m_name->clear();
               if (isConnectedToIt())
                   m_connection.reopen();
           }});
}

QString SandboxPage::chosenSnapshot() const
{
    const int row = m_table->currentRow();
    return row >= 0 && row < m_model.snapshots().size() ? m_model.snapshots().at(row).name : QString();
}

void SandboxPage::askReturn()
{
    const QString name = chosenSnapshot();
    if (name.isEmpty() || !m_return->isEnabled())
        return;
    Confirmation what;
    what.title = tr("Return to snapshot “%1”").arg(name);
    what.text = tr("The database becomes what it was when the snapshot was taken.");
    what.consequences = {tr("What was changed since then is lost, unless you take a snapshot of it first."),
                         tr("Programs connected to it are disconnected for a moment.")};
    what.database = QLatin1StringView(Sandbox::databaseName);
    what.server = tr("the sandbox");
    what.environment = postgres::Environment::Sandbox;
    what.actionText = tr("Return");
    ConfirmationDialog::ask(this, what, [this, name](const QString &) {
        start({tr("Return to snapshot “%1”").arg(name),
               [this, name](TaskContext &context) { return m_sandbox.returnTo(context, name); },
               tr("The database is as it was in snapshot “%1”.").arg(name),
               [this] {
                   if (isConnectedToIt())
                       m_connection.reopen();
               }});
    });
}

void SandboxPage::askDelete()
{
    const QString name = chosenSnapshot();
    Confirmation what;
    what.title = tr("Delete snapshot “%1”").arg(name);
    what.text = tr("The snapshot is deleted; the database stays as it is.");
    what.consequences = {tr("There is no way back to that state.")};
    what.database = QLatin1StringView(Sandbox::databaseName);
    what.server = tr("the sandbox");
    what.environment = postgres::Environment::Sandbox;
    what.actionText = tr("Delete snapshot");
    ConfirmationDialog::ask(this, what, [this, name](const QString &) {
        start({tr("Delete snapshot “%1”").arg(name),
               [this, name](TaskContext &context) { return m_sandbox.deleteSnapshot(context, name); },
               tr("Snapshot “%1” was deleted.").arg(name)});
    });
}

void SandboxPage::askReset()
{
    Confirmation what;
    what.title = tr("Start the sandbox afresh");
    what.text = tr("Everything in the sandbox is deleted and an empty one is made.");
    what.consequences = {tr("Its databases and all snapshots are lost."),
                         tr("Its password changes; programs that read it from the file go on working.")};
    what.database = QLatin1StringView(Sandbox::databaseName);
    what.server = tr("the sandbox");
    what.environment = postgres::Environment::Sandbox;
    what.actionText = tr("Delete and start afresh");
    ConfirmationDialog::ask(this, what, [this](const QString &) {
        start({tr("Make a fresh sandbox"),
               [this](TaskContext &context) -> Result<> {
                   const auto made = m_sandbox.reset(context, sandbox::Lifetime::WithPrograms);
                   return made ? Result<>() : core::fail(made.error());
               },
               tr("The sandbox is new and empty. Run the migrations, then load development data."),
               [this] {
                   if (isConnectedToIt())
                       m_connection.reopen();
               }});
    });
}

} // namespace civicq::widgets
