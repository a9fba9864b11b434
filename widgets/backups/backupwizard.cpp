// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/backupwizard.h"

#include "backups/planrun.h"
#include "backups/showinfolder.h"
#include "core/units.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QStorageInfo>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {

constexpr QSize wizardSize(800, 640); // so that the list of tables stands without scrolling the step

// Of pg_dump with gzip on the measured set: 873 MB in the server became 260 MB at 27 MB/s. An estimate, and called one.
constexpr double packedShare = 0.3;
constexpr double plainShare = 0.85;
constexpr double packedBytesPerSecond = 27.0 * 1024 * 1024;
constexpr double plainBytesPerSecond = 150.0 * 1024 * 1024;

QStorageInfo storageFor(const QString &path)
{
    QString folder = QFileInfo(path).absolutePath();
    while (!QFileInfo::exists(folder) && !QDir(folder).isRoot())
        folder = QFileInfo(folder).absolutePath(); // the folder may be yet to be made
    return QStorageInfo(folder);
}

} // namespace

BackupWizard::BackupWizard(BackupServices services, QWidget *parent)
    : WizardFrame(u"backupWizard"_s, tr("Back up %1").arg(services.connection.facts().database), services.tasks,
                  parent),
      m_services(services), m_what(new BackupWhatStep(services)), m_where(new BackupWhereStep(services)),
      m_show(new QAction(tr("&Show in folder"), this))
{
    m_show->setObjectName(u"backupShow"_s);
    m_show->setToolTip(tr("Open the folder the backup is in"));
    connect(m_show, &QAction::triggered, this, [this] { showInFolder(m_path); });
    resize(wizardSize);
    addStep(m_what);
    addStep(m_where);
    addResultAction(m_show);
    setPlan([this] { return plan(); });
    setStart([this](const QString &) { return start(); });
}

WizardPlan BackupWizard::plan() const
{
    const QString path = m_where->path();
    WizardPlan plan;
    plan.database = m_services.connection.facts().database;
    plan.server = m_services.connection.profile().parameters.host;
    plan.environment = m_services.connection.facts().environment;
    plan.sentence =
        tr("The database is read and written into one file. Nothing in it changes, and work in it goes on.");
    plan.facts.append({tr("Holds"), m_what->sentencePart()});
    plan.facts.append({tr("File"), QDir::toNativeSeparators(path)});
    const auto bytes = static_cast<double>(m_what->bytes());
    if (bytes > 0) {
        const bool packed = m_where->isPacked();
        const auto size = static_cast<qint64>(bytes * (packed ? packedShare : plainShare));
        const auto time = static_cast<qint64>(1000 * bytes / (packed ? packedBytesPerSecond : plainBytesPerSecond));
        plan.facts.append(
            {tr("Size"),
             tr("About %1, from %2 of tables").arg(core::formatBytes(size), core::formatBytes(m_what->bytes()))});
        plan.facts.append(
            {tr("Time"), time < 10'000 ? tr("A few seconds")
                                       : tr("About %1").arg(core::formatDuration(std::chrono::milliseconds(time)))});
        const QStorageInfo storage = storageFor(path);
        if (storage.isValid())
            plan.facts.append({tr("Free there"), core::formatBytes(storage.bytesAvailable())});
        if (storage.isValid() && storage.bytesAvailable() < size)
            plan.losses.append(tr("The disk may be too small for this backup."));
    }
    plan.actionText = tr("Back up now");
    return plan;
}

core::TaskHandle BackupWizard::start()
{
    backups::BackupRequest request;
    request.parameters = m_services.connection.readParameters();
    m_what->apply(request);
    m_where->apply(request);
    core::TaskSpec<backups::BackupReport> spec;
    spec.title = tr("Back up %1").arg(m_services.connection.facts().database);
    spec.subject = request.parameters.describe();
    spec.run = [request, toolbox = m_services.toolbox, folder = m_services.dataFolder](core::TaskContext &context) {
        return backups::backupLogged(context, toolbox, request, folder, backups::RunBy::App);
    };
    spec.verdict = [](const backups::BackupReport &report) {
        return tr("Backed up into %1: %2, read back to its end.")
            .arg(QFileInfo(report.path).fileName(), core::formatBytes(report.bytes));
    };
    return m_services.tasks.start<backups::BackupReport>(this, std::move(spec),
                                                         [this](auto report) { finish(report); });
}

void BackupWizard::finish(const core::Result<backups::BackupReport> &report)
{
    if (!report) {
        fail(report.error());
        return;
    }
    m_path = report->path;
    WizardVerdict verdict;
    verdict.headline = tr("%1 is backed up.").arg(report->database);
    verdict.facts = {
        {tr("File"), QDir::toNativeSeparators(report->path)},
        {tr("Size"), core::formatBytes(report->bytes)},
        {tr("Holds"),
         tr("Tables: %1; rows: %2").arg(core::formatCount(report->tables), core::formatCount(report->rows))},
        {tr("Time"), core::formatDuration(std::chrono::milliseconds(static_cast<qint64>(report->seconds * 1000)))},
        {tr("Checked"), tr("Read back from the disk to its end")},
        {tr("SHA-256"), QString::fromLatin1(report->sha256)}};
    verdict.next = tr("Keep a copy on another computer or disk: a backup beside its database goes down with it.");
    succeed(verdict);
    Q_EMIT backupMade(report->path);
}

} // namespace civicq::widgets
