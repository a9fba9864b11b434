// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What restores put aside: listed, brought back, let go of. For restore.cpp; main thread.

#include "cli/command.h"

namespace civicq::cli {

void listKept(Context &context);
void undoRestore(Context &context, const QString &database);
void releaseKept(Context &context, const QString &kept);

} // namespace civicq::cli
