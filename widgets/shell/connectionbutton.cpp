// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/connectionbutton.h"

#include "common/palette.h"
#include "common/themeicons.h"
#include "common/typography.h"

#include <QtWidgets/QStyleOption>
#include <QtWidgets/QStylePainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {

constexpr int buttonHeight = 44;
constexpr int leastWidth = 160;
constexpr int mostWidth = 360;
constexpr int stateMarkSize = 22;
constexpr int textLeft = 8 + stateMarkSize + 8;
constexpr int arrowSpace = 28;
constexpr int slack = 8; // what is measured and what is drawn differ by a pixel or two

QFont nameFont()
{
    QFont font = typeFont(Type::Text);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

ConnectionButton::ConnectionButton(QWidget *parent) : QToolButton(parent)
{
    setAutoRaise(true);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ConnectionButton::setConnection(const QString &name, const QString &detail)
{
    m_name = name;
    m_detail = detail;
    setAccessibleName(tr("Connection: %1").arg(detail.isEmpty() ? name : name + u", "_s + detail));
    setToolTip(detail.isEmpty() ? tr("Choose a database") : tr("%1: %2\nChoose another database").arg(name, detail));
    updateGeometry();
    update();
}

QSize ConnectionButton::sizeHint() const
{
    const int text = std::max(QFontMetrics(nameFont()).horizontalAdvance(m_name),
                              QFontMetrics(typeFont(Type::Small)).horizontalAdvance(m_detail));
    return {std::clamp(textLeft + text + slack + arrowSpace, leastWidth, mostWidth), buttonHeight};
}

QSize ConnectionButton::minimumSizeHint() const
{
    return {leastWidth, buttonHeight};
}

void ConnectionButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    painter.drawPrimitive(QStyle::PE_PanelButtonTool, option);
    widgets::icon(u"network-server-database"_s)
        .paint(&painter, QRect(8, (height() - stateMarkSize) / 2, stateMarkSize, stateMarkSize));
    const int space = width() - textLeft - arrowSpace;
    const auto line = [&](const QString &text, const QFont &font, const QColor &color, const QRect &place) {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(place, Qt::AlignVCenter, QFontMetrics(font).elidedText(text, Qt::ElideMiddle, space));
    };
    const bool two = !m_detail.isEmpty();
    line(m_name, nameFont(), palette().color(QPalette::WindowText),
         QRect(textLeft, two ? 4 : 0, space, two ? 19 : height()));
    if (two)
        line(m_detail, typeFont(Type::Small), secondaryTextColor(palette()), QRect(textLeft, 22, space, 18));
    option.rect = QRect(width() - arrowSpace, 0, arrowSpace - 4, height());
    painter.drawPrimitive(QStyle::PE_IndicatorArrowDown, option);
}

} // namespace civicq::widgets
