// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A guess of how long a passphrase holds against a computer that tries; pure, any thread. A hint beside a field, no proof:
// it counts what characters could be meant and takes away what repeats or goes on from the one before, but knows no
// dictionary. With OpenPGP's derivation a guess costs about 0.1 s of one processor.

#include "core/secret.h"

namespace civicq::openpgp {

enum class Strength {
    TooShort, // fewer than 8 characters
    Weak,     // days
    Fair,     // years for one computer
    Strong,
};
constexpr qsizetype shortestPassphrase = 8; // characters

[[nodiscard]] Strength strengthOf(const core::Secret &passphrase);

} // namespace civicq::openpgp
