// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/bytesource.h"
#include "openpgp/decrypter.h"

#include <atomic>

using civicq::core::Result;

namespace civicq::backups {

namespace {

class HashedSource final : public ByteSource
{
public:
    HashedSource(std::unique_ptr<ByteSource> source, archive::Sha256 &hash) : m_source(std::move(source)), m_hash(hash)
    {}
    [[nodiscard]] Result<QByteArray> read() override
    {
        auto piece = m_source->read();
        if (piece)
            m_hash.add(*piece);
        return piece;
    }
    [[nodiscard]] qint64 position() const override { return m_source->position(); }
    [[nodiscard]] qint64 size() const override { return m_source->size(); }

private:
    std::unique_ptr<ByteSource> m_source;
    archive::Sha256 &m_hash;
};

class DecryptedSource final : public ByteSource
{
public:
    DecryptedSource(std::unique_ptr<ByteSource> packed, const openpgp::Unlock &unlock)
        : m_packed(std::move(packed)), m_size(m_packed->size()), m_decrypter([this] { return readPacked(); }, unlock)
    {}
    [[nodiscard]] Result<QByteArray> read() override { return m_decrypter.read(); }
    [[nodiscard]] qint64 position() const override { return m_position; }
    [[nodiscard]] qint64 size() const override { return m_size; }

private:
    Result<QByteArray> readPacked() // on the decrypter's thread
    {
        auto piece = m_packed->read();
        m_position = m_packed->position();
        return piece;
    }

    std::unique_ptr<ByteSource> m_packed;
    const qint64 m_size;
    std::atomic<qint64> m_position = 0;
    openpgp::Decrypter m_decrypter; // the last: its thread uses the others
};

} // namespace

std::unique_ptr<ByteSource> hashed(std::unique_ptr<ByteSource> source, archive::Sha256 &hash)
{
    return std::make_unique<HashedSource>(std::move(source), hash);
}

std::unique_ptr<ByteSource> decrypted(std::unique_ptr<ByteSource> packed, const openpgp::Unlock &unlock)
{
    return std::make_unique<DecryptedSource>(std::move(packed), unlock);
}

} // namespace civicq::backups
