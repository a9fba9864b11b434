// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a page scrolls when the window is too small for it. A QScrollArea asks for the least height without regard to the
// width, and so squeezes texts that have wrapped; this one asks for the height at the width there is. GUI thread.

#include <QtWidgets/QScrollArea>

namespace civicq::widgets {

class PageScroll final : public QScrollArea
{
    Q_OBJECT
public:
    explicit PageScroll(QWidget *page, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();
};

} // namespace civicq::widgets
