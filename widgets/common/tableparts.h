// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What FilteredTable is made of: proxy, view, bar and the texts that leave the program.

#include <QtCore/QCollator>
#include <QtCore/QSortFilterProxyModel>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QTableView>

namespace civicq::widgets {

// Sorts by the sort role's value where there is one, else by the text as people sort it (a2 before a10); filters over the
// text of all columns.
class TableProxy final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit TableProxy(QObject *parent = nullptr);

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QCollator m_collator;
};

// Says in its middle why it is empty; a current row is there as soon as the keyboard comes.
class TableView final : public QTableView
{
    Q_OBJECT
public:
    using QTableView::QTableView;
    void setMessage(const QString &message);

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    QString m_message;
};

// The figure with a bar below it, as long as the value is of the column's largest.
class BarDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    BarDelegate(int role, QObject *parent) : QStyledItemDelegate(parent), m_role(role) {}
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_role;
};

enum class TextForm { TabSeparated, Csv };

// Header line and rows of these columns; no rows named: all.
[[nodiscard]] QString tableText(const QAbstractItemModel &model, const QList<int> &columns, QList<int> rows,
                                TextForm form);

} // namespace civicq::widgets
