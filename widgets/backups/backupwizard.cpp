// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/backupwizard.h"

#include "backups/backupchecks.h"
#include "backups/backupjob.h"
#include "backups/backupkeepstep.h"
#include "backups/backupwherestep.h"
#include "backups/backupwords.h"
#include "backups/protectionstep.h"
#include "backups/showinfolder.h"
#include "backups/tableprogressview.h"
#include "core/units.h"
#include "phrases/explanation.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;
using civicq::backups::BackupJob;
using civicq::backups::BackupJobReport;

namespace civicq::widgets {

namespace {

constexpr std::chrono::milliseconds soon{10'000};

// "4.1 MB to 5.0 MB", or one figure where both would read the same.
QString rangeText(const QString &least, const QString &most)
{
    return least == most ? BackupWizard::tr("About %1").arg(most) : BackupWizard::tr("%1 to %2").arg(least, most);
}

QString sizeText(const backups::BackupEstimate &estimate)
{
    return rangeText(core::formatBytes(estimate.fewestBytes), core::formatBytes(estimate.mostBytes));
}

QString timeText(const backups::BackupEstimate &estimate)
{
    if (estimate.longest < soon)
        return BackupWizard::tr("A few seconds");
    return rangeText(core::formatDuration(estimate.shortest), core::formatDuration(estimate.longest));
}

// What went wrong after the backup itself was good; empty: nothing.
QStringList troubles(const BackupJobReport &report)
{
    QStringList lines;
    if (report.copyError)
        lines.append(BackupWizard::tr("The copy was not made. %1").arg(phrases::explain(*report.copyError).oneLine()));
    if (report.cleanupError)
        lines.append(BackupWizard::tr("Older backups were not removed. %1")
                         .arg(phrases::explain(*report.cleanupError).oneLine()));
    if (report.dailyError)
        lines.append(BackupWizard::tr("The daily backup was not set up. %1")
                         .arg(phrases::explain(*report.dailyError).oneLine()));
    return lines;
}

} // namespace

BackupWizard::BackupWizard(BackupServices services, BackupChecks *checks, QWidget *parent)
    : WizardFrame(u"backupWizard"_s, tr("Back up %1").arg(services.connection.facts().database), services.tasks,
                  parent),
      m_services(services), m_what(new BackupWhatStep(services)), m_where(new BackupWhereStep(services)),
      m_keep(new BackupKeepStep(services, m_where)),
      m_protection(new ProtectionStep(services, [this] { return job().daily.has_value(); })),
      m_tables(new TableProgressView), m_checks(checks), m_show(new QAction(tr("&Show in folder"), this)),
      m_prove(new QAction(tr("&Prove it"), this))
{
    m_prove->setObjectName(u"backupProveIt"_s);
    m_prove->setToolTip(
        tr("Restore it into a scratch database in the sandbox, compare every row, and delete that again"));
    m_prove->setVisible(checks->canProve());
    connect(m_prove, &QAction::triggered, this, &BackupWizard::prove);
    followProof();
    m_show->setObjectName(u"backupShow"_s);
    m_show->setToolTip(tr("Open the folder the backup is in"));
    connect(m_show, &QAction::triggered, this, [this] { showInFolder(m_path); });
    addStep(m_what);
    addStep(m_where);
    addStep(m_keep);
    addStep(m_protection);
    setProgressDetail(m_tables);
    addResultAction(m_prove);
    addResultAction(m_show);
    setPlan([this] { return plan(); });
    setStart([this](const QString &) { return start(); });
}

BackupJob BackupWizard::job() const
{
    BackupJob job;
    job.request.parameters = m_services.connection.readParameters();
    m_what->apply(job.request);
    m_where->apply(job.request);
    job.secondPlace = m_where->secondPlace();
    m_protection->apply(job.request);
    m_keep->apply(job);
    if (job.daily) {
        job.daily->encryptTo = m_protection->fingerprints();
        job.daily->prove = job.daily->prove && job.daily->canBeProven();
    }
    return job;
}

WizardPlan BackupWizard::plan() const
{
    const BackupJob wanted = job();
    WizardPlan plan;
    plan.database = m_services.connection.facts().database;
    plan.server = m_services.connection.profile().parameters.host;
    plan.environment = m_services.connection.facts().environment;
    plan.sentence =
        tr("The database is read and written into one file. Nothing in it changes, and work in it goes on.");
    plan.facts = {
        {tr("Holds"), m_what->sentencePart()},
        {tr("File"), QDir::toNativeSeparators(m_where->path() + (m_protection->isEncrypted() ? u".gpg"_s : QString()))},
        {tr("Format"), m_where->formatText()},
        {tr("Protected"), m_protection->sentencePart()},
        {tr("Copy"), wanted.secondPlace.isEmpty() ? tr("None: this backup is in one place alone")
                                                  : QDir::toNativeSeparators(wanted.secondPlace)},
        {tr("When"), m_keep->whenText()},
        {tr("Kept"), m_keep->keptText()}};
    addEstimate(plan, wanted.request);
    backups::BackupHeader header;
    header.database = plan.database;
    header.part = wanted.request.part;
    header.tables = wanted.request.tables;
    header.made = QDateTime::currentDateTimeUtc();
    header.system = m_what->outlook() ? m_what->outlook()->server.system : QString();
    if (const auto going = m_keep->wouldGo(header).size(); going > 0)
        plan.losses.append(tr("%n older backup(s) will be removed from the folder once this one is whole.", nullptr,
                              static_cast<int>(going)));
    if (const QString warning = m_protection->warning(); !warning.isEmpty())
        plan.losses.append(warning);
    plan.actionText = tr("Back up now");
    return plan;
}

void BackupWizard::addEstimate(WizardPlan &plan, const backups::BackupRequest &request) const
{
    if (!m_what->outlook() || request.part == backups::Part::SchemaOnly)
        return;
    const auto estimate = backups::estimate(*m_what->outlook(), plan.database, request);
    const qint64 tables = backups::tableBytes(*m_what->outlook(), request);
    const QString from = core::formatBytes(tables);
    if (!estimate) {
        plan.facts.append(
            {tr("Size and time"), tr("No estimate yet: this is the first of its kind. The tables hold %1; a backup is "
                                     "usually smaller.")
                                      .arg(from)});
    } else {
        plan.facts.append(
            {tr("Size"), tr("%1, going by %n earlier backup(s); the tables hold %2", nullptr, estimate->backups)
                             .arg(sizeText(*estimate), from)});
        if (estimate->longest.count() > 0)
            plan.facts.append({tr("Time"), timeText(*estimate)});
    }
    const qint64 free = m_keep->freeBytes();
    if (free < 0)
        return;
    plan.facts.append({tr("Free there"), core::formatBytes(free)});
    if (free < (estimate ? estimate->mostBytes : tables))
        plan.losses.append(tr("The disk may be too small for this backup. It is taken whole or not at all."));
}

core::TaskHandle BackupWizard::start()
{
    BackupJob wanted = job();
    wanted.request.board = m_tables->begin();
    core::TaskSpec<BackupJobReport> spec;
    spec.title = tr("Back up %1").arg(m_services.connection.facts().database);
    spec.subject = wanted.request.parameters.describe();
    const backups::Scheduling scheduling{m_services.toolbox.processes, m_services.configFolder, m_services.program,
                                         qEnvironmentVariable("CIVICQ_HOME")};
    spec.run = [wanted, scheduling, toolbox = m_services.toolbox,
                folder = m_services.dataFolder](core::TaskContext &context) {
        return backups::runBackupJob(context, toolbox, wanted, folder, scheduling);
    };
    spec.verdict = [](const BackupJobReport &report) {
        const QString file = QFileInfo(report.backup.path).fileName();
        return report.isWell() ? tr("Backed up into %1: %2, read back to its end.")
                                     .arg(file, core::formatBytes(report.backup.bytes))
                               : tr("Backed up into %1, but not all of the rest went well.").arg(file);
    };
    return m_services.tasks.start<BackupJobReport>(this, std::move(spec), [this](auto report) { finish(report); });
}

void BackupWizard::finish(const core::Result<BackupJobReport> &report)
{
    if (!report) {
        fail(report.error());
        return;
    }
    const backups::BackupReport &backup = report->backup;
    m_path = backup.path;
    m_database = backup.database;
    WizardVerdict &verdict = m_verdict;
    verdict.headline = tr("%1 is backed up and read back to its end.").arg(backup.database);
    verdict.facts = {
        {tr("File"), QDir::toNativeSeparators(backup.path)},
        {tr("Size"), tr("%1 in %2")
                         .arg(core::formatBytes(backup.bytes), core::formatDuration(std::chrono::milliseconds(
                                                                   static_cast<qint64>(backup.seconds * 1000))))},
        {tr("Holds"), tablesAndRows(backup.tables, backup.rows)},
        {tr("Checked"), tr("Every byte was read back from the disk and is as it was written.")},
        {tr("Not checked"), tr("It is not proven yet: no restore of it has been compared with the database.")}};
    if (!report->copy.isEmpty())
        verdict.facts.append(
            {tr("Copy"), tr("%1, read back and compared").arg(QDir::toNativeSeparators(report->copy))});
    if (report->daily)
        verdict.facts.append(
            {tr("Daily"),
             tr("Every day at %1 from now on").arg(QLocale().toString(report->daily->at, QLocale::ShortFormat))});
    if (!report->removed.removed.isEmpty())
        verdict.facts.append(
            {tr("Removed"), tr("%n older backup(s), %1", nullptr, static_cast<int>(report->removed.removed.size()))
                                .arg(core::formatBytes(report->removed.bytesFreed))});
    verdict.facts.append({tr("SHA-256"), QString::fromLatin1(backup.sha256)});
    if (const QStringList wrong = troubles(*report); !wrong.isEmpty()) {
        verdict.meaning = Meaning::Warning;
        verdict.facts.prepend({tr("But"), wrong.join(u'\n')});
    }
    if (report->copy.isEmpty())
        verdict.next = tr("Keep a copy on another computer or disk: a backup beside its database goes down with it.");
    succeed(verdict);
    Q_EMIT backupMade(backup.path, backup.database);
}

void BackupWizard::prove()
{
    m_checks->prove(this, m_path, {job().request.protection.passphrase, {}});
}

void BackupWizard::followProof()
{
    connect(m_checks, &BackupChecks::proofBegun, this, [this](const QString &path) {
        if (path != m_path)
            return;
        m_prove->setEnabled(false);
        showProof(tr("Under way: it is restored in the sandbox and compared. It goes on when this window is closed."));
    });
    connect(m_checks, &BackupChecks::proofEnded, this,
            [this](const QString &path, Meaning meaning, const QString &sentence) {
                if (path != m_path)
                    return;
                m_prove->setEnabled(meaning == Meaning::Warning); // it could not be tried
                m_prove->setVisible(meaning != Meaning::Good);
                if (meaning == Meaning::Critical)
                    m_verdict.meaning = meaning;
                if (meaning == Meaning::Good)
                    m_verdict.headline = tr("%1 is backed up and proven.").arg(m_database);
                else if (meaning == Meaning::Critical)
                    m_verdict.headline = tr("%1 is backed up, but the backup is not proven.").arg(m_database);
                showProof(sentence);
            });
}

// In place of what was not checked.
void BackupWizard::showProof(const QString &sentence)
{
    const QStringList names{tr("Not checked"), tr("Proof")};
    const auto fact =
        std::ranges::find_if(m_verdict.facts, [&names](const auto &f) { return names.contains(f.first); });
    if (fact == m_verdict.facts.end())
        m_verdict.facts.append({tr("Proof"), sentence});
    else
        *fact = {tr("Proof"), sentence};
    amend(m_verdict);
}

} // namespace civicq::widgets
