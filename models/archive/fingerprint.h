// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whether an archive on the disk is, to the byte, one that was once read whole, without taking it apart again.
//
// The fingerprint is the SHA-256, in hex, of all that stands from the seal's header to the file's end. The seal in turn is
// a hash of every header, of the padding and of the members' hashes: where it fits what it seals, and each member has the
// hash its manifest gives, two archives of one fingerprint are the same file. Unlike a hash of the whole file it can be
// told by all processors at once. ArchiveWriter and verifyArchive() give it for what passes through them.
//
// Worker threads; memory for a few pieces a thread. Errors: those of reading the file. Progress in bytes.

#include "core/task.h"

namespace civicq::archive {

[[nodiscard]] core::Result<bool> hasFingerprint(core::TaskContext &context, const QString &path,
                                                const QByteArray &fingerprint);

} // namespace civicq::archive
