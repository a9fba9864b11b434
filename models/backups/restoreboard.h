// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tells a TableBoard of an archive's restore: a table is done when the last step on it is. Called from every worker's
// thread; without a board it does nothing.

#include "backups/restoreplan.h"
#include "backups/tableboard.h"

#include <memory>

namespace civicq::backups {

class RestoreBoard
{
public:
    explicit RestoreBoard(std::shared_ptr<TableBoard> board) : m_board(std::move(board)) {}

    // Before the first step.
    void begin(const QList<RestoreStep> &steps, const archive::Manifest &manifest);
    void started(const RestoreStep &step);
    void reached(const RestoreStep &step, qint64 bytes); // of its rows
    void ended(const RestoreStep &step);

private:
    std::shared_ptr<TableBoard> m_board;
    std::mutex m_mutex;
    QHash<QString, int> m_left; // steps of each table; guarded
};

} // namespace civicq::backups
