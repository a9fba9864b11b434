// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/backupsteps.h"

#include "common/choicecards.h"
#include "common/filteredtable.h"
#include "common/statepane.h"
#include "common/typography.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QTableView>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {
constexpr int listHeight = 200;
} // namespace

BackupWhatStep::BackupWhatStep(BackupServices services)
    : WizardStep(u"backupWhat"_s, tr("What"), tr("Choose what goes into the backup.")), m_services(std::move(services)),
      m_tables(backups::TableListModel::Kind::Choosing)
{
    auto *cards = new ChoiceCards;
    cards->add(u"backupEverything"_s, tr("&Everything"), tr("Definitions and all rows: what a restore needs."));
    m_schema = cards->add(u"backupSchema"_s, tr("&Definitions only"),
                          tr("Tables, types, indexes and functions, without a single row."));
    m_chosen =
        cards->add(u"backupTables"_s, tr("&Chosen tables"),
                   tr("These tables with their rows, and what they need to be loaded by themselves."), makeList());
    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(cards, 1);
    setBody(body);
    connect(cards, &ChoiceCards::changed, this, &WizardStep::completeChanged);
    connect(&m_tables, &backups::TableListModel::checkedChanged, this, &WizardStep::completeChanged);
}

QWidget *BackupWhatStep::makeList()
{
    m_list = new FilteredTable(u"backupTableList"_s, tr("Tables"));
    m_list->setModel(&m_tables);
    m_list->setSortRole(backups::TableListModel::SortRole);
    m_list->setStretchColumn(backups::TableListModel::Table);
    m_list->sortBy(backups::TableListModel::Size, Qt::DescendingOrder);
    m_list->setMinimumHeight(listHeight);
    m_pane = new StatePane(m_list);
    m_pane->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    return m_pane;
}

void BackupWhatStep::enter()
{
    if (m_outlook)
        return;
    m_pane->showBusy(tr("Reading the tables…"));
    core::TaskSpec<backups::BackupOutlook> spec;
    spec.quiet = true;
    spec.run = [parameters = m_services.connection.readParameters(), data = m_services.dataFolder](
                   core::TaskContext &context) { return backups::readOutlook(context, parameters, data); };
    m_services.tasks.start<backups::BackupOutlook>(this, std::move(spec),
                                                   [this](auto outlook) { showTables(std::move(outlook)); });
}

void BackupWhatStep::showTables(core::Result<backups::BackupOutlook> outlook)
{
    if (!outlook) {
        m_pane->showError(outlook.error(), [this] { enter(); });
        return;
    }
    m_outlook = std::move(*outlook);
    m_tables.setTables(m_outlook->server.tables);
    m_list->setEmptyText(tr("This database has no tables."));
    m_list->sizeToContents();
    m_pane->showContent();
    Q_EMIT completeChanged();
}

bool BackupWhatStep::isComplete() const
{
    return !m_chosen->isChecked() || !m_tables.checkedTables().isEmpty();
}

void BackupWhatStep::apply(backups::BackupRequest &request) const
{
    request.part = m_schema->isChecked() ? backups::Part::SchemaOnly : backups::Part::Everything;
    request.tables = m_chosen->isChecked() ? m_tables.checkedTables() : QStringList();
}

QString BackupWhatStep::sentencePart() const
{
    if (m_chosen->isChecked())
        return tr("%n table(s)", nullptr, static_cast<int>(m_tables.checkedTables().size()));
    return m_schema->isChecked() ? tr("Definitions, no rows") : tr("Everything");
}

} // namespace civicq::widgets
