// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the sandbox is: state, version, address to copy, folder.

#include "common/card.h"
#include "sandbox/sandbox.h"

class QGridLayout;
class QToolButton;

namespace civicq::widgets {

class IconLabel;

class ServerCard final : public Card
{
    Q_OBJECT
public:
    explicit ServerCard(QWidget *parent = nullptr);
    void display(const sandbox::Status &status, const QString &address);

private:
    QLabel *addRow(QGridLayout *layout, const QString &title, const QString &name);

    IconLabel *m_icon;
    QLabel *m_state;
    QLabel *m_version;
    QLabel *m_address;
    QLabel *m_folder;
    QToolButton *m_copy;
};

} // namespace civicq::widgets
