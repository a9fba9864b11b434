// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/revision.h"

#include <QtCore/QCryptographicHash>

namespace civicq::migrations {

QByteArray Revision::checksum() const
{
    return python.isEmpty() ? fileHash : QCryptographicHash::hash(python, QCryptographicHash::Sha256).toHex();
}

} // namespace civicq::migrations
