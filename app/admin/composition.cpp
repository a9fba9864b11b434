// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the window, in the order of the navigation: a function for each, which hands it what it needs. A page is
// made when it is first wanted; its PageInfo is given here, so that the navigation knows it before.

#include "admin/application.h"

namespace civicq::app {

void addPages(Application &app)
{
    Q_UNUSED(app)
}

} // namespace civicq::app
