// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/tableparts.h"

#include "common/seriescolors.h"
#include "common/typography.h"

#include <QtGui/QFocusEvent>
#include <QtGui/QPainter>

#include <numeric>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {

double largest(const QAbstractItemModel &model, int column, int role)
{
    double value = 0.0;
    for (int row = 0; row < model.rowCount(); ++row)
        value = std::max(value, model.index(row, column).data(role).toDouble());
    return value;
}

QString field(QString text, TextForm form)
{
    if (form == TextForm::TabSeparated)
        return text.replace(u'\t', u' ').replace(u'\n', u' ');
    const bool quote = text.contains(u',') || text.contains(u'"') || text.contains(u'\n') || text.contains(u'\r');
    return quote ? u'"' + text.replace(u'"', u"\"\""_s) + u'"' : text;
}

} // namespace

TableProxy::TableProxy(QObject *parent) : QSortFilterProxyModel(parent)
{
    // The C locale has no order for people: it would put "table 10" before "table 2".
    if (QLocale().language() == QLocale::C)
        m_collator.setLocale(QLocale(QLocale::English));
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    setSortRole(Qt::EditRole);
    setFilterKeyColumn(-1);
    setFilterCaseSensitivity(Qt::CaseInsensitive);
}

bool TableProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant first = left.data(sortRole());
    const QVariant second = right.data(sortRole());
    if (!first.isValid() || !second.isValid() || first.typeId() == QMetaType::QString)
        return m_collator.compare(left.data().toString(), right.data().toString()) < 0;
    return QVariant::compare(first, second) == QPartialOrdering::Less;
}

void TableView::setMessage(const QString &message)
{
    if (m_message == message)
        return;
    m_message = message;
    setAccessibleDescription(message);
    viewport()->update();
}

void TableView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_message.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setPen(secondaryTextColor(palette()));
    painter.drawText(viewport()->rect().adjusted(grid::margin, grid::margin, -grid::margin, -grid::margin),
                     Qt::AlignCenter | Qt::TextWordWrap, m_message);
}

void TableView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    const bool byKeyboard = event->reason() != Qt::MouseFocusReason && event->reason() != Qt::PopupFocusReason;
    if (byKeyboard && !currentIndex().isValid() && model() && model()->rowCount() > 0)
        setCurrentIndex(model()->index(0, 0));
}

void BarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem figure = option;
    initStyleOption(&figure, index);
    figure.displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
    QStyledItemDelegate::paint(painter, figure, index);
    const double whole = largest(*index.model(), index.column(), m_role);
    const double share = whole > 0.0 ? std::clamp(index.data(m_role).toDouble() / whole, 0.0, 1.0) : 0.0;
    const QRectF track = QRectF(option.rect).adjusted(grid::unit, option.rect.height() - 6.0, -grid::unit, -3.0);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->setBrush(selected ? option.palette.color(QPalette::HighlightedText)
                               : seriesColor(SeriesColor::Blue, option.palette));
    // Its own right edge is the figures': the eye compares lengths there.
    const double width = track.width() * share;
    if (width >= 1.0)
        painter->drawRoundedRect(QRectF(track.right() - width, track.top(), width, track.height()), 1.5, 1.5);
    painter->restore();
}

QString tableText(const QAbstractItemModel &model, const QList<int> &columns, QList<int> rows, TextForm form)
{
    const QChar separator = form == TextForm::Csv ? u',' : u'\t';
    const QString lineEnd = form == TextForm::Csv ? u"\r\n"_s : u"\n"_s;
    if (rows.isEmpty()) {
        rows.resize(model.rowCount());
        std::iota(rows.begin(), rows.end(), 0);
    }
    QStringList line;
    for (const int column : columns)
        line.append(field(model.headerData(column, Qt::Horizontal).toString(), form));
    QString text = line.join(separator) + lineEnd;
    for (const int row : std::as_const(rows)) {
        line.clear();
        for (const int column : columns)
            line.append(field(model.index(row, column).data().toString(), form));
        text += line.join(separator) + lineEnd;
    }
    return text;
}

} // namespace civicq::widgets
