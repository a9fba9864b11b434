// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Asks for a connection's password, for this time. GUI thread. Object names: passwordDialog, passwordField.

#include "core/secret.h"

#include <QtWidgets/QDialog>

class QLineEdit;

namespace civicq::widgets {

class PasswordDialog final : public QDialog
{
    Q_OBJECT
public:
    PasswordDialog(const QString &connection, const QString &where, const QString &user, QWidget *parent);
    [[nodiscard]] core::Secret password() const;

private:
    QLineEdit *m_field;
};

} // namespace civicq::widgets
