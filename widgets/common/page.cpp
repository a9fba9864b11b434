// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/page.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace civicq::widgets {

namespace {
constexpr int margin = 24; // around a page, on the 8-pixel grid
constexpr int gap = 16;
} // namespace

Page::Page(PageInfo info, QWidget *parent)
    : QWidget(parent), m_info(std::move(info)), m_title(new QLabel(m_info.title)), m_sentence(new QLabel)
{
    setObjectName(m_info.id);
    setAccessibleName(m_info.title);
    QFont titleFont = m_title->font();
    titleFont.setPixelSize(20);
    titleFont.setWeight(QFont::DemiBold);
    m_title->setFont(titleFont);
    m_sentence->setForegroundRole(QPalette::PlaceholderText);
    m_sentence->setWordWrap(true);

    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_title);
    words->addWidget(m_sentence);
    auto *header = new QHBoxLayout;
    header->setSpacing(gap);
    header->addLayout(words, 1);
    m_actions = new QHBoxLayout;
    m_actions->setSpacing(8);
    header->addLayout(m_actions);

    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(margin, margin, margin, margin);
    m_layout->setSpacing(gap);
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
    button->setDefault(main);
    button->setEnabled(action->isEnabled());
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, button, [button, action] {
        button->setText(action->text());
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
        button->setVisible(action->isVisible());
    });
    m_actions->addWidget(button);
}

void Page::setBody(QWidget *body)
{
    delete m_body;
    m_body = body;
    m_layout->addWidget(body, 1);
}

} // namespace civicq::widgets
