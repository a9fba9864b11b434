// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "openpgp/rnp.h"

#include "openpgp/rnpquiet.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::openpgp {

namespace {

bool readSome(void *function, void *buffer, size_t size, size_t *read)
{
    const Heard ours;
    const qsizetype got =
        (*static_cast<ReadSome *>(function))(static_cast<char *>(buffer), static_cast<qsizetype>(size));
    *read = static_cast<size_t>(std::max<qsizetype>(0, got));
    return got >= 0;
}

bool writeAll(void *function, const void *buffer, size_t size)
{
    const Heard ours;
    return (*static_cast<WriteAll *>(function))(static_cast<const char *>(buffer), static_cast<qsizetype>(size));
}

// A key file that was mailed or edited may have words and empty lines around the armored block, which librnp takes badly.
QByteArray withoutSurroundings(const QByteArray &bytes)
{
    const qsizetype begin = bytes.indexOf("-----BEGIN PGP ");
    const qsizetype end = bytes.lastIndexOf("-----END PGP ");
    if (begin < 0 || end < begin)
        return bytes;
    const qsizetype newline = bytes.indexOf('\n', end);
    return bytes.sliced(begin, (newline < 0 ? bytes.size() : newline) - begin).trimmed() + '\n';
}

} // namespace

QString taken(char *text)
{
    const QString copy = QString::fromUtf8(text);
    rnp_buffer_destroy(text);
    return copy;
}

Input inputFrom(ReadSome &read)
{
    rnp_input_t input = nullptr;
    rnp_input_from_callback(&input, readSome, nullptr, &read);
    return Input(input);
}

Input inputFrom(const QByteArray &bytes)
{
    rnp_input_t input = nullptr;
    rnp_input_from_memory(&input, reinterpret_cast<const uint8_t *>(bytes.constData()),
                          static_cast<size_t>(bytes.size()), false);
    return Input(input);
}

Output outputTo(WriteAll &write)
{
    rnp_output_t output = nullptr;
    rnp_output_to_callback(&output, writeAll, nullptr, &write);
    return Output(output);
}

Session::Session()
{
    const Quiet quiet; // its own lines have a stream from here on
    rnp_ffi_create(&m_handle, RNP_KEYSTORE_GPG, RNP_KEYSTORE_GPG);
    rnp_ffi_set_pass_provider(m_handle, providePassphrase, this);
}

Session::~Session()
{
    rnp_ffi_destroy(m_handle);
}

bool Session::providePassphrase(rnp_ffi_t, void *self, rnp_key_handle_t, const char *, char *buffer, size_t size)
{
    auto *const session = static_cast<Session *>(self);
    session->m_asked = true;
    const QByteArray bytes = session->m_passphrase.reveal().toUtf8();
    if (bytes.isEmpty() || static_cast<size_t>(bytes.size()) >= size)
        return false;
    std::copy(bytes.begin(), bytes.end(), buffer);
    buffer[bytes.size()] = '\0';
    return true;
}

Result<> Session::add(const QByteArray &bytes, uint32_t flags)
{
    const Quiet quiet;
    const QByteArray block = withoutSurroundings(bytes);
    const Input input = inputFrom(block);
    char *results = nullptr;
    const auto status = rnp_import_keys(m_handle, input.get(), flags | RNP_LOAD_SAVE_PERMISSIVE, &results);
    rnp_buffer_destroy(results);
    if (status != RNP_SUCCESS)
        return core::fail(ErrorCode::InvalidArgument, u"it is not an OpenPGP key"_s);
    return {};
}

Result<> Session::addPublicKeys(const QByteArray &bytes)
{
    if (const auto added = add(bytes, RNP_LOAD_SAVE_PUBLIC_KEYS); !added)
        return added;
    if (fingerprints().isEmpty())
        return core::fail(ErrorCode::InvalidArgument, u"it holds no OpenPGP key"_s);
    return {};
}

Result<> Session::addSecretKeys(const QByteArray &bytes)
{
    if (const auto added = add(bytes, RNP_LOAD_SAVE_SECRET_KEYS); !added)
        return added;
    size_t count = 0;
    rnp_get_secret_key_count(m_handle, &count);
    if (count == 0)
        return core::fail(ErrorCode::InvalidArgument, u"it holds no secret key"_s);
    return {};
}

QStringList Session::fingerprints() const
{
    QStringList list;
    rnp_identifier_iterator_t iterator = nullptr;
    if (rnp_identifier_iterator_create(m_handle, &iterator, "fingerprint") != RNP_SUCCESS)
        return list;
    for (;;) {
        const char *fingerprint = nullptr;
        if (rnp_identifier_iterator_next(iterator, &fingerprint) != RNP_SUCCESS || !fingerprint)
            break;
        const QString text = QString::fromLatin1(fingerprint);
        bool primary = false;
        if (const Key key = find(text); key && rnp_key_is_primary(key.get(), &primary) == RNP_SUCCESS && primary)
            list.append(text);
    }
    rnp_identifier_iterator_destroy(iterator);
    return list;
}

Key Session::find(const QString &fingerprint) const
{
    rnp_key_handle_t key = nullptr;
    rnp_locate_key(m_handle, "fingerprint", fingerprint.toLatin1().constData(), &key);
    return Key(key);
}

} // namespace civicq::openpgp
