// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How far each table is, while a backup or a restore runs: those that are worked on at the top. Looks at the board ten
// times a second while it is shown. GUI thread. Object names: tableProgress (the list),
// tableProgressCount.

#include "backups/tableprogressmodel.h"

#include <QtWidgets/QWidget>

#include <memory>

class QLabel;
class QListView;
class QTimer;

namespace civicq::widgets {

class TableProgressView final : public QWidget
{
    Q_OBJECT
public:
    explicit TableProgressView(QWidget *parent = nullptr);

    // A new board, for the work that begins now.
    [[nodiscard]] std::shared_ptr<backups::TableBoard> begin();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void look();

    std::shared_ptr<backups::TableBoard> m_board;
    int m_seen = -1;
    backups::TableProgressModel m_model;
    QLabel *m_count;
    QListView *m_list;
    QTimer *m_timer;
};

} // namespace civicq::widgets
