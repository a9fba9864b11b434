// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/backupspage.h"

#include "backups/backupchecks.h"
#include "backups/backupwizard.h"
#include "backups/checkdelegate.h"
#include "backups/keptcard.h"
#include "backups/rehearsaldialog.h"
#include "backups/restoreundo.h"
#include "backups/restorewizard.h"
#include "backups/schedulecard.h"
#include "backups/scheduledialog.h"
#include "backups/showinfolder.h"
#include "common/card.h"
#include "common/confirmation.h"
#include "common/filteredtable.h"
#include "common/messagestrip.h"
#include "common/statepane.h"
#include "common/themeicons.h"
#include "common/typography.h"
#include "core/units.h"
#include "phrases/explanation.h"

#include <QtCore/QFileInfo>
#include <QtCore/QMimeData>
#include <QtGui/QDragEnterEvent>
#include <QtGui/QDropEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using civicq::backups::BackupEntry;
using civicq::backups::BackupListModel;
using civicq::backups::CheckState;

namespace civicq::widgets {

namespace {

constexpr int leastNameWidth = 280; // in which the name a backup gets by itself is read whole

QString droppedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

QString planProblem(const backups::PlanReport &report)
{
    for (const auto &error : {report.proofError, report.copyError, report.cleanupError}) {
        if (error)
            return phrases::explain(*error).oneLine();
    }
    return BackupsPage::tr("what was restored from it differs (%1)").arg(report.proof->problems.join(u"; "_s));
}

QToolButton *toolButton(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setObjectName(action->objectName() + u"Button"_s);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

PageInfo BackupsPage::describe()
{
    PageInfo info;
    info.id = u"backups"_s;
    info.title = tr("Backups");
    info.iconName = u"archive-insert"_s;
    info.toolTip = tr("Take backups, check them, and restore them");
    info.keywords = {tr("backup"), tr("restore"), tr("dump"), tr("recover"), u"pg_dump"_s};
    return info;
}

BackupsPage::BackupsPage(BackupServices services, QWidget *parent)
    : Page(describe(), parent), m_services(std::move(services)),
      m_list(new FilteredTable(u"backupList"_s, tr("Backups"))), m_strip(new MessageStrip)
{
    setAcceptDrops(true);
    makeActions();
    layOut();
    connect(m_list, &FilteredTable::currentRowChanged, this, &BackupsPage::followSelection);
    connect(m_list, &FilteredTable::rowActivated, this, [this] { m_restore->trigger(); });
    connect(&m_services.connection, &connections::ActiveConnection::changed, this, [this] {
        forgetWhatWasSaid();
        followSelection();
        showSentence();
        refreshSchedule();
        if (m_shown)
            m_kept->refresh();
    });
    forgetWhatWasSaid();
    followSelection();
}

QAction *BackupsPage::makeAction(const QString &name, const QString &text, const QString &iconName,
                                 const QString &toolTip)
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setObjectName(name);
    action->setToolTip(toolTip);
    return action;
}

void BackupsPage::makeActions()
{
    m_backup = makeAction(u"backupNow"_s, tr("&Back up now…"), u"document-save"_s,
                          tr("Take a backup of the connected database"));
    m_restore = makeAction(u"backupRestore"_s, tr("&Restore…"), u"edit-undo"_s,
                           tr("Restore a backup into a new database, or over the connected one"));
    m_verify = makeAction(u"backupVerify"_s, tr("&Verify"), u"document-preview"_s,
                          tr("Read the backup to its end and say whether it is whole"));
    m_checks = new BackupChecks(m_services, this);
    m_prove =
        makeAction(u"backupProve"_s, tr("&Prove"), u"dialog-ok-apply"_s,
                   tr("Restore it into a scratch database in the sandbox, compare every row, and delete that again"));
    connect(m_prove, &QAction::triggered, this, [this] {
        if (current())
            m_checks->prove(window(), current()->path);
    });
    connect(m_verify, &QAction::triggered, this, [this] {
        if (current())
            m_checks->verify(window(), current()->path);
    });
    connect(m_checks, &BackupChecks::said, this, &BackupsPage::say);
    connect(m_checks, &BackupChecks::ended, this, &BackupsPage::refresh);
    m_show = makeAction(u"backupShowInFolder"_s, tr("&Show in folder"), u"folder-open"_s,
                        tr("Open the folder this backup is in"));
    m_delete = makeAction(u"backupDelete"_s, tr("&Delete…"), u"edit-delete"_s, tr("Delete this backup file"));
    m_practise = makeAction(u"backupPractise"_s, tr("&Practise a restore…"), u"games-hint"_s,
                            tr("A backup, a loss, a restore: step by step, in a database made for it"));
    connect(m_practise, &QAction::triggered, this, &BackupsPage::practiceRequested);
    connect(m_backup, &QAction::triggered, this, &BackupsPage::openBackupWizard);
    connect(m_restore, &QAction::triggered, this,
            [this] { openRestoreWizard(current() ? current()->path : QString()); });
    connect(m_show, &QAction::triggered, this, [this] {
        if (current())
            showInFolder(current()->path);
    });
    connect(m_delete, &QAction::triggered, this, &BackupsPage::deleteCurrent);
    m_changeSchedule = makeAction(u"scheduleChange"_s, tr("&Schedule…"), u"chronometer"_s,
                                  tr("When a backup is taken every day, how many are kept, where a copy goes"));
    m_runPlan = makeAction(u"scheduleRun"_s, tr("R&un it now"), u"media-playback-start"_s,
                           tr("Take the daily backup now, with its copy, and remove what is too old"));
    connect(m_changeSchedule, &QAction::triggered, this, &BackupsPage::openSchedule);
    connect(m_runPlan, &QAction::triggered, this, &BackupsPage::runPlan);
    addHeaderAction(m_restore, false);
    addHeaderAction(m_backup, true);
}

void BackupsPage::layOut()
{
    m_list->setModel(&m_model);
    m_list->setSortRole(BackupListModel::SortRole);
    m_list->view()->setItemDelegateForColumn(backups::BackupListModel::Checked, new CheckDelegate(m_list));
    m_list->setStretchColumn(BackupListModel::Name, Qt::ElideMiddle);
    m_list->setExpendable(
        {BackupListModel::Where, BackupListModel::Protected, BackupListModel::Holds, BackupListModel::Database},
        leastNameWidth);
    m_list->sortBy(BackupListModel::Made, Qt::DescendingOrder);
    for (QAction *action : {m_verify, m_prove, m_show, m_delete}) {
        m_list->addToolWidget(toolButton(action));
        m_list->addRowAction(action);
    }
    auto *card = new Card;
    card->setBody(m_list, true);
    m_pane = new StatePane(card);
    m_strip->hide();
    m_schedule = new ScheduleCard(m_changeSchedule, m_runPlan);
    m_schedule->hide();
    connect(m_schedule, &ScheduleCard::rehearsalWanted, this, &BackupsPage::rehearse);
    m_undo = new RestoreUndo(m_services, this);
    connect(m_undo, &RestoreUndo::ended, this,
            [this](const QString &, Meaning meaning, const QString &sentence) { say(meaning, sentence); });
    m_kept = new KeptCard(m_services, *m_undo);
    connect(m_kept, &KeptCard::said, this, &BackupsPage::say);
    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::gap);
    layout->addWidget(m_strip);
    layout->addWidget(m_schedule);
    layout->addWidget(m_kept);
    layout->addWidget(m_pane, 1);
    setBody(body);
}

QList<QAction *> BackupsPage::commands() const
{
    return {m_backup, m_restore, m_verify, m_prove, m_show, m_delete, m_changeSchedule, m_runPlan, m_practise};
}

void BackupsPage::setShown(bool shown)
{
    m_shown = shown;
    if (shown)
        refresh();
    Q_EMIT seen();
}

const BackupEntry *BackupsPage::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_model.rowCount() ? &m_model.at(row) : nullptr;
}

void BackupsPage::followSelection()
{
    const bool chosen = current() != nullptr;
    const bool open = m_services.connection.isOpen();
    m_backup->setEnabled(open);
    m_restore->setEnabled(open);
    for (QAction *action : {m_verify, m_show, m_delete})
        action->setEnabled(chosen);
    m_prove->setEnabled(chosen && m_checks->canProve());
}

void BackupsPage::refresh()
{
    if (m_model.rowCount() == 0)
        m_pane->showBusy(tr("Looking for backups…"));
    core::TaskSpec<QList<BackupEntry>> spec;
    spec.quiet = true;
    spec.run = [folder = m_services.folder(), data = m_services.dataFolder](core::TaskContext &context) {
        return backups::listBackups(context, folder, backups::BackupCatalogue(data));
    };
    m_services.tasks.start<QList<BackupEntry>>(this, std::move(spec),
                                               [this](auto entries) { showEntries(std::move(entries)); });
    refreshSchedule();
    m_kept->refresh();
}

void BackupsPage::say(Meaning meaning, const QString &sentence)
{
    m_strip->setMessage(meaning, sentence);
    m_strip->show();
}

// What was said belongs to the database it was said about; the same one opened anew keeps it.
void BackupsPage::forgetWhatWasSaid()
{
    const QString place = m_services.connection.place();
    if (std::exchange(m_place, place) != place)
        m_strip->hide();
}

void BackupsPage::refreshSchedule()
{
    if (!m_services.connection.isOpen() || m_services.configFolder.isEmpty()) {
        m_schedule->hide();
        return;
    }
    if (!m_shown)
        return;
    core::TaskSpec<ScheduleView> spec;
    spec.quiet = true;
    spec.run = [question = scheduleQuestion(m_services)](core::TaskContext &context) {
        return readSchedule(context, question);
    };
    m_services.tasks.start<ScheduleView>(this, std::move(spec), [this](auto view) { showSchedule(view); });
}

void BackupsPage::showSchedule(const core::Result<ScheduleView> &view)
{
    if (!m_services.connection.isOpen())
        return;
    if (!view) {
        m_strip->setMessage(Meaning::Warning, phrases::explain(view.error()).oneLine());
        m_strip->show();
        return;
    }
    m_plan = view->plan;
    m_schedule->setView(*view, m_services.connection.profile().name);
    m_schedule->show();
}

void BackupsPage::openSchedule()
{
    if (!m_services.connection.isOpen())
        return;
    auto *dialog = new ScheduleDialog(m_services, m_plan, window());
    connect(dialog, &ScheduleDialog::changed, this, &BackupsPage::refreshSchedule);
    dialog->open();
}

void BackupsPage::rehearse(const openpgp::RecoveryKey &key)
{
    auto *dialog = new RehearsalDialog(m_services, key, window());
    connect(dialog, &RehearsalDialog::rehearsed, this, &BackupsPage::refreshSchedule);
    dialog->open();
}

void BackupsPage::runPlan()
{
    if (!m_plan || !m_services.connection.isOpen())
        return;
    const QString name = m_services.connection.profile().name;
    const backups::PlanRun how{m_services.toolbox,
                               {m_services.dataFolder, m_services.folder(), m_services.configFolder},
                               backups::RunBy::App,
                               false,
                               [parameters = m_services.connection.readParameters()] {
                                   return core::Result<postgres::ConnectionParameters>(parameters);
                               },
                               m_services.scratchServer};
    core::TaskSpec<backups::PlanReport> spec;
    spec.title = tr("Daily backup of %1").arg(name);
    spec.subject = m_services.connection.profile().parameters.describe();
    spec.run = [how, plan = *m_plan](core::TaskContext &context) { return backups::runPlan(context, how, plan); };
    spec.verdict = [](const backups::PlanReport &report) {
        return report.isWell() ? tr("Backed up and read back.") : tr("Backed up, but not all of the rest went well.");
    };
    m_runPlan->setEnabled(false);
    m_services.tasks.start<backups::PlanReport>(this, std::move(spec), [this](auto report) { showPlanReport(report); });
}

void BackupsPage::showPlanReport(const core::Result<backups::PlanReport> &report)
{
    m_runPlan->setEnabled(true);
    if (!report)
        m_strip->setMessage(Meaning::Critical, phrases::explain(report.error()).oneLine());
    else if (report->isWell())
        m_strip->setMessage(Meaning::Good,
                            (report->isProven() ? tr("The daily backup is taken and proven: %1, restored "
                                                     "and found equal.")
                                                : tr("The daily backup is taken: %1, read back to its end."))
                                .arg(core::formatBytes(report->backup ? report->backup->bytes : 0)));
    else
        m_strip->setMessage(report->proof && !report->isProven() ? Meaning::Critical : Meaning::Warning,
                            tr("The backup is good, but: %1").arg(planProblem(*report)));
    m_strip->show();
    refresh();
}

void BackupsPage::showEntries(core::Result<QList<BackupEntry>> entries)
{
    // A folder that is not there yet holds no backups: the first one makes it.
    if (!entries && entries.error().code == core::ErrorCode::NotFound)
        entries = QList<BackupEntry>();
    if (!entries) {
        m_pane->showError(entries.error(), [this] { refresh(); });
        return;
    }
    QString chosen = current() ? current()->path : QString();
    m_model.setBackups(std::move(*entries));
    // What has just been taken is what the next step is about.
    if (std::ranges::contains(m_model.backups(), m_taken, &BackupEntry::path))
        chosen = std::exchange(m_taken, QString());
    if (m_model.rowCount() == 0) {
        m_pane->showEmpty(
            {u"archive-insert"_s, tr("No backups yet"),
             tr("A backup is one file that holds the whole database. Take the first one now; a file that is already "
                "there can be restored by dropping it here.")},
            {m_backup, m_restore, m_practise});
    } else {
        hideWhatSaysNothing();
        m_list->sizeToContents();
        m_pane->showContent();
        for (int row = 0; row < m_model.rowCount(); ++row) {
            if (m_model.at(row).path == chosen)
                m_list->setCurrentRow(row);
        }
    }
    followSelection();
    showSentence();
}

// A column in which every line says the same takes the room of the names.
void BackupsPage::hideWhatSaysNothing()
{
    const auto knows = [this](const auto &says) {
        return std::ranges::any_of(m_model.backups(),
                                   [&says](const BackupEntry &entry) { return entry.known && says(*entry.known); });
    };
    m_list->hideColumn(BackupListModel::Protected,
                       !knows([](const backups::KnownBackup &known) { return known.encrypted; }));
    m_list->hideColumn(BackupListModel::Where,
                       !knows([](const backups::KnownBackup &known) { return !known.copies.isEmpty(); }));
}

void BackupsPage::showSentence()
{
    const QString database = m_services.connection.isOpen() ? m_services.connection.facts().database : QString();
    const BackupEntry *newest = nullptr;
    const BackupEntry *proven = nullptr;
    int damaged = 0;
    for (const BackupEntry &entry : m_model.backups()) {
        damaged += checkState(entry) == CheckState::Damaged ? 1 : 0;
        const bool counts = entry.header.isFull() && checkState(entry) != CheckState::Damaged
                            && (database.isEmpty() || entry.header.database == database);
        if (counts && !newest)
            newest = &entry;
        if (counts && !proven && checkState(entry) == CheckState::Proven)
            proven = &entry;
    }
    QString sentence =
        newest               ? database.isEmpty()
                                   ? tr("The newest backup is %1.").arg(backups::BackupListModel::ageText(newest->header.made))
                                   : tr("The newest backup of %1 is %2.")
                           .arg(database, backups::BackupListModel::ageText(newest->header.made))
                      : database.isEmpty() ? tr("There is no backup of a whole database yet.")
                             : tr("There is no backup of all of %1 yet.").arg(database);
    if (newest)
        sentence +=
            u' '
            + (proven == newest ? tr("It is proven.")
               : proven ? tr("The newest proven one is %1.").arg(backups::BackupListModel::ageText(proven->header.made))
                        : tr("None is proven yet."));
    if (damaged > 0)
        sentence += u' ' + tr("%n file(s) cannot be restored.", nullptr, damaged);
    setSentence(sentence);
}

void BackupsPage::openBackupWizard()
{
    if (!m_services.connection.isOpen())
        return;
    auto *wizard = new BackupWizard(m_services, m_checks, window());
    connect(wizard, &BackupWizard::backupMade, this, [this](const QString &path) { m_taken = path; });
    connect(wizard, &WizardFrame::ended, this, [this] { refresh(); });
    wizard->setWindowModality(Qt::WindowModal);
    Q_EMIT wizardOpened(wizard);
    wizard->show();
}

void BackupsPage::openRestoreWizard(const QString &path)
{
    if (!m_services.connection.isOpen())
        return;
    auto *wizard = new RestoreWizard(m_services, m_undo, path, window());
    wizard->setWindowModality(Qt::WindowModal);
    Q_EMIT wizardOpened(wizard);
    wizard->show();
}

void BackupsPage::deleteCurrent()
{
    const BackupEntry *entry = current();
    if (!entry)
        return;
    Confirmation question;
    question.title = tr("Delete a backup");
    question.text = tr("%1 will be deleted from the disk.").arg(QFileInfo(entry->path).fileName());
    question.consequences = {entry->isDamaged()
                                 ? tr("It is damaged: as it is, it cannot be restored.")
                                 : tr("What it holds of %1, as of %2, cannot be restored from it any more.")
                                       .arg(entry->header.database, QLocale().toString(entry->header.made.toLocalTime(),
                                                                                       QLocale::ShortFormat))};
    question.actionText = tr("Delete backup");
    ConfirmationDialog::ask(this, question, [this, path = entry->path](const QString &) { remove(path); });
}

void BackupsPage::remove(const QString &path)
{
    core::TaskSpec<core::Nothing> spec;
    spec.quiet = true;
    spec.run = [path, data = m_services.dataFolder](core::TaskContext &) -> core::Result<core::Nothing> {
        backups::BackupCatalogue catalogue(data);
        const auto removed = backups::removeBackup(path, catalogue);
        return removed ? core::Result<core::Nothing>(core::Nothing()) : core::fail(removed.error());
    };
    m_services.tasks.start<core::Nothing>(this, std::move(spec), [this](auto removed) {
        m_strip->setVisible(!removed);
        if (!removed)
            m_strip->setMessage(Meaning::Warning, phrases::explain(removed.error()).oneLine());
        refresh();
    });
}

void BackupsPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_services.connection.isOpen() && !droppedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void BackupsPage::dropEvent(QDropEvent *event)
{
    const QString file = droppedFile(event->mimeData());
    if (file.isEmpty())
        return;
    event->acceptProposedAction();
    openRestoreWizard(file);
}

} // namespace civicq::widgets
