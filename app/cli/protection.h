// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The options that say how a backup is encrypted and what opens one, for the commands that take them. Secrets come from
// files or from the terminal, never from the command line. Main thread.

#include "cli/command.h"
#include "openpgp/keys.h"
#include "openpgp/protection.h"

namespace civicq::cli {

struct ProtectOptions
{
    std::vector<std::string> encryptTo; // key files, or recovery keys of this computer
    std::string passphraseFile;
    bool ask = false; // for a passphrase, twice
};
// --encrypt-to, --passphrase-file
void addProtect(CLI::App &command, ProtectOptions &options);
// None where nothing was asked for. A key nobody has rehearsed is said on the way.
[[nodiscard]] core::Result<openpgp::Protection> protectionOf(Context &context, const ProtectOptions &options);
// The keys of a file, or the one recovery key that fits. InvalidArgument where it is neither, or cannot be encrypted to.
[[nodiscard]] core::Result<QList<openpgp::PublicKey>> keysOf(const Context &context, const std::string &word);

struct UnlockOptions
{
    std::string passphraseFile;
    std::string keyFile;
};
// --passphrase-file, --key-file
void addUnlock(CLI::App &command, UnlockOptions &options);
// As the options say.
[[nodiscard]] core::Result<openpgp::Unlock> unlockOf(const UnlockOptions &options);
// The same for this file; a passphrase that it needs and nobody gave is asked for on the terminal, where there is one.
// Whether it opens the file is for who reads it to say.
[[nodiscard]] core::Result<openpgp::Unlock> unlockFor(const Context &context, const UnlockOptions &options,
                                                      const QString &path);
// Asks without echo; none where there is no terminal or nothing may be asked.
[[nodiscard]] core::Result<core::Secret> askPassphrase(const Context &context, const QString &question);
// The error with the options that would have opened it.
[[nodiscard]] core::Error withUnlockRemedy(core::Error error);

} // namespace civicq::cli
