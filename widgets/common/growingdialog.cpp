// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/growingdialog.h"

#include <QtCore/QEvent>
#include <QtWidgets/QLayout>

#include <algorithm>

namespace civicq::widgets {

bool GrowingDialog::event(QEvent *event)
{
    const bool done = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest && layout())
        resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
    return done;
}

} // namespace civicq::widgets
