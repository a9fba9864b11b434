// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/historyview.h"

#include "common/tableparts.h"
#include "common/themeicons.h"
#include "common/typography.h"
#include "migrations/historydelegates.h"
#include "migrations/migrationmodel.h"

#include <QtCore/QEvent>
#include <QtCore/QSortFilterProxyModel>
#include <QtGui/QAction>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>

#include <utility>

using namespace Qt::StringLiterals;
using civicq::migrations::MigrationModel;
using civicq::migrations::RevisionStatus;

namespace civicq::widgets {

// A heading is read whole or not at all: over a column of icons it is the tooltip's.
class HistoryProxy final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setStatusWord(bool shown)
    {
        if (std::exchange(m_statusWord, shown) != shown)
            Q_EMIT headerDataChanged(Qt::Horizontal, MigrationModel::Status, MigrationModel::Status);
    }

    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (m_statusWord || section != MigrationModel::Status || orientation != Qt::Horizontal)
            return QSortFilterProxyModel::headerData(section, orientation, role);
        switch (role) {
        case Qt::DisplayRole: return QString();
        case Qt::ToolTipRole:
        case Qt::AccessibleTextRole: return QSortFilterProxyModel::headerData(section, orientation, Qt::DisplayRole);
        default: return QSortFilterProxyModel::headerData(section, orientation, role);
        }
    }

private:
    bool m_statusWord = true;
};

HistoryView::HistoryView(MigrationModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_proxy(new HistoryProxy(this)), m_view(new TableView),
      m_lanes(new LaneDelegate(this)), m_field(new QLineEdit)
{
    m_proxy->setSourceModel(&model);
    m_proxy->setFilterKeyColumn(-1);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);

    m_field->setObjectName(u"migrationFilter"_s);
    m_field->setPlaceholderText(tr("Filter revisions"));
    m_field->setAccessibleName(tr("Filter revisions"));
    m_field->setClearButtonEnabled(true);
    m_field->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);

    m_view->setObjectName(u"migrationHistory"_s);
    m_view->setAccessibleName(tr("Revisions, newest first"));
    m_view->setModel(m_proxy);
    m_view->setItemDelegateForColumn(MigrationModel::Graph, m_lanes);
    m_view->setItemDelegateForColumn(MigrationModel::Status, new StatusDelegate(this));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setTabKeyNavigation(false);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->setFont(tabular(m_view->font()));
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setDefaultSectionSize(grid::tableRow);
    auto *header = m_view->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(MigrationModel::Message, QHeaderView::Stretch);
    for (const int column : {MigrationModel::Date, MigrationModel::AppliedAt}) // in the details
        m_view->setColumnHidden(column, true);

    fitColumns();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_field);
    layout->addWidget(m_view, 1);

    connect(m_field, &QLineEdit::textChanged, this, &HistoryView::filter);
    connect(&model, &QAbstractItemModel::modelReset, this, &HistoryView::adaptToGraph);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { Q_EMIT currentRowChanged(currentRow()); });
}

int HistoryView::currentRow() const
{
    const QModelIndex current = m_proxy->mapToSource(m_view->currentIndex());
    return current.isValid() ? current.row() : -1;
}

void HistoryView::setCurrentRow(int row)
{
    const QModelIndex index = m_proxy->mapFromSource(m_model.index(row, MigrationModel::Message));
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
}

void HistoryView::addRowAction(QAction *action)
{
    m_view->addAction(action);
}

// As wide as what stands in them, in whatever font and language.
void HistoryView::fitColumns()
{
    constexpr int padding = 28; // of a cell, both sides
    constexpr int iconAndGap = 24;
    const QFontMetrics metrics(m_view->font());
    QFont bold = m_view->font();
    bold.setWeight(QFont::DemiBold);
    int status = 0;
    for (const auto word :
         {RevisionStatus::Pending, RevisionStatus::Applied, RevisionStatus::Current, RevisionStatus::Unknown})
        status = qMax(status, QFontMetrics(bold).horizontalAdvance(MigrationModel::statusWord(word)));
    auto *header = m_view->horizontalHeader();
    const int identifier = metrics.horizontalAdvance(u"0123456789ab"_s) + padding;
    const int statusWidth = status + iconAndGap + padding;
    const int others = header->sectionSize(MigrationModel::Graph) + statusWidth;
    const int message = fontMetrics().averageCharWidth() * 32;
    // Where there is little room the identifier is left to the details, then the status's word to its icon.
    m_view->setColumnHidden(MigrationModel::Identifier, width() < others + message + identifier);
    const bool iconAlone = width() < others + message / 2;
    header->resizeSection(MigrationModel::Status, iconAlone ? iconColumn : statusWidth);
    m_proxy->setStatusWord(!iconAlone);
    header->resizeSection(MigrationModel::Identifier, identifier);
}

void HistoryView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void HistoryView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitColumns();
}

void HistoryView::filter(const QString &text)
{
    m_lanes->setLinesShown(text.isEmpty());
    m_proxy->setFilterFixedString(text);
    m_view->setMessage(m_proxy->rowCount() == 0 && !text.isEmpty() ? tr("No revision has “%1”.").arg(text) : QString());
}

void HistoryView::adaptToGraph()
{
    m_view->horizontalHeader()->resizeSection(MigrationModel::Graph,
                                              qMax(LaneDelegate::widthFor(m_model.laneCount()), 56));
    fitColumns();
}

} // namespace civicq::widgets
