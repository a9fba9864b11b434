// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads an OpenPGP message piece by piece, armored or not, compressed or not, whoever wrote it. What read() gives before
// its end is not yet proven: only when it has given the empty piece has the integrity code been checked over all of it.
// One thread at a time; `packed` is called on a thread of its own. Memory: a few MiB. Errors: AuthenticationFailed (see
// protection.h), Corrupt and Truncated (altered, cut off, without an integrity code), those of `packed`.

#include "core/result.h"
#include "openpgp/protection.h"

#include <QtCore/QByteArray>

#include <functional>
#include <memory>

namespace civicq::openpgp {

class Decrypter
{
public:
    using Source = std::function<core::Result<QByteArray>()>; // an empty piece is the end

    Decrypter(Source packed, const Unlock &unlock);
    ~Decrypter();
    Decrypter(const Decrypter &) = delete;
    Decrypter &operator=(const Decrypter &) = delete;

    [[nodiscard]] core::Result<QByteArray> read();

private:
    struct Run;
    std::unique_ptr<Run> m_run;
};

} // namespace civicq::openpgp
