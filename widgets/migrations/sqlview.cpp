// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/sqlview.h"

#include "common/palette.h"
#include "common/typography.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

#include <QtCore/QEvent>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {

constexpr double readable = 4.5; // contrast of text, as WCAG's AA wants it

// The themes' comments are fainter than can be read by everyone.
class ReadableHighlighter final : public KSyntaxHighlighting::SyntaxHighlighter
{
public:
    using SyntaxHighlighter::SyntaxHighlighter;
    QPalette palette;

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &wanted) override
    {
        SyntaxHighlighter::applyFormat(offset, length, wanted);
        if (length <= 0)
            return;
        QTextCharFormat drawn = format(offset);
        if (!drawn.hasProperty(QTextFormat::ForegroundBrush))
            return;
        const QColor ground = palette.color(QPalette::Base);
        QColor color = drawn.foreground().color();
        for (int step = 0; step < 10 && contrast(color, ground) < readable; ++step)
            color = blend(palette.color(QPalette::Text), color, 0.15);
        if (color == drawn.foreground().color())
            return;
        drawn.setForeground(color);
        setFormat(offset, length, drawn);
    }
};

} // namespace

struct SqlView::Highlighting
{
    KSyntaxHighlighting::Repository repository;
    ReadableHighlighter highlighter;

    QString language;

    explicit Highlighting(QTextDocument *document) : highlighter(document) {}
    void setLanguage(const QString &name)
    {
        if (language == name)
            return;
        language = name;
        highlighter.setDefinition(repository.definitionForName(name));
    }
    void follow(const QPalette &palette)
    {
        highlighter.palette = palette;
        highlighter.setTheme(repository.themeForPalette(palette));
        highlighter.rehighlight();
    }
};

SqlView::SqlView(QWidget *parent) : QPlainTextEdit(parent), m_highlighting(std::make_unique<Highlighting>(document()))
{
    setReadOnly(true);
    setFont(typeFont(Type::Code));
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("SQL"));
    m_highlighting->follow(palette());
}

SqlView::~SqlView() = default;

void SqlView::setSql(const QString &sql)
{
    setSource(sql, u"SQL (PostgreSQL)"_s);
}

void SqlView::setPython(const QString &source)
{
    setSource(source, u"Python"_s);
}

void SqlView::setSource(const QString &text, const QString &language)
{
    m_highlighting->setLanguage(language);
    if (text != toPlainText())
        setPlainText(text);
}

void SqlView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighting)
        m_highlighting->follow(palette());
}

} // namespace civicq::widgets
