// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// SHA-256's compression function (FIPS 180-4, 6.2) of one message into two states, by the instructions x86-64 processors
// have for it. Each of them waits for the one before, so a second state costs nothing. Any thread, nothing fails.

#include <QtCore/QtTypes>

#include <array>

namespace civicq::archive {

using Sha256State = std::array<quint32, 8>; // the eight working words, H0 to H7

// False where there are none, or this is another processor: then the function may not be called.
[[nodiscard]] bool hasSha256Instructions();
// `count` blocks of 64 bytes go into both.
void compressIntoBoth(Sha256State &first, Sha256State &second, const char *blocks, qsizetype count);

} // namespace civicq::archive
