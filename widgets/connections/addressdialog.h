// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Takes a connection from its address: postgresql://, SQLAlchemy's, or "host=… dbname=…". Shows what it understood as one
// types. GUI thread. Object names: addressDialog, addressField, addressAccept.

#include "connections/draft.h"

#include <QtWidgets/QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace civicq::widgets {

class AddressDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit AddressDialog(QWidget *parent = nullptr);
    [[nodiscard]] Draft draft() const { return m_draft; }

private:
    void understand();

    Draft m_draft;
    QLineEdit *m_field;
    QLabel *m_mark;
    QLabel *m_words;
    QPushButton *m_accept;
};

} // namespace civicq::widgets
