// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// SHA-256 through OpenSSL, which uses the processor's own instructions where there are any (QCryptographicHash does not).
// One thread at a time; nothing fails but for want of memory, which ends the program as it does everywhere in Qt.

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <memory>

namespace civicq::archive {

class Sha256
{
public:
    static constexpr qsizetype size = 32;

    Sha256();
    ~Sha256();
    Sha256(Sha256 &&) noexcept;
    Sha256 &operator=(Sha256 &&) noexcept;

    void add(QByteArrayView bytes);
    // The 32 bytes of all that was added since the last result(); begins anew.
    [[nodiscard]] QByteArray result();

    [[nodiscard]] static QByteArray of(QByteArrayView bytes);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace civicq::archive
