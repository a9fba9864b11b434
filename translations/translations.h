// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Loads this program's and Qt's own texts in the given language ("es"; empty: the system's), for the life of the
// application object, and lets dates and numbers follow (QLocale's default). GUI or main thread, before the first widget is made.

#include <QtCore/QString>

namespace civicq::translations {

void install(const QString &language = {});

} // namespace civicq::translations
