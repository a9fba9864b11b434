// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A ring around a widget, to show a person where to act; it follows the widget, lets every click through and takes no
// focus. For the eyes only: whoever sets it says the same in words. GUI thread.

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

namespace civicq::widgets {

class Spotlight final : public QWidget
{
    Q_OBJECT
public:
    Spotlight();

    // Null: nowhere. Goes away with the widget.
    void setTarget(QWidget *target);
    [[nodiscard]] QWidget *target() const { return m_target; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();
    void watch(bool on);

    QPointer<QWidget> m_target;
};

} // namespace civicq::widgets
