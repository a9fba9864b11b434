// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "openpgp/message.h"

#include "openpgp/rnp.h"
#include "openpgp/rnpquiet.h"

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::openpgp {

namespace {

// Packet tags an encrypted message may begin with (RFC 9580, 5).
constexpr int publicKeySession = 1;
constexpr int passphraseSession = 3;
constexpr int marker = 10;
constexpr int encryptedData = 9;
constexpr int encryptedProtectedData = 18;
constexpr int encryptedAuthenticatedData = 20;

int firstTag(unsigned char byte)
{
    constexpr int always = 0x80;
    constexpr int newFormat = 0x40;
    if ((byte & always) == 0)
        return -1;
    return (byte & newFormat) != 0 ? byte & 0x3f : (byte & 0x3c) >> 2;
}

} // namespace

bool isEncrypted(QByteArrayView head)
{
    if (head.startsWith("-----BEGIN PGP MESSAGE-----"))
        return true;
    if (head.size() < 2)
        return false;
    switch (firstTag(static_cast<unsigned char>(head.front()))) {
    case publicKeySession: // their versions are small figures; of old-format lengths none begins with text
    case passphraseSession:
    case marker:
    case encryptedData:
    case encryptedProtectedData:
    case encryptedAuthenticatedData: return true;
    default: return false;
    }
}

Result<Recipients> recipients(const QByteArray &head)
{
    const Quiet quiet;
    const Session session; // knows no key and no passphrase: librnp stops where it would need one
    const Input input = inputFrom(head);
    WriteAll nowhere = [](const char *, qsizetype) { return true; };
    const Output output = outputTo(nowhere);
    rnp_op_verify_t created = nullptr;
    rnp_op_verify_create(&created, session.handle(), input.get(), output.get());
    const VerifyOperation operation(created);
    (void)rnp_op_verify_execute(created);
    size_t keys = 0;
    size_t passphrases = 0;
    rnp_op_verify_get_recipient_count(created, &keys);
    rnp_op_verify_get_symenc_count(created, &passphrases);
    if (keys + passphrases == 0)
        return core::fail(ErrorCode::Corrupt, u"it is not an encrypted OpenPGP message"_s);
    Recipients found;
    found.passphrases = static_cast<int>(passphrases);
    for (size_t i = 0; i < keys; ++i) {
        rnp_recipient_handle_t recipient = nullptr;
        char *id = nullptr;
        if (rnp_op_verify_get_recipient_at(created, i, &recipient) == RNP_SUCCESS
            && rnp_recipient_get_keyid(recipient, &id) == RNP_SUCCESS)
            found.keys.append(taken(id));
    }
    return found;
}

} // namespace civicq::openpgp
