// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/headerbutton.h"

#include <QtGui/QAction>
#include <QtWidgets/QStyle>
#include <QtWidgets/QStyleOption>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

HeaderButton::HeaderButton(QAction &action, bool main) : m_action(action), m_main(main)
{
    if (!action.objectName().isEmpty())
        setObjectName(action.objectName() + u"Button"_s);
    setProperty("primary", main);
    connect(this, &QPushButton::clicked, &action, &QAction::trigger);
    connect(&action, &QAction::changed, this, [this] {
        follow();
        setVisible(m_action.isVisible());
    });
    if (!action.isVisible())
        hide();
    follow();
}

int HeaderButton::wholeWidth() const
{
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text = m_action.text();
    QSize size = fontMetrics().size(Qt::TextShowMnemonic, option.text);
    if (!option.icon.isNull())
        size.rwidth() += option.iconSize.width() + 4; // as QPushButton reckons
    return style()->sizeFromContents(QStyle::CT_PushButton, &option, size, this).width();
}

void HeaderButton::setBare(bool bare)
{
    if (m_bare == bare)
        return;
    m_bare = bare;
    follow();
}

void HeaderButton::follow()
{
    const QString words = m_action.text();
    const QString plain = QString(words).remove(u'&');
    const bool bare = m_bare && !m_main && !m_action.icon().isNull();
    setIcon(m_action.icon());
    setText(bare ? QString() : words);
    setAccessibleName(plain);
    // What cannot be read on it is the first thing its tooltip says.
    const QString does = m_action.toolTip();
    setToolTip(bare && does != plain ? plain + u'\n' + does : does);
    setEnabled(m_action.isEnabled());
}

} // namespace civicq::widgets
