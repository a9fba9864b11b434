// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/calmshapes.h"

#include "common/palette.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtGui/QPalette>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QTableView>
#include <QtWidgets/QWidget>

#include <utility>

namespace civicq::widgets::shapes {

namespace {

constexpr double radius = 6.0;

struct Saved // the painter as it was found
{
    explicit Saved(QPainter &painter) : m_painter(painter)
    {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
    }
    ~Saved() { m_painter.restore(); }
    Q_DISABLE_COPY_MOVE(Saved)
    QPainter &m_painter;
};

bool is(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

QColor accent(const QStyleOption &option)
{
    return option.palette.color(QPalette::Active, QPalette::Accent);
}

QColor outline(const QStyleOption &option)
{
    return blend(option.palette.color(QPalette::Active, QPalette::WindowText),
                 option.palette.color(QPalette::Active, QPalette::Window), isDark(option.palette) ? 0.26 : 0.24);
}

QColor over(const QStyleOption &option, const QColor &ground, double share)
{
    return blend(option.palette.color(QPalette::Active, QPalette::WindowText), ground, share);
}

QRectF inset(const QRect &rect)
{
    return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
}

void ring(const QRect &rect, const QColor &color, QPainter &painter)
{
    painter.setPen(QPen(color, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius);
}

enum class Kind { Plain, Primary, Danger };

Kind kindOf(const QStyleOption &option, const QWidget *widget)
{
    if (widget && widget->property("danger").toBool())
        return Kind::Danger;
    if (widget && widget->property("quiet").toBool())
        return Kind::Plain;
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    const bool isDefault = button && button->features.testFlag(QStyleOptionButton::DefaultButton);
    return isDefault || (widget && widget->property("primary").toBool()) ? Kind::Primary : Kind::Plain;
}

QColor fill(const QStyleOption &option, Kind kind)
{
    if (!is(option, QStyle::State_Enabled))
        return over(option, option.palette.color(QPalette::Active, QPalette::Window), 0.04);
    QColor color = option.palette.color(QPalette::Active, QPalette::Button);
    if (kind == Kind::Primary)
        color = accent(option);
    else if (kind == Kind::Danger)
        color = QColor(0xb8, 0x1d, 0x1d);
    const bool filled = kind != Kind::Plain;
    if (is(option, QStyle::State_Sunken) || is(option, QStyle::State_On))
        return filled ? blend(Qt::black, color, 0.18) : over(option, color, 0.12);
    if (is(option, QStyle::State_MouseOver))
        return filled ? blend(Qt::black, color, 0.08) : over(option, color, 0.05);
    return color;
}

void mark(const QStyleOption &option, QPainter &painter, double corner)
{
    const bool on = is(option, QStyle::State_On) || is(option, QStyle::State_NoChange);
    const bool enabled = is(option, QStyle::State_Enabled);
    const QColor ground = enabled ? option.palette.color(QPalette::Base) : option.palette.color(QPalette::Window);
    const QColor full = enabled ? accent(option) : option.palette.color(QPalette::Disabled, QPalette::WindowText);
    painter.setPen(
        on ? Qt::NoPen
           : QPen(enabled ? blend(option.palette.color(QPalette::WindowText), ground, 0.5) : outline(option), 1));
    painter.setBrush(on ? full : ground);
    painter.drawRoundedRect(inset(option.rect.adjusted(1, 1, -1, -1)), corner, corner);
}

} // namespace

bool isFilled(const QStyleOption &option, const QWidget *widget)
{
    return is(option, QStyle::State_Enabled) && kindOf(option, widget) != Kind::Plain;
}

QColor buttonText(const QStyleOption &option, const QWidget *widget)
{
    if (isFilled(option, widget))
        return Qt::white;
    return option.palette.color(is(option, QStyle::State_Enabled) ? QPalette::Active : QPalette::Disabled,
                                QPalette::ButtonText);
}

void button(const QStyleOption &option, QPainter &painter, const QWidget *widget)
{
    const Saved saved(painter);
    const Kind kind = kindOf(option, widget);
    const bool filled = isFilled(option, widget);
    painter.setPen(filled ? Qt::NoPen : QPen(outline(option), 1));
    painter.setBrush(fill(option, kind));
    painter.drawRoundedRect(filled ? QRectF(option.rect) : inset(option.rect), radius, radius);
    if (is(option, QStyle::State_HasFocus) && is(option, QStyle::State_KeyboardFocusChange)) {
        ring(option.rect, filled ? option.palette.color(QPalette::WindowText) : accent(option), painter);
        if (filled) {
            painter.setPen(QPen(QColor(255, 255, 255, 200), 1));
            painter.drawRoundedRect(QRectF(option.rect).adjusted(2.5, 2.5, -2.5, -2.5), radius - 2, radius - 2);
        }
    }
}

void toolButton(const QStyleOption &option, QPainter &painter, const QWidget *widget)
{
    const Saved saved(painter);
    const bool raised = !is(option, QStyle::State_AutoRaise);
    const bool lit =
        is(option, QStyle::State_Enabled)
        && (is(option, QStyle::State_MouseOver) || is(option, QStyle::State_Sunken) || is(option, QStyle::State_On));
    if (raised) {
        button(option, painter, widget);
        return;
    }
    if (lit) {
        painter.setPen(Qt::NoPen);
        QColor color = option.palette.color(QPalette::WindowText);
        color.setAlphaF(is(option, QStyle::State_Sunken) || is(option, QStyle::State_On) ? 0.14F : 0.08F);
        painter.setBrush(color);
        painter.drawRoundedRect(option.rect, radius, radius);
    }
    if (is(option, QStyle::State_HasFocus) && is(option, QStyle::State_KeyboardFocusChange))
        ring(option.rect, accent(option), painter);
}

void field(const QStyleOption &option, QPainter &painter, const QWidget *widget)
{
    // Inside a spin box, an editable combo box or a table the one around it draws the frame.
    const auto *line = qstyleoption_cast<const QStyleOptionFrame *>(&option);
    if (line && line->lineWidth <= 0) {
        if (widget && widget->inherits("QExpandingLineEdit"))
            painter.fillRect(option.rect, option.palette.color(QPalette::Base));
        return;
    }
    const Saved saved(painter);
    const bool enabled = is(option, QStyle::State_Enabled);
    painter.setPen(QPen(outline(option), 1));
    painter.setBrush(option.palette.color(enabled ? QPalette::Base : QPalette::Window));
    painter.drawRoundedRect(inset(option.rect), radius, radius);
    if (is(option, QStyle::State_HasFocus))
        ring(option.rect, accent(option), painter);
}

void frame(const QStyleOption &option, QPainter &painter)
{
    const auto *style = qstyleoption_cast<const QStyleOptionFrame *>(&option);
    if (style && style->lineWidth <= 0)
        return;
    const Saved saved(painter);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(is(option, QStyle::State_HasFocus) ? accent(option) : outline(option), 1));
    painter.drawRoundedRect(inset(option.rect), 4, 4);
}

void focus(const QStyleOption &option, QPainter &painter)
{
    if (!is(option, QStyle::State_KeyboardFocusChange) && !is(option, QStyle::State_Item))
        return;
    const Saved saved(painter);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(accent(option), 1.5));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.75, 0.75, -0.75, -0.75), 4, 4);
}

void checkBox(const QStyleOption &option, QPainter &painter)
{
    const Saved saved(painter);
    mark(option, painter, 4.0);
    const QRectF rect(option.rect);
    painter.setPen(QPen(Qt::white, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const auto at = [&rect](double x, double y) {
        return rect.topLeft() + QPointF(x * rect.width(), y * rect.height());
    };
    if (is(option, QStyle::State_NoChange))
        painter.drawLine(at(0.3, 0.5), at(0.7, 0.5));
    else if (is(option, QStyle::State_On))
        painter.drawPolyline(QPolygonF{at(0.28, 0.52), at(0.44, 0.67), at(0.73, 0.34)});
    if (is(option, QStyle::State_HasFocus) && is(option, QStyle::State_KeyboardFocusChange))
        ring(option.rect, accent(option), painter);
}

void radioButton(const QStyleOption &option, QPainter &painter)
{
    const Saved saved(painter);
    mark(option, painter, option.rect.width() / 2.0);
    if (!is(option, QStyle::State_On))
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawEllipse(QRectF(option.rect).center(), option.rect.width() / 6.0, option.rect.width() / 6.0);
}

void chevron(const QStyleOption &option, QPainter &painter, Qt::ArrowType direction)
{
    const Saved saved(painter);
    const QPointF centre = QRectF(option.rect).center();
    constexpr double half = 3.5;
    constexpr double rise = 1.75;
    QPolygonF line{QPointF(-half, -rise), QPointF(0, rise), QPointF(half, -rise)};
    QTransform turn;
    turn.translate(centre.x(), centre.y());
    turn.rotate(direction == Qt::UpArrow ? 180.0 : direction == Qt::RightArrow ? -90.0 : 0.0);
    const bool enabled = is(option, QStyle::State_Enabled);
    const bool selected = is(option, QStyle::State_Selected);
    const QColor color = !enabled   ? option.palette.color(QPalette::Disabled, QPalette::WindowText)
                         : selected ? option.palette.color(QPalette::HighlightedText)
                                    : secondaryTextColor(option.palette);
    painter.setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(turn.map(line));
}

namespace {

// Which ends of its row a cell makes: a table does not say, a tree does, a list's item is the whole row.
std::pair<bool, bool> endsOfRow(const QStyleOptionViewItem &option, const QWidget *widget)
{
    const auto *table = qobject_cast<const QTableView *>(widget);
    if (!table || !option.index.isValid()) {
        const auto position = option.viewItemPosition;
        const bool whole = position == QStyleOptionViewItem::Invalid || position == QStyleOptionViewItem::OnlyOne;
        return {whole || position == QStyleOptionViewItem::Beginning, whole || position == QStyleOptionViewItem::End};
    }
    const QHeaderView *header = table->horizontalHeader();
    const int place = header->visualIndex(option.index.column());
    bool first = true;
    bool last = true;
    for (int other = 0; other < header->count(); ++other) {
        if (header->isSectionHidden(header->logicalIndex(other)))
            continue;
        first = first && other >= place;
        last = last && other <= place;
    }
    return {first, last};
}

} // namespace

void itemGround(const QStyleOptionViewItem &option, QPainter &painter, const QWidget *widget)
{
    const Saved saved(painter);
    if (option.backgroundBrush.style() != Qt::NoBrush)
        painter.fillRect(option.rect, option.backgroundBrush);
    if (!is(option, QStyle::State_Selected))
        return;
    const auto [first, last] = endsOfRow(option, widget);
    // The row is one shape: what is not an end goes on beyond its cell, where it is cut off.
    QRectF shape(option.rect);
    shape.adjust(first ? 0 : -2 * radius, 0, last ? 0 : 2 * radius, 0);
    painter.setClipRect(option.rect, Qt::IntersectClip);
    painter.setPen(Qt::NoPen);
    painter.setBrush(option.palette.color(QPalette::Highlight));
    painter.drawRoundedRect(shape, radius - 2, radius - 2);
}

void progressGroove(const QStyleOption &option, QPainter &painter)
{
    const Saved saved(painter);
    const QRectF track(option.rect.left(), QRectF(option.rect).center().y() - 3, option.rect.width(), 6);
    painter.setPen(Qt::NoPen);
    painter.setBrush(over(option, option.palette.color(QPalette::Window), 0.12));
    painter.drawRoundedRect(track, 3, 3);
}

void progressContents(const QStyleOption &option, QPainter &painter, const QWidget *)
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(&option);
    if (!bar)
        return;
    const Saved saved(painter);
    const QRectF track(option.rect.left(), QRectF(option.rect).center().y() - 3, option.rect.width(), 6);
    painter.setPen(Qt::NoPen);
    painter.setBrush(accent(option));
    if (bar->minimum == bar->maximum) {
        // How long is not known: half a tone over the whole length; the text beside it says what goes on.
        QColor half = accent(option);
        half.setAlphaF(0.45F);
        painter.setBrush(QBrush(half, Qt::BDiagPattern));
        painter.drawRoundedRect(track, 3, 3);
        return;
    }
    const double share = static_cast<double>(bar->progress - bar->minimum) / (bar->maximum - bar->minimum);
    if (share > 0.0)
        painter.drawRoundedRect(QRectF(track.topLeft(), QSizeF(std::max(6.0, track.width() * share), 6)), 3, 3);
}

void tab(const QStyleOption &option, QPainter &painter)
{
    if (!is(option, QStyle::State_Selected))
        return;
    const Saved saved(painter);
    painter.setPen(Qt::NoPen);
    painter.setBrush(accent(option));
    const QRectF rect(option.rect);
    painter.drawRoundedRect(QRectF(rect.left() + 8, rect.bottom() - 3, rect.width() - 16, 3), 1.5, 1.5);
}

void scrollBar(const QStyleOptionSlider &option, const QRect &thumb, QPainter &painter)
{
    if (option.maximum <= option.minimum)
        return;
    const Saved saved(painter);
    const bool active = is(option, QStyle::State_MouseOver) || is(option, QStyle::State_Sunken);
    QColor color = option.palette.color(QPalette::WindowText);
    color.setAlphaF(active ? 0.45F : 0.28F);
    const double margin = active ? 2.0 : 3.0;
    const QRectF body = option.orientation == Qt::Vertical ? QRectF(thumb).adjusted(margin, 2, -margin, -2)
                                                           : QRectF(thumb).adjusted(2, margin, -2, -margin);
    const double round = std::min(body.width(), body.height()) / 2.0;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(body, round, round);
}

QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part)
{
    const bool upright = option.orientation == Qt::Vertical;
    const int length = upright ? option.rect.height() : option.rect.width();
    const int range = option.maximum - option.minimum;
    int thumb = length;
    if (range > 0)
        thumb = std::clamp(static_cast<int>(static_cast<qint64>(length) * option.pageStep / (range + option.pageStep)),
                           std::min(32, length), length);
    const int start = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                      length - thumb, option.upsideDown);
    const auto slice = [&](int from, int size) {
        return upright ? QRect(option.rect.left(), option.rect.top() + from, option.rect.width(), size)
                       : QStyle::visualRect(
                             option.direction, option.rect,
                             QRect(option.rect.left() + from, option.rect.top(), size, option.rect.height()));
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider: return slice(start, thumb);
    case QStyle::SC_ScrollBarGroove: return slice(0, length);
    case QStyle::SC_ScrollBarSubPage: return slice(0, start);
    case QStyle::SC_ScrollBarAddPage: return slice(start + thumb, length - start - thumb);
    default: return {}; // no arrows
    }
}

void comboBox(const QStyleOptionComboBox &option, const QRect &arrow, QPainter &painter, const QWidget *widget)
{
    if (option.editable) {
        QStyleOptionFrame around;
        around.QStyleOption::operator=(option);
        around.lineWidth = 1;
        field(around, painter, nullptr);
    } else {
        QStyleOption plain = option;
        button(plain, painter, nullptr);
    }
    QStyleOption mark = option;
    mark.rect = arrow;
    mark.state.setFlag(QStyle::State_Selected, false);
    chevron(mark, painter, Qt::DownArrow);
    Q_UNUSED(widget)
}

void spinBox(const QStyleOptionSpinBox &option, const QRect &up, const QRect &down, QPainter &painter, const QWidget *)
{
    QStyleOptionFrame around;
    around.QStyleOption::operator=(option);
    around.lineWidth = 1;
    field(around, painter, nullptr);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    QStyleOption arrow = option;
    arrow.state.setFlag(QStyle::State_Selected, false);
    arrow.rect = up;
    arrow.state.setFlag(QStyle::State_Enabled, option.stepEnabled.testFlag(QAbstractSpinBox::StepUpEnabled));
    chevron(arrow, painter, Qt::UpArrow);
    arrow.rect = down;
    arrow.state.setFlag(QStyle::State_Enabled, option.stepEnabled.testFlag(QAbstractSpinBox::StepDownEnabled));
    chevron(arrow, painter, Qt::DownArrow);
}

} // namespace civicq::widgets::shapes
