// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/walkthrough.h"

#include "backups/backupspage.h"
#include "backups/backupwizard.h"
#include "backups/restorewizard.h"
#include "common/coachstrip.h"
#include "common/spotlight.h"
#include "core/units.h"
#include "phrases/explanation.h"

#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QLineEdit>

#include <utility>

using namespace Qt::StringLiterals;
using civicq::backups::PracticeWalk;
using Step = civicq::backups::PracticeWalk::Step;

namespace civicq::widgets {

namespace {

// Always the same, so that the window knows it again.
const QUuid practiceId(u"{3b0a6f1e-52a9-4b68-9a0d-2f7c64d0c9b5}"_s);

// The first of these names that is in view.
QWidget *visibleOne(const QWidget *in, const QStringList &names)
{
    for (const QString &name : names) {
        for (QWidget *widget : in->findChildren<QWidget *>(name)) {
            if (widget->isVisible() && widget->isEnabled())
                return widget;
        }
    }
    return nullptr;
}

} // namespace

Walkthrough::Walkthrough(WalkthroughParts parts, QObject *parent)
    : QObject(parent), m_parts(std::move(parts)), m_strip(new CoachStrip)
{
    m_strip->hide();
    m_parts.place(m_strip);
    connect(m_strip, &CoachStrip::leaveRequested, this, &Walkthrough::leave);
    // In the next turn: only then the page, which may hear of it later, has enabled what the ring is to point at.
    connect(&m_parts.connection, &connections::ActiveConnection::changed, this, &Walkthrough::refresh,
            Qt::QueuedConnection);
    connect(&m_parts.connection, &connections::ActiveConnection::changed, this, &Walkthrough::clearLeft);
}

Walkthrough::~Walkthrough()
{
    delete m_spotlight;
}

void Walkthrough::clearLeft()
{
    if (m_cleared || m_walk || !m_parts.connection.isOpen() || !m_parts.connection.profile().isSandbox)
        return;
    const auto grant = m_parts.connection.grantWrite();
    if (!grant)
        return;
    m_cleared = true;
    core::TaskSpec<int> spec;
    spec.quiet = true; // nobody waits for it, and where it fails the next practice says why
    spec.run = [held = *grant](core::TaskContext &context) {
        return backups::clearLeftPractice(context, held.parameters());
    };
    m_clearing = m_parts.tasks.start<int>(this, std::move(spec), [this](const core::Result<int> &) {
        m_clearing = {};
        if (std::exchange(m_startWhenCleared, false))
            start();
    });
}

void Walkthrough::start()
{
    // What is being cleared away has the name of what would be made.
    if (m_clearing.isRunning()) {
        m_startWhenCleared = true;
        return;
    }
    if (m_walk) {
        if (m_walk->isPrepared() && !isOnPractice())
            openPractice();
        m_parts.showBackups();
        refresh();
        return;
    }
    m_before.reset();
    if (m_parts.connection.state() != connections::ActiveConnection::State::Closed)
        m_before = m_parts.connection.profile();
    m_walk = std::make_unique<PracticeWalk>(m_parts.tasks, m_parts.toolbox, m_parts.dataFolder);
    connect(m_walk.get(), &PracticeWalk::changed, this, &Walkthrough::refresh);
    connect(m_walk.get(), &PracticeWalk::prepared, this, &Walkthrough::openPractice);
    m_strip->show();
    refresh();
    m_parts.startSandbox(m_walk.get(), [this](const core::Result<postgres::ConnectionParameters> &sandbox) {
        if (sandbox)
            m_walk->begin(*sandbox);
        else
            m_walk->fail(sandbox.error());
    });
}

void Walkthrough::openPractice()
{
    connections::Profile profile;
    profile.id = practiceId;
    profile.name = tr("Practice");
    profile.parameters = m_walk->practice().parameters;
    profile.passwordSource = connections::PasswordSource::Libpq;
    m_parts.connection.open(profile, profile.parameters.password);
    m_parts.showBackups();
    refresh();
}

void Walkthrough::leave()
{
    if (!m_walk)
        return;
    delete m_spotlight;
    if (m_wizard) {
        m_wizard->disconnect(this);
        m_wizard->hide();
        m_wizard->deleteLater(); // with its task; not at once, for the click may come from within
        m_wizard.clear();
    }
    m_strip->hide();
    const std::unique_ptr<PracticeWalk> walk = std::move(m_walk);
    if (m_parts.connection.profile().id == practiceId)
        m_before ? m_parts.open(*m_before) : m_parts.connection.close();
    walk->end([page = m_page] {
        if (page)
            page->refresh();
    });
}

void Walkthrough::setPage(BackupsPage *page)
{
    m_page = page;
    connect(page, &BackupsPage::wizardOpened, this, &Walkthrough::coach);
    connect(page, &BackupsPage::seen, this, &Walkthrough::refresh);
    connect(page, &BackupsPage::practiceRequested, this, &Walkthrough::start);
    refresh();
}

void Walkthrough::coach(WizardFrame *wizard)
{
    if (!m_walk)
        return;
    m_wizard = wizard;
    m_wizardStrip = new CoachStrip;
    wizard->setCoach(m_wizardStrip);
    connect(m_wizardStrip, &CoachStrip::leaveRequested, this, &Walkthrough::leave);
    if (auto *backup = qobject_cast<BackupWizard *>(wizard))
        connect(backup, &BackupWizard::backupMade, m_walk.get(), &PracticeWalk::backupMade);
    if (auto *restore = qobject_cast<RestoreWizard *>(wizard))
        connect(restore, &RestoreWizard::restored, m_walk.get(), &PracticeWalk::restored);
    connect(wizard, &WizardFrame::pageChanged, this, &Walkthrough::refresh, Qt::QueuedConnection);
    connect(wizard, &QObject::destroyed, this, &Walkthrough::refresh, Qt::QueuedConnection);
    refresh();
}

bool Walkthrough::isOnPractice() const
{
    return m_parts.connection.profile().id == practiceId
           && m_parts.connection.state() != connections::ActiveConnection::State::Closed;
}

QString Walkthrough::rowsText(qint64 rows) const
{
    const QString table = m_walk->practice().table.name;
    return rows == 0 ? tr("%1 is empty").arg(table) : tr("%1 has %2 rows").arg(table, core::formatCount(rows));
}

void Walkthrough::refresh()
{
    if (!m_walk)
        return;
    Advice advice = windowAdvice();
    showStrip(advice);
    showAction();
    if (m_wizard && m_wizardStrip) {
        advice = qobject_cast<BackupWizard *>(m_wizard) ? backupAdvice() : restoreAdvice();
        m_wizardStrip->setStep(m_walk->number(), PracticeWalk::stepCount);
        m_wizardStrip->setText(advice.title, advice.text, advice.done);
        m_wizardStrip->setLeaveText(tr("&Leave"), tr("End the practice and clear it away"));
        point(m_wizard, advice.targets);
    } else if (m_page) {
        point(m_page, advice.targets);
    }
}

void Walkthrough::showStrip(const Advice &advice)
{
    m_strip->setStep(advice.done ? 0 : m_walk->number(), PracticeWalk::stepCount);
    m_strip->setText(advice.title, advice.text, advice.done);
    m_strip->setLeaveText(advice.done ? tr("&Tidy up and close") : tr("&Leave the practice"),
                          tr("The practice database and its backup are removed; nothing else changes"));
}

// What is done in the strip itself.
void Walkthrough::showAction()
{
    const Step step = m_walk->step();
    if (m_walk->isPrepared() && !isOnPractice())
        m_strip->setAction(tr("&Back to the practice"), tr("Open the practice database again"), true,
                           [this] { start(); });
    else if (m_parts.connection.isOpen() && m_page && !m_page->isVisible() && m_walk->isPrepared())
        m_strip->setAction(tr("Show the &page"), tr("Go to Backups"), true, [this] { start(); });
    else if (step == Step::Delete)
        m_strip->setAction(
            tr("&Delete all rows of %1").arg(m_walk->practice().table.name), tr("In the practice database alone"),
            !m_walk->isBusy(), [this] { m_walk->deleteRows(); }, true);
    else
        m_strip->setAction({}, {}, false, {});
}

void Walkthrough::point(QWidget *in, const QStringList &targets)
{
    QWidget *target = visibleOne(in, targets);
    if (!target && m_walk->step() == Step::Delete && !m_wizard)
        target = m_strip->actionButton();
    if (!m_spotlight)
        m_spotlight = new Spotlight;
    m_spotlight->setTarget(target);
}

Walkthrough::Advice Walkthrough::windowAdvice() const
{
    const Step step = m_walk->step();
    if (step == Step::Failed)
        return {tr("The practice cannot go on"), phrases::explain(m_walk->error()).oneLine(), {}, false};
    if (m_walk->isPrepared() && !isOnPractice())
        return {tr("The window works on another database now"),
                tr("The practice waits where it was; what you do here has nothing to do with it."),
                {},
                false};
    switch (step) {
    case Step::Preparing:
        return {tr("Practise a restore"),
                tr("A copy of the sandbox is being made to practise with. No other database is touched."),
                {},
                false};
    case Step::BackUp:
        return {tr("Take a backup"),
                tr("This is %1, a database to practise with; in it %2. Press Back up now.")
                    .arg(QString(backups::practiceName), rowsText(m_walk->practice().rows)),
                {u"backupNowButton"_s},
                false};
    case Step::Delete:
        return {tr("Lose something"),
                tr("The backup is there. Now the worst happens: press \"Delete all rows of %1\", and they are gone.")
                    .arg(m_walk->practice().table.name),
                {},
                false};
    case Step::Restore:
        return {tr("Restore the backup"),
                tr("%1: its rows are lost. Press Restore to bring them back from your backup.")
                    .arg(rowsText(m_walk->rowsNow())),
                {u"backupRestoreButton"_s},
                false};
    case Step::Counting: return {tr("See that it is back"), tr("The rows are being counted…"), {}, false};
    case Step::Done:
        return {tr("You did it"),
                tr("%1 again, as before the loss. On the day it is needed, these are the steps.")
                    .arg(rowsText(m_walk->rowsNow())),
                {},
                true};
    case Step::Failed: break;
    }
    return {};
}

Walkthrough::Advice Walkthrough::backupAdvice() const
{
    const QString page = m_wizard->pageName();
    const QString title = tr("Take a backup");
    const QStringList next{u"wizardNext"_s};
    if (page == "backupWhat"_L1)
        return {title, tr("Everything is chosen already: that is what a restore needs. Press Next."), next, false};
    if (page == "backupWhere"_L1)
        return {title, tr("Where the file goes is filled in. Press Next."), next, false};
    if (page == "backupKeep"_L1)
        return {title, tr("Once is enough to practise. Press Next."), next, false};
    if (page == "wizardSummary"_L1)
        return {title, tr("Before anything happens you read what will. Press Back up now."), next, false};
    if (page == "progress"_L1)
        return {title, tr("Each table is copied; then the file is read back from the disk to its end."), {}, false};
    if (page == "verdict"_L1 && m_walk->step() != Step::BackUp)
        return {tr("The backup is there"), tr("The verdict says what was checked. Press Close."), next, true};
    if (page == "verdict"_L1)
        return {title, tr("It did not work; below you read why. Go back, or close and try again."), next, false};
    return {title, tr("Leave this as it is and press Next."), next, false};
}

Walkthrough::Advice Walkthrough::restoreAdvice() const
{
    const QString page = m_wizard->pageName();
    const QString title = tr("Restore the backup");
    const QStringList next{u"wizardNext"_s};
    if (page == "restoreSource"_L1)
        return {title, tr("The backup you took is chosen. Press Next."), next, false};
    if (page == "restoreContents"_L1)
        return {title, tr("It is read to its end before anything is touched, and you see what it holds. Press Next."),
                next, false};
    if (page == "restoreTarget"_L1) {
        const auto *replace = m_wizard->findChild<QAbstractButton *>(u"restoreReplace"_s);
        return replace && replace->isChecked()
                   ? Advice{title, tr("What is there now will be kept under another name. Press Next."), next, false}
                   : Advice{title,
                            tr("Choose Replace: the database gets its rows back, and what is there now is kept."),
                            {u"restoreReplaceCard"_s},
                            false};
    }
    if (page == "wizardSummary"_L1) {
        const auto *name = m_wizard->findChild<QLineEdit *>(u"wizardTypedName"_s);
        return name && name->text() != backups::practiceName
                   ? Advice{title,
                            tr("Type %1, so that it cannot happen by accident.").arg(QString(backups::practiceName)),
                            {u"wizardTypedName"_s},
                            false}
                   : Advice{title, tr("Read what will happen, then press the red button."), next, false};
    }
    if (page == "progress"_L1)
        return {title,
                tr("A new database is filled and checked first; only then it takes the old one's place."),
                {},
                false};
    if (page == "verdict"_L1 && m_walk->step() != Step::Restore)
        return {tr("It is restored"), tr("The verdict says what was checked. Press Close."), next, true};
    if (page == "verdict"_L1)
        return {title, tr("%1 still. Close this and restore again, choosing Replace.").arg(rowsText(m_walk->rowsNow())),
                next, false};
    return {title, tr("Leave this as it is and press Next."), next, false};
}

} // namespace civicq::widgets
