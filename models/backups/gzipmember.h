// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One member of a gzip file as this program writes it: its whole length stands in an extra field of its header, so that
// a reader finds the next one without unpacking it. Pure functions, any thread. Errors: Corrupt.

#include "core/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <functional>

namespace civicq::backups {

constexpr qsizetype gzipHeaderSize = 20;         // with the extra field
constexpr qsizetype gzipBlock = 1024 * 1024;     // unpacked
constexpr qsizetype gzipLongest = 2 * gzipBlock; // a member that claims more, packed or not, is not ours
using BlockWork = std::function<core::Result<QByteArray>(const QByteArray &)>;

// Packs a block to a member, unpacks a member to its block; each result has state of its own for one thread.
[[nodiscard]] BlockWork gzipPacker(int level);
[[nodiscard]] BlockWork gzipUnpacker();

// The length of the member that begins with `head` (gzipHeaderSize bytes at least); 0 when it is not one of ours.
[[nodiscard]] qsizetype gzipMemberSize(QByteArrayView head);

} // namespace civicq::backups
