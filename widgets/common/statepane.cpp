// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/statepane.h"

#include "common/errorview.h"
#include "common/iconlabel.h"
#include "common/spinner.h"
#include "common/themeicons.h"
#include "common/typography.h"

#include <QtCore/QTimer>
#include <QtGui/QAction>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {

constexpr int busyDelay = 300;    // milliseconds
constexpr int readingWidth = 560; // of a text in the middle of a page

// In the middle, a little above it, no wider than is good to read.
QWidget *centred(QWidget *inner)
{
    auto *pane = new QWidget;
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(grid::margin, grid::margin, grid::margin, grid::margin);
    layout->addStretch(2);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(inner, 8);
    row->addStretch(1);
    inner->setMaximumWidth(readingWidth);
    layout->addLayout(row);
    layout->addStretch(3);
    return pane;
}

// As narrow as what is shown: a content that waits behind would widen the page for nobody. Its height stays, so that a
// dialog need not grow when it comes.
class ShownWidth final : public QStackedLayout
{
public:
    using QStackedLayout::QStackedLayout;
    [[nodiscard]] QSize minimumSize() const override
    {
        const QSize all = QStackedLayout::minimumSize();
        const QLayoutItem *shown = itemAt(currentIndex());
        return shown ? QSize(shown->minimumSize().width(), all.height()) : all;
    }
    // Qt answers with the height it would like, and who asks for the least would scroll sooner than there is need.
    [[nodiscard]] int minimumHeightForWidth(int width) const override
    {
        int least = minimumSize().height();
        for (int place = 0; place < count(); ++place) {
            const QLayout *inner = itemAt(place)->widget()->layout();
            if (inner && inner->hasHeightForWidth())
                least = std::max(least, inner->totalMinimumHeightForWidth(width));
        }
        return least;
    }
};

QLabel *centredLabel(const QString &text, Type type, bool secondary)
{
    auto *label = makeLabel(text, type, secondary);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    return label;
}

QPushButton *buttonFor(QAction *action, bool main)
{
    auto *button = new QPushButton(action->icon(), action->text());
    button->setObjectName(action->objectName().isEmpty() ? QString() : action->objectName() + u"Button"_s);
    button->setToolTip(action->toolTip());
    button->setEnabled(action->isEnabled());
    button->setDefault(main);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::changed, button, [button, action] { button->setEnabled(action->isEnabled()); });
    return button;
}

} // namespace

StatePane::StatePane(QWidget *content, QWidget *parent)
    : QWidget(parent), m_content(content), m_stack(new ShownWidth(this)), m_delay(new QTimer(this))
{
    m_stack->addWidget(content);
    m_delay->setSingleShot(true);
    m_delay->setInterval(busyDelay);
    connect(m_delay, &QTimer::timeout, this, [this] {
        if (m_state == State::Busy && m_pane)
            m_stack->setCurrentWidget(m_pane);
    });
}

void StatePane::display(State state, QWidget *pane)
{
    m_delay->stop();
    QWidget *old = std::exchange(m_pane, pane);
    m_state = state;
    if (pane)
        m_stack->addWidget(pane);
    if (state == State::Busy && m_stack->currentWidget() == m_content)
        m_delay->start();
    else
        m_stack->setCurrentWidget(pane ? pane : m_content);
    if (old) {
        m_stack->removeWidget(old);
        old->hide();
        old->deleteLater(); // the click that led here may still be on its way through one of its buttons
    }
}

void StatePane::showContent()
{
    if (m_state != State::Content)
        display(State::Content, nullptr);
}

void StatePane::showEmpty(const EmptyText &text, const QList<QAction *> &actions)
{
    auto *inner = new QWidget;
    auto *layout = new QVBoxLayout(inner);
    layout->setSpacing(grid::unit);
    layout->addWidget(new IconLabel(48, icon(text.iconName, Meaning::Neutral)), 0, Qt::AlignHCenter);
    layout->addWidget(centredLabel(text.title, Type::Title, false));
    layout->addWidget(centredLabel(text.text, Type::Text, true));
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, grid::unit, 0, 0);
    buttons->setSpacing(grid::unit);
    buttons->addStretch(1);
    for (QAction *action : actions)
        buttons->addWidget(buttonFor(action, action == actions.first()));
    buttons->addStretch(1);
    layout->addLayout(buttons);
    display(State::Empty, centred(inner));
}

void StatePane::showError(const core::Error &error, std::function<void()> retry)
{
    showError(phrases::explain(error), std::move(retry));
}

void StatePane::showError(const phrases::Explanation &explanation, std::function<void()> retry)
{
    auto *view = new ErrorView(explanation);
    if (retry)
        view->addAction(tr("Try again"), u"retryButton"_s, std::move(retry));
    display(State::Error, centred(view));
}

void StatePane::showBusy(const QString &what)
{
    auto *inner = new QWidget;
    auto *layout = new QVBoxLayout(inner);
    layout->setSpacing(12);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(new Spinner(32));
    row->addStretch(1);
    layout->addLayout(row);
    layout->addWidget(centredLabel(what, Type::Text, true));
    display(State::Busy, centred(inner));
}

} // namespace civicq::widgets
