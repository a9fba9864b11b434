// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person sets in the window; app/admin reads and writes it.

#include "core/settings.h"
#include "shell/theme.h"

namespace civicq::widgets {

struct Preferences
{
    core::Settings core;
    ThemeMode theme = ThemeMode::System;
    QString language; // "es"; empty: as the system
};

} // namespace civicq::widgets
