// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakepage.h"

#include "common/card.h"
#include "common/filteredtable.h"
#include "common/messagestrip.h"
#include "common/themeicons.h"
#include "core/units.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QTableView>

#include <array>

using namespace Qt::StringLiterals;

namespace civicq::tests {

namespace {

struct Row
{
    const char *name;
    qint64 rows;
    qint64 bytes;
};
constexpr std::array<Row, 8> rows{Row{"votes", 48'210, 12'582'912}, Row{"questions", 3'120, 25'165'824},
                                  Row{"users", 36, 98'304},         Row{"ballots", 9, 49'152},
                                  Row{"candidates", 27, 65'536},    Row{"table 10", 1, 8'192},
                                  Row{"table 2", 2, 8'192},         Row{"Élodie's \"été\", with a comma", 4, 16'384}};

} // namespace

int FakeTables::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows.size());
}

int FakeTables::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 3;
}

QVariant FakeTables::data(const QModelIndex &index, int role) const
{
    const Row &row = rows.at(static_cast<std::size_t>(index.row()));
    if (role == Qt::TextAlignmentRole && index.column() > 0)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (index.column() == 0 && (role == Qt::DisplayRole || role == Qt::EditRole))
        return QString::fromUtf8(row.name);
    const qint64 value = index.column() == 1 ? row.rows : row.bytes;
    if (role == Qt::EditRole)
        return value;
    if (role == Qt::DisplayRole)
        return index.column() == 1 ? core::formatCount(value) : core::formatBytes(value);
    return {};
}

QVariant FakeTables::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section > 0 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    static const std::array<QString, 3> names{u"Table"_s, u"Rows"_s, u"Size"_s};
    return names.at(static_cast<std::size_t>(section));
}

FakePage::FakePage(const QString &id, const QString &title, const QString &iconName)
    : Page({id, title, iconName, u"What is done on "_s + title, {u"zebra"_s + id}}),
      m_action(new QAction(widgets::icon(u"document-save"_s), u"Back up "_s + title, this))
{
    m_action->setObjectName(u"run_"_s + id);
    m_action->setToolTip(u"Makes a copy of everything"_s);
    connect(m_action, &QAction::triggered, this, [this] { ++m_timesRun; });
    addHeaderAction(m_action, true);
    auto *second = new QAction(widgets::icon(u"view-refresh"_s), u"Refresh"_s, this);
    addHeaderAction(second, false);
    setSentence(u"2 of 20 tables need vacuuming; the newest proven backup is 9 hours old."_s);
    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(new widgets::MessageStrip(widgets::Meaning::Warning,
                                                u"This database was restored from a copy of production."_s));
    auto *table = new widgets::FilteredTable(id + u"Table"_s, u"Tables"_s);
    table->setModel(&m_tables);
    table->setBarColumn(2);
    table->setStretchColumn(0);
    table->sortBy(2, Qt::DescendingOrder);
    auto *card = new widgets::Card(u"Tables"_s);
    card->setBody(table, true);
    layout->addWidget(card, 1);
    setBody(body);
}

} // namespace civicq::tests
