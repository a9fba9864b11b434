// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/backupkeepstep.h"

#include "backups/backupwherestep.h"
#include "backups/retentionfields.h"
#include "common/choicecards.h"
#include "common/typography.h"
#include "phrases/schedulewords.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtCore/QStorageInfo>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QTimeEdit>

using namespace Qt::StringLiterals;
using civicq::backups::BackupPlan;

namespace civicq::widgets {

namespace {
const QTime usualTime(2, 0);

// -1 where the system does not say.
qint64 roomIn(QString folder)
{
    while (!QFileInfo::exists(folder) && !QDir(folder).isRoot())
        folder = QFileInfo(folder).absolutePath(); // the folder may be yet to be made
    const QStorageInfo storage(folder);
    return storage.isValid() ? storage.bytesAvailable() : -1;
}

QString clockText(QTime time)
{
    return QLocale().toString(time, QLocale::ShortFormat);
}
} // namespace

BackupKeepStep::BackupKeepStep(BackupServices services, const BackupWhereStep *where)
    : WizardStep(u"backupKeep"_s, tr("When and how long")), m_services(std::move(services)), m_where(where),
      m_time(new QTimeEdit(usualTime)), m_counts(new RetentionFields), m_when(new ChoiceCards), m_kept(new ChoiceCards)
{
    m_counts->setPolicy(RetentionFields::usualPolicy());
    m_once = m_when->add(u"backupOnce"_s, tr("&Once, now"), tr("Nothing happens by itself afterwards."));
    m_daily = m_when->add(u"backupDaily"_s, tr("Now, and then &every day"),
                          tr("The system starts it with this program closed, and after the computer was asleep."),
                          makeTimeRow());
    m_keepAll = m_kept->add(u"keepAll"_s, tr("&All backups"), tr("Nothing is removed; in time the disk fills up."));
    m_keepSome = m_kept->add(u"keepSome"_s, tr("Only &some"),
                             tr("Older ones of this database are removed from the folder. The newest whole and the "
                                "newest proven one always stay."),
                             m_counts);
    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(makeLabel(tr("When"), Type::Section));
    layout->addWidget(m_when);
    layout->addSpacing(grid::unit);
    layout->addWidget(makeLabel(tr("Kept"), Type::Section));
    layout->addWidget(m_kept);
    layout->addStretch(1);
    setBody(body);
    connect(m_when, &ChoiceCards::changed, this, &BackupKeepStep::followDaily);
    connect(m_kept, &ChoiceCards::changed, this, &WizardStep::completeChanged);
    connect(m_counts, &RetentionFields::changed, this, &WizardStep::completeChanged);
}

QWidget *BackupKeepStep::makeTimeRow()
{
    m_time->setObjectName(u"backupTime"_s);
    m_time->setAccessibleName(tr("Time"));
    m_time->setToolTip(tr("By this computer's clock; a time at which it is usually on is best, though a missed run "
                          "follows by itself"));
    m_time->setDisplayFormat(u"HH:mm"_s);
    auto *label = new QLabel(tr("A&t"));
    label->setBuddy(m_time);
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(grid::unit);
    line->addWidget(label);
    line->addWidget(m_time);
    line->addStretch(1);
    return row;
}

void BackupKeepStep::enter()
{
    m_daily->parentWidget()->setVisible(!m_services.configFolder.isEmpty());
    read();
}

void BackupKeepStep::read()
{
    const connections::Profile &profile = m_services.connection.profile();
    core::TaskSpec<Known> spec;
    spec.quiet = true;
    spec.run = [folder = m_where->folder(), data = m_services.dataFolder, config = m_services.configFolder,
                id = profile.isSandbox ? QUuid() : profile.id](core::TaskContext &context) {
        Known known;
        known.free = roomIn(folder);
        // A folder that is yet to be made holds nothing; a schedule that cannot be read is none here.
        if (auto entries = backups::listBackups(context, folder, backups::BackupCatalogue(data)))
            known.folder = std::move(*entries);
        if (const auto plans = config.isEmpty() ? QList<BackupPlan>()
                                                : backups::PlanStore(config).load().value_or(QList<BackupPlan>());
            !plans.isEmpty()) {
            const auto plan = std::ranges::find(plans, id, &BackupPlan::profile);
            if (plan != plans.end())
                known.plan = *plan;
        }
        return core::Result<Known>(std::move(known));
    };
    m_services.tasks.start<Known>(this, std::move(spec), [this](auto known) {
        if (known)
            fill(*known);
    });
}

void BackupKeepStep::fill(const Known &known)
{
    m_known = known;
    if (m_filled || !known.plan)
        return;
    m_filled = true; // what was typed since stays
    m_time->setTime(known.plan->at);
    m_counts->setPolicy(known.plan->retention);
    m_when->setText(m_once, tr("The daily backup at %1 goes on as it is.").arg(clockText(known.plan->at)));
    m_daily->setText(tr("Now, and change the daily backup to &this"));
}

// What is taken every day must not fill the disk.
void BackupKeepStep::followDaily()
{
    if (m_daily->isChecked() && !m_keepSome->isChecked())
        m_keepSome->click();
    Q_EMIT completeChanged();
}

QString BackupKeepStep::refusal()
{
    const bool asks = m_services.connection.profile().passwordSource == connections::PasswordSource::AskEachTime;
    if (m_daily->isChecked() && asks && (!m_known.plan || m_known.plan->passwordFile.isEmpty()))
        return tr("This connection asks for its password each time, and at night nobody answers. Keep the password in "
                  "the keychain or in PostgreSQL's password file first, or back up once.");
    if (m_keepSome->isChecked() && m_counts->policy().keepsEverything())
        return tr("Say how many backups stay, or keep all.");
    return {};
}

backups::RetentionPolicy BackupKeepStep::policy() const
{
    return m_keepSome->isChecked() ? m_counts->policy() : backups::RetentionPolicy();
}

void BackupKeepStep::apply(backups::BackupJob &job) const
{
    job.retention = policy();
    if (!m_daily->isChecked())
        return;
    const connections::Profile &profile = m_services.connection.profile();
    BackupPlan plan = m_known.plan.value_or(BackupPlan());
    plan.profile = profile.isSandbox ? QUuid() : profile.id;
    plan.connection = profile.name;
    plan.database = m_services.connection.facts().database;
    plan.at = m_time->time();
    plan.request = job.request;
    plan.request.parameters = {};
    plan.request.name.clear();
    plan.request.board.reset();
    plan.retention = job.retention;
    plan.secondPlace = job.secondPlace;
    job.daily = std::move(plan);
}

QString BackupKeepStep::whenText() const
{
    return m_daily->isChecked() ? tr("Now, and then every day at %1").arg(clockText(m_time->time())) : tr("Once, now");
}

QString BackupKeepStep::keptText() const
{
    const backups::RetentionPolicy kept = policy();
    return kept.keepsEverything() ? tr("All backups") : phrases::policyText(kept);
}

QStringList BackupKeepStep::wouldGo(const backups::BackupHeader &header) const
{
    return backups::wouldRemove(m_known.folder, header, policy());
}

} // namespace civicq::widgets
