// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/optionstable.h"

#include "common/themeicons.h"
#include "common/typography.h"
#include "connections/optionsmodel.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QTableView>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {

constexpr int visibleRows = 3;

// Completes the names libpq knows.
class NameDelegate final : public QStyledItemDelegate
{
public:
    NameDelegate(QStringList names, QObject *parent) : QStyledItemDelegate(parent), m_names(std::move(names)) {}

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        auto *editor = new QLineEdit(parent);
        auto *completer = new QCompleter(m_names, editor);
        completer->setFilterMode(Qt::MatchContains);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        editor->setCompleter(completer);
        return editor;
    }

private:
    QStringList m_names;
};

} // namespace

OptionsTable::OptionsTable(OptionsModel *model, QWidget *parent)
    : QWidget(parent), m_model(model), m_view(new QTableView)
{
    m_view->setObjectName(u"profileOptions"_s);
    m_view->setAccessibleName(tr("Other options"));
    m_view->setModel(model);
    m_view->setItemDelegateForColumn(OptionsModel::NameColumn, new NameDelegate(model->knownNames(), this));
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(grid::tableRow);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->setColumnWidth(OptionsModel::NameColumn, 200);
    m_view->setShowGrid(false);
    m_view->setTabKeyNavigation(false); // Tab leaves the table
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setMinimumHeight(grid::tableRow * (visibleRows + 1));
    m_view->setMaximumHeight(grid::tableRow * (visibleRows + 1));

    auto *add = new QPushButton(icon(u"list-add"_s), tr("Add option"));
    add->setObjectName(u"addOption"_s);
    auto *remove = new QPushButton(icon(u"list-remove"_s), tr("Remove option"));
    remove->setObjectName(u"removeOption"_s);
    remove->setEnabled(false);
    connect(add, &QPushButton::clicked, this, [this] {
        const QModelIndex name = m_model->index(m_model->addRow(), OptionsModel::NameColumn);
        m_view->setCurrentIndex(name);
        m_view->setFocus();
        m_view->edit(name);
    });
    connect(remove, &QPushButton::clicked, this, [this] {
        if (m_view->currentIndex().isValid())
            m_model->removeRow(m_view->currentIndex().row());
    });
    const auto refresh = [this, remove] { remove->setEnabled(m_view->selectionModel()->hasSelection()); };
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, refresh);
    connect(m_model, &QAbstractItemModel::modelReset, this, refresh);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, refresh);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid::unit);
    buttons->addWidget(add);
    buttons->addWidget(remove);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_view);
    layout->addLayout(buttons);
}

} // namespace civicq::widgets
