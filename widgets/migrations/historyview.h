// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The history as a list with its graph, newest on top, and a field that filters as one types. Rows asked and given are the
// model's. Not sortable: the order is what the graph shows. GUI thread.

#include <QtWidgets/QWidget>

class QAction;
class QLineEdit;

namespace civicq::migrations {
class MigrationModel;
}

namespace civicq::widgets {

class HistoryProxy;
class LaneDelegate;
class TableView;

class HistoryView : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryView(migrations::MigrationModel &model, QWidget *parent = nullptr);

    [[nodiscard]] int currentRow() const; // of the model, or -1
    void setCurrentRow(int row);
    void addRowAction(QAction *action); // of the context menu

Q_SIGNALS:
    void currentRowChanged(int row);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitColumns();
    void filter(const QString &text);
    void adaptToGraph();

    migrations::MigrationModel &m_model;
    HistoryProxy *m_proxy;
    TableView *m_view;
    LaneDelegate *m_lanes;
    QLineEdit *m_field;
};

} // namespace civicq::widgets
