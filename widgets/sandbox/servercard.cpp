// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/servercard.h"

#include "common/iconlabel.h"
#include "common/themeicons.h"
#include "common/typography.h"

#include <QtCore/QLocale>
#include <QtCore/QTimer>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;
using civicq::sandbox::Presence;

namespace civicq::widgets {

namespace {

constexpr int doneMilliseconds = 1'500; // how long the button says that it was done

} // namespace

ServerCard::ServerCard(QWidget *parent) : Card(tr("Server"), parent), m_icon(new IconLabel(16)), m_copy(new QToolButton)
{
    auto *body = new QWidget;
    auto *layout = new QGridLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(grid::gap);
    layout->setVerticalSpacing(grid::unit);
    layout->setColumnStretch(2, 1);
    m_state = addRow(layout, tr("State"), u"sandboxState"_s);
    layout->addWidget(m_icon, 0, 1);
    m_version = addRow(layout, tr("Version"), u"sandboxVersion"_s);
    m_address = addRow(layout, tr("Address"), u"sandboxAddress"_s);
    m_address->setFont(typeFont(Type::Code));
    m_folder = addRow(layout, tr("Folder"), u"sandboxFolder"_s);
    m_copy->setObjectName(u"copyAddress"_s);
    m_copy->setIcon(icon(u"edit-copy"_s));
    m_copy->setAutoRaise(true);
    m_copy->setToolTip(
        tr("Copy the address, for psql and other programs; no password is in it, but the file that has it"));
    m_copy->setAccessibleName(tr("Copy the address"));
    layout->addWidget(m_copy, 2, 3);
    connect(m_copy, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_address->toolTip());
        m_copy->setIcon(icon(u"dialog-ok-apply"_s, Meaning::Good));
        QTimer::singleShot(doneMilliseconds, m_copy, [this] { m_copy->setIcon(icon(u"edit-copy"_s)); });
    });
    setBody(body);
}

QLabel *ServerCard::addRow(QGridLayout *layout, const QString &title, const QString &name)
{
    const int row = layout->count() == 0 ? 0 : layout->rowCount();
    layout->addWidget(makeLabel(title, Type::Text, true), row, 0);
    QLabel *value = makeLabel(u"–"_s);
    value->setObjectName(name);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    // The state has its icon before it.
    layout->addWidget(value, row, row == 0 ? 2 : 1, 1, row == 0 ? 1 : 2);
    return value;
}

void ServerCard::display(const sandbox::Status &status, const QString &address)
{
    const bool there = status.presence != Presence::Missing;
    m_folder->setText(status.folder);
    m_version->setText(there ? tr("PostgreSQL %1").arg(status.major) : u"–"_s);
    // Short to read; the whole of it is what is copied.
    m_address->setText(there ? address.section(u'?', 0, 0) : u"–"_s);
    m_address->setToolTip(there ? address : QString());
    m_copy->setEnabled(there);
    switch (status.presence) {
    case Presence::Missing:
        m_icon->setIcon(meaningIcon(Meaning::Neutral));
        m_state->setText(tr("Not made yet"));
        break;
    case Presence::Stopped:
        m_icon->setIcon(meaningIcon(Meaning::Neutral));
        m_state->setText(tr("Stopped"));
        break;
    case Presence::Running:
        m_icon->setIcon(meaningIcon(Meaning::Good));
        m_state->setText(status.keepRunning
                             ? tr("Running since %1; stays when this program ends")
                                   .arg(QLocale().toString(status.startedAt.toLocalTime(), QLocale::ShortFormat))
                             : tr("Running since %1; stops with the last program that uses it")
                                   .arg(QLocale().toString(status.startedAt.toLocalTime(), QLocale::ShortFormat)));
        break;
    }
}

} // namespace civicq::widgets
