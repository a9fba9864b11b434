// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/topbar.h"

#include "common/environmentbadge.h"
#include "common/iconlabel.h"
#include "common/palette.h"
#include "common/themeicons.h"
#include "common/typography.h"
#include "shell/connectionbutton.h"

#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QStylePainter>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;
using civicq::connections::ActiveConnection;

namespace civicq::widgets {

namespace {

constexpr int barHeight = 56;
constexpr int stripeHeight = 4;
constexpr int searchWidth = 280;
constexpr int leastSearchWidth = 144;

// Looks like the field it opens.
class SearchButton final : public QPushButton
{
public:
    SearchButton() : m_keys(QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText))
    {
        setObjectName(u"searchField"_s);
        setText(TopBar::tr("Search"));
        setToolTip(TopBar::tr("Find a page, an action or a connection (%1)").arg(m_keys));
        setAccessibleName(TopBar::tr("Search pages and actions"));
        setAutoDefault(false);
        setMinimumWidth(leastSearchWidth);
        setMaximumWidth(searchWidth);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setCursor(Qt::IBeamCursor);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QStylePainter painter(this);
        QStyleOptionFrame option;
        option.initFrom(this);
        option.lineWidth = 1;
        option.state.setFlag(QStyle::State_HasFocus, hasFocus());
        painter.drawPrimitive(QStyle::PE_PanelLineEdit, option);
        widgets::icon(u"search"_s, Meaning::Neutral).paint(&painter, QRect(10, (height() - 16) / 2, 16, 16));
        painter.setPen(secondaryTextColor(palette()));
        painter.drawText(rect().adjusted(34, 0, -10, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
        painter.setFont(typeFont(Type::Small));
        painter.drawText(rect().adjusted(34, 0, -10, 0), Qt::AlignVCenter | Qt::AlignRight, m_keys);
    }

private:
    QString m_keys;
};

} // namespace

TopBar::TopBar(const ActiveConnection &connection, QWidget *parent)
    : QWidget(parent), m_connection(connection), m_fold(new QToolButton), m_switcher(new ConnectionButton),
      m_menu(new QMenu(this)), m_badge(new EnvironmentBadge), m_search(new SearchButton), m_lockIcon(new IconLabel(16)),
      m_lock(makeLabel({}, Type::Small))
{
    setObjectName(u"topBar"_s);
    setFixedHeight(barHeight + stripeHeight);
    m_fold->setObjectName(u"foldButton"_s);
    m_fold->setAutoRaise(true);
    m_fold->setFocusPolicy(Qt::StrongFocus);
    m_fold->setIconSize({20, 20});
    m_switcher->setObjectName(u"connectionButton"_s);
    m_menu->setObjectName(u"connectionMenu"_s);
    m_switcher->setMenu(m_menu);
    m_badge->setObjectName(u"environmentBadge"_s);
    m_lock->setObjectName(u"lockState"_s);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, stripeHeight, grid::gap, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_fold);
    layout->addWidget(m_switcher);
    layout->addWidget(m_badge);
    layout->addSpacing(grid::half);
    layout->addWidget(m_lockIcon);
    layout->addWidget(m_lock);
    layout->addStretch(1);
    layout->addWidget(m_search, 1);
    connect(m_menu, &QMenu::aboutToShow, this, &TopBar::fillMenu);
    connect(m_search, &QPushButton::clicked, this, &TopBar::searchRequested);
    connect(&connection, &ActiveConnection::changed, this, &TopBar::refresh);
    refresh();
}

void TopBar::setConnections(ListConnections list)
{
    m_list = std::move(list);
}

QList<ConnectionEntry> TopBar::connections() const
{
    return m_list ? m_list() : QList<ConnectionEntry>();
}

void TopBar::openSwitcher()
{
    m_switcher->showMenu();
}

void TopBar::addEntry(const ConnectionEntry &entry)
{
    const bool known = entry.environment != postgres::Environment::Unknown;
    // The sandbox says it by its name.
    const QString badge = known && !entry.isSandbox ? u" – "_s + environmentWord(entry.environment) : QString();
    QAction *action = m_menu->addAction(QString(entry.name).replace(u'&', u"&&"_s) + badge);
    action->setObjectName(u"connection_"_s + entry.name);
    action->setIcon(known ? icon(environmentIconName(entry.environment)) : icon(u"network-server-database"_s));
    action->setToolTip(entry.detail);
    action->setCheckable(true);
    action->setChecked(m_connection.state() != ActiveConnection::State::Closed
                       && m_connection.profile().id == entry.id);
    connect(action, &QAction::triggered, this, [this, entry] { Q_EMIT connectionChosen(entry); });
}

void TopBar::fillMenu()
{
    m_menu->clear();
    m_menu->setToolTipsVisible(true);
    QString group;
    for (const ConnectionEntry &entry : connections()) {
        if (entry.group != group && !entry.group.isEmpty())
            m_menu->addSection(entry.group);
        else if (entry.group != group)
            m_menu->addSeparator();
        group = entry.group;
        addEntry(entry);
    }
    m_menu->addSeparator();
    QAction *manage = m_menu->addAction(icon(u"configure"_s), tr("&Manage connections…"));
    manage->setObjectName(u"connectionManage"_s);
    connect(manage, &QAction::triggered, this, &TopBar::manageRequested);
    if (m_connection.state() == ActiveConnection::State::Closed)
        return;
    QAction *leave = m_menu->addAction(icon(u"network-disconnect"_s), tr("&Disconnect"));
    leave->setObjectName(u"connectionClose"_s);
    connect(leave, &QAction::triggered, this, &TopBar::disconnectRequested);
}

void TopBar::refresh()
{
    const auto state = m_connection.state();
    const bool open = state == ActiveConnection::State::Open;
    if (state == ActiveConnection::State::Closed) {
        m_switcher->setConnection(tr("No connection"), {});
    } else {
        const QString where = m_connection.profile().parameters.describe();
        m_switcher->setConnection(m_connection.profile().name,
                                  state == ActiveConnection::State::Opening  ? tr("Connecting…")
                                  : state == ActiveConnection::State::Failed ? tr("Not connected: %1").arg(where)
                                                                             : where);
    }
    m_badge->setVisible(open);
    if (open)
        m_badge->setEnvironment(m_connection.facts().environment);
    const bool locks = open && m_connection.needsUnlock();
    const bool unlocked = locks && m_connection.isUnlocked();
    const Meaning meaning = unlocked ? Meaning::Warning : Meaning::Neutral;
    m_lock->setVisible(locks);
    m_lockIcon->setVisible(locks);
    m_lock->setText(unlocked ? tr("Unlocked for one task") : tr("Read-only"));
    m_lock->setToolTip(unlocked ? tr("One task may write to this database; it is locked again when that task ends.")
                                : tr("The server refuses every change until you unlock it for one task."));
    m_lockIcon->setIcon(icon(unlocked ? u"object-unlocked"_s : u"object-locked"_s, meaning));
    update();
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), cardColor(palette()));
    painter.fillRect(QRect(0, height() - 1, width(), 1), hairlineColor(palette()));
    if (m_connection.isOpen())
        painter.fillRect(QRect(0, 0, width(), stripeHeight), environmentColor(m_connection.facts().environment));
}

} // namespace civicq::widgets
