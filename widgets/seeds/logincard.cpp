// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seeds/logincard.h"

#include "common/themeicons.h"
#include "common/typography.h"
#include "seeds/developmentseed.h"

#include <QtCore/QTimer>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {

constexpr int doneMilliseconds = 1'500; // how long the button says that it was done

QString roleWord(const QString &role)
{
    if (role == "admin"_L1)
        return LoginCard::tr("Administrator");
    if (role == "voter"_L1)
        return LoginCard::tr("Voter");
    if (role == "candidate"_L1)
        return LoginCard::tr("Candidate");
    return LoginCard::tr("City staff");
}

QLabel *copyable(const QString &text)
{
    QLabel *label = makeLabel(text, Type::Code);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

LoginCard::LoginCard(QWidget *parent) : Card(tr("Test logins"), parent)
{
    auto *body = new QWidget;
    auto *layout = new QGridLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(grid::unit);
    layout->setVerticalSpacing(grid::half);
    layout->setColumnStretch(0, 1);
    int row = 0;
    int number = 0;
    for (const seeds::TestLogin &login : seeds::developmentLogins()) {
        const QString role = roleWord(login.role);
        layout->addWidget(makeLabel(role, Type::Small, true), row++, 0, 1, 4);
        layout->addWidget(copyable(login.email), row, 0);
        layout->addWidget(copyButton(u"copyEmail%1"_s.arg(number), tr("Copy the address of %1").arg(role), login.email),
                          row, 1);
        layout->addWidget(copyable(login.password), row, 2);
        layout->addWidget(
            copyButton(u"copyPassword%1"_s.arg(number), tr("Copy the password of %1").arg(role), login.password), row++,
            3);
        ++number;
    }
    setBody(body);
}

QToolButton *LoginCard::copyButton(const QString &name, const QString &what, const QString &text)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setIcon(icon(u"edit-copy"_s));
    button->setToolTip(what);
    button->setAccessibleName(what);
    button->setAutoRaise(true);
    connect(button, &QToolButton::clicked, button, [button, text] {
        QGuiApplication::clipboard()->setText(text);
        button->setIcon(icon(u"dialog-ok-apply"_s, Meaning::Good));
        QTimer::singleShot(doneMilliseconds, button, [button] { button->setIcon(icon(u"edit-copy"_s)); });
    });
    return button;
}

} // namespace civicq::widgets
