// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Proves before the day it is needed that a recovery key works: something random is encrypted to the public key as a
// backup would be, and the secret key and its passphrase have to bring it back. Any thread; nothing is written. Errors:
// those of Encrypter and Decrypter.

#include "openpgp/keys.h"
#include "openpgp/protection.h"

namespace civicq::openpgp {

[[nodiscard]] core::Result<> rehearse(const PublicKey &key, const Unlock &unlock);

} // namespace civicq::openpgp
