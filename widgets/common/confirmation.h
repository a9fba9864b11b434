// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The question before what cannot be undone: says what will happen, to which database, and what will be lost. The
// dangerous button is never the default one; on production it opens only once the database's name was typed.

#include "postgres/environment.h"

#include <QtCore/QStringList>
#include <QtWidgets/QDialog>

#include <functional>

class QLineEdit;
class QPushButton;

namespace civicq::widgets {

struct Confirmation
{
    QString title;            // "Drop database civicq_old"
    QString text;             // one sentence: what will happen
    QStringList consequences; // what will be lost, who is affected; each a line
    QString database;         // the one it touches
    QString server;           // "db.example.org:5432"
    postgres::Environment environment = postgres::Environment::Unknown;
    QString actionText;    // a verb: "Drop database"
    QString refusalText;   // a verb too: "Stay"; empty: Cancel
    bool dangerous = true; // cannot be undone
    bool typeName = false; // ask for the database's name even where it is not production
};

// Asks without blocking: window-modal, `accepted` is called with the typed name (empty where none was asked for).
// Object names: confirmationDialog, confirmationName, confirmationAccept, confirmationCancel.
class ConfirmationDialog : public QDialog
{
    Q_OBJECT
public:
    static ConfirmationDialog *ask(QWidget *parent, const Confirmation &what,
                                   std::function<void(const QString &typedName)> accepted);

protected:
    ConfirmationDialog(const Confirmation &what, QWidget *parent);

private:
    void addNameField(const Confirmation &what);

    QLineEdit *m_name = nullptr;
    QPushButton *m_accept = nullptr;
};

} // namespace civicq::widgets
