// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The daily backup as one calm card: next run, last run, what is kept, the second place; above it, what is wrong. GUI
// thread; shows the view it is given. Object names: scheduleChange, scheduleRun (actions); scheduleAlerts.

#include "backups/scheduleview.h"

#include <QtGui/QAction>
#include <QtWidgets/QWidget>

class QBoxLayout;
class QLabel;

namespace civicq::widgets {

class Card;

class ScheduleCard final : public QWidget
{
    Q_OBJECT
public:
    ScheduleCard(QAction *change, QAction *run, QWidget *parent = nullptr);

    void setView(const ScheduleView &view, const QString &connection);

Q_SIGNALS:
    // A key that the daily backups are encrypted for, and that nobody has rehearsed.
    void rehearsalWanted(const openpgp::RecoveryKey &key);

private:
    struct Fact
    {
        QString name;
        QString value;
        QString toolTip;
    };
    void showAlerts(const ScheduleView &view, const QString &connection);
    void showFacts(const QList<Fact> &facts);
    void warnOfKeys(const ScheduleView &view);
    [[nodiscard]] static QList<Fact> factsOf(const ScheduleView &view);

    QAction *m_change;
    QAction *m_run;
    Card *m_card;
    QWidget *m_alerts;
    QBoxLayout *m_alertPlace;
    QWidget *m_facts = nullptr;
    QBoxLayout *m_place;
};

} // namespace civicq::widgets
