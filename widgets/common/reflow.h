// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Parts of a page that stand beside each other where there is room, and one under the other where there is not. GUI thread.

#include <functional>

class QBoxLayout;
class QWidget;

namespace civicq::widgets {

// `layout` runs from left to right while `host` is at least `width()` wide, else from top to bottom. `turned` (may be
// empty) is called with true when it has come to run from top to bottom, with false when it is back.
void reflow(QWidget *host, QBoxLayout *layout, std::function<int()> width, std::function<void(bool)> turned = {});

} // namespace civicq::widgets
