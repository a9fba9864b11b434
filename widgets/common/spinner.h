// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A turning arc: work goes on whose length nobody knows. Turns only while it is visible.

#include <QtCore/QBasicTimer>
#include <QtWidgets/QWidget>

namespace civicq::widgets {

class Spinner : public QWidget
{
    Q_OBJECT
public:
    explicit Spinner(int size = 24, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override { return {m_size, m_size}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    int m_size;
    int m_angle = 0;
    QBasicTimer m_timer;
};

} // namespace civicq::widgets
