// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/checkdelegate.h"

#include "backups/backuplistmodel.h"
#include "common/themeicons.h"

#include <QtGui/QPainter>
#include <QtWidgets/QApplication>

#include <utility>

using namespace Qt::StringLiterals;
using civicq::backups::CheckState;

namespace civicq::widgets {

namespace {

constexpr int iconSize = 16;
constexpr int step = iconSize + 6; // from the icon's left to the word's

QString iconName(CheckState state)
{
    switch (state) {
    case CheckState::Whole: return u"checkmark"_s;
    case CheckState::Proven: return u"security-high"_s;
    case CheckState::Differs:
    case CheckState::Damaged: return u"dialog-error"_s;
    case CheckState::NotChecked: break;
    }
    return u"question"_s;
}

QIcon iconFor(CheckState state, const QStyleOptionViewItem &option)
{
    // On a style's strong selection, with its own colour for text, a meaning's colour would not be seen; on a tint it is.
    const bool strong = option.palette.color(QPalette::HighlightedText) != option.palette.color(QPalette::Text);
    if (strong && (option.state & QStyle::State_Selected) != 0)
        return icon(iconName(state), option.palette.color(QPalette::HighlightedText));
    const bool good = state == CheckState::Whole || state == CheckState::Proven;
    return state == CheckState::NotChecked ? icon(iconName(state))
                                           : icon(iconName(state), good ? Meaning::Good : Meaning::Critical);
}

} // namespace

void CheckDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant value = index.data(backups::BackupListModel::StateRole);
    if (!value.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    const QRect place = style->subElementRect(QStyle::SE_ItemViewItemText, &cell, cell.widget);
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, cell.widget) + 1;
    const QString word = std::exchange(cell.text, QString());
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    const QRect square(place.left() + margin, place.center().y() - iconSize / 2 + 1, iconSize, iconSize);
    iconFor(static_cast<CheckState>(value.toInt()), cell).paint(painter, square);
    const bool selected = (cell.state & QStyle::State_Selected) != 0;
    style->drawItemText(painter, place.adjusted(margin + step, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, cell.palette,
                        true, word, selected ? QPalette::HighlightedText : QPalette::Text);
}

QSize CheckDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(step, 0);
}

} // namespace civicq::widgets
