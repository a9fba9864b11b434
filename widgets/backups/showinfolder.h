// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Opens the system's file manager on a file's folder, with the file selected where the system can do that. GUI thread.

#include <QtCore/QString>

namespace civicq::widgets {

void showInFolder(const QString &path);

} // namespace civicq::widgets
