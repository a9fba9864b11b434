// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One line inside a page: a meaning's icon, a sentence, perhaps a button. For what should be known and needs no answer.

#include "common/palette.h"

#include <QtWidgets/QFrame>

class QAction;
class QBoxLayout;
class QLabel;

namespace civicq::widgets {

class IconLabel;

class MessageStrip : public QFrame
{
    Q_OBJECT
public:
    explicit MessageStrip(Meaning meaning = Meaning::Notice, const QString &text = {}, QWidget *parent = nullptr);

    void setMessage(Meaning meaning, const QString &text);
    void addButton(QAction *action);
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    Meaning m_meaning;
    IconLabel *m_icon;
    QLabel *m_text;
    QBoxLayout *m_layout;
};

} // namespace civicq::widgets
