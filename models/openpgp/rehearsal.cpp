// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "openpgp/rehearsal.h"

#include "openpgp/decrypter.h"
#include "openpgp/encrypter.h"

#include <QtCore/QRandomGenerator>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using civicq::core::Result;

namespace civicq::openpgp {

Result<> rehearse(const PublicKey &key, const Unlock &unlock)
{
    std::array<quint32, 16> words = {};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    const QByteArray nonce(reinterpret_cast<const char *>(words.data()), sizeof words);
    QByteArray message;
    auto encrypter = Encrypter::create({{}, {key.armored}}, [&message](QByteArrayView bytes) -> Result<> {
        message.append(bytes);
        return {};
    });
    if (!encrypter)
        return core::fail(encrypter.error());
    if (const auto written = (*encrypter)->write(nonce); !written)
        return written;
    if (const auto finished = (*encrypter)->finish(); !finished)
        return finished;
    Decrypter decrypter([&message]() -> Result<QByteArray> { return std::exchange(message, {}); }, unlock);
    QByteArray back;
    for (;;) {
        const auto piece = decrypter.read();
        if (!piece)
            return core::fail(piece.error());
        if (piece->isEmpty())
            break;
        back += *piece;
    }
    if (back != nonce)
        return core::fail(core::ErrorCode::Corrupt, u"the key brought back something else than was encrypted to it"_s);
    return {};
}

} // namespace civicq::openpgp
