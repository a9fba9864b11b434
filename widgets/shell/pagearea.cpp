// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/pagearea.h"

#include "common/statepane.h"
#include "shell/pagescroll.h"

#include <QtGui/QAction>

using namespace Qt::StringLiterals;
using civicq::connections::ActiveConnection;

namespace civicq::widgets {

PageArea::PageArea(ActiveConnection &connection, QWidget *parent)
    : QStackedWidget(parent), m_connection(connection), m_instead(new StatePane(new QWidget))
{
    setObjectName(u"pageArea"_s);
    m_instead->setObjectName(u"connectionPane"_s);
    addWidget(m_instead);
    connect(&connection, &ActiveConnection::changed, this, [this] {
        m_preparing = false;
        refresh();
    });
}

void PageArea::addPage(const PageInfo &info, MakePage make)
{
    m_infos.append(info);
    m_entries.append({std::move(make), nullptr, nullptr});
}

void PageArea::setConnectActions(const QList<QAction *> &actions)
{
    m_connectActions = actions;
    refresh();
}

qsizetype PageArea::indexOf(const QString &id) const
{
    for (qsizetype place = 0; place < m_infos.size(); ++place) {
        if (m_infos.at(place).id == id)
            return place;
    }
    return -1;
}

Page *PageArea::page(const QString &id)
{
    const qsizetype place = indexOf(id);
    if (place < 0)
        return nullptr;
    Entry &entry = m_entries[place];
    if (entry.page)
        return entry.page;
    entry.page = entry.make();
    auto *area = new PageScroll(entry.page);
    area->setObjectName(u"pageScroll_"_s + id);
    entry.area = area;
    addWidget(area);
    connect(entry.page, &Page::pageRequested, this, &PageArea::pageRequested);
    connect(entry.page, &Page::sentenceChanged, this, &PageArea::sentenceChanged);
    Q_EMIT pageMade(entry.page);
    return entry.page;
}

QList<Page *> PageArea::madePages() const
{
    QList<Page *> pages;
    for (const Entry &entry : m_entries) {
        if (entry.page)
            pages.append(entry.page);
    }
    return pages;
}

bool PageArea::makeNext()
{
    for (qsizetype place = 0; place < m_entries.size(); ++place) {
        if (!m_entries.at(place).page) {
            (void)page(m_infos.at(place).id);
            return true;
        }
    }
    return false;
}

void PageArea::showPage(const QString &id)
{
    if (indexOf(id) < 0)
        return;
    m_current = id;
    refresh();
}

void PageArea::showPreparing(const QString &what)
{
    m_preparing = true;
    m_instead->showBusy(what);
    refresh();
}

void PageArea::showProblem(const core::Error &error, std::function<void()> retry)
{
    m_preparing = true;
    m_instead->showError(error, std::move(retry));
    refresh();
}

void PageArea::setWindowSeen(bool seen)
{
    m_windowSeen = seen;
    refresh();
}

void PageArea::refresh()
{
    const qsizetype place = indexOf(m_current);
    Page *seen = nullptr;
    if (place >= 0 && (!m_infos.at(place).needsConnection || m_connection.isOpen())) {
        Page *wanted = page(m_current);
        setCurrentWidget(m_entries.at(place).area);
        if (m_windowSeen)
            seen = wanted;
    } else {
        if (!m_preparing)
            showConnectionState();
        setCurrentWidget(m_instead);
    }
    if (seen == m_seen)
        return;
    if (m_seen)
        m_seen->setShown(false);
    m_seen = seen;
    if (m_seen)
        m_seen->setShown(true);
}

void PageArea::showConnectionState()
{
    switch (m_connection.state()) {
    case ActiveConnection::State::Opening:
        m_instead->showBusy(tr("Connecting to %1…").arg(m_connection.profile().parameters.describe()));
        return;
    case ActiveConnection::State::Failed:
        m_instead->showError(m_connection.error(), [this] {
            // The same password again would be refused again.
            if (m_connection.error().code == core::ErrorCode::AuthenticationFailed)
                Q_EMIT passwordWanted();
            else
                m_connection.reopen();
        });
        return;
    case ActiveConnection::State::Open:
    case ActiveConnection::State::Closed: break;
    }
    m_instead->showEmpty({u"network-server-database"_s, tr("Not connected to a database"),
                          tr("Start the sandbox to try everything on a database of this program's own, or add the "
                             "connection to one of yours.")},
                         m_connectActions);
}

} // namespace civicq::widgets
