// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/sha256.h"

#include <openssl/evp.h>

namespace civicq::archive {

namespace {

struct FreeDigest
{
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};

// Looked up once: OpenSSL 3 otherwise searches its providers at every beginning.
const EVP_MD *algorithm()
{
    static const EVP_MD *const found = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return found;
}

} // namespace

struct Sha256::Private
{
    std::unique_ptr<EVP_MD_CTX, FreeDigest> context{EVP_MD_CTX_new()};

    void begin()
    {
        if (!context || EVP_DigestInit_ex(context.get(), algorithm(), nullptr) != 1)
            qBadAlloc();
    }
};

Sha256::Sha256() : d(std::make_unique<Private>())
{
    d->begin();
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256 &&) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&) noexcept = default;

void Sha256::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(d->context.get(), bytes.data(), static_cast<std::size_t>(bytes.size()));
}

QByteArray Sha256::result()
{
    QByteArray digest(size, '\0');
    EVP_DigestFinal_ex(d->context.get(), reinterpret_cast<unsigned char *>(digest.data()), nullptr);
    d->begin();
    return digest;
}

QByteArray Sha256::of(QByteArrayView bytes)
{
    Sha256 hash;
    hash.add(bytes);
    return hash.result();
}

} // namespace civicq::archive
