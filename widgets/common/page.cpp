// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/page.h"

#include "common/headerbutton.h"
#include "common/typography.h"

#include <QtCore/QEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {
constexpr int titleRow = 32; // as high as a button, with buttons and without
// A page cannot become narrower than its header: what is given up has to be given up a little earlier.
constexpr int slack = grid::margin;
} // namespace

Page::Page(PageInfo info, QWidget *parent)
    : QWidget(parent), m_info(std::move(info)), m_title(makeLabel(m_info.title, Type::Title)),
      m_sentence(makeLabel({}, Type::Text, true))
{
    setObjectName(m_info.id);
    setAccessibleName(m_info.title);
    m_title->setObjectName(u"pageTitle"_s);
    m_sentence->setObjectName(u"pageSentence"_s);
    m_sentence->setWordWrap(true);

    m_title->setMinimumHeight(titleRow);

    // The title's row has the buttons at its right in every page; the sentence has the whole width below.
    auto *row = new QHBoxLayout;
    row->setSpacing(grid::gap);
    row->addWidget(m_title, 1);
    m_actions = new QHBoxLayout;
    m_actions->setSpacing(grid::unit);
    row->addLayout(m_actions);
    auto *header = new QVBoxLayout;
    header->setSpacing(grid::half);
    header->addLayout(row);
    header->addWidget(m_sentence);

    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(grid::margin, grid::margin, grid::margin, grid::margin);
    m_layout->setSpacing(grid::gap);
    m_layout->addLayout(header);
}

QString Page::sentence() const
{
    return m_sentence->text();
}

void Page::setShown(bool) {}

void Page::setSentence(const QString &sentence)
{
    if (m_sentence->text() == sentence)
        return;
    m_sentence->setText(sentence);
    Q_EMIT sentenceChanged(sentence);
}

void Page::addHeaderAction(QAction *action, bool main)
{
    auto *button = new HeaderButton(*action, main);
    if (main)
        m_actions->addWidget(button);
    else
        m_actions->insertWidget(m_secondaryActions++, button);
    fitActions();
}

// Where the words of all have no room beside the title, the main one keeps its own and the others keep their icons.
void Page::fitActions()
{
    int wanted = m_title->sizeHint().width() + grid::gap + 2 * grid::margin + slack;
    const auto buttons = findChildren<HeaderButton *>(Qt::FindDirectChildrenOnly);
    for (const HeaderButton *button : buttons)
        wanted += button->isHidden() ? 0 : button->wholeWidth() + grid::unit;
    for (HeaderButton *button : buttons)
        button->setBare(width() < wanted);
}

bool Page::event(QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        fitActions();
    return QWidget::event(event);
}

// The shell's scroll area has reckoned the least height for its width just before it asks: reckoning it here once more
// made the first showing of a page with much in it several frames longer.
int Page::heightForWidth(int width) const
{
    return m_bodyScrolls ? minimumHeight() : QWidget::heightForWidth(width);
}

void Page::setBody(QWidget *body)
{
    delete m_body;
    m_body = body;
    m_layout->addWidget(body, 1);
}

} // namespace civicq::widgets
