// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The guide's four test logins, each with buttons that copy its address and its password.

#include "common/card.h"

class QToolButton;

namespace civicq::widgets {

class LoginCard final : public Card
{
    Q_OBJECT
public:
    explicit LoginCard(QWidget *parent = nullptr);

private:
    QToolButton *copyButton(const QString &name, const QString &what, const QString &text);
};

} // namespace civicq::widgets
