// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An icon that stands by itself, drawn anew whenever it is painted: it follows the theme and the screen's scale, which a
// label's pixmap does not. For the eyes only: the words beside it say the same.

#include <QtGui/QIcon>
#include <QtWidgets/QWidget>

namespace civicq::widgets {

class IconLabel final : public QWidget
{
    Q_OBJECT
public:
    explicit IconLabel(int size, const QIcon &icon = {}, QWidget *parent = nullptr);
    void setIcon(const QIcon &icon);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QIcon m_icon;
};

} // namespace civicq::widgets
