// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/reflow.h"

#include <QtCore/QEvent>
#include <QtCore/QPointer>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QWidget>

namespace civicq::widgets {

namespace {

class Reflow final : public QObject
{
public:
    Reflow(QWidget *host, QBoxLayout *layout, std::function<int()> width, std::function<void(bool)> turned)
        : QObject(host), m_host(host), m_layout(layout), m_width(std::move(width)), m_turned(std::move(turned))
    {
        host->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == m_host && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest))
            follow();
        return QObject::eventFilter(watched, event);
    }

private:
    void follow()
    {
        const bool down = m_host->width() < m_width();
        if (!m_layout || down == (m_layout->direction() == QBoxLayout::TopToBottom))
            return;
        m_layout->setDirection(down ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
        if (m_turned)
            m_turned(down);
    }

    QWidget *m_host;
    QPointer<QBoxLayout> m_layout;
    std::function<int()> m_width;
    std::function<void(bool)> m_turned;
};

} // namespace

void reflow(QWidget *host, QBoxLayout *layout, std::function<int()> width, std::function<void(bool)> turned)
{
    new Reflow(host, layout, std::move(width), std::move(turned)); // the host's child
}

} // namespace civicq::widgets
