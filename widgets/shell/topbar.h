// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One bar that says at all times which database this is: connection, environment (stripe, badge), whether it can be
// written to; at the right the field that finds everything. GUI thread. Object names: topBar, foldButton,
// connectionButton, environmentBadge, lockState, searchField.

#include "connections/activeconnection.h"

#include <QtCore/QUuid>
#include <QtWidgets/QWidget>

#include <functional>

class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace civicq::widgets {

class ConnectionButton;
class EnvironmentBadge;
class IconLabel;

// What the switcher lists.
struct ConnectionEntry
{
    QUuid id;
    QString name;
    QString group;                                                      // may be empty
    QString detail;                                                     // "civicq on db.example.org"
    postgres::Environment environment = postgres::Environment::Unknown; // as it was when last seen
    bool isSandbox = false;
};

using ListConnections = std::function<QList<ConnectionEntry>()>;

class TopBar final : public QWidget
{
    Q_OBJECT
public:
    explicit TopBar(const connections::ActiveConnection &connection, QWidget *parent = nullptr);
    void setConnections(ListConnections list);
    [[nodiscard]] QToolButton *foldButton() const { return m_fold; }
    [[nodiscard]] QList<ConnectionEntry> connections() const;
    void openSwitcher();

Q_SIGNALS:
    void connectionChosen(const civicq::widgets::ConnectionEntry &entry);
    void manageRequested();
    void disconnectRequested();
    void searchRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fillMenu();
    void addEntry(const ConnectionEntry &entry);
    void refresh();

    const connections::ActiveConnection &m_connection;
    ListConnections m_list;
    QToolButton *m_fold;
    ConnectionButton *m_switcher;
    QMenu *m_menu;
    EnvironmentBadge *m_badge;
    QPushButton *m_search;
    IconLabel *m_lockIcon;
    QLabel *m_lock;
};

} // namespace civicq::widgets
