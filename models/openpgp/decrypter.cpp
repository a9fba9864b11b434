// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "openpgp/decrypter.h"

#include "openpgp/bytepipe.h"
#include "openpgp/message.h"
#include "openpgp/messageend.h"
#include "openpgp/rnp.h"
#include "openpgp/rnpquiet.h"

#include <algorithm>
#include <thread>
#include <utility>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::openpgp {

namespace {

constexpr qsizetype headSize = 64 * 1024; // all that is written before the encrypted data, for hundreds of recipients

std::unexpected<core::Error> lock(const char *kind, const QString &message, const QStringList &keys)
{
    return core::fail(ErrorCode::AuthenticationFailed, message, QStringList{QString::fromLatin1(kind)} + keys);
}

} // namespace

struct Decrypter::Run
{
    Source packed;
    Session session;
    Unlock unlock;
    BytePipe pipe;
    QByteArray piece; // what was read and not taken yet
    qsizetype taken = 0;
    QByteArray head;
    MessageEnd end;
    Result<> result; // the thread's, until it has ended
    bool sourceEnded = false;
    std::thread thread;

    ReadSome read = [this](char *to, qsizetype size) { return readSome(to, size); };
    WriteAll write = [this](const char *bytes, qsizetype size) { return pipe.write(QByteArrayView(bytes, size)); };

    qsizetype readSome(char *to, qsizetype size)
    {
        if (taken == piece.size() && !sourceEnded) {
            auto next = packed();
            if (!next) {
                result = core::fail(next.error());
                return -1;
            }
            piece = std::move(*next);
            taken = 0;
            sourceEnded = piece.isEmpty();
            end.add(piece);
        }
        const qsizetype count = std::min(size, piece.size() - taken);
        std::copy_n(piece.constData() + taken, count, to);
        if (head.size() < headSize)
            head.append(to, std::min(count, headSize - head.size()));
        taken += count;
        return count;
    }

    void run()
    {
        const Quiet quiet;
        session.setPassphrase(unlock.passphrase);
        Result<> done;
        if (!unlock.secretKey.isEmpty())
            done = session.addSecretKeys(unlock.secretKey);
        if (done)
            done = decrypt();
        if (result)
            result = std::move(done);
        result ? pipe.finish() : pipe.abandon();
    }

    Result<> decrypt()
    {
        const Input input = inputFrom(read);
        const Output output = outputTo(write);
        rnp_op_verify_t created = nullptr;
        rnp_op_verify_create(&created, session.handle(), input.get(), output.get());
        const VerifyOperation operation(created);
        // Who signed it is not what is asked here; that it is whole is.
        rnp_op_verify_set_flags(created, RNP_VERIFY_IGNORE_SIGS_ON_DECRYPT | RNP_VERIFY_ALLOW_HIDDEN_RECIPIENT);
        const auto status = rnp_op_verify_execute(created);
        if (status != RNP_SUCCESS)
            return failure(status);
        bool valid = false;
        rnp_op_verify_get_protection_info(created, nullptr, nullptr, &valid);
        if (!valid)
            return core::fail(ErrorCode::Corrupt,
                              u"the encrypted data has no integrity code, so it cannot be trusted"_s);
        return {};
    }

    [[nodiscard]] std::unexpected<core::Error> failure(rnp_result_t status) const
    {
        if (status == RNP_ERROR_BAD_PASSWORD || status == RNP_ERROR_KEY_NOT_FOUND
            || status == RNP_ERROR_NO_SUITABLE_KEY)
            return locked();
        // librnp has many names for both, and none of them tells one from the other.
        if (sourceEnded && !end.isReached())
            return core::fail(ErrorCode::Truncated, u"the encrypted data ends too early"_s);
        core::Error error = core::fail(ErrorCode::Corrupt, u"the encrypted data is damaged"_s).error();
        error.detail = QString::fromLatin1(rnp_result_to_string(status));
        return core::fail(std::move(error));
    }

    // What would have opened it.
    [[nodiscard]] std::unexpected<core::Error> locked() const
    {
        const auto needed = recipients(head);
        if (!needed)
            return core::fail(ErrorCode::Corrupt, u"the encrypted data is damaged at its beginning"_s);
        const bool asked = session.wasAskedForPassphrase();
        const bool isWrong = asked && !unlock.passphrase.isEmpty();
        const bool isNeeded = (asked && !unlock.secretKey.isEmpty()) || needed->passphrases > 0 || unlock.isNone();
        if (isWrong)
            return lock(passphraseWrong, u"the passphrase does not open it"_s, needed->keys);
        if (isNeeded)
            return lock(passphraseNeeded, u"it is encrypted"_s, needed->keys);
        return lock(keyMissing, u"it is encrypted for another key"_s, needed->keys);
    }
};

Decrypter::Decrypter(Source packed, const Unlock &unlock) : m_run(std::make_unique<Run>())
{
    m_run->packed = std::move(packed);
    m_run->unlock = unlock;
    m_run->thread = std::thread([run = m_run.get()] { run->run(); });
}

Decrypter::~Decrypter()
{
    m_run->pipe.close();
    m_run->thread.join();
}

Result<QByteArray> Decrypter::read()
{
    QByteArray piece = m_run->pipe.read();
    if (piece.isEmpty() && m_run->pipe.isAbandoned())
        return core::fail(m_run->result.error());
    return piece;
}

} // namespace civicq::openpgp
