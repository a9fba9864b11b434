// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The file a backup is written into: under a temporary name, encrypted where that is asked for, so that nothing in the
// clear ever reaches the disk, and read back (checkedpart.h) before it gets its name. One worker thread; the bytes pass
// through a thread of the encrypter's. Memory: a few MiB.
//
// What reading back proves: the disk gives back byte for byte what was written. With a passphrase it is
// also opened again, and holds byte for byte what was given to write(). For public keys alone the secret key would be
// needed for that, and it is not here: that it opens what is encrypted to it is proven apart (openpgp/rehearsal.h).
// Errors: those of core::PartFile and openpgp::Encrypter; Corrupt when it does not read back.

#include "archive/sha256.h"
#include "backups/checkedpart.h"
#include "openpgp/encrypter.h"

#include <memory>

namespace civicq::backups {

class ProtectedFile
{
public:
    // The folder is made where it is missing, and cleared of what crashed runs left in it. `hashed`: sha256() is wanted.
    [[nodiscard]] static core::Result<std::unique_ptr<ProtectedFile>> begin(const QString &path,
                                                                            const openpgp::Protection &protection,
                                                                            bool hashed = true);
    ~ProtectedFile();

    [[nodiscard]] core::Result<> write(QByteArrayView bytes);
    // One of these two ends the writing, once: all of it is on the disk, as it was written;
    [[nodiscard]] core::Result<> settle(core::TaskContext &context);
    // and, with a passphrase, is opened once more and compared.
    [[nodiscard]] core::Result<> readBack(core::TaskContext &context);
    // Gives it its name, or the next free one where `named` is false; the path it has now.
    [[nodiscard]] core::Result<QString> rename(bool named);

    [[nodiscard]] QString path() const { return m_part.path(); }
    [[nodiscard]] const QByteArray &sha256() const { return m_sha256; } // of the file, in hex; after settle()
    [[nodiscard]] bool isEncrypted() const { return m_encrypter != nullptr; }
    [[nodiscard]] bool isOpenedAgain() const { return isEncrypted() && !m_passphrase.isEmpty(); } // by readBack()
    [[nodiscard]] openpgp::Unlock unlock() const { return {m_passphrase, {}}; }

private:
    ProtectedFile(core::PartFile part, bool hashed) : m_part(std::move(part)), m_checked(m_part, hashed) {}

    core::PartFile m_part;
    CheckedPart m_checked;
    core::Secret m_passphrase;
    archive::Sha256 m_given; // what was to be in the file
    QByteArray m_sha256;
    std::unique_ptr<openpgp::Encrypter> m_encrypter; // the last: its thread uses the others
};

} // namespace civicq::backups
