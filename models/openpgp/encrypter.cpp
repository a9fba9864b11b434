// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "openpgp/encrypter.h"

#include "openpgp/bytepipe.h"
#include "openpgp/keys.h"
#include "openpgp/rnp.h"
#include "openpgp/rnpquiet.h"

#include <thread>
#include <utility>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::openpgp {

namespace {

constexpr auto cipher = "AES256";
constexpr auto hash = "SHA256";
constexpr size_t derivations =
    65'011'712; // the most OpenPGP can say: a guess of the passphrase costs that much hashing

std::unexpected<core::Error> failed(const QString &what, rnp_result_t status)
{
    return core::fail(ErrorCode::Unknown, u"%1: %2"_s.arg(what, QString::fromLatin1(rnp_result_to_string(status))));
}

} // namespace

struct Encrypter::Run
{
    Session session;
    Sink sink;
    BytePipe pipe;
    // librnp goes on after a failed write: without more to read it stops.
    ReadSome read = [this](char *to, qsizetype size) { return result ? pipe.read(to, size) : -1; };
    WriteAll write = [this](const char *bytes, qsizetype size) {
        if (result)
            result = sink(QByteArrayView(bytes, size));
        return result.has_value();
    };
    Input input = inputFrom(read);
    Output output = outputTo(write);
    EncryptOperation operation;
    Result<> result; // the thread's, until it has ended
    std::thread thread;
    bool ended = false;

    Result<> prepare(const Protection &protection)
    {
        const Quiet quiet;
        rnp_op_encrypt_t created = nullptr;
        rnp_op_encrypt_create(&created, session.handle(), input.get(), output.get());
        operation.reset(created);
        rnp_op_encrypt_set_cipher(created, cipher);
        rnp_op_encrypt_set_hash(created, hash);
        rnp_op_encrypt_set_aead(created, "None");
        rnp_op_encrypt_set_compression(created, "Uncompressed", 0);
        for (const QByteArray &key : protection.publicKeys) {
            if (const auto added = addRecipients(key); !added)
                return added;
        }
        const QByteArray passphrase = protection.passphrase.reveal().toUtf8();
        if (passphrase.size() > longestPassphrase)
            return core::fail(ErrorCode::InvalidArgument,
                              u"the passphrase is longer than %1 bytes"_s.arg(longestPassphrase));
        if (!passphrase.isEmpty()) {
            const auto added = rnp_op_encrypt_add_password(created, passphrase.constData(), hash, derivations, cipher);
            if (added != RNP_SUCCESS)
                return failed(u"the passphrase could not be used"_s, added);
        }
        return {};
    }

    Result<> addRecipients(const QByteArray &bytes)
    {
        const auto keys = publicKeys(bytes);
        if (!keys)
            return core::fail(keys.error());
        if (const auto added = session.addPublicKeys(bytes); !added)
            return added;
        for (const PublicKey &info : *keys) {
            if (!info.canEncrypt())
                return core::fail(ErrorCode::InvalidArgument,
                                  u"key %1 cannot be encrypted to: %2"_s.arg(info.fingerprint, info.problem),
                                  {info.fingerprint, info.problem});
            const Key key = session.find(info.fingerprint);
            if (const auto added = rnp_op_encrypt_add_recipient(operation.get(), key.get()); added != RNP_SUCCESS)
                return failed(u"key %1 could not be used"_s.arg(info.fingerprint), added);
        }
        return {};
    }

    void start()
    {
        thread = std::thread([this] {
            const Quiet quiet;
            const auto status = rnp_op_encrypt_execute(operation.get());
            if (result && status != RNP_SUCCESS)
                result = failed(u"the data could not be encrypted"_s, status);
            pipe.close();
        });
    }
    Result<> end()
    {
        if (!std::exchange(ended, true))
            thread.join();
        return result;
    }
};

Encrypter::Encrypter(std::unique_ptr<Run> run) : m_run(std::move(run)) {}

Encrypter::~Encrypter()
{
    m_run->pipe.abandon();
    (void)m_run->end();
}

Result<std::unique_ptr<Encrypter>> Encrypter::create(const Protection &protection, Sink sink)
{
    auto run = std::make_unique<Run>();
    run->sink = std::move(sink);
    if (const auto prepared = run->prepare(protection); !prepared)
        return core::fail(prepared.error());
    run->start();
    return std::unique_ptr<Encrypter>(new Encrypter(std::move(run)));
}

Result<> Encrypter::write(QByteArrayView bytes)
{
    return m_run->pipe.write(bytes) ? Result<>() : m_run->end();
}

Result<> Encrypter::finish()
{
    m_run->pipe.finish();
    return m_run->end();
}

} // namespace civicq::openpgp
