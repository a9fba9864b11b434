// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/restoresteps.h"

#include "backups/backupwords.h"
#include "backups/checkdelegate.h"
#include "backups/unlockpane.h"
#include "common/card.h"
#include "common/choicecards.h"
#include "common/filteredtable.h"
#include "common/messagestrip.h"
#include "common/statepane.h"
#include "common/typography.h"
#include "core/units.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableView>

#include <algorithm>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {

constexpr int contentsHeight = 200;
constexpr int leastReadableName = 270;  // of a backup, in the list
constexpr int contentsListHeight = 150; // below the facts, and the step is still seen whole
constexpr qsizetype longestName = 63;   // bytes, as the server counts

Card *cardAround(QWidget *table)
{
    auto *card = new Card;
    card->setBody(table, true);
    return card;
}

QVBoxLayout *columnIn(QWidget *body)
{
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    return layout;
}

// "38 indexes, 14 types, 6 views": what there is besides tables, most first.
QString objectsText(const QMap<QString, int> &objects)
{
    const QList<std::pair<QString, std::function<QString(int)>>> kinds{
        {u"index"_s, [](int n) { return RestoreContentsStep::tr("%n index(es)", nullptr, n); }},
        {u"view"_s, [](int n) { return RestoreContentsStep::tr("%n view(s)", nullptr, n); }},
        {u"materialized view"_s, [](int n) { return RestoreContentsStep::tr("%n materialized view(s)", nullptr, n); }},
        {u"function"_s, [](int n) { return RestoreContentsStep::tr("%n function(s)", nullptr, n); }},
        {u"trigger"_s, [](int n) { return RestoreContentsStep::tr("%n trigger(s)", nullptr, n); }},
        {u"sequence"_s, [](int n) { return RestoreContentsStep::tr("%n sequence(s)", nullptr, n); }},
        {u"type"_s, [](int n) { return RestoreContentsStep::tr("%n type(s)", nullptr, n); }},
        {u"extension"_s, [](int n) { return RestoreContentsStep::tr("%n extension(s)", nullptr, n); }},
    };
    QStringList parts;
    int others = 0;
    for (const int count : objects)
        others += count;
    for (const auto &[kind, words] : kinds) {
        const int count = objects.value(kind);
        others -= count;
        if (count > 0)
            parts.append(words(count));
    }
    if (others > 0)
        parts.append(RestoreContentsStep::tr("%n other object(s)", nullptr, others));
    return parts.join(u", "_s);
}

Facts factsOf(const backups::Contents &contents)
{
    Facts facts;
    if (contents.header)
        facts.append({RestoreContentsStep::tr("Database"),
                      RestoreContentsStep::tr("%1, backed up %2 (%3)")
                          .arg(contents.header->database, backups::BackupListModel::agoText(contents.header->made),
                               QLocale().toString(contents.header->made.toLocalTime(), QLocale::ShortFormat))});
    facts.append({RestoreContentsStep::tr("Holds"), tablesAndRows(contents.tables.size(), contents.rows)});
    if (!contents.objects.isEmpty())
        facts.append({RestoreContentsStep::tr("Also holds"), objectsText(contents.objects)});
    if (!contents.serverVersion.isEmpty())
        facts.append(
            {RestoreContentsStep::tr("Made on"), u"PostgreSQL "_s + contents.serverVersion.section(u' ', 0, 0)});
    if (contents.manifest && !contents.manifest->database.migrationRevisions.isEmpty())
        facts.append(
            {RestoreContentsStep::tr("Schema version"), contents.manifest->database.migrationRevisions.join(u", "_s)});
    return facts;
}

} // namespace

RestoreSourceStep::RestoreSourceStep(BackupServices services, const QString &path)
    : WizardStep(u"restoreSource"_s, tr("Which backup"),
                 tr("Choose one from the list, or any file: an archive, SQL, or what pg_dump made.")),
      m_services(std::move(services)), m_list(new FilteredTable(u"restoreList"_s, tr("Backups"))), m_file(new QLineEdit)
{
    m_list->setModel(&m_backups);
    m_list->setSortRole(backups::BackupListModel::SortRole);
    m_list->view()->setItemDelegateForColumn(backups::BackupListModel::Checked, new CheckDelegate(m_list));
    m_list->setStretchColumn(backups::BackupListModel::Name, Qt::ElideMiddle);
    // What tells one from the other; the rest is a choice of columns away.
    for (const int column :
         {backups::BackupListModel::Holds, backups::BackupListModel::Protected, backups::BackupListModel::Where})
        m_list->hideColumn(column);
    m_list->sortBy(backups::BackupListModel::Made, Qt::DescendingOrder);
    m_list->setExpendable({backups::BackupListModel::Database}, leastReadableName);
    m_list->setEmptyText(tr("Looking for backups…"));
    m_list->setMinimumHeight(contentsHeight);
    m_list->view()->setSelectionMode(QAbstractItemView::SingleSelection);
    m_file->setObjectName(u"restoreFile"_s);
    m_file->setAccessibleName(tr("File"));
    m_file->setText(QDir::toNativeSeparators(path));
    auto *label = new QLabel(tr("&File"));
    label->setBuddy(m_file);
    auto *choose = new QPushButton(tr("&Browse…"));
    choose->setObjectName(u"restoreBrowse"_s);
    choose->setToolTip(tr("Choose a backup file"));
    choose->setAutoDefault(false);
    auto *body = new QWidget;
    auto *layout = columnIn(body);
    layout->addWidget(cardAround(m_list), 1);
    auto *line = new QHBoxLayout;
    line->setSpacing(grid::unit);
    line->addWidget(label);
    line->addWidget(m_file, 1);
    line->addWidget(choose);
    layout->addLayout(line);
    setBody(body);
    connect(choose, &QPushButton::clicked, this, &RestoreSourceStep::browse);
    connect(m_list, &FilteredTable::currentRowChanged, this, &RestoreSourceStep::take);
    connect(m_file, &QLineEdit::textChanged, this, &WizardStep::completeChanged);
}

void RestoreSourceStep::enter()
{
    if (m_backups.rowCount() > 0)
        return;
    core::TaskSpec<QList<backups::BackupEntry>> spec;
    spec.quiet = true;
    spec.run = [folder = m_services.folder(), data = m_services.dataFolder](core::TaskContext &context) {
        return backups::listBackups(context, folder, backups::BackupCatalogue(data));
    };
    // A folder that is not there yet is an empty list here: a file can be chosen all the same.
    m_services.tasks.start<QList<backups::BackupEntry>>(this, std::move(spec), [this](auto entries) {
        m_list->setEmptyText(tr("No backups in the folder; choose a file below."));
        if (!entries)
            return;
        m_backups.setBackups(std::move(*entries));
        const auto &all = m_backups.backups();
        m_list->hideColumn(backups::BackupListModel::Database, std::ranges::all_of(all, [&all](const auto &entry) {
                               return entry.header.database == all.first().header.database;
                           }));
        m_list->sizeToContents();
        choose();
    });
}

// The file that was asked for; else the newest whole one of the database that is open, else the newest there is.
void RestoreSourceStep::choose()
{
    const QString database = m_services.connection.facts().database;
    const auto &all = m_backups.backups();
    auto best = m_file->text().isEmpty()
                    ? std::ranges::find_if(all,
                                           [&database](const backups::BackupEntry &entry) {
                                               return entry.header.database == database && entry.header.isFull()
                                                      && checkState(entry) != backups::CheckState::Damaged;
                                           })
                    : std::ranges::find(all, path(), &backups::BackupEntry::path);
    if (best == all.end() && m_file->text().isEmpty())
        best = all.begin();
    if (best != all.end())
        m_list->setCurrentRow(static_cast<int>(best - all.begin()));
}

void RestoreSourceStep::take(int row)
{
    if (row >= 0)
        m_file->setText(QDir::toNativeSeparators(m_backups.at(row).path));
}

void RestoreSourceStep::browse()
{
    auto *dialog =
        new QFileDialog(this, tr("Backup to restore"), m_services.folder(),
                        tr("Backups (*.cqbackup *.sql *.sql.gz *.sql.zst *.dump *.backup *.tar *.gpg);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &file) { m_file->setText(QDir::toNativeSeparators(file)); });
    dialog->open();
}

bool RestoreSourceStep::isComplete() const
{
    return !m_file->text().trimmed().isEmpty();
}

QString RestoreSourceStep::path() const
{
    return QDir::cleanPath(QDir::fromNativeSeparators(m_file->text().trimmed()));
}

QString RestoreSourceStep::refusal()
{
    return QFileInfo::exists(path()) ? QString() : tr("There is no file of that name.");
}

RestoreContentsStep::RestoreContentsStep(BackupServices services, RestoreSourceStep *source)
    : WizardStep(u"restoreContents"_s, tr("What it holds"),
                 tr("The backup is read to its end before anything is touched.")),
      m_services(std::move(services)), m_source(source), m_whole(new MessageStrip), m_facts(new QVBoxLayout),
      m_list(new FilteredTable(u"restoreTables"_s, tr("Tables in the backup")))
{
    m_whole->setObjectName(u"restoreWhole"_s);
    m_facts->setContentsMargins(0, grid::half, 0, grid::half);
    m_list->setModel(&m_tables);
    m_list->setSortRole(backups::TableListModel::SortRole);
    m_list->setStretchColumn(backups::TableListModel::Table);
    m_list->hideColumn(backups::TableListModel::Size);
    m_list->sortBy(backups::TableListModel::Rows, Qt::DescendingOrder);
    m_list->setEmptyText(tr("No tables."));
    m_list->setMinimumHeight(contentsListHeight);
    m_list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // it takes what is left
    auto *content = new QWidget;
    auto *layout = columnIn(content);
    layout->addWidget(m_whole);
    layout->addLayout(m_facts);
    layout->addWidget(cardAround(m_list), 1);
    m_pane = new StatePane(content);
    m_lock = new UnlockPane(m_services);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_pane);
    m_stack->addWidget(m_lock);
    setBody(m_stack);
    connect(m_lock, &UnlockPane::answered, this, [this](const openpgp::Unlock &unlock) {
        m_unlock = unlock;
        read();
    });
}

void RestoreContentsStep::enter()
{
    if (m_path == m_source->path() && m_verified)
        return;
    m_path = m_source->path();
    m_unlock = {};
    read();
}

void RestoreContentsStep::read()
{
    m_reading.cancel();
    m_verified.reset();
    Q_EMIT completeChanged();
    m_stack->setCurrentWidget(m_pane);
    m_pane->showBusy(tr("Reading the backup to its end…"));
    core::TaskSpec<backups::Verification> spec;
    spec.title = tr("Read %1").arg(QFileInfo(m_path).fileName());
    spec.subject = QDir::toNativeSeparators(m_path);
    spec.run = [toolbox = m_services.toolbox, path = m_path, unlock = m_unlock](core::TaskContext &context) {
        return backups::verify(context, toolbox, path, unlock);
    };
    spec.verdict = [](const backups::Verification &verified) {
        return verified.valid() ? tr("Whole.") : tr("Not a whole backup.");
    };
    m_reading =
        m_services.tasks.start<backups::Verification>(this, std::move(spec), [this, path = m_path](auto result) {
            if (path == m_path)
                showResult(result);
        });
}

void RestoreContentsStep::showResult(const core::Result<backups::Verification> &result)
{
    if (!result && UnlockPane::canAnswer(result.error())) {
        m_stack->setCurrentWidget(m_lock);
        m_lock->ask(m_path, result.error());
        return;
    }
    if (!result) {
        m_pane->showError(result.error(), [this] { enter(); });
        return;
    }
    if (!result->valid()) {
        core::Error error = result->problems.first();
        error.arguments = {m_path};
        m_pane->showError(error);
        return;
    }
    m_verified = *result;
    const backups::Contents &contents = m_verified->contents;
    m_whole->setMessage(Meaning::Good, contents.manifest
                                           ? tr("Whole: read to its end, every part matches its checksum.")
                                           : tr("Whole: read to its end, nothing in it is cut off or damaged."));
    delete std::exchange(m_factTable, makeFacts(factsOf(contents)));
    m_facts->addWidget(m_factTable);
    m_tables.setTables(contents.tables);
    m_list->sizeToContents();
    m_pane->showContent();
    Q_EMIT completeChanged();
}

RestoreTargetStep::RestoreTargetStep(BackupServices services, RestoreContentsStep *contents)
    : WizardStep(u"restoreTarget"_s, tr("Into what"),
                 tr("The backup always fills a new database first; nothing else changes until "
                    "that has been checked.")),
      m_services(std::move(services)), m_contents(contents), m_cards(new ChoiceCards), m_name(new QLineEdit)
{
    m_name->setObjectName(u"restoreName"_s);
    m_name->setAccessibleName(tr("Name of the new database"));
    m_name->setToolTip(tr("A name no database of this server has yet"));
    auto *nameRow = new QWidget;
    auto *line = new QHBoxLayout(nameRow);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(grid::unit);
    auto *label = new QLabel(tr("Na&me"));
    label->setBuddy(m_name);
    line->addWidget(label);
    line->addWidget(m_name, 1);
    m_new = m_cards->add(u"restoreNew"_s, tr("A &new database"),
                         tr("Beside what is there: look at it in peace, copy from it, drop it again."), nameRow);
    m_replace = m_cards->add(u"restoreReplace"_s, {}, {});
    auto *body = new QWidget;
    auto *layout = columnIn(body);
    layout->addWidget(m_cards);
    layout->addStretch(1);
    setBody(body);
    connect(m_cards, &ChoiceCards::changed, this, &WizardStep::completeChanged);
    connect(m_name, &QLineEdit::textChanged, this, &WizardStep::completeChanged);
}

void RestoreTargetStep::enter()
{
    const QString current = m_services.connection.facts().database;
    m_replace->setText(tr("&Replace %1").arg(QString(current).replace(u'&', u"&&"_s)));
    describePresent();
    if (m_name->text().isEmpty()) {
        const auto &header = m_contents->contents().header;
        const QString ending = u"_restored_"_s + QDate::currentDate().toString(u"yyyyMMdd"_s);
        QString base = header ? header->database : current;
        while ((base + ending).toUtf8().size() > longestName)
            base.chop(1);
        m_name->setText(base + ending);
    }
    core::TaskSpec<backups::ServerListing> spec;
    spec.quiet = true;
    spec.run = [parameters = m_services.connection.readParameters()](core::TaskContext &context) {
        return backups::listServer(context, parameters);
    };
    // Without the list the restore itself refuses a name that is taken.
    m_services.tasks.start<backups::ServerListing>(this, std::move(spec), [this](auto listing) {
        if (listing) {
            m_server = std::move(*listing);
            describePresent();
        }
    });
}

void RestoreTargetStep::describePresent()
{
    const QString database = m_services.connection.facts().database;
    QStringList sentences;
    if (m_server)
        sentences.append(tr("%1 has %2 in %n table(s).", nullptr, static_cast<int>(m_server->tables.size()))
                             .arg(database, core::formatBytes(m_server->bytes)));
    sentences.append(tr("It is kept under another name until you delete it. Everybody working in it is disconnected."));
    m_cards->setText(m_replace, sentences.join(u' '));
}

bool RestoreTargetStep::isComplete() const
{
    return m_replace->isChecked() || !m_name->text().trimmed().isEmpty();
}

QString RestoreTargetStep::refusal()
{
    if (m_replace->isChecked())
        return {};
    if (m_server && m_server->databases.contains(database()))
        return tr("This server has a database named %1 already; choose another name.").arg(database());
    if (database().toUtf8().size() > longestName)
        return tr("That name is too long: PostgreSQL takes 63 bytes.");
    return {};
}

bool RestoreTargetStep::replaces() const
{
    return m_replace->isChecked();
}

QString RestoreTargetStep::database() const
{
    return m_replace->isChecked() ? m_services.connection.facts().database : m_name->text().trimmed();
}

} // namespace civicq::widgets
