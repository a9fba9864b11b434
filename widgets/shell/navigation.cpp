// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/navigation.h"

#include "common/page.h"
#include "common/palette.h"
#include "common/themeicons.h"
#include "common/typography.h"

#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {

constexpr int entryHeight = 40;
constexpr int wide = 216;
constexpr int narrow = 56;
constexpr int iconSize = 20;

class NavigationDelegate final : public QStyledItemDelegate
{
public:
    explicit NavigationDelegate(Navigation *list) : QStyledItemDelegate(list), m_list(list) {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {0, entryHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool current = option.state.testFlag(QStyle::State_Selected);
        const QRectF pill = QRectF(option.rect).adjusted(grid::unit, 2, -grid::unit, -2);
        paintGround(painter, option, pill, current);
        const QRect mark(m_list->isFolded() ? (m_list->width() - iconSize) / 2 : 2 * grid::unit + grid::half,
                         option.rect.top() + (entryHeight - iconSize) / 2, iconSize, iconSize);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, mark);
        if (!m_list->isFolded())
            paintWord(painter, option, index, current, mark.right() + 13);
        painter->restore();
    }

private:
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QRectF &pill, bool current) const
    {
        const QPalette palette = m_list->palette();
        const QColor ground = sidebarColor(palette);
        const QColor accent = palette.color(QPalette::Active, QPalette::Accent);
        painter->setPen(Qt::NoPen);
        if (current) {
            painter->setBrush(blend(accent, ground, isDark(palette) ? 0.30 : 0.14));
            painter->drawRoundedRect(pill, 6, 6);
            painter->setBrush(accent);
            painter->drawRoundedRect(QRectF(pill.left(), pill.top() + 8, 3, pill.height() - 16), 1.5, 1.5);
        } else if (option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setBrush(blend(palette.color(QPalette::WindowText), ground, 0.06));
            painter->drawRoundedRect(pill, 6, 6);
        }
        if (current && m_list->hasFocus()) {
            painter->setPen(QPen(accent, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(pill.adjusted(1, 1, -1, -1), 6, 6);
        }
    }

    void paintWord(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, bool current,
                   int left) const
    {
        QFont font = option.font;
        font.setWeight(current ? QFont::DemiBold : QFont::Normal);
        painter->setFont(font);
        painter->setPen(m_list->palette().color(QPalette::WindowText));
        const QRect place(left, option.rect.top(), m_list->viewport()->width() - left - 12, entryHeight);
        painter->drawText(place, Qt::AlignVCenter,
                          QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, place.width()));
    }

    Navigation *m_list;
};

} // namespace

Navigation::Navigation(QWidget *parent) : QListWidget(parent)
{
    setObjectName(u"navigation"_s);
    setAccessibleName(tr("Pages"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new NavigationDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setFixedWidth(wide);
    connect(this, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item)
            Q_EMIT pageChosen(item->data(pageIdRole).toString());
    });
}

void Navigation::addPage(const PageInfo &info, const QKeySequence &shortcut)
{
    auto *item = new QListWidgetItem(icon(info.iconName), info.title);
    item->setData(pageIdRole, info.id);
    const QString keys = shortcut.isEmpty() ? QString() : u" ("_s + shortcut.toString(QKeySequence::NativeText) + u')';
    item->setToolTip(info.title + keys + (info.toolTip.isEmpty() ? QString() : u'\n' + info.toolTip));
    const QSignalBlocker blocker(this); // the first page to come is not a choice
    addItem(item);
}

void Navigation::setCurrentPage(const QString &id)
{
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(pageIdRole).toString() == id)
            setCurrentRow(row);
    }
}

void Navigation::setFolded(bool folded)
{
    m_folded = folded;
    setFixedWidth(folded ? narrow : wide);
    doItemsLayout();
}

Sidebar::Sidebar(Navigation *navigation)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, grid::unit, 1, grid::unit);
    layout->addWidget(navigation);
}

void Sidebar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), sidebarColor(palette()));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), hairlineColor(palette()));
}

} // namespace civicq::widgets
