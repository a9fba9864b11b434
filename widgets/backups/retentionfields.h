// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How many backups stay: the newest, and one a day, a week, a month. GUI thread. Object names: keepNewest, keepDaily,
// keepWeekly, keepMonthly.

#include "backups/retention.h"

#include <QtWidgets/QWidget>

class QBoxLayout;
class QSpinBox;

namespace civicq::widgets {

class RetentionFields final : public QWidget
{
    Q_OBJECT
public:
    explicit RetentionFields(QWidget *parent = nullptr);

    void setPolicy(const backups::RetentionPolicy &policy);
    [[nodiscard]] backups::RetentionPolicy policy() const;

    // A week of days, a month of weeks, half a year of months: what a mistake that is noticed late still finds.
    [[nodiscard]] static backups::RetentionPolicy usualPolicy() { return {0, 7, 4, 6}; }

Q_SIGNALS:
    void changed();

private:
    QSpinBox *add(QBoxLayout *row, const QString &name, const QString &text, const QString &word,
                  const QString &toolTip);

    QSpinBox *m_newest;
    QSpinBox *m_daily;
    QSpinBox *m_weekly;
    QSpinBox *m_monthly;
};

} // namespace civicq::widgets
