// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Progress in words, the same in the task panel, in wizards and on pages.

#include "core/taskmodel.h"

namespace civicq::widgets {

// "1.2 GB of 4.0 GB", "12 of 20", "340 rows"; empty where nothing was reported.
[[nodiscard]] QString amountText(const core::ProgressMeter &meter);
[[nodiscard]] QString rateText(const core::ProgressMeter &meter); // "35 MB/s"
[[nodiscard]] QString leftText(const core::ProgressMeter &meter); // "2 min left"
// The three together: "1.2 GB of 4.0 GB · 35 MB/s · 2 min left".
[[nodiscard]] QString progressText(const core::ProgressMeter &meter);
// "Copying data: public.votes"
[[nodiscard]] QString stepText(const core::ProgressMeter &meter);

} // namespace civicq::widgets
