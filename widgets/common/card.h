// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A quiet surface for what belongs together: a title, whatever stands at the title's right, a body. Cards are not nested.

#include <QtWidgets/QFrame>

class QBoxLayout;
class QLabel;

namespace civicq::widgets {

class Card : public QFrame
{
    Q_OBJECT
public:
    explicit Card(const QString &title = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    [[nodiscard]] QString title() const;
    // At the right of the title: a figure, a small button.
    void addHeaderWidget(QWidget *widget);
    // Everything below the title; `flush` lets a table reach the card's edges.
    void setBody(QWidget *body, bool flush = false);
    [[nodiscard]] QBoxLayout *bodyLayout() const { return m_body; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_title;
    QBoxLayout *m_header;
    QBoxLayout *m_body;
};

} // namespace civicq::widgets
