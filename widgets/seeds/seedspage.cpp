// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seeds/seedspage.h"

#include "common/card.h"
#include "common/confirmation.h"
#include "common/filteredtable.h"
#include "common/messagestrip.h"
#include "common/progresslist.h"
#include "common/reflow.h"
#include "common/statepane.h"
#include "common/themeicons.h"
#include "common/typography.h"
#include "core/units.h"
#include "phrases/explanation.h"
#include "seeds/logincard.h"
#include "seeds/seedchecks.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableView>

using namespace Qt::StringLiterals;
using civicq::connections::ActiveConnection;
using civicq::core::Result;
using civicq::seeds::SeedReport;
using civicq::seeds::SeedSurvey;

namespace civicq::widgets {

namespace {

constexpr int nameColumn = 144;
constexpr int figureColumn = 80;
constexpr int twoColumns = 860; // pixels that plan and logins need beside each other
constexpr int leastPlanHeight = 320;

} // namespace

PageInfo SeedsPage::describe()
{
    PageInfo info;
    info.id = u"seeds"_s;
    info.title = tr("Seed data");
    info.iconName = u"document-import"_s;
    info.toolTip = tr("Fill a development database with three cities");
    info.keywords = tr("development data,test logins,example,fixtures,fill,reset").split(u',');
    return info;
}

SeedsPage::SeedsPage(core::TaskRunner &tasks, ActiveConnection &connection, QWidget *parent)
    : Page(describe(), parent), m_tasks(tasks), m_connection(connection)
{
    makeActions();
    m_pane = new StatePane(makeContent());
    setBody(m_pane);
    if (const auto plan = seeds::developmentPlan())
        m_model.setPlan(*plan);
    connect(&connection, &ActiveConnection::changed, this, [this] {
        m_strip->hide();
        m_survey.reset();
        followActions();
        if (m_shown)
            refresh();
    });
    followActions();
}

void SeedsPage::makeActions()
{
    const auto make = [this](const QString &name, const QString &text, const QString &iconName, auto run) {
        auto *action = new QAction(icon(iconName), text, this);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    m_load = make(u"loadSeeds"_s, tr("Load development data"), u"document-import"_s, [this] { load(false); });
    m_reset = make(u"resetSeeds"_s, tr("Empty and load again…"), u"edit-clear-all"_s, [this] { askReset(); });
    m_read = make(u"readSeeds"_s, tr("Read again"), u"view-refresh"_s, [this] { refresh(); });
    m_read->setToolTip(tr("Look again at what the database holds"));
    m_migrations = make(u"seedsToMigrations"_s, tr("Go to migrations"), u"vcs-branch"_s,
                        [this] { Q_EMIT pageRequested(u"migrations"_s); });
    addHeaderAction(m_read, false);
    addHeaderAction(m_reset, false);
    addHeaderAction(m_load, true);
}

QWidget *SeedsPage::makeContent()
{
    m_strip = new MessageStrip;
    m_strip->setObjectName(u"seedStrip"_s);
    m_strip->hide();
    m_schemaStrip =
        new MessageStrip(Meaning::Warning, tr("The tables of the CivicQ schema are missing, or some of them. "
                                              "Run the migrations first."));
    m_schemaStrip->setObjectName(u"seedSchemaStrip"_s);
    m_schemaStrip->addButton(m_migrations);
    m_schemaStrip->hide();

    auto *table = new FilteredTable(u"seedPlan"_s, tr("Tables to fill"));
    table->setModel(&m_model);
    table->setSortRole(seeds::SeedPlanModel::SortRole);
    table->setStretchColumn(seeds::SeedPlanModel::Contents);
    table->sortBy(seeds::SeedPlanModel::Table);
    table->view()->setColumnWidth(seeds::SeedPlanModel::Table, nameColumn);
    for (const int column : {seeds::SeedPlanModel::ToLoad, seeds::SeedPlanModel::Now})
        table->view()->setColumnWidth(column, figureColumn);
    auto *plan = new Card(tr("What will be made"));
    plan->setBody(table, true);
    m_progress = new ProgressList(m_tasks);
    m_progress->setObjectName(u"seedProgress"_s);
    auto *progress = new Card(tr("Loading"));
    progress->setBody(m_progress);
    m_left = new QStackedWidget;
    m_left->addWidget(plan);
    m_left->addWidget(progress);

    m_checks = new SeedChecks;
    auto *checks = new Card(tr("Before loading"));
    checks->setBody(m_checks);
    auto *right = new QVBoxLayout;
    right->setSpacing(grid::gap);
    right->addWidget(checks);
    right->addWidget(new LoginCard);
    right->addStretch(1);

    auto *columns = new QHBoxLayout;
    columns->setSpacing(grid::gap);
    columns->addWidget(m_left, 5);
    columns->addLayout(right, 3);
    auto *content = new QWidget;
    reflow(
        content, columns, [] { return twoColumns; },
        [this](bool under) { m_left->setMinimumHeight(under ? leastPlanHeight : 0); });
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::gap);
    layout->addWidget(m_strip);
    layout->addWidget(m_schemaStrip);
    layout->addLayout(columns, 1);
    return content;
}

QList<QAction *> SeedsPage::commands() const
{
    return {m_load, m_reset, m_read};
}

void SeedsPage::setShown(bool shown)
{
    const bool comes = shown && !m_shown;
    m_shown = shown;
    if (comes)
        refresh();
}

QString SeedsPage::databaseName() const
{
    return m_connection.isOpen() ? m_connection.facts().database : QString();
}

void SeedsPage::refresh()
{
    if (!m_connection.isOpen() || m_loading)
        return;
    m_reading.cancel();
    core::TaskSpec<SeedSurvey> spec;
    spec.title = tr("Read what the tables hold");
    spec.quiet = true;
    spec.run = [parameters = m_connection.readParameters()](core::TaskContext &context) {
        return seeds::surveyForSeeds(context, parameters);
    };
    if (!m_survey)
        m_pane->showBusy(tr("Reading the tables…"));
    m_reading = m_tasks.start<SeedSurvey>(this, std::move(spec), [this](const Result<SeedSurvey> &result) {
        if (result) {
            display(*result);
        } else if (result.error().code != core::ErrorCode::Cancelled) {
            setSentence(tr("What the database holds could not be read."));
            m_pane->showError(result.error(), [this] { refresh(); });
        }
    });
}

void SeedsPage::display(const SeedSurvey &survey)
{
    m_survey = survey;
    m_model.setSurvey(survey);
    m_checks->setSurvey(survey);
    m_pane->showContent();
    qint64 rows = 0;
    for (const seeds::TableCount &table : survey.present)
        rows += table.rows;
    if (survey.isProduction())
        setSentence(tr("%1 is a production database: development data never goes there.").arg(databaseName()));
    else if (!survey.isMigrated())
        setSentence(tr("%1 does not have the CivicQ schema yet.").arg(databaseName()));
    else if (survey.isEmpty())
        setSentence(tr("%1 is empty and ready: %2 rows will go into its %3 tables.")
                        .arg(databaseName(), core::formatCount(m_model.rowsToLoad()))
                        .arg(m_model.rowCount()));
    else
        setSentence(tr("%1 holds %2 rows already; loading again would empty its tables first.")
                        .arg(databaseName(), core::formatCount(rows)));
    m_schemaStrip->setVisible(!survey.isMigrated() && !survey.isProduction());
    followActions();
}

void SeedsPage::followActions()
{
    const bool ready =
        m_survey && m_connection.isOpen() && !m_loading && m_survey->isMigrated() && !m_survey->isProduction();
    m_load->setEnabled(ready && m_survey->isEmpty());
    m_reset->setEnabled(ready && !m_survey->isEmpty());
    m_read->setEnabled(m_connection.isOpen() && !m_loading);
    if (!m_survey || !m_connection.isOpen())
        m_load->setToolTip({});
    else if (m_survey->isProduction())
        m_load->setToolTip(tr("Never on a production database"));
    else if (!m_survey->isMigrated())
        m_load->setToolTip(tr("The schema must be there first"));
    else if (!m_survey->isEmpty())
        m_load->setToolTip(tr("Only into empty tables; use “Empty and load again”"));
    else
        m_load->setToolTip(tr("Into %1").arg(databaseName()));
    m_reset->setToolTip(tr("Delete what the CivicQ tables hold, then load the development data"));
}

void SeedsPage::askReset()
{
    Confirmation what;
    what.title = tr("Empty and load again");
    what.text = tr("All rows of the %1 CivicQ tables are deleted, then the development data are loaded.")
                    .arg(m_model.rowCount());
    qint64 rows = 0;
    for (const seeds::TableCount &table : m_survey->present)
        rows += table.rows;
    what.consequences = {tr("%1 rows will be lost.").arg(core::formatCount(rows)),
                         tr("Other tables stay as they are.")};
    what.database = databaseName();
    what.server = m_connection.profile().parameters.host;
    what.environment = m_connection.facts().environment;
    what.actionText = tr("Empty and load");
    ConfirmationDialog::ask(this, what, [this](const QString &) { load(true); });
}

void SeedsPage::load(bool reset)
{
    const auto grant = m_connection.grantWrite();
    if (!grant)
        return; // production: the action is not offered there, and the model would refuse
    m_loading = true;
    m_strip->hide();
    followActions();
    core::TaskSpec<SeedReport> spec;
    spec.title = tr("Load development data");
    spec.subject = m_connection.profile().parameters.describe();
    spec.run = [grant = *grant, reset](core::TaskContext &context) {
        return seeds::seedDevelopment(context, grant.parameters(), {.reset = reset});
    };
    spec.verdict = [](const SeedReport &report) {
        return tr("%1 rows in %2 tables, in %3.")
            .arg(core::formatCount(report.rows()), core::formatCount(report.tables.size()),
                 core::formatDuration(std::chrono::milliseconds(report.milliseconds)));
    };
    const core::TaskHandle handle = m_tasks.start<SeedReport>(
        this, std::move(spec), [this](const Result<SeedReport> &result) { finished(result); });
    m_progress->follow(handle.id());
    m_left->setCurrentIndex(1);
}

void SeedsPage::finished(const Result<SeedReport> &result)
{
    m_loading = false;
    m_left->setCurrentIndex(0);
    if (result) {
        m_strip->setMessage(Meaning::Good,
                            tr("%1 rows were loaded into %2 tables of %3 in %4. The test logins are ready to use.")
                                .arg(core::formatCount(result->rows()), core::formatCount(result->tables.size()),
                                     databaseName(),
                                     core::formatDuration(std::chrono::milliseconds(result->milliseconds))));
    } else {
        const phrases::Explanation words = phrases::explain(result.error());
        m_strip->setMessage(result.error().code == core::ErrorCode::Cancelled ? Meaning::Notice : Meaning::Critical,
                            words.oneLine() + u' ' + tr("Nothing was changed in %1.").arg(databaseName()));
    }
    m_strip->show();
    refresh();
    followActions();
}

} // namespace civicq::widgets
