// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/profilelist.h"

#include "common/themeicons.h"
#include "common/typography.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {

constexpr int profileRow = 40;

// The chosen row on a quiet, rounded ground.
class RowDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem row = option;
        if (row.state & QStyle::State_Selected) {
            const QColor accent = option.palette.color(QPalette::Accent);
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(row.state & QStyle::State_HasFocus ? QPen(accent, 2) : QPen(Qt::NoPen));
            painter->setBrush(selectionColor(option.palette));
            painter->drawRoundedRect(option.rect.adjusted(1, 2, -1, -2), grid::radius - 2, grid::radius - 2);
            painter->restore();
        }
        row.state &= ~(QStyle::State_Selected | QStyle::State_HasFocus);
        row.rect.adjust(grid::unit, 0, -grid::half, 0);
        QStyledItemDelegate::paint(painter, row, index);
    }
};

} // namespace

ProfileList::ProfileList(QWidget *parent) : QTreeWidget(parent)
{
    setObjectName(u"profileList"_s);
    setAccessibleName(tr("Saved connections"));
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setIndentation(0);
    setIconSize({18, 18});
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new RowDelegate(this));
    setUniformRowHeights(false);
    viewport()->setAutoFillBackground(false);
    connect(this, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        if (!m_filling && item)
            Q_EMIT chosen(item->data(0, Qt::UserRole).toUuid());
    });
    connect(this, &QTreeWidget::itemActivated, this,
            [this](QTreeWidgetItem *item) { Q_EMIT activated(item->data(0, Qt::UserRole).toUuid()); });
}

QTreeWidgetItem *ProfileList::groupItem(const QString &group)
{
    if (group.isEmpty())
        return invisibleRootItem();
    for (int i = 0; i < topLevelItemCount(); ++i) {
        if (topLevelItem(i)->text(0) == group && topLevelItem(i)->data(0, Qt::UserRole).isNull())
            return topLevelItem(i);
    }
    auto *item = new QTreeWidgetItem(this, {group});
    item->setFlags(Qt::ItemIsEnabled);
    item->setFont(0, typeFont(Type::Small));
    item->setForeground(0, secondaryTextColor(palette()));
    item->setSizeHint(0, QSize(0, 32));
    item->setExpanded(true);
    return item;
}

void ProfileList::setEntries(const QList<Entry> &entries)
{
    const QUuid before = selected();
    m_filling = true;
    clear();
    for (const Entry &entry : entries) {
        const connections::Profile &profile = entry.profile;
        const QString name = profile.name.isEmpty() ? tr("New connection") : profile.name;
        auto *item =
            new QTreeWidgetItem(groupItem(profile.group), {entry.edited ? tr("%1 (not saved)").arg(name) : name});
        item->setData(0, Qt::UserRole, profile.id);
        item->setSizeHint(0, QSize(0, profileRow));
        item->setToolTip(0, entry.open ? tr("%1\nThe window works on this one.").arg(profile.parameters.describe())
                                       : profile.parameters.describe());
        item->setIcon(0, entry.open ? icon(u"network-connect"_s, Meaning::Good) : icon(u"network-server-database"_s));
        QFont font = typeFont(Type::Text);
        font.setItalic(entry.edited);
        font.setWeight(entry.open ? QFont::DemiBold : QFont::Normal);
        item->setFont(0, font);
    }
    expandAll();
    m_filling = false;
    select(before);
}

void ProfileList::select(const QUuid &id)
{
    m_filling = true;
    setCurrentItem(nullptr);
    for (QTreeWidgetItemIterator item(this); *item; ++item) {
        if (!id.isNull() && (*item)->data(0, Qt::UserRole).toUuid() == id)
            setCurrentItem(*item);
    }
    m_filling = false;
}

QUuid ProfileList::selected() const
{
    return currentItem() ? currentItem()->data(0, Qt::UserRole).toUuid() : QUuid();
}

} // namespace civicq::widgets
