// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/page.h"

#include "common/reflow.h"
#include "common/typography.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {
constexpr int sentenceWidth = 240; // pixels; narrower, and it is a column of words
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

    auto *words = new QVBoxLayout;
    words->setSpacing(grid::half);
    words->addWidget(m_title);
    words->addWidget(m_sentence);
    auto *header = new QHBoxLayout;
    header->setSpacing(grid::gap);
    header->addLayout(words, 1);
    m_actions = new QHBoxLayout;
    m_actions->setSpacing(grid::unit);
    header->addLayout(m_actions);
    header->setAlignment(m_actions, Qt::AlignLeft | Qt::AlignTop);
    // Where the buttons would leave the sentence too little room they stand under it.
    reflow(this, header, [this] {
        const int least = std::max(sentenceWidth, m_title->sizeHint().width());
        return least + grid::gap + m_actions->sizeHint().width() + 2 * grid::margin;
    });

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
    auto *button = new QPushButton(action->icon(), action->text());
    button->setToolTip(action->toolTip());
    button->setAccessibleName(action->text());
    button->setObjectName(action->objectName().isEmpty() ? QString() : action->objectName() + u"Button"_s);
    button->setProperty("primary", main);
    button->setVisible(action->isVisible());
    button->setEnabled(action->isEnabled());
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, button, [button, action] {
        button->setText(action->text());
        button->setIcon(action->icon());
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
        button->setVisible(action->isVisible());
    });
    // The main one stands at the right, at the title's height whatever the sentence needs.
    if (main)
        m_actions->addWidget(button, 0, Qt::AlignTop);
    else
        m_actions->insertWidget(m_secondaryActions++, button, 0, Qt::AlignTop);
}

void Page::setBody(QWidget *body)
{
    delete m_body;
    m_body = body;
    m_layout->addWidget(body, 1);
}

} // namespace civicq::widgets
