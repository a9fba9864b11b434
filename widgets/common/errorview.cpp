// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/errorview.h"

#include "common/iconlabel.h"
#include "common/themeicons.h"
#include "common/typography.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {

constexpr int detailLines = 6;

QPlainTextEdit *makeDetails(const QString &text)
{
    auto *details = new QPlainTextEdit(text);
    details->setObjectName(u"errorDetails"_s);
    details->setAccessibleName(ErrorView::tr("Details of the error"));
    details->setReadOnly(true);
    details->setFont(typeFont(Type::Code));
    details->setTabChangesFocus(true);
    details->setFixedHeight(QFontMetrics(details->font()).lineSpacing() * detailLines);
    details->hide();
    return details;
}

} // namespace

ErrorView::ErrorView(const phrases::Explanation &explanation, QWidget *parent)
    : QWidget(parent), m_buttons(new QHBoxLayout)
{
    setObjectName(u"errorView"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(new IconLabel(32, meaningIcon(Meaning::Critical)));
    auto *what = makeLabel(explanation.what, Type::Section);
    what->setWordWrap(true);
    what->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(what);
    if (!explanation.remedy.isEmpty()) {
        auto *remedy = makeLabel(explanation.remedy);
        remedy->setWordWrap(true);
        remedy->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(remedy);
    }
    setAccessibleName(explanation.oneLine());

    m_buttons->setContentsMargins(0, grid::unit, 0, 0);
    m_buttons->setSpacing(grid::unit);
    m_buttons->addStretch(1);
    layout->addLayout(m_buttons);
    if (explanation.details.isEmpty())
        return;
    auto *details = makeDetails(explanation.details);
    layout->addWidget(details);
    auto *toggle = new QPushButton(tr("Details"));
    toggle->setObjectName(u"errorDetailsButton"_s);
    toggle->setCheckable(true);
    toggle->setAutoDefault(false);
    toggle->setToolTip(tr("The server's own words"));
    connect(toggle, &QPushButton::toggled, details, &QWidget::setVisible);
    auto *copy = new QPushButton(tr("Copy"));
    copy->setObjectName(u"errorCopyButton"_s);
    copy->setAutoDefault(false);
    copy->setToolTip(tr("Copy the sentence and the details, to send to somebody who can help"));
    connect(copy, &QPushButton::clicked, this, [explanation] {
        QGuiApplication::clipboard()->setText(explanation.oneLine() + u"\n\n"_s + explanation.details);
    });
    m_buttons->insertWidget(0, toggle);
    m_buttons->insertWidget(1, copy);
}

void ErrorView::addAction(const QString &text, const QString &name, std::function<void()> run)
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [run = std::move(run)] { run(); });
    m_buttons->insertWidget(0, button);
}

} // namespace civicq::widgets
