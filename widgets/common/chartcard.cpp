// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/chartcard.h"

#include "common/filteredtable.h"
#include "common/themeicons.h"
#include "common/typography.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {
constexpr int roomForWords = 400; // pixels of a card
} // namespace

ChartCard::ChartCard(const QString &title, const QString &unit, QWidget *chart,
                     std::function<FilteredTable *()> makeTable, QWidget *parent)
    : Card(title, parent), m_unit(makeLabel(unit, Type::Small, true)), m_figure(makeLabel({}, Type::Figure)),
      m_meaning(makeLabel({}, Type::Text, true)), m_stack(new QStackedWidget), m_switch(new QToolButton),
      m_tools(new QHBoxLayout), m_makeTable(std::move(makeTable))
{
    m_switch->setAutoRaise(true);
    m_switch->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_switch->setObjectName(u"showTable"_s);
    connect(m_switch, &QToolButton::clicked, this, [this] { showTable(!showsTable()); });
    auto *tools = new QWidget;
    tools->setLayout(m_tools);
    m_tools->setContentsMargins(0, 0, 0, 0);
    m_tools->setSpacing(grid::unit);
    m_tools->addWidget(m_switch);
    addHeaderWidget(tools);

    m_figure->setObjectName(u"figure"_s);
    m_meaning->setWordWrap(true);
    auto *now = new QHBoxLayout;
    now->setSpacing(grid::unit);
    now->addWidget(m_figure, 0, Qt::AlignBaseline);
    now->addWidget(m_meaning, 1, Qt::AlignBaseline);
    bodyLayout()->addLayout(now);
    bodyLayout()->addWidget(m_unit);
    m_stack->addWidget(chart);
    bodyLayout()->addWidget(m_stack, 1);
    showTable(false);
}

void ChartCard::setUnit(const QString &unit)
{
    m_unit->setText(unit);
}

void ChartCard::setFigure(const QString &figure, const QString &meaning)
{
    m_figure->setText(figure);
    m_meaning->setText(meaning);
    setAccessibleDescription(figure + u' ' + meaning);
}

void ChartCard::addTool(QWidget *widget)
{
    m_tools->insertWidget(m_tools->count() - 1, widget);
}

void ChartCard::showTable(bool table)
{
    if (table && m_stack->count() == 1)
        m_stack->addWidget(m_makeTable());
    m_stack->setCurrentIndex(table ? 1 : 0);
    m_unit->setVisible(!table);
    m_switch->setText(table ? tr("Show chart") : tr("Show table"));
    m_switch->setToolTip(table ? tr("Back to the chart")
                               : tr("The values behind this chart, to sort, copy and export"));
    m_switch->setIcon(icon(table ? u"office-chart-line"_s : u"table"_s));
    m_switch->setAccessibleName(tr("%1: %2").arg(title(), m_switch->text()));
}

// In a narrow card the title and the tools need the room.
void ChartCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    m_switch->setToolButtonStyle(width() < roomForWords ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

void ChartCard::focusBody()
{
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

bool ChartCard::showsTable() const
{
    return m_stack->currentIndex() == 1;
}

QString ChartCard::figure() const
{
    return m_figure->text();
}

} // namespace civicq::widgets
