// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The backups in a folder: those this program made, known by their first line, never by name alone. Files of others are
// neither listed nor touched. An encrypted file shows its first line only to who opens it: there the catalogue says what
// it holds. One that the catalogue does not know (another computer's, or moved) is listed by its name, but not taken for
// ours and so never touched. An archive whose end is missing or spoilt is listed as broken. Worker threads (reads the
// beginning of each file, and of an archive its end). Errors: NotFound where the folder is not there, PermissionDenied,
// InvalidArgument.

#include "backups/catalogue.h"
#include "backups/contents.h"

namespace civicq::backups {

struct BackupEntry
{
    QString path;
    BackupHeader header;
    qint64 bytes = 0;
    std::optional<KnownBackup> known; // none: not read to its end on this computer since it last changed
    bool encrypted = false;
    bool broken = false; // an archive of this program whose table of contents cannot be read
    bool ours = true;    // false: encrypted, and nobody on this computer has seen what it holds

    [[nodiscard]] bool isDamaged() const { return broken || (known && !known->valid); }
};

// Newest first.
[[nodiscard]] core::Result<QList<BackupEntry>> listBackups(core::TaskContext &context, const QString &folder,
                                                           const BackupCatalogue &catalogue);

// verify() of an archive that the catalogue knows to have been whole: its bytes are held against the fingerprint it had
// then, which says the same as taking it apart again, at the speed of reading. None where that cannot be said: it is not
// known, not such a file, or has changed; only verify() tells then.
[[nodiscard]] core::Result<std::optional<Verification>> verifyKnown(core::TaskContext &context, const Toolbox &toolbox,
                                                                    const QString &path,
                                                                    const BackupCatalogue &catalogue);
// Reads a backup to its end, taken apart or by its fingerprint where that is known, and enters what was found in the
// catalogue. An encrypted one that nothing is given to open is compared with the hash it had when it was written or last
// opened here: AuthenticationFailed where none is known.
[[nodiscard]] core::Result<Verification> check(core::TaskContext &context, const Toolbox &toolbox, const QString &path,
                                               BackupCatalogue &catalogue, const openpgp::Unlock &unlock = {});
// Takes an encrypted file for ours whose hash the catalogue knows from another place or time; reads it for that. Whether
// it is.
[[nodiscard]] core::Result<bool> recognise(core::TaskContext &context, const QString &path, BackupCatalogue &catalogue);
// Deletes one of ours; InvalidArgument for any other file.
[[nodiscard]] core::Result<> removeBackup(const QString &path, BackupCatalogue &catalogue);

} // namespace civicq::backups
