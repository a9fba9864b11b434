// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes an OpenPGP message piece by piece: AES-256 with an integrity code (RFC 9580's version 1, which every gpg of the
// last twenty years opens), not compressed, as a backup is already. One thread at a time; `sink` is called on a thread of
// its own between create() and finish(), never after. Memory: a few MiB. Destroyed before finish() it leaves half a
// message, which nobody takes for a whole one. Errors: InvalidArgument (a passphrase that is too long, a key that cannot
// be used; arguments: its fingerprint), those of the sink.

#include "core/result.h"
#include "openpgp/protection.h"

#include <QtCore/QByteArrayView>

#include <functional>
#include <memory>

namespace civicq::openpgp {

class Encrypter
{
public:
    using Sink = std::function<core::Result<>(QByteArrayView)>;

    // `protection` must not be none.
    [[nodiscard]] static core::Result<std::unique_ptr<Encrypter>> create(const Protection &protection, Sink sink);
    ~Encrypter();
    Encrypter(const Encrypter &) = delete;
    Encrypter &operator=(const Encrypter &) = delete;

    [[nodiscard]] core::Result<> write(QByteArrayView bytes);
    [[nodiscard]] core::Result<> finish();

private:
    struct Run;
    explicit Encrypter(std::unique_ptr<Run> run);
    std::unique_ptr<Run> m_run;
};

} // namespace civicq::openpgp
