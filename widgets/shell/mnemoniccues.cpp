// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/mnemoniccues.h"

#include <QtCore/QEvent>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QStyleFactory>

#include <memory>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {

// "Underline access keys when available", among Windows' settings: Qt's own style for it asks the system.
bool systemWantsThemAlways()
{
#ifdef Q_OS_WIN
    const std::unique_ptr<QStyle> native(QStyleFactory::create(u"windows"_s));
    return native && native->styleHint(QStyle::SH_UnderlineShortcut) != 0;
#else
    return false;
#endif
}

bool neverHere()
{
#ifdef Q_OS_MACOS
    return true;
#else
    return false;
#endif
}

} // namespace

MnemonicCues::MnemonicCues(QObject *parent) : QObject(parent), m_always(systemWantsThemAlways()) {}

void MnemonicCues::watch()
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool MnemonicCues::areShown(const QWidget *widget) const
{
    if (neverHere())
        return false;
    if (m_always || m_altHeld)
        return true;
    const auto *bar = qobject_cast<const QMenuBar *>(widget);
    return m_byKeyboard && ((bar && bar->hasFocus()) || qobject_cast<const QMenu *>(widget));
}

bool MnemonicCues::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride:
        m_byKeyboard = true;
        if (static_cast<const QKeyEvent *>(event)->key() == Qt::Key_Alt)
            setAltHeld(true);
        break;
    case QEvent::KeyRelease:
        if (static_cast<const QKeyEvent *>(event)->key() == Qt::Key_Alt)
            setAltHeld(false);
        break;
    case QEvent::MouseButtonPress: m_byKeyboard = false; [[fallthrough]];
    case QEvent::ApplicationDeactivate: setAltHeld(false); break; // Alt is let go where it is not heard
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

void MnemonicCues::setAltHeld(bool held)
{
    if (m_altHeld == held)
        return;
    m_altHeld = held;
    const QWidgetList all = QApplication::allWidgets();
    for (QWidget *widget : all) {
        if (widget->isVisible())
            widget->update();
    }
}

} // namespace civicq::widgets
