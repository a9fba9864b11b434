// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/tableprogressview.h"

#include "common/card.h"
#include "common/palette.h"
#include "common/themeicons.h"
#include "common/typography.h"

#include <QtCore/QTimer>
#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QStyledItemDelegate>

using namespace Qt::StringLiterals;
using civicq::backups::TableProgressModel;
using civicq::backups::TableStanding;

namespace civicq::widgets {

namespace {

constexpr std::chrono::milliseconds lookEvery{100};
constexpr int markSize = 16;
constexpr int trackHeight = 3;

// A mark, the table's name, and at the right how much of it is through; below the name a thin bar while it is under way.
class TableRowDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {0, grid::tableRow}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect row = option.rect.adjusted(grid::unit, 0, -grid::unit, 0);
        const auto state = static_cast<TableStanding::State>(index.data(TableProgressModel::StateRole).toInt());
        const bool active = index.data(TableProgressModel::ActiveRole).toBool();
        paintMark(painter, QRect(row.left(), row.center().y() - markSize / 2, markSize, markSize), state, active,
                  option.palette);
        const QString amount = index.data(TableProgressModel::AmountRole).toString();
        const QFontMetrics metrics(option.font);
        painter->setFont(tabular(option.font));
        painter->setPen(secondaryTextColor(option.palette));
        painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter, amount);
        const int left = row.left() + markSize + grid::unit;
        const QRect name(left, row.top(), row.right() - left - metrics.horizontalAdvance(amount) - grid::gap,
                         row.height());
        painter->setPen(active || state == TableStanding::State::Done ? option.palette.color(QPalette::Text)
                                                                      : secondaryTextColor(option.palette));
        painter->drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(index.data().toString(), Qt::ElideMiddle, name.width()));
        const double fraction = index.data(TableProgressModel::FractionRole).toDouble();
        if (active && state == TableStanding::State::Rows && fraction >= 0.0)
            paintTrack(painter, QRectF(left, row.bottom() - trackHeight, row.right() - left, trackHeight), fraction,
                       option.palette);
        painter->restore();
    }

private:
    static void paintMark(QPainter *painter, const QRect &place, TableStanding::State state, bool active,
                          const QPalette &palette)
    {
        if (state == TableStanding::State::Done) {
            icon(u"dialog-ok"_s, Meaning::Good).paint(painter, place);
        } else if (active) {
            icon(u"media-playback-start"_s, Meaning::Notice).paint(painter, place);
        } else {
            painter->setPen(QPen(secondaryTextColor(palette), 1));
            painter->setBrush(Qt::NoBrush);
            painter->drawEllipse(QRectF(place).adjusted(4.5, 4.5, -4.5, -4.5));
        }
    }

    static void paintTrack(QPainter *painter, const QRectF &track, double fraction, const QPalette &palette)
    {
        painter->setPen(Qt::NoPen);
        painter->setBrush(hairlineColor(palette));
        painter->drawRoundedRect(track, trackHeight / 2.0, trackHeight / 2.0);
        painter->setBrush(palette.color(QPalette::Accent));
        painter->drawRoundedRect(QRectF(track.left(), track.top(), track.width() * fraction, track.height()),
                                 trackHeight / 2.0, trackHeight / 2.0);
    }
};

} // namespace

TableProgressView::TableProgressView(QWidget *parent)
    : QWidget(parent), m_count(makeLabel({}, Type::Small, true)), m_list(new QListView), m_timer(new QTimer(this))
{
    m_list->setObjectName(u"tableProgress"_s);
    m_list->setAccessibleName(tr("Tables"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new TableRowDelegate(m_list));
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_count->setObjectName(u"tableProgressCount"_s);
    m_count->setFont(tabular(m_count->font()));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::half);
    layout->addWidget(m_count);
    auto *card = new Card;
    card->setBody(m_list, true);
    layout->addWidget(card, 1);
    m_timer->setInterval(lookEvery);
    connect(m_timer, &QTimer::timeout, this, &TableProgressView::look);
}

std::shared_ptr<backups::TableBoard> TableProgressView::begin()
{
    m_board = std::make_shared<backups::TableBoard>();
    m_seen = -1;
    look();
    return m_board;
}

void TableProgressView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    look();
    m_timer->start();
}

void TableProgressView::hideEvent(QHideEvent *event)
{
    m_timer->stop();
    QWidget::hideEvent(event);
}

void TableProgressView::look()
{
    if (!m_board || m_board->version() == m_seen)
        return;
    m_seen = m_board->version();
    m_model.setStandings(m_board->standings());
    const int all = m_model.rowCount();
    const int done = m_model.doneCount();
    const int rowsIn = m_model.rowsInCount();
    // A restore makes keys and indexes last: for long no table is done, and yet most of the work is.
    m_count->setText(all == 0 ? QString()
                     : rowsIn > done
                         ? tr("%1 of %n table(s) done, the rows of %2 are in", nullptr, all).arg(done).arg(rowsIn)
                         : tr("%1 of %n table(s) done", nullptr, all).arg(done));
}

} // namespace civicq::widgets
