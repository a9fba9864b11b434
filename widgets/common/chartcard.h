// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A chart with all that belongs to it: title and unit, the present value large, the chart, and behind a button the table
// of its values. GUI thread.

#include "common/card.h"

#include <functional>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace civicq::widgets {

class FilteredTable;

class ChartCard final : public Card
{
    Q_OBJECT
public:
    // `makeTable` is called once, when the table is first asked for.
    ChartCard(const QString &title, const QString &unit, QWidget *chart, std::function<FilteredTable *()> makeTable,
              QWidget *parent = nullptr);

    void setUnit(const QString &unit);
    // "99.2%", and in small what it means: "of heap blocks came from the cache".
    void setFigure(const QString &figure, const QString &meaning);
    // Left of the table's button.
    void addTool(QWidget *widget);
    void showTable(bool table);
    void focusBody(); // the chart or the table
    [[nodiscard]] bool showsTable() const;
    [[nodiscard]] QString figure() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QLabel *m_unit;
    QLabel *m_figure;
    QLabel *m_meaning;
    QStackedWidget *m_stack;
    QToolButton *m_switch;
    QBoxLayout *m_tools;
    std::function<FilteredTable *()> m_makeTable;
};

} // namespace civicq::widgets
