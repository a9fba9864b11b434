// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/scheduledialog.h"

#include "backups/retentionfields.h"
#include "common/messagestrip.h"
#include "common/typography.h"
#include "phrases/explanation.h"

#include <QtCore/QDir>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTimeEdit>

using namespace Qt::StringLiterals;
using civicq::backups::BackupPlan;
using civicq::connections::PasswordSource;

namespace civicq::widgets {

namespace {

QPushButton *addButton(QDialogButtonBox *box, const QString &name, const QString &text,
                       QDialogButtonBox::ButtonRole role)
{
    QPushButton *button = box->addButton(text, role);
    button->setObjectName(name);
    button->setAccessibleName(text);
    return button;
}

} // namespace

ScheduleDialog::ScheduleDialog(BackupServices services, std::optional<BackupPlan> plan, QWidget *parent)
    : QDialog(parent), m_services(std::move(services)), m_plan(std::move(plan)), m_time(new QTimeEdit),
      m_counts(new RetentionFields), m_secondPlace(new QLineEdit), m_prove(new QCheckBox(tr("Pro&ve each backup"))),
      m_strip(new MessageStrip)
{
    setObjectName(u"scheduleDialog"_s);
    setWindowTitle(tr("Daily backup"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(600);
    layOut();
    fill();
    judge();
    m_time->setFocus();
}

void ScheduleDialog::layOut()
{
    m_time->setObjectName(u"scheduleTime"_s);
    m_time->setAccessibleName(tr("Time"));
    m_time->setToolTip(tr("By this computer's clock; a time at which it is usually on is best, though a missed run "
                          "follows by itself"));
    m_time->setDisplayFormat(u"HH:mm"_s);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(12);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    auto *timeRow = new QHBoxLayout;
    timeRow->addWidget(m_time);
    timeRow->addStretch(1);
    auto *timeLabel = new QLabel(tr("&Every day at"));
    timeLabel->setBuddy(m_time);
    form->addRow(timeLabel, timeRow);
    form->addRow(tr("Keep"), m_counts);
    connect(m_counts, &RetentionFields::changed, this, &ScheduleDialog::judge);
    auto *placeLabel = new QLabel(tr("Second &place"));
    placeLabel->setBuddy(m_secondPlace);
    form->addRow(placeLabel, makeSecondPlace());
    m_prove->setObjectName(u"scheduleProve"_s);
    m_prove->setToolTip(
        tr("Each is restored into a scratch database in the sandbox of this computer, compared row by row, "
           "and the scratch database is deleted again"));
    connect(m_prove, &QCheckBox::toggled, this, &ScheduleDialog::judge);
    form->addRow(QString(), m_prove);

    auto *buttons = new QDialogButtonBox;
    m_save = addButton(buttons, u"scheduleSave"_s, m_plan ? tr("&Save") : tr("&Back up every day"),
                       QDialogButtonBox::AcceptRole);
    m_save->setDefault(true);
    m_save->setProperty("primary", true);
    addButton(buttons, u"scheduleCancel"_s, tr("Cancel"), QDialogButtonBox::RejectRole);
    m_remove = addButton(buttons, u"scheduleRemove"_s, tr("&Remove schedule"), QDialogButtonBox::DestructiveRole);
    m_remove->setToolTip(tr("No daily backup any more; the backups there are stay"));
    m_remove->setVisible(m_plan.has_value());
    connect(m_save, &QPushButton::clicked, this, &ScheduleDialog::save);
    connect(m_remove, &QPushButton::clicked, this, &ScheduleDialog::remove);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::margin, grid::margin, grid::margin, grid::gap);
    layout->setSpacing(grid::gap);
    auto *lead = makeLabel(tr("The system starts the backup of %1 with this program closed, and after the computer was "
                              "asleep or off.")
                               .arg(m_services.connection.profile().name),
                           Type::Text, true);
    lead->setWordWrap(true);
    layout->addWidget(lead);
    layout->addLayout(form);
    layout->addWidget(m_strip);
    layout->addStretch(1);
    layout->addWidget(buttons);
}

QWidget *ScheduleDialog::makeSecondPlace()
{
    m_secondPlace->setObjectName(u"secondPlace"_s);
    m_secondPlace->setAccessibleName(tr("Second place"));
    m_secondPlace->setToolTip(tr("Each backup is copied there, read back and compared"));
    m_secondPlace->setPlaceholderText(tr("A folder on another disk or a share"));
    connect(m_secondPlace, &QLineEdit::textChanged, this, &ScheduleDialog::judge);
    auto *choose = new QPushButton(tr("&Browse…"));
    choose->setObjectName(u"secondPlaceBrowse"_s);
    choose->setToolTip(tr("Choose the folder"));
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &ScheduleDialog::browse);
    auto *place = new QWidget;
    auto *row = new QHBoxLayout(place);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid::unit);
    row->addWidget(m_secondPlace, 1);
    row->addWidget(choose);
    return place;
}

void ScheduleDialog::fill()
{
    m_time->setTime(m_plan ? m_plan->at : QTime(2, 0));
    m_counts->setPolicy(m_plan ? m_plan->retention : RetentionFields::usualPolicy());
    if (m_plan)
        m_secondPlace->setText(QDir::toNativeSeparators(m_plan->secondPlace));
    const bool provable = !m_plan || m_plan->canBeProven();
    m_prove->setEnabled(provable);
    m_prove->setChecked(provable && m_plan && m_plan->prove);
    if (!provable)
        m_prove->setToolTip(tr("It is encrypted for keys alone, and nobody is there at night to open it: prove it from "
                               "the list"));
}

BackupPlan ScheduleDialog::plan() const
{
    BackupPlan plan;
    plan.request.format = backups::BackupFormat::Archive;
    plan.request.level = 1; // of zstd: the network is slower than the packing
    plan = m_plan.value_or(plan);
    const connections::Profile &profile = m_services.connection.profile();
    plan.profile = profile.isSandbox ? QUuid() : profile.id;
    plan.connection = profile.name;
    plan.database = m_services.connection.facts().database;
    plan.at = m_time->time();
    plan.retention = m_counts->policy();
    plan.prove = m_prove->isChecked();
    const QString place = m_secondPlace->text().trimmed();
    plan.secondPlace = place.isEmpty() ? QString() : QDir::cleanPath(QDir::fromNativeSeparators(place));
    return plan;
}

// What should be known before it is saved; the gravest first.
void ScheduleDialog::judge()
{
    const BackupPlan wanted = plan();
    const PasswordSource source = m_services.connection.profile().passwordSource;
    const bool asks = source == PasswordSource::AskEachTime && wanted.passwordFile.isEmpty();
    m_save->setEnabled(!asks);
    if (asks)
        m_strip->setMessage(Meaning::Warning,
                            tr("This connection asks for its password each time, and at night nobody answers. Keep the "
                               "password in the keychain or in PostgreSQL's password file first."));
    else if (!wanted.secondPlace.isEmpty() && QDir::isRelativePath(wanted.secondPlace))
        m_strip->setMessage(Meaning::Warning, tr("Give the whole path of the folder, or choose it with Browse."));
    else if (wanted.secondPlace.isEmpty())
        m_strip->setMessage(Meaning::Notice, tr("Without a second place a broken disk takes the backups with it."));
    else if (wanted.retention.keepsEverything())
        m_strip->setMessage(Meaning::Notice, tr("Nothing is ever removed: the disk fills up in time."));
    else if (source == PasswordSource::Keychain && wanted.passwordFile.isEmpty())
        m_strip->setMessage(Meaning::Notice,
                            tr("The password is in the keychain, which may be closed while nobody is logged in. "
                               "PostgreSQL's password file is always there."));
    else
        m_strip->setMessage(Meaning::Good, tr("The newest whole and the newest proven backup always stay."));
}

void ScheduleDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Second place"), m_secondPlace->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &folder) { m_secondPlace->setText(QDir::toNativeSeparators(folder)); });
    dialog->open();
}

void ScheduleDialog::setBusy(bool busy)
{
    m_save->setEnabled(!busy);
    m_remove->setEnabled(!busy);
    if (busy)
        m_strip->setMessage(Meaning::Neutral, tr("Telling the system's scheduler…"));
}

void ScheduleDialog::save()
{
    setBusy(true);
    core::TaskSpec<core::Nothing> spec;
    spec.quiet = true;
    spec.run = [question = scheduleQuestion(m_services), wanted = plan()](core::TaskContext &context) {
        const auto saved = backups::schedulePlan(context, question.scheduling, wanted);
        return saved ? core::Result<core::Nothing>(core::Nothing()) : core::fail(saved.error());
    };
    m_services.tasks.start<core::Nothing>(this, std::move(spec), [this](auto done) { finish(done); });
}

void ScheduleDialog::remove()
{
    setBusy(true);
    core::TaskSpec<core::Nothing> spec;
    spec.quiet = true;
    spec.run = [question = scheduleQuestion(m_services), old = *m_plan](core::TaskContext &context) {
        const auto gone = backups::unschedulePlan(context, question.scheduling, old);
        return gone ? core::Result<core::Nothing>(core::Nothing()) : core::fail(gone.error());
    };
    m_services.tasks.start<core::Nothing>(this, std::move(spec), [this](auto done) { finish(done); });
}

void ScheduleDialog::finish(const core::Result<core::Nothing> &done)
{
    setBusy(false);
    if (!done) {
        m_strip->setMessage(Meaning::Critical, phrases::explain(done.error()).oneLine());
        return;
    }
    Q_EMIT changed();
    accept();
}

} // namespace civicq::widgets
