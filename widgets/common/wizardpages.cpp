// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/wizardpages.h"

#include "common/environmentbadge.h"
#include "common/errorview.h"
#include "common/iconlabel.h"
#include "common/messagestrip.h"
#include "common/themeicons.h"
#include "common/typography.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {

constexpr int verdictMark = 32;

QLabel *wrapped(const QString &text, Type type = Type::Text, bool secondary = false)
{
    auto *label = makeLabel(text, type, secondary);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::NoFocus);
    return label;
}

QVBoxLayout *columnIn(QWidget *widget)
{
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    return layout;
}

QLayout *targetLine(const WizardPlan &plan)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(grid::unit);
    auto *badge = new EnvironmentBadge;
    badge->setEnvironment(plan.environment);
    line->addWidget(badge);
    auto *name = makeLabel(plan.database, Type::Section);
    line->addWidget(name);
    if (!plan.server.isEmpty())
        line->addWidget(makeLabel(SummaryPage::tr("on %1").arg(plan.server), Type::Text, true));
    line->addStretch(1);
    return line;
}

} // namespace

WizardStep::WizardStep(const QString &objectName, const QString &title, const QString &lead)
    : m_title(title), m_layout(new QVBoxLayout(this))
{
    setObjectName(objectName);
    setAccessibleName(title);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(grid::unit);
    m_layout->addWidget(wrapped(title, Type::Title));
    if (!lead.isEmpty())
        m_layout->addWidget(wrapped(lead, Type::Text, true));
    m_layout->addSpacing(grid::unit);
}

void WizardStep::setBody(QWidget *body)
{
    m_layout->addWidget(body, 1);
}

QWidget *makeFacts(const Facts &facts)
{
    auto *table = new QWidget;
    auto *layout = new QGridLayout(table);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(grid::gap);
    layout->setVerticalSpacing(grid::unit);
    layout->setColumnStretch(1, 1);
    int row = 0;
    for (const auto &[name, value] : facts) {
        layout->addWidget(makeLabel(name, Type::Text, true), row, 0, Qt::AlignTop);
        layout->addWidget(wrapped(value), row, 1);
        ++row;
    }
    return table;
}

SummaryPage::SummaryPage() : WizardStep(u"wizardSummary"_s, tr("Summary"))
{
    auto *holder = new QWidget;
    m_place = columnIn(holder);
    setBody(holder);
}

void SummaryPage::setPlan(const WizardPlan &plan)
{
    delete m_body;
    m_name = nullptr;
    m_wanted.clear();
    m_body = new QWidget;
    QVBoxLayout *layout = columnIn(m_body);
    layout->addWidget(wrapped(plan.sentence));
    if (!plan.database.isEmpty())
        layout->addLayout(targetLine(plan));
    layout->addWidget(makeFacts(plan.facts));
    if (!plan.losses.isEmpty())
        layout->addWidget(new MessageStrip(Meaning::Warning, plan.losses.join(u'\n')));
    if (plan.typeName || (plan.dangerous && plan.environment == postgres::Environment::Production))
        addNameField(layout, plan.database);
    layout->addStretch(1);
    m_place->addWidget(m_body, 1);
    Q_EMIT completeChanged();
}

void SummaryPage::addNameField(QBoxLayout *layout, const QString &database)
{
    m_wanted = database;
    auto *label =
        makeLabel(tr("To go on, &type the database's name: %1").arg(QString(database).replace(u'&', u"&&"_s)));
    label->setWordWrap(true);
    m_name = new QLineEdit;
    m_name->setObjectName(u"wizardTypedName"_s);
    m_name->setAccessibleName(tr("Name of the database"));
    label->setBuddy(m_name);
    layout->addWidget(label);
    layout->addWidget(m_name);
    connect(m_name, &QLineEdit::textChanged, this, &WizardStep::completeChanged);
}

bool SummaryPage::isComplete() const
{
    return !m_name || m_name->text() == m_wanted;
}

QString SummaryPage::typedName() const
{
    return m_name ? m_name->text() : QString();
}

VerdictPage::VerdictPage() : m_layout(columnIn(this))
{
    setObjectName(u"wizardVerdict"_s);
}

void VerdictPage::showVerdict(const WizardVerdict &verdict)
{
    auto *body = new QWidget;
    QVBoxLayout *layout = columnIn(body);
    auto *headline = wrapped(verdict.headline, Type::Title);
    headline->setObjectName(u"wizardHeadline"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(new IconLabel(verdictMark, meaningIcon(verdict.meaning)), 0, Qt::AlignTop);
    head->addWidget(headline, 1, Qt::AlignVCenter);
    layout->addLayout(head);
    layout->addSpacing(grid::half);
    layout->addWidget(makeFacts(verdict.facts));
    if (!verdict.next.isEmpty())
        layout->addWidget(wrapped(verdict.next, Type::Text, true));
    layout->addStretch(1);
    setAccessibleName(verdict.headline);
    replace(body);
}

void VerdictPage::showError(const core::Error &error)
{
    auto *body = new QWidget;
    QVBoxLayout *layout = columnIn(body);
    layout->addWidget(new ErrorView(phrases::explain(error)));
    layout->addStretch(1);
    setAccessibleName(phrases::explain(error).oneLine());
    replace(body);
}

void VerdictPage::replace(QWidget *body)
{
    delete m_body;
    m_body = body;
    m_layout->addWidget(body, 1);
}

} // namespace civicq::widgets
