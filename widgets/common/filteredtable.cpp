// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/filteredtable.h"

#include "common/tableparts.h"
#include "common/themeicons.h"
#include "common/typography.h"

#include <QtCore/QDataStream>
#include <QtCore/QSaveFile>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {

constexpr quint8 stateVersion = 2;
constexpr int iconAndMargins = 52; // of the filter's field
constexpr int roomToType = 176;    // its width that is worth more than words on the buttons beside it

QToolButton *menuButton(const QString &name, const QString &text, const QString &iconName)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

// Opened by hand: a button with a menu of its own would get an arrow over its icon.
void openBelow(QMenu *menu, const QToolButton *button)
{
    menu->popup(button->mapToGlobal(QPoint(0, button->height())));
}

void dress(QTableView *view)
{
    view->setSortingEnabled(true);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setFrameShape(QFrame::NoFrame);
    view->setTabKeyNavigation(false); // Tab leaves the table, arrows move in it
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setFont(tabular(view->font()));
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(grid::tableRow);
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setSectionsMovable(true);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view->setContextMenuPolicy(Qt::CustomContextMenu);
}

} // namespace

FilteredTable::FilteredTable(const QString &objectName, const QString &name, QWidget *parent)
    : QWidget(parent), m_name(name), m_proxy(new TableProxy(this)), m_view(new TableView), m_filter(new QLineEdit),
      m_columns(new QMenu(this)), m_tools(new QWidget), m_count(makeLabel({}, Type::Small, true))
{
    setObjectName(objectName);
    m_view->setObjectName(objectName + u"View"_s);
    m_view->setAccessibleName(name);
    m_view->setModel(m_proxy);
    dress(m_view);
    m_filter->setObjectName(objectName + u"Filter"_s);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter: %1").arg(name));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(240);
    m_filter->addAction(icon(u"view-filter"_s, Meaning::Neutral), QLineEdit::LeadingPosition);
    // Beside many buttons its word is still read whole.
    m_filter->setMinimumWidth(m_filter->fontMetrics().horizontalAdvance(m_filter->placeholderText()) + iconAndMargins);

    auto *tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(grid::gap, grid::unit, 12, grid::unit);
    tools->setSpacing(grid::unit);
    tools->addWidget(m_filter, 100); // the gap beside it has only what it cannot use
    tools->addWidget(m_count);
    tools->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tools);
    // Cells begin where a card's title does: half the way here, half inside the cell.
    auto *inset = new QHBoxLayout;
    inset->setContentsMargins(grid::unit, 0, grid::unit, 0);
    inset->addWidget(m_view);
    layout->addLayout(inset, 1);

    makeActions();
    connect(m_filter, &QLineEdit::textChanged, m_proxy, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_proxy, &QAbstractItemModel::modelReset, this, &FilteredTable::showCount);
    connect(m_proxy, &QAbstractItemModel::layoutChanged, this, &FilteredTable::showCount);
    connect(m_proxy, &QAbstractItemModel::rowsInserted, this, &FilteredTable::showCount);
    connect(m_proxy, &QAbstractItemModel::rowsRemoved, this, &FilteredTable::showCount);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { Q_EMIT currentRowChanged(currentRow()); });
    connect(m_view, &QTableView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT rowActivated(m_proxy->mapToSource(index).row()); });
    connect(m_view, &QWidget::customContextMenuRequested, this, &FilteredTable::showMenu);
    connect(m_view->horizontalHeader(), &QHeaderView::sectionClicked, this, [this] { m_sortedByPerson = true; });
}

void FilteredTable::makeActions()
{
    auto *columns = menuButton(objectName() + u"Columns"_s, tr("Choose columns"), u"view-file-columns"_s);
    connect(columns, &QToolButton::clicked, this, [this, columns] { openBelow(m_columns, columns); });
    connect(m_columns, &QMenu::aboutToShow, this, &FilteredTable::fillColumnMenu);
    auto *more = menuButton(objectName() + u"More"_s, tr("Copy and export"), u"application-menu"_s);
    auto *menu = new QMenu(more);
    QAction *copyAction = menu->addAction(icon(u"edit-copy"_s), tr("&Copy with headers"), this, &FilteredTable::copy);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(copyAction);
    menu->addAction(icon(u"document-export"_s), tr("&Export as CSV…"), this, &FilteredTable::exportCsv);
    connect(more, &QToolButton::clicked, menu, [menu, more] { openBelow(menu, more); });
    m_tools->layout()->addWidget(columns);
    m_tools->layout()->addWidget(more);
}

void FilteredTable::setModel(QAbstractItemModel *model)
{
    m_proxy->setSourceModel(model);
    showCount();
}

void FilteredTable::setSortRole(int role)
{
    m_proxy->setSortRole(role);
}

void FilteredTable::sortBy(int column, Qt::SortOrder order)
{
    if (!m_sortedByPerson)
        m_view->sortByColumn(column, order);
}

void FilteredTable::hideColumn(int column, bool hide)
{
    m_hidden.removeAll(column);
    if (hide)
        m_hidden.append(column);
    if (!m_arrangedByPerson)
        m_view->setColumnHidden(column, hide);
}

void FilteredTable::setExpendable(const QList<int> &columns, int least)
{
    m_expendable = columns;
    m_least = least;
}

void FilteredTable::showExpendable()
{
    for (const int column : std::as_const(m_expendable))
        m_view->setColumnHidden(column, m_hidden.contains(column));
}

void FilteredTable::fit()
{
    if (m_arrangedByPerson || m_stretched < 0)
        return;
    showExpendable();
    const auto room = [this] {
        int left = m_view->viewport()->width();
        for (const int column : visibleColumns())
            left -= column == m_stretched ? 0 : m_view->columnWidth(column);
        return left;
    };
    for (const int column : std::as_const(m_expendable)) {
        if (room() >= m_least)
            return;
        m_view->setColumnHidden(column, true);
    }
}

void FilteredTable::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
    fitTools();
}

void FilteredTable::setStretchColumn(int column, Qt::TextElideMode cut)
{
    m_stretched = column;
    m_view->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    m_view->setTextElideMode(cut);
}

void FilteredTable::sizeToContents()
{
    if (!m_arrangedByPerson)
        showExpendable(); // a hidden column's header asks for no room
    for (int column = 0; column < m_proxy->columnCount(); ++column) {
        if (column != m_stretched)
            m_view->resizeColumnToContents(column);
    }
    fit();
}

void FilteredTable::setBarColumn(int column, int role)
{
    m_view->setItemDelegateForColumn(column, new BarDelegate(role, m_view));
}

void FilteredTable::setEmptyText(const QString &text)
{
    m_emptyText = text;
    showCount();
}

void FilteredTable::addRowAction(QAction *action)
{
    m_rowActions.append(action);
}

QTableView *FilteredTable::view() const
{
    return m_view;
}

int FilteredTable::currentRow() const
{
    return m_proxy->mapToSource(m_view->currentIndex()).row();
}

QList<int> FilteredTable::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows())
        rows.append(m_proxy->mapToSource(index).row());
    return rows;
}

void FilteredTable::setCurrentRow(int sourceRow)
{
    if (!m_proxy->sourceModel())
        return;
    const QModelIndex index = m_proxy->mapFromSource(m_proxy->sourceModel()->index(sourceRow, 0));
    if (index.isValid())
        m_view->setCurrentIndex(index);
}

void FilteredTable::addToolWidget(QWidget *widget)
{
    auto *tools = qobject_cast<QHBoxLayout *>(m_tools->layout());
    tools->insertWidget(tools->count() - 2, widget);
    if (auto *button = qobject_cast<QToolButton *>(widget);
        button && button->toolButtonStyle() == Qt::ToolButtonTextBesideIcon && !button->icon().isNull())
        m_worded.append(button);
    m_toolsWidth += widget->sizeHint().width() + grid::unit;
    fitTools();
}

// A field to type in first, then the buttons' words: they are in their tooltips too.
void FilteredTable::fitTools()
{
    int wanted = m_toolsWidth + roomToType + 2 * grid::gap + m_count->sizeHint().width();
    for (const QString &name : {u"Columns"_s, u"More"_s})
        wanted += findChild<QToolButton *>(objectName() + name)->sizeHint().width() + 2 * grid::unit;
    for (QToolButton *button : std::as_const(m_worded))
        button->setToolButtonStyle(width() < wanted ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

QList<int> FilteredTable::visibleColumns() const
{
    QList<int> columns;
    const QHeaderView *header = m_view->horizontalHeader();
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        if (!m_view->isColumnHidden(column))
            columns.append(column);
    }
    return columns;
}

void FilteredTable::copy() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    QGuiApplication::clipboard()->setText(tableText(*m_proxy, visibleColumns(), rows, TextForm::TabSeparated));
}

QByteArray FilteredTable::toCsv() const
{
    return "\xEF\xBB\xBF" + tableText(*m_proxy, visibleColumns(), {}, TextForm::Csv).toUtf8();
}

void FilteredTable::exportCsv()
{
    auto *dialog = new QFileDialog(this, tr("Export %1").arg(m_name), m_name + u".csv"_s, tr("CSV files (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly) && file.write(toCsv()) >= 0 && file.commit())
            return;
        QMessageBox::warning(this, tr("Not exported"),
                             tr("%1 could not be written: %2. Choose another folder.").arg(path, file.errorString()));
    });
    dialog->open();
}

void FilteredTable::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_rowActions);
    if (!m_rowActions.isEmpty())
        menu->addSeparator();
    menu->addActions(m_view->actions());
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

void FilteredTable::fillColumnMenu()
{
    m_columns->clear();
    for (int column = 0; column < m_proxy->columnCount(); ++column) {
        QAction *entry = m_columns->addAction(m_proxy->headerData(column, Qt::Horizontal).toString());
        entry->setCheckable(true);
        entry->setChecked(!m_view->isColumnHidden(column));
        entry->setEnabled(m_view->isColumnHidden(column) || visibleColumns().size() > 1);
        connect(entry, &QAction::toggled, this, [this, column](bool on) {
            m_arrangedByPerson = true;
            m_view->setColumnHidden(column, !on);
        });
    }
}

void FilteredTable::showCount()
{
    const QAbstractItemModel *source = m_proxy->sourceModel();
    const int all = source ? source->rowCount() : 0;
    const int shown = m_proxy->rowCount();
    m_count->setText(shown == all ? QString() : tr("%1 of %2").arg(QLocale().toString(shown), QLocale().toString(all)));
    m_view->setMessage(all == 0 ? m_emptyText : shown == 0 ? tr("Nothing here matches the filter.") : QString());
}

QByteArray FilteredTable::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << stateVersion << qint32(m_proxy->columnCount()) << m_arrangedByPerson
           << m_view->horizontalHeader()->saveState();
    return state;
}

bool FilteredTable::restoreState(const QByteArray &state)
{
    QDataStream stream(state);
    quint8 version = 0;
    qint32 columns = 0;
    bool arranged = false;
    QByteArray header;
    stream >> version >> columns >> arranged >> header;
    // A later version of the program may have other columns: then what was remembered means nothing.
    if (version != stateVersion || columns != m_proxy->columnCount()
        || !m_view->horizontalHeader()->restoreState(header))
        return false;
    m_sortedByPerson = true;
    m_arrangedByPerson = arranged;
    return true;
}

} // namespace civicq::widgets
