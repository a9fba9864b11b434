// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// TCP ports of the loopback. Private to models/sandbox; plain functions that may wait a moment.

namespace civicq::sandbox {

// Whether something takes connections there.
[[nodiscard]] bool isListening(int port);
[[nodiscard]] bool isFree(int port);
// A free one from the range that no system hands out to outgoing connections by itself; 0 when all tries failed.
[[nodiscard]] int choosePort();

} // namespace civicq::sandbox
