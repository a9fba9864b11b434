// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/schedulecard.h"

#include "backups/backuplistmodel.h"
#include "common/card.h"
#include "common/messagestrip.h"
#include "common/typography.h"
#include "phrases/schedulewords.h"

#include <QtCore/QDir>
#include <QtCore/QLocale>
#include <QtGui/QAction>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;
using civicq::backups::ScheduleState;

namespace civicq::widgets {

namespace {

constexpr int mostAlerts = 3;

QPushButton *buttonOf(QAction *action)
{
    auto *button = new QPushButton(action->text());
    button->setObjectName(action->objectName() + u"Button"_s);
    button->setAccessibleName(action->text());
    button->setToolTip(action->toolTip());
    button->setVisible(action->isVisible());
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::changed, button, [button, action] {
        button->setText(action->text());
        button->setAccessibleName(action->text());
        button->setToolTip(action->toolTip());
        button->setEnabled(action->isEnabled());
        button->setVisible(action->isVisible());
    });
    return button;
}

// "Today, 02:00", "Tomorrow, 02:00", or the date.
QString dayText(const QDateTime &when)
{
    const QDateTime local = when.toLocalTime();
    const QString time = QLocale().toString(local.time(), QLocale::ShortFormat);
    const qint64 days = QDate::currentDate().daysTo(local.date());
    if (days == 0)
        return ScheduleCard::tr("Today, %1").arg(time);
    if (days == 1)
        return ScheduleCard::tr("Tomorrow, %1").arg(time);
    return QLocale().toString(local, QLocale::ShortFormat);
}

} // namespace

ScheduleCard::ScheduleCard(QAction *change, QAction *run, QWidget *parent)
    : QWidget(parent), m_change(change), m_run(run), m_card(new Card(tr("Daily backup"))), m_alerts(new QWidget),
      m_alertPlace(new QVBoxLayout(m_alerts)), m_place(new QVBoxLayout)
{
    setObjectName(u"scheduleCard"_s);
    m_alerts->setObjectName(u"scheduleAlerts"_s);
    m_alertPlace->setContentsMargins(0, 0, 0, 0);
    m_alertPlace->setSpacing(grid::unit);
    m_card->addHeaderWidget(buttonOf(run));
    m_card->addHeaderWidget(buttonOf(change));
    m_place->setContentsMargins(0, 0, 0, 0);
    m_card->bodyLayout()->addLayout(m_place);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_alerts);
    layout->addWidget(m_card);
    m_alerts->hide();
}

void ScheduleCard::setView(const ScheduleView &view, const QString &connection)
{
    showAlerts(view, connection);
    m_run->setVisible(view.plan.has_value());
    m_run->setEnabled(view.stands.state != ScheduleState::Running);
    m_change->setText(view.plan ? tr("&Change…") : tr("&Schedule…"));
    showFacts(factsOf(view));
}

void ScheduleCard::showAlerts(const ScheduleView &view, const QString &connection)
{
    while (const QLayoutItem *item = m_alertPlace->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto &alerts = view.stands.alerts;
    for (qsizetype place = 0; place < std::min<qsizetype>(alerts.size(), mostAlerts); ++place) {
        const auto &alert = alerts.at(place);
        auto *strip = new MessageStrip(alert.critical ? Meaning::Critical : Meaning::Warning,
                                       phrases::explain(alert, connection).oneLine());
        m_alertPlace->addWidget(strip);
    }
    warnOfKeys(view);
    m_alerts->setVisible(m_alertPlace->count() > 0);
}

// What is encrypted every night for a key that does not work is lost every night.
void ScheduleCard::warnOfKeys(const ScheduleView &view)
{
    for (const openpgp::RecoveryKey &key : view.keys) {
        if (key.rehearsed.isValid())
            continue;
        auto *strip = new MessageStrip(Meaning::Warning,
                                       tr("The daily backups are encrypted for %1, and nobody has proven yet that this "
                                          "key opens them again.")
                                           .arg(key.key.users.value(0)));
        auto *rehearse = new QAction(tr("Rehearse…"), strip);
        rehearse->setObjectName(u"scheduleRehearse"_s);
        rehearse->setToolTip(tr("Prove it with the secret half of the key"));
        connect(rehearse, &QAction::triggered, this, [this, key] { Q_EMIT rehearsalWanted(key); });
        strip->addButton(rehearse);
        m_alertPlace->addWidget(strip);
    }
}

QList<ScheduleCard::Fact> ScheduleCard::factsOf(const ScheduleView &view)
{
    if (!view.plan)
        return {};
    const QLocale locale;
    const backups::Assessment &stands = view.stands;
    Fact next{tr("Next run"), dayText(stands.nextRun), {}};
    if (view.job) {
        QStringList lines{tr("Started by %1").arg(view.job->scheduler)};
        for (const scheduler::Note note : view.job->state.notes)
            lines.append(phrases::noteSentence(note));
        next.toolTip = lines.join(u'\n');
    }
    Fact last{tr("Last run"), phrases::stateWord(stands.state), {}};
    if (stands.lastRun) {
        last.value = tr("%1, %2").arg(last.value, backups::BackupListModel::agoText(stands.lastRun->begun));
        last.toolTip = locale.toString(stands.lastRun->begun.toLocalTime(), QLocale::LongFormat);
    }
    if (stands.daysSeen > 0)
        last.toolTip +=
            (last.toolTip.isEmpty() ? QString() : u"\n"_s)
            + (stands.daysWithout == 0
                   ? tr("Every one of the last %n day(s) has its backup.", nullptr, stands.daysSeen)
                   : tr("%1 of the last %n day(s) have no backup.", nullptr, stands.daysSeen).arg(stands.daysWithout));
    const Fact keeps{tr("Keeps"), phrases::policyText(view.plan->retention),
                     tr("The newest whole and the newest proven backup always stay")};
    const QString place = QDir::toNativeSeparators(view.plan->secondPlace);
    const Fact second{tr("Second place"), place.isEmpty() ? tr("None") : place,
                      place.isEmpty() ? tr("A backup beside its database goes down with it") : place};
    const Fact proof{tr("Proof"), view.plan->prove ? tr("Of each backup") : tr("None by itself"),
                     view.plan->prove ? tr("Each is restored into a scratch database in the sandbox and compared")
                                      : tr("Nobody has seen yet that these backups can be restored, unless they are "
                                           "proven by hand")};
    QList<Fact> facts{next, last, keeps, second, proof};
    if (view.plan->isProtected()) {
        QStringList whose;
        Fact keys{tr("Encrypted"), tr("With a passphrase"), QDir::toNativeSeparators(view.plan->passphraseFile)};
        for (const openpgp::RecoveryKey &key : view.keys)
            whose.append(key.rehearsed.isValid()
                             ? tr("%1: rehearsed on %2")
                                   .arg(key.key.users.value(0),
                                        locale.toString(key.rehearsed.toLocalTime().date(), QLocale::ShortFormat))
                             : tr("%1: never rehearsed").arg(key.key.users.value(0)));
        if (!view.plan->encryptTo.isEmpty())
            keys = {tr("Encrypted"), tr("For %n key(s)", nullptr, static_cast<int>(view.plan->encryptTo.size())),
                    whose.join(u'\n')};
        facts.append(keys);
    }
    return facts;
}

void ScheduleCard::showFacts(const QList<Fact> &facts)
{
    delete m_facts;
    m_facts = new QWidget;
    m_place->addWidget(m_facts);
    if (facts.isEmpty()) {
        auto *layout = new QVBoxLayout(m_facts);
        layout->setContentsMargins(0, 0, 0, 0);
        auto *words =
            makeLabel(tr("No backup is taken by itself yet. A daily one runs with this program closed, follows "
                         "after the computer was asleep, and says so when it fails."),
                      Type::Text, true);
        words->setWordWrap(true);
        layout->addWidget(words);
        return;
    }
    auto *layout = new QHBoxLayout(m_facts);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::margin);
    for (const Fact &fact : facts) {
        auto *column = new QVBoxLayout;
        column->setSpacing(grid::half);
        column->addWidget(makeLabel(fact.name, Type::Small, true));
        auto *value = makeLabel(fact.value);
        value->setWordWrap(true);
        value->setToolTip(fact.toolTip);
        value->setAccessibleName(fact.name + u": "_s + fact.value);
        column->addWidget(value);
        column->addStretch(1);
        layout->addLayout(column, 1);
    }
}

} // namespace civicq::widgets
