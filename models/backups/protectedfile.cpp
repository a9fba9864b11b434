// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/protectedfile.h"

#include "backups/bytesource.h"

#include <QtCore/QFileInfo>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::PartFile;
using civicq::core::Result;

namespace civicq::backups {

namespace {

std::unexpected<core::Error> notReadBack(const QString &why)
{
    return core::fail(core::fail(ErrorCode::Corrupt, u"the backup did not read back and was not kept: "_s + why)
                          .error()
                          .during(u"reading back what was written"_s));
}

} // namespace

Result<std::unique_ptr<ProtectedFile>> ProtectedFile::begin(const QString &path, const openpgp::Protection &protection,
                                                            bool hashed)
{
    PartFile::removeLeftovers(QFileInfo(path).absolutePath());
    auto part = PartFile::begin(path);
    if (!part)
        return core::fail(part.error());
    std::unique_ptr<ProtectedFile> file(new ProtectedFile(std::move(*part), hashed));
    file->m_passphrase = protection.passphrase;
    if (protection.isNone())
        return file;
    auto encrypter = openpgp::Encrypter::create(
        protection, [target = &file->m_checked](QByteArrayView bytes) { return target->write(bytes); });
    if (!encrypter)
        return core::fail(encrypter.error());
    file->m_encrypter = std::move(*encrypter);
    return file;
}

ProtectedFile::~ProtectedFile() = default;

Result<> ProtectedFile::write(QByteArrayView bytes)
{
    if (!m_encrypter)
        return m_checked.write(bytes);
    if (isOpenedAgain())
        m_given.add(bytes);
    return m_encrypter->write(bytes);
}

Result<> ProtectedFile::settle(core::TaskContext &context)
{
    if (m_encrypter) {
        if (const auto finished = m_encrypter->finish(); !finished)
            return finished;
    }
    const auto sha256 = m_checked.finish(context);
    if (!sha256)
        return core::fail(sha256.error());
    m_sha256 = sha256->toHex();
    return {};
}

Result<> ProtectedFile::readBack(core::TaskContext &context)
{
    if (const auto settled = settle(context); !settled || !isOpenedAgain())
        return settled;
    auto file = openFile(path());
    if (!file)
        return core::fail(file.error());
    const auto source = decrypted(std::move(*file), unlock());
    archive::Sha256 found;
    for (;;) {
        if (context.isCancelled())
            return core::TaskContext::cancelled();
        const auto piece = source->read();
        if (!piece)
            return notReadBack(piece.error().message);
        if (piece->isEmpty())
            break;
        found.add(*piece);
        context.report({u"Reading the backup back"_s, {}, source->position(), m_part.size(), core::Unit::Bytes});
    }
    return found.result() == m_given.result() ? Result<>() : notReadBack(u"what it holds is not what was encrypted"_s);
}

Result<QString> ProtectedFile::rename(bool named)
{
    return m_part.finish(named ? PartFile::Existing::Refuse : PartFile::Existing::NextName);
}

} // namespace civicq::backups
