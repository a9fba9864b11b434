// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Fusion drawn calmly: flat surfaces, rounded 6 pixels, one accent, thin scroll bars, a visible focus. A button with the
// property "primary" is the page's main one; with "danger" it does what cannot be undone; with
// "quiet" it is drawn plain even where Return presses it. Only where the platform has no
// style of its own.

#include <QtWidgets/QProxyStyle>

namespace civicq::widgets {

class MnemonicCues;

class CalmStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    CalmStyle();

    using QProxyStyle::polish;
    void polish(QApplication *application) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget = nullptr) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                       const QWidget *widget = nullptr) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption *option,
                                       const QWidget *widget = nullptr) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                         const QWidget *widget = nullptr) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option = nullptr,
                                  const QWidget *widget = nullptr) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option = nullptr, const QWidget *widget = nullptr,
                                QStyleHintReturn *data = nullptr) const override;

private:
    void drawSelectedItem(const QStyleOptionViewItem &item, QPainter *painter, const QWidget *widget) const;
    void drawPushButtonLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawHeader(const QStyleOptionHeader &header, QPainter *painter) const;
    void drawHeaderSection(const QStyleOption *option, QPainter *painter) const;

    MnemonicCues *m_cues;
};

} // namespace civicq::widgets
