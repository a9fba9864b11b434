// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/calmstyle.h"

#include "common/palette.h"
#include "common/typography.h"
#include "shell/calmshapes.h"
#include "shell/mnemoniccues.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyleFactory>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QTableView>
#include <QtWidgets/QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {
constexpr int controlHeight = 32;
constexpr int scrollBarWidth = 12;
constexpr int markSize = 18; // of check boxes and radio buttons
constexpr int fieldMargin = 4;
constexpr int iconGap = 8;
constexpr int buttonMargin = 14; // beside a button's words, left and right
constexpr int separatorHeight = 9;
constexpr int arrowSize = 12;              // of a sorted column
constexpr int cellMargin = grid::unit - 1; // Qt adds one
int roomyWidth(const QStyleOptionButton *button)
{
    if (!button || button->text.isEmpty())
        return 0;
    const int mark = button->icon.isNull() ? 0 : button->iconSize.width() + iconGap;
    return button->fontMetrics.size(Qt::TextShowMnemonic, button->text).width() + mark + 2 * buttonMargin;
}

} // namespace

CalmStyle::CalmStyle() : QProxyStyle(QStyleFactory::create(u"fusion"_s)), m_cues(new MnemonicCues(this)) {}

void CalmStyle::polish(QApplication *application)
{
    QProxyStyle::polish(application);
    m_cues->watch();
}

void CalmStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand: shapes::button(*option, *painter, widget); return;
    case PE_PanelButtonTool: shapes::toolButton(*option, *painter, widget); return;
    case PE_PanelLineEdit:
    case PE_FrameLineEdit: shapes::field(*option, *painter, widget); return;
    case PE_Frame:
    case PE_FrameGroupBox: shapes::frame(*option, *painter); return;
    case PE_FrameFocusRect: shapes::focus(*option, *painter); return;
    case PE_FrameDefaultButton:
    case PE_PanelScrollAreaCorner: return; // where two scroll bars meet there is nothing to see
    case PE_IndicatorCheckBox: shapes::checkBox(*option, *painter); return;
    case PE_IndicatorRadioButton: shapes::radioButton(*option, *painter); return;
    case PE_IndicatorArrowDown: shapes::chevron(*option, *painter, Qt::DownArrow); return;
    case PE_IndicatorArrowUp: shapes::chevron(*option, *painter, Qt::UpArrow); return;
    case PE_IndicatorArrowRight: shapes::chevron(*option, *painter, Qt::RightArrow); return;
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            shapes::itemGround(*item, *painter, widget);
            return;
        }
        break;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          hairlineColor(option->palette));
        return;
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void CalmStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel: drawPushButtonLabel(option, painter, widget); return;
    case CE_ProgressBarGroove: shapes::progressGroove(*option, *painter); return;
    case CE_ProgressBarContents: shapes::progressContents(*option, *painter, widget); return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea: drawHeaderSection(option, painter); return;
    case CE_TabBarTabShape: shapes::tab(*option, *painter); return;
    case CE_ItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
            item && item->state.testFlag(State_Selected)) {
            drawSelectedItem(*item, painter, widget);
            return;
        }
        break;
    case CE_Splitter: return; // the gap says enough
    case CE_Header:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            drawHeader(*header, painter);
            return;
        }
        break;
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

// On the tint that says it is chosen a row looks as it does otherwise: its icons keep their colours, which mean something.
void CalmStyle::drawSelectedItem(const QStyleOptionViewItem &item, QPainter *painter, const QWidget *widget) const
{
    shapes::itemGround(item, *painter, widget);
    QStyleOptionViewItem plain = item;
    plain.state.setFlag(State_Selected, false);
    plain.backgroundBrush = Qt::NoBrush;
    QProxyStyle::drawControl(CE_ItemViewItem, &plain, painter, widget);
}

void CalmStyle::drawPushButtonLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (!button) {
        QProxyStyle::drawControl(CE_PushButtonLabel, option, painter, widget);
        return;
    }
    QStyleOptionButton label = *button;
    label.palette.setColor(QPalette::ButtonText, shapes::buttonText(*button, widget));
    const bool filled = shapes::isFilled(*button, widget);
    if (filled && !label.icon.isNull())
        label.icon = QIcon(label.icon.pixmap(label.iconSize, painter->device()->devicePixelRatio(), QIcon::Selected));
    label.state &= ~(State_Sunken | State_On); // the text stays where it is
    if (label.icon.isNull() || label.text.isEmpty() || label.features.testFlag(QStyleOptionButton::HasMenu)) {
        QProxyStyle::drawControl(CE_PushButtonLabel, &label, painter, widget);
        return;
    }
    // Fusion leaves too little between icon and word.
    const int text = label.fontMetrics.size(Qt::TextShowMnemonic, label.text).width();
    const QSize mark = label.iconSize;
    const int left = label.rect.left() + (label.rect.width() - mark.width() - iconGap - text) / 2;
    const QRect place(left, label.rect.top() + (label.rect.height() - mark.height()) / 2, mark.width(), mark.height());
    const QRect words(left + mark.width() + iconGap, label.rect.top(), text + 1, label.rect.height());
    label.icon.paint(painter, visualRect(label.direction, label.rect, place), Qt::AlignCenter,
                     label.state.testFlag(State_Enabled) ? QIcon::Normal : QIcon::Disabled);
    const int flags = Qt::AlignVCenter
                      | (styleHint(SH_UnderlineShortcut, &label, widget) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    drawItemText(painter, visualRect(label.direction, label.rect, words), flags, label.palette,
                 label.state.testFlag(State_Enabled), label.text, QPalette::ButtonText);
}

void CalmStyle::drawHeader(const QStyleOptionHeader &header, QPainter *painter) const
{
    drawHeaderSection(&header, painter);
    const QRect words = header.rect.adjusted(cellMargin + 1, 0, -cellMargin - 1, 0);
    painter->save();
    painter->setFont(typeFont(Type::Small));
    painter->setPen(secondaryTextColor(header.palette));
    painter->drawText(words, static_cast<int>(header.textAlignment | Qt::AlignVCenter),
                      painter->fontMetrics().elidedText(header.text, Qt::ElideRight, words.width()));
    painter->restore();
    if (header.sortIndicator == QStyleOptionHeader::None)
        return;
    // Beside the text, on the side where there is room. Up is ascending, as everywhere.
    const int text = std::min(QFontMetrics(typeFont(Type::Small)).horizontalAdvance(header.text), words.width());
    const bool atRight = header.textAlignment.testFlag(Qt::AlignRight);
    const int left = atRight ? words.right() - text - arrowSize - grid::half : words.left() + text + grid::half;
    QStyleOption arrow = header;
    arrow.rect = visualRect(header.direction, header.rect,
                            QRect(std::clamp(left, header.rect.left(), header.rect.right() - arrowSize),
                                  header.rect.top(), arrowSize, header.rect.height()));
    const bool ascending = header.sortIndicator == QStyleOptionHeader::SortDown;
    shapes::chevron(arrow, *painter, ascending ? Qt::UpArrow : Qt::DownArrow);
}

void CalmStyle::drawHeaderSection(const QStyleOption *option, QPainter *painter) const
{
    const QRect rect = option->rect;
    painter->fillRect(rect, cardColor(option->palette));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), hairlineColor(option->palette));
}

void CalmStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                   const QWidget *widget) const
{
    switch (control) {
    case CC_ScrollBar:
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            shapes::scrollBar(*slider, proxy()->subControlRect(control, option, SC_ScrollBarSlider, widget), *painter);
            return;
        }
        break;
    case CC_ComboBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            shapes::comboBox(*box, proxy()->subControlRect(control, option, SC_ComboBoxArrow, widget), *painter,
                             widget);
            return;
        }
        break;
    case CC_SpinBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
            shapes::spinBox(*box, proxy()->subControlRect(control, option, SC_SpinBoxUp, widget),
                            proxy()->subControlRect(control, option, SC_SpinBoxDown, widget), *painter, widget);
            return;
        }
        break;
    default: break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect CalmStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                const QWidget *widget) const
{
    if (control != CC_ScrollBar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!slider)
        return {};
    return shapes::scrollBarPart(*slider, part);
}

QRect CalmStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (element == SE_LineEditContents && frame && frame->lineWidth > 0)
        return rect.adjusted(fieldMargin, 0, -fieldMargin, 0);
    return rect;
}

QSize CalmStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                  const QWidget *widget) const
{
    QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const int minimum = button && button->text.isEmpty() ? controlHeight : 80;
        return {std::max({minimum, wanted.width() + 8, roomyWidth(button)}), std::max(controlHeight, wanted.height())};
    }
    case CT_LineEdit:
    case CT_SpinBox: return {wanted.width(), std::max(controlHeight, wanted.height())};
    case CT_ComboBox: return {wanted.width() + 12, std::max(controlHeight, wanted.height())};
    case CT_HeaderSection:
        return {wanted.width() + 2 * cellMargin + arrowSize, std::max(controlHeight, wanted.height())};
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && item->menuItemType == QStyleOptionMenuItem::Separator && item->text.isEmpty())
            return {wanted.width(), separatorHeight};
        return {wanted.width(), std::max(wanted.height(), 28)};
    case CT_MenuBarItem: return {wanted.width() + 4, std::max(wanted.height(), 28)};
    case CT_TabBarTab: return {wanted.width() + 12, std::max(controlHeight, wanted.height())};
    case CT_ToolButton: return {std::max(wanted.width(), 28), std::max(wanted.height(), 28)};
    default: return wanted;
    }
}

int CalmStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent: return scrollBarWidth;
    case PM_ScrollBarSliderMin: return 32;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return markSize;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return grid::unit;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return grid::unit;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_MenuVMargin: return grid::half;
    case PM_SmallIconSize: return 16;
    case PM_SplitterWidth: return grid::unit;
    case PM_TabBarTabOverlap: return 0;
    case PM_HeaderMargin: return grid::half;
    case PM_FocusFrameHMargin:
        return qobject_cast<const QTableView *>(widget) ? cellMargin : QProxyStyle::pixelMetric(metric, option, widget);
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int CalmStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    case SH_ScrollView_FrameOnlyAroundContents: return 0;
    case SH_ComboBox_Popup: return 0;
    case SH_UnderlineShortcut: return m_cues->areShown(widget) ? 1 : 0;
    case SH_ScrollBar_LeftClickAbsolutePosition: return 1;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace civicq::widgets
