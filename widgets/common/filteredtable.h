// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A table for reading: sort by a click, filter as you type, choose columns, copy with headers, export as CSV. A proxy
// stands between; rows asked and given are the source model's. Sorting takes the value of sortRole (Qt::EditRole unless
// set) where the model has one, else the text as people sort it. The shell remembers columns and order under the
// table's object name, so that must be unique and stable.

#include <QtWidgets/QWidget>

class QAbstractItemModel;
class QAction;
class QLabel;
class QLineEdit;
class QMenu;
class QModelIndex;
class QSortFilterProxyModel;
class QTableView;
class QToolButton;

namespace civicq::widgets {

class TableView;

class FilteredTable : public QWidget
{
    Q_OBJECT
public:
    // `name`: what the rows are, for people and screen readers ("Tables").
    FilteredTable(const QString &objectName, const QString &name, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model); // not owned
    void setSortRole(int role);
    void sortBy(int column, Qt::SortOrder order = Qt::AscendingOrder); // unless a person chose otherwise
    // At first; a person may show it, and one who has arranged the columns is not overruled.
    void hideColumn(int column, bool hide = true);
    // Takes the room that is left. `cut`: where what does not fit is cut, in the whole table; names of files differ least
    // in their middle.
    void setStretchColumn(int column, Qt::TextElideMode cut = Qt::ElideRight);
    // Every other column as wide as what it holds: the view's own way makes the stretched one so too, and the table wider
    // or narrower than its place.
    void sizeToContents();
    // Where the stretched column would have less than `least` pixels, these are hidden, the first first, until it has; one
    // who has arranged the columns is not overruled. fit() after the columns' widths were set.
    void setExpendable(const QList<int> &columns, int least);
    void fit();
    // A bar behind the figure, from 0 to the largest value in the column; `role` gives the number.
    void setBarColumn(int column, int role = Qt::EditRole);
    // What stands there when the model has no rows at all.
    void setEmptyText(const QString &text);
    // Entries of the context menu and of the keyboard's menu key, for the current row.
    void addRowAction(QAction *action);

    [[nodiscard]] QTableView *view() const;
    [[nodiscard]] QLineEdit *filterField() const { return m_filter; }
    [[nodiscard]] int currentRow() const; // of the source model, or -1
    [[nodiscard]] QList<int> selectedRows() const;
    void setCurrentRow(int sourceRow);
    // Beside the filter field, at the right.
    void addToolWidget(QWidget *widget);

    // Selected rows, or all that are shown, with headers, tab-separated.
    void copy() const;
    // RFC 4180, UTF-8 with a byte-order mark so that Excel reads accents.
    [[nodiscard]] QByteArray toCsv() const;
    void exportCsv(); // asks for the file

    [[nodiscard]] QByteArray saveState() const;
    bool restoreState(const QByteArray &state);

Q_SIGNALS:
    void currentRowChanged(int sourceRow);
    void rowActivated(int sourceRow);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeActions();
    void showMenu(const QPoint &position);
    void fillColumnMenu();
    void showCount();
    void showExpendable();
    void fitTools();
    [[nodiscard]] QList<int> visibleColumns() const;

    QString m_name;
    QString m_emptyText;
    QSortFilterProxyModel *m_proxy;
    TableView *m_view;
    QLineEdit *m_filter;
    QMenu *m_columns;
    QWidget *m_tools;
    QLabel *m_count;
    QList<QAction *> m_rowActions;
    bool m_sortedByPerson = false;
    bool m_arrangedByPerson = false;
    int m_stretched = -1;
    QList<int> m_hidden; // from the beginning
    QList<int> m_expendable;
    int m_least = 0;
    QList<QToolButton *> m_worded; // among the tools beside the filter
    int m_toolsWidth = 0;          // with all their words
};

} // namespace civicq::widgets
