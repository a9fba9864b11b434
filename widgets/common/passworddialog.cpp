// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/passworddialog.h"

#include "common/typography.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

PasswordDialog::PasswordDialog(const QString &connection, const QString &where, const QString &user, QWidget *parent)
    : QDialog(parent), m_field(new QLineEdit)
{
    setObjectName(u"passwordDialog"_s);
    setWindowTitle(tr("Password"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(400);
    m_field->setObjectName(u"passwordField"_s);
    m_field->setAccessibleName(tr("Password"));
    m_field->setEchoMode(QLineEdit::Password);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::margin, grid::margin, grid::margin, grid::gap);
    layout->setSpacing(grid::unit);
    layout->addWidget(makeLabel(connection, Type::Section));
    layout->addWidget(makeLabel(where, Type::Text, true));
    layout->addSpacing(grid::unit);
    auto *label =
        makeLabel(user.isEmpty() ? tr("&Password:") : tr("&Password of %1:").arg(QString(user).replace(u'&', u"&&"_s)));
    label->setBuddy(m_field);
    layout->addWidget(label);
    layout->addWidget(m_field);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(tr("Connect"), QDialogButtonBox::AcceptRole)->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addSpacing(grid::unit);
    layout->addWidget(buttons);
    m_field->setFocus();
}

core::Secret PasswordDialog::password() const
{
    return core::Secret(m_field->text());
}

} // namespace civicq::widgets
