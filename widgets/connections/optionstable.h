// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The table of a connection's other options, with what adds and removes a row. GUI thread.
// Object names: profileOptions, addOption, removeOption.

#include <QtWidgets/QWidget>

class QTableView;

namespace civicq::widgets {

class OptionsModel;

class OptionsTable final : public QWidget
{
    Q_OBJECT
public:
    explicit OptionsTable(OptionsModel *model, QWidget *parent = nullptr);

private:
    OptionsModel *m_model;
    QTableView *m_view;
};

} // namespace civicq::widgets
