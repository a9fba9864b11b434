// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a history's rows are drawn: the lanes of the graph, and a status as icon and word. GUI thread.

#include "migrations/migrationmodel.h"

#include <QtWidgets/QStyledItemDelegate>

namespace civicq::widgets {

// A revision's mark tells its status by its shape too: a ring is pending, a disc applied, a disc in a ring current.
class LaneDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    // Lines between rows make sense only while every row is shown.
    void setLinesShown(bool shown) { m_linesShown = shown; }
    [[nodiscard]] static int widthFor(int lanes);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    bool m_linesShown = true;
};

// A column of the status's icon alone.
inline constexpr int iconColumn = 44;

class StatusDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

[[nodiscard]] QString statusIconName(migrations::RevisionStatus status);

} // namespace civicq::widgets
