// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/retentionfields.h"

#include "common/typography.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QSpinBox>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {
constexpr int mostKept = 999;
}

RetentionFields::RetentionFields(QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid::unit);
    m_newest =
        add(row, u"keepNewest"_s, tr("Newest"), tr("newest"), tr("So many of the newest, whenever they were taken"));
    m_daily =
        add(row, u"keepDaily"_s, tr("Daily"), tr("daily"), tr("The newest of each of so many days that have one"));
    m_weekly =
        add(row, u"keepWeekly"_s, tr("Weekly"), tr("weekly"), tr("The newest of each of so many weeks that have one"));
    m_monthly = add(row, u"keepMonthly"_s, tr("Monthly"), tr("monthly"),
                    tr("The newest of each of so many months that have one"));
    row->addStretch(1);
}

QSpinBox *RetentionFields::add(QBoxLayout *row, const QString &name, const QString &text, const QString &word,
                               const QString &toolTip)
{
    auto *count = new QSpinBox;
    count->setObjectName(name);
    count->setAccessibleName(text);
    count->setToolTip(toolTip);
    count->setRange(0, mostKept);
    count->setSuffix(u' ' + word); // in the field, which stands in one line with those of other rows then
    row->addWidget(count);
    connect(count, &QSpinBox::valueChanged, this, &RetentionFields::changed);
    return count;
}

void RetentionFields::setPolicy(const backups::RetentionPolicy &policy)
{
    m_newest->setValue(policy.newest);
    m_daily->setValue(policy.daily);
    m_weekly->setValue(policy.weekly);
    m_monthly->setValue(policy.monthly);
}

backups::RetentionPolicy RetentionFields::policy() const
{
    return {m_newest->value(), m_daily->value(), m_weekly->value(), m_monthly->value()};
}

} // namespace civicq::widgets
