// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/backupsteps.h"

#include "common/filteredtable.h"
#include "common/statepane.h"
#include "common/themeicons.h"
#include "common/typography.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QTableView>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {
constexpr int indent = 24; // of the text below a choice, so that it stands under the choice's own
constexpr int listHeight = 180;
} // namespace

BackupWhatStep::BackupWhatStep(BackupServices services)
    : WizardStep(u"backupWhat"_s, tr("What"), tr("Choose what goes into the backup.")), m_services(std::move(services)),
      m_tables(backups::TableListModel::Kind::Choosing)
{
    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::half);
    m_everything = addChoice(layout, u"backupEverything"_s, tr("&Everything"),
                             tr("Definitions and all rows: what a restore needs."));
    m_schema = addChoice(layout, u"backupSchema"_s, tr("&Definitions only"),
                         tr("Tables, types, indexes and functions, without a single row."));
    m_chosen = addChoice(layout, u"backupTables"_s, tr("&Chosen tables"),
                         tr("These tables with their rows, and what they need to be loaded by themselves."));
    m_everything->setChecked(true);
    m_list = new FilteredTable(u"backupTableList"_s, tr("Tables"));
    m_list->setModel(&m_tables);
    m_list->setSortRole(backups::TableListModel::SortRole);
    m_list->setStretchColumn(backups::TableListModel::Table);
    m_list->sortBy(backups::TableListModel::Size, Qt::DescendingOrder);
    m_list->setMinimumHeight(listHeight);
    m_pane = new StatePane(m_list);
    m_pane->setVisible(false);
    layout->addWidget(m_pane, 1);
    layout->addStretch(0);
    setBody(body);
    connect(m_chosen, &QRadioButton::toggled, m_pane, &QWidget::setVisible);
    connect(m_chosen, &QRadioButton::toggled, this, &WizardStep::completeChanged);
    connect(&m_tables, &backups::TableListModel::checkedChanged, this, &WizardStep::completeChanged);
}

QRadioButton *BackupWhatStep::addChoice(QBoxLayout *layout, const QString &name, const QString &title,
                                        const QString &text)
{
    auto *choice = new QRadioButton(title);
    choice->setObjectName(name);
    choice->setAccessibleDescription(text);
    QLabel *explanation = makeLabel(text, Type::Text, true);
    explanation->setWordWrap(true);
    explanation->setContentsMargins(indent, 0, 0, grid::unit);
    layout->addWidget(choice);
    layout->addWidget(explanation);
    return choice;
}

void BackupWhatStep::enter()
{
    if (m_read)
        return;
    m_pane->showBusy(tr("Reading the tables…"));
    core::TaskSpec<backups::ServerListing> spec;
    spec.quiet = true;
    spec.run = [parameters = m_services.connection.readParameters()](core::TaskContext &context) {
        return backups::listServer(context, parameters);
    };
    m_services.tasks.start<backups::ServerListing>(this, std::move(spec),
                                                   [this](auto listing) { showTables(listing); });
}

void BackupWhatStep::showTables(const core::Result<backups::ServerListing> &listing)
{
    if (!listing) {
        m_pane->showError(listing.error(), [this] { enter(); });
        return;
    }
    m_read = true;
    m_allBytes = 0;
    for (const backups::TableFacts &table : listing->tables)
        m_allBytes += table.bytes;
    m_tables.setTables(listing->tables);
    m_list->setEmptyText(tr("This database has no tables."));
    m_list->view()->resizeColumnsToContents();
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

qint64 BackupWhatStep::bytes() const
{
    if (m_schema->isChecked())
        return 0;
    return m_chosen->isChecked() ? m_tables.checkedBytes() : m_allBytes;
}

BackupWhereStep::BackupWhereStep(BackupServices services)
    : WizardStep(u"backupWhere"_s, tr("Where"), tr("A folder that is itself backed up, or on another disk, is best.")),
      m_services(std::move(services)), m_folder(new QLineEdit), m_name(new QLineEdit),
      m_packed(new QCheckBox(tr("&Packed with gzip, about a third of the size")))
{
    auto *body = new QWidget;
    auto *form = new QFormLayout(body);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(12);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_folder->setObjectName(u"backupFolder"_s);
    m_folder->setAccessibleName(tr("Folder"));
    m_name->setObjectName(u"backupName"_s);
    m_name->setAccessibleName(tr("File name"));
    m_name->setToolTip(tr("Left as it is, the name says the day and the second"));
    m_packed->setObjectName(u"backupPacked"_s);
    m_packed->setToolTip(tr("gunzip unpacks it on every system"));
    m_packed->setChecked(true);
    auto *choose = new QPushButton(tr("&Browse…"));
    choose->setObjectName(u"backupBrowse"_s);
    choose->setToolTip(tr("Choose the folder"));
    choose->setAutoDefault(false);
    auto *line = new QHBoxLayout;
    line->setSpacing(grid::unit);
    line->addWidget(m_folder, 1);
    line->addWidget(choose);
    auto *folderLabel = new QLabel(tr("&Folder"));
    folderLabel->setBuddy(m_folder);
    form->addRow(folderLabel, line);
    form->addRow(tr("File &name"), m_name);
    form->addRow(QString(), m_packed);
    setBody(body);
    connect(choose, &QPushButton::clicked, this, &BackupWhereStep::browse);
    connect(m_folder, &QLineEdit::textChanged, this, &WizardStep::completeChanged);
    connect(m_name, &QLineEdit::textChanged, this, &WizardStep::completeChanged);
}

void BackupWhereStep::enter()
{
    if (m_folder->text().isEmpty())
        m_folder->setText(QDir::toNativeSeparators(m_services.folder()));
    if (m_name->text().isEmpty()) {
        const QString stamp = QDateTime::currentDateTime().toString(u"yyyyMMdd_HHmmss"_s);
        const QString suggested = u"civicq_backup_"_s + stamp;
        m_name->setText(suggested);
    }
}

void BackupWhereStep::browse()
{
    auto *dialog = new QFileDialog(this, tr("Folder for backups"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &folder) { m_folder->setText(QDir::toNativeSeparators(folder)); });
    dialog->open();
}

bool BackupWhereStep::isComplete() const
{
    return !m_folder->text().trimmed().isEmpty() && !m_name->text().trimmed().isEmpty();
}

QString BackupWhereStep::refusal()
{
    const QString name = m_name->text();
    if (name.contains(u'/') || name.contains(u'\\') || name.startsWith(u'.'))
        return tr("A file name has no / or \\ in it and does not begin with a dot.");
    if (QDir::isRelativePath(QDir::fromNativeSeparators(m_folder->text())))
        return tr("Give the whole path of the folder, or choose it with Browse.");
    if (QFileInfo::exists(path()))
        return tr("There is a file of that name in the folder already; choose another name.");
    return {};
}

QString BackupWhereStep::path() const
{
    return QDir::cleanPath(QDir::fromNativeSeparators(m_folder->text().trimmed())) + u'/' + m_name->text()
           + (m_packed->isChecked() ? u".sql.gz"_s : u".sql"_s);
}

bool BackupWhereStep::isPacked() const
{
    return m_packed->isChecked();
}

void BackupWhereStep::apply(backups::BackupRequest &request) const
{
    request.folder = QDir::cleanPath(QDir::fromNativeSeparators(m_folder->text().trimmed()));
    request.name = m_name->text();
    request.gzip = m_packed->isChecked();
}

} // namespace civicq::widgets
