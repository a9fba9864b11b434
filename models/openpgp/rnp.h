// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// librnp's handles, owned. Inside models/openpgp only. Nothing is kept on the disk and nothing asked of a keyring of the
// user's: a Session knows the keys it was given. One thread at a time.

#include "core/result.h"
#include "openpgp/protection.h"

#include <rnp/rnp.h>
#include <rnp/rnp_err.h>

#include <functional>
#include <memory>

namespace civicq::openpgp {

// A deleter of each handle's own.
template<auto destroy>
struct Destroy
{
    template<typename T>
    void operator()(T *handle) const
    {
        destroy(handle);
    }
};
template<typename Handle, auto destroy>
using Owned = std::unique_ptr<std::remove_pointer_t<Handle>, Destroy<destroy>>;

using Input = Owned<rnp_input_t, rnp_input_destroy>;
using Output = Owned<rnp_output_t, rnp_output_destroy>;
using Key = Owned<rnp_key_handle_t, rnp_key_handle_destroy>;
using VerifyOperation = Owned<rnp_op_verify_t, rnp_op_verify_destroy>;
using EncryptOperation = Owned<rnp_op_encrypt_t, rnp_op_encrypt_destroy>;

// What librnp gave as text; empty where it gave none.
[[nodiscard]] QString taken(char *text);

using ReadSome = std::function<qsizetype(char *, qsizetype)>;  // bytes read, 0 at the end, -1 on failure
using WriteAll = std::function<bool(const char *, qsizetype)>; // false on failure
// The functions must outlive the handle.
[[nodiscard]] Input inputFrom(ReadSome &read);
[[nodiscard]] Input inputFrom(const QByteArray &bytes); // must outlive the handle
[[nodiscard]] Output outputTo(WriteAll &write);

class Session
{
public:
    Session();
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    // Error InvalidArgument when there is no key in it.
    [[nodiscard]] core::Result<> addPublicKeys(const QByteArray &bytes);
    [[nodiscard]] core::Result<> addSecretKeys(const QByteArray &bytes);
    // Given whenever librnp asks for one.
    void setPassphrase(const core::Secret &passphrase) { m_passphrase = passphrase; }
    [[nodiscard]] bool wasAskedForPassphrase() const { return m_asked; }
    [[nodiscard]] QStringList fingerprints() const; // of primary keys
    [[nodiscard]] Key find(const QString &fingerprint) const;
    [[nodiscard]] rnp_ffi_t handle() const { return m_handle; }

private:
    [[nodiscard]] core::Result<> add(const QByteArray &bytes, uint32_t flags);
    static bool providePassphrase(rnp_ffi_t ffi, void *self, rnp_key_handle_t key, const char *purpose, char *buffer,
                                  size_t size);
    rnp_ffi_t m_handle = nullptr;
    core::Secret m_passphrase;
    bool m_asked = false;
};

} // namespace civicq::openpgp
