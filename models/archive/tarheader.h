// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A member's 512 header bytes, read as strictly as FORMAT.md has them: no byte is free. All headers of an archive equal
// the first one but for name, size and checksum, which have one spelling each. Plain values, any thread. Errors: Corrupt.
// Private to models/archive.

#include "core/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace civicq::archive {

struct TarHeader
{
    QString name;
    qint64 bytes = 0;
};

class TarHeaders
{
public:
    // `block` has 512 bytes. The first one read sets what the others are held against.
    [[nodiscard]] core::Result<TarHeader> read(QByteArrayView block);

private:
    QByteArray m_common; // the first header, with name, size and checksum blanked
};

// Up to the next multiple of 512.
[[nodiscard]] qint64 paddingOf(qint64 bytes);
// No member is so large that to hold it would be an attack, and the seal has one size.
[[nodiscard]] core::Result<> checkSize(const TarHeader &header);
[[nodiscard]] bool isZero(QByteArrayView bytes);

} // namespace civicq::archive
