// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The pages, one over the other. A page is made when it is first wanted, shown in a scroll area that only moves when the
// window is too small for it, and told when it is seen. Without an open connection a page that needs one gives way to a
// pane that says how to get one. GUI thread.

#include "common/page.h"
#include "connections/activeconnection.h"

#include <QtWidgets/QStackedWidget>

#include <functional>

namespace civicq::widgets {

class StatePane;

using MakePage = std::function<Page *()>;

class PageArea final : public QStackedWidget
{
    Q_OBJECT
public:
    explicit PageArea(connections::ActiveConnection &connection, QWidget *parent = nullptr);

    void addPage(const PageInfo &info, MakePage make);
    // What the pane without a connection offers; the first is the main one.
    void setConnectActions(const QList<QAction *> &actions);
    void showPage(const QString &id);
    // Before there is a connection to speak of: the sandbox is being started, or it could not be. Until the next change.
    void showPreparing(const QString &what);
    void showProblem(const core::Error &error, std::function<void()> retry);
    void setWindowSeen(bool seen);
    [[nodiscard]] QString currentId() const { return m_current; }
    [[nodiscard]] const QList<PageInfo> &infos() const { return m_infos; }
    [[nodiscard]] Page *page(const QString &id); // makes it
    [[nodiscard]] QList<Page *> madePages() const;
    // Makes one page that is not there yet; false when all are.
    bool makeNext();

Q_SIGNALS:
    void pageMade(civicq::widgets::Page *page);
    void pageRequested(const QString &id);
    void sentenceChanged();
    void passwordWanted(); // the login was refused: another one is to be asked for

private:
    struct Entry
    {
        MakePage make;
        Page *page = nullptr;
        QWidget *area = nullptr;
    };

    void refresh();
    void showConnectionState();
    [[nodiscard]] qsizetype indexOf(const QString &id) const;

    connections::ActiveConnection &m_connection;
    QList<PageInfo> m_infos;
    QList<Entry> m_entries;
    QList<QAction *> m_connectActions;
    StatePane *m_instead;
    QString m_current;
    Page *m_seen = nullptr;
    bool m_windowSeen = false;
    bool m_preparing = false; // the pane instead of a page was set from outside
};

} // namespace civicq::widgets
