// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One of a few, each a card with a title, a sentence that says what it means, and perhaps fields of its own, which are
// there only while it is chosen. A click anywhere on a card chooses it. GUI thread.

#include <QtWidgets/QWidget>

class QBoxLayout;
class QButtonGroup;
class QRadioButton;

namespace civicq::widgets {

class ChoiceCards : public QWidget
{
    Q_OBJECT
public:
    explicit ChoiceCards(QWidget *parent = nullptr);

    // The first one added is chosen to begin with. `body` (may be null) becomes the card's; one whose vertical policy
    // expands makes the card grow. The card's own name is `objectName` with "Card" after it.
    QRadioButton *add(const QString &objectName, const QString &title, const QString &text, QWidget *body = nullptr);
    void setText(QRadioButton *choice, const QString &text);

Q_SIGNALS:
    void changed();

private:
    QBoxLayout *m_layout;
    QButtonGroup *m_group;
};

} // namespace civicq::widgets
