// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/choicecards.h"

#include "common/palette.h"
#include "common/typography.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QFrame>
#include <QtWidgets/QLabel>
#include <QtWidgets/QRadioButton>

namespace civicq::widgets {

namespace {

constexpr int textIndent = 24; // so that the sentence stands under the title's own text
constexpr int cardPadding = 12;

class ChoiceCard final : public QFrame
{
public:
    ChoiceCard(QRadioButton *choice, QLabel *text, QWidget *body) : m_choice(choice)
    {
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(cardPadding, cardPadding - 2, cardPadding, cardPadding);
        layout->setSpacing(2);
        layout->addWidget(choice);
        text->setContentsMargins(textIndent, 0, 0, 0);
        layout->addWidget(text);
        if (body) {
            // With its margins, so that nothing of it is left while it is hidden.
            auto *place = new QWidget;
            auto *inside = new QVBoxLayout(place);
            inside->setContentsMargins(textIndent, grid::unit, 0, 0);
            inside->addWidget(body);
            layout->addWidget(place);
            place->setVisible(choice->isChecked());
            QObject::connect(choice, &QRadioButton::toggled, place, &QWidget::setVisible);
        }
        setCursor(Qt::PointingHandCursor);
        QObject::connect(choice, &QRadioButton::toggled, this, [this] { update(); });
    }

protected:
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint())) {
            m_choice->setFocus(Qt::MouseFocusReason);
            m_choice->click();
        }
    }

    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool chosen = m_choice->isChecked();
        const QColor accent = palette().color(QPalette::Accent);
        painter.setPen(QPen(chosen ? accent : hairlineColor(palette()), chosen ? 1.5 : 1.0));
        painter.setBrush(cardColor(palette()));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), grid::radius, grid::radius);
    }

private:
    QRadioButton *m_choice;
};

} // namespace

ChoiceCards::ChoiceCards(QWidget *parent)
    : QWidget(parent), m_layout(new QVBoxLayout(this)), m_group(new QButtonGroup(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(grid::unit);
    m_layout->addStretch(0); // keeps the cards at the top as long as none of them grows
}

QRadioButton *ChoiceCards::add(const QString &objectName, const QString &title, const QString &text, QWidget *body)
{
    auto *choice = new QRadioButton(title);
    choice->setObjectName(objectName);
    QFont font = choice->font();
    font.setWeight(QFont::DemiBold);
    choice->setFont(font);
    m_group->addButton(choice);
    choice->setChecked(m_group->buttons().size() == 1);
    QLabel *label = makeLabel({}, Type::Text, true);
    label->setWordWrap(true);
    label->setObjectName(objectName + QStringLiteral("Text"));
    auto *card = new ChoiceCard(choice, label, body);
    card->setObjectName(objectName + QStringLiteral("Card"));
    m_layout->insertWidget(m_layout->count() - 1, card);
    setText(choice, text);
    const bool grows = body && (body->sizePolicy().verticalPolicy() & QSizePolicy::ExpandFlag) != 0;
    connect(choice, &QRadioButton::toggled, this, [this, card, grows](bool on) {
        if (grows)
            m_layout->setStretchFactor(card, on ? 1 : 0);
        if (on)
            Q_EMIT changed();
    });
    return choice;
}

void ChoiceCards::setText(QRadioButton *choice, const QString &text)
{
    auto *label = findChild<QLabel *>(choice->objectName() + QStringLiteral("Text"));
    label->setText(text);
    choice->setAccessibleDescription(text);
    // At once, all the way up: a sentence that has become longer is not to be seen cut off in between.
    for (QWidget *around = label->parentWidget(); around;
         around = around->isWindow() ? nullptr : around->parentWidget()) {
        if (around->layout())
            around->layout()->activate();
    }
}

} // namespace civicq::widgets
