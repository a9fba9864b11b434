// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/themeicons.h"

#include "common/marks.h"

#include <BreezeIcons>

#include <QtCore/QFile>
#include <QtGui/QGuiApplication>
#include <QtGui/QIconEngine>
#include <QtGui/QPainter>
#include <QtGui/QPixmapCache>
#include <QtSvg/QSvgRenderer>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {

constexpr double signContrast = 3.0; // as WCAG's AA wants it of what is not text

// The drawing nearest to `size`: small ones have fewer, stronger strokes.
QString filePath(const QString &name, int size)
{
    static const QStringList folders{u"actions"_s, u"status"_s,     u"places"_s,      u"devices"_s,
                                     u"apps"_s,    u"categories"_s, u"preferences"_s, u"mimetypes"_s};
    static const QList<QList<int>> orders{{16, 22, 24, 32}, {22, 24, 32, 16, 48, 64}, {32, 48, 22, 24, 64, 16}};
    const QList<int> &order = orders.at(size <= 18 ? 0 : size <= 28 ? 1 : 2);
    for (const int pixels : order) {
        for (const QString &folder : folders) {
            QString path = u":/icons/breeze/%1/%2/%3.svg"_s.arg(folder).arg(pixels).arg(name);
            if (QFile::exists(path))
                return path;
        }
    }
    return {};
}

QByteArray drawing(const QString &name, int size)
{
    QFile file(filePath(name, size));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = file.readAll();
    // The theme aliases many names: in the resource such a file holds the other's name alone.
    if (!text.startsWith("<") && text.size() < 200) {
        const QString target = QString::fromUtf8(text.trimmed());
        return drawing(target.section(u'/', -1).chopped(4), size);
    }
    return text;
}

// Symbolic drawings take one colour from a style sheet inside; that sheet's own value is for light grounds.
QByteArray recoloured(QByteArray svg, const QColor &color)
{
    const QByteArray value = color.name(QColor::HexRgb).toLatin1();
    qsizetype from = 0;
    while ((from = svg.indexOf(".ColorScheme-", from)) >= 0) {
        const qsizetype start = svg.indexOf("color:", from);
        const qsizetype end = svg.indexOf('}', from);
        if (start < 0 || end < 0 || start > end)
            break;
        svg.replace(start, end - start, "color:" + value + ';');
        from = start;
    }
    // A sign cut out in white is not seen on a light colour.
    if (contrast(Qt::white, color) < signContrast)
        svg.replace("fill=\"#fff\"", "fill=\"#1c1e22\"");
    return svg;
}

class SymbolEngine final : public QIconEngine
{
public:
    using Color = std::function<QColor(const QPalette &)>;
    SymbolEngine(QString name, Color color) : m_name(std::move(name)), m_color(std::move(color)) {}

    [[nodiscard]] QIconEngine *clone() const override { return new SymbolEngine(*this); }
    [[nodiscard]] QString key() const override { return u"civicq-symbol"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return !hasIcon(m_name); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal scale = painter->device() ? painter->device()->devicePixelRatio() : 1.0;
        painter->drawPixmap(rect, scaledPixmap(rect.size(), mode, state, scale));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }
    // Since Qt 6.8 the size comes in device-independent pixels, and the engine makes the screen's of it.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const QColor color = colorFor(mode);
        const QString key = u"civicq-icon/%1/%2x%3@%4/%5"_s.arg(m_name)
                                .arg(size.width())
                                .arg(size.height())
                                .arg(scale)
                                .arg(color.rgba());
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = render(size * scale, size.width(), color);
            pixmap.setDevicePixelRatio(scale);
            QPixmapCache::insert(key, pixmap);
        }
        return pixmap;
    }

private:
    [[nodiscard]] QColor colorFor(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::Active, QPalette::HighlightedText);
        return m_color(palette);
    }

    [[nodiscard]] QPixmap render(const QSize &size, int logical, const QColor &color) const
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        if (isMark(m_name)) {
            QPainter painter(&pixmap);
            drawMark(&painter, m_name, QRectF(QPointF(), size), color);
            return pixmap;
        }
        QSvgRenderer renderer(recoloured(drawing(m_name, logical), color));
        if (!renderer.isValid())
            return pixmap;
        QPainter painter(&pixmap);
        const QSizeF fitted = QSizeF(renderer.defaultSize()).scaled(size, Qt::KeepAspectRatio);
        renderer.render(
            &painter,
            QRectF(QPointF((size.width() - fitted.width()) / 2, (size.height() - fitted.height()) / 2), fitted));
        return pixmap;
    }

    QString m_name;
    Color m_color;
};

QIcon make(const QString &name, SymbolEngine::Color color)
{
    return hasIcon(name) ? QIcon(new SymbolEngine(name, std::move(color))) : QIcon();
}

} // namespace

void initIcons()
{
    BreezeIcons::initIcons();
}

bool hasIcon(const QString &name)
{
    return isMark(name) || !filePath(name, 22).isEmpty();
}

QIcon icon(const QString &name)
{
    return make(name, [](const QPalette &palette) { return palette.color(QPalette::Active, QPalette::WindowText); });
}

QIcon icon(const QString &name, Meaning meaning)
{
    return make(name, [meaning](const QPalette &palette) { return meaningColor(meaning, palette); });
}

QIcon meaningIcon(Meaning meaning)
{
    return icon(meaningIconName(meaning), meaning);
}

QIcon icon(const QString &name, const QColor &color)
{
    return make(name, [color](const QPalette &) { return color; });
}

} // namespace civicq::widgets
