// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/fingerprint.h"

#include "archive/archivefile.h"
#include "archive/archiveformat.h"
#include "archive/sha256.h"
#include "core/platform.h"

#include <QtCore/QThread>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using civicq::core::Result;

namespace civicq::archive {

namespace {

// Small enough to be in the processor's own cache still when they are hashed.
constexpr qsizetype pieceSize = qsizetype(512) << 10;
constexpr std::size_t piecesPerThread = 8;

struct Piece
{
    QByteArray bytes;
    qint64 length = 0;
    bool last = false;
    QByteArray wanted = {}; // of a member's last one: the hash it should have
};

// Hashes members on a thread of its own, their pieces in order. What is hashed is given back, to be read into again.
class MemberHasher
{
public:
    MemberHasher() : m_thread([this] { work(); })
    {
        const std::scoped_lock lock(m_mutex);
        while (m_free.size() < piecesPerThread)
            m_free.emplace_back(pieceSize, Qt::Uninitialized);
    }
    ~MemberHasher()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_ending = true;
            m_filled.notify_one();
        }
        m_thread.join();
    }
    MemberHasher(const MemberHasher &) = delete;
    MemberHasher &operator=(const MemberHasher &) = delete;

    [[nodiscard]] QByteArray takeFree()
    {
        std::unique_lock lock(m_mutex);
        m_emptied.wait(lock, [this] { return !m_free.empty(); });
        QByteArray bytes = std::move(m_free.back());
        m_free.pop_back();
        return bytes;
    }
    void add(Piece piece)
    {
        const std::scoped_lock lock(m_mutex);
        m_pieces.push_back(std::move(piece));
        m_filled.notify_one();
    }
    // Whether every member so far has the hash it should have.
    [[nodiscard]] bool isSame() const { return m_same; }
    [[nodiscard]] bool finish()
    {
        std::unique_lock lock(m_mutex);
        m_emptied.wait(lock, [this] { return m_free.size() == piecesPerThread; });
        return m_same;
    }

private:
    void work()
    {
        std::optional<Sha256> hash;
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_filled.wait(lock, [this] { return m_ending || !m_pieces.empty(); });
            if (m_ending)
                return;
            Piece piece = std::move(m_pieces.front());
            m_pieces.pop_front();
            lock.unlock();
            if (!hash)
                hash.emplace();
            hash->add(QByteArrayView(piece.bytes).first(piece.length));
            if (piece.last) {
                m_same = m_same && hash->result() == piece.wanted;
                hash.reset();
            }
            lock.lock();
            m_free.push_back(std::move(piece.bytes));
            if (m_free.size() == 1 || m_free.size() == piecesPerThread) // else nobody waits for it
                m_emptied.notify_one();
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_filled;  // for the hasher
    std::condition_variable m_emptied; // for the one who reads
    std::deque<Piece> m_pieces;        // guarded, as what follows
    std::vector<QByteArray> m_free;
    bool m_ending = false;
    std::atomic<bool> m_same = true;
    std::thread m_thread; // last: it uses the others
};

// The members' contents: read in the file's order, as a disk likes it, and hashed meanwhile.
class ContentCheck
{
public:
    explicit ContentCheck(const ArchivePlan &plan)
        : m_plan(plan), m_file(plan.path), m_hashers(static_cast<std::size_t>(std::max(1, QThread::idealThreadCount())))
    {}

    Result<bool> run(core::TaskContext &context)
    {
        if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return core::fail(core::lastFileError(m_plan.path));
        core::expectInOrder(m_file);
        std::size_t next = 0;
        for (const ManifestMember &member : m_plan.manifest.members) {
            MemberHasher &hasher = m_hashers[next++ % m_hashers.size()];
            const auto given = give(context, member, hasher);
            if (!given || !*given || !hasher.isSame())
                return given ? Result<bool>(false) : given;
        }
        return std::ranges::all_of(m_hashers, &MemberHasher::finish);
    }

private:
    // False where the file ends too early.
    Result<bool> give(core::TaskContext &context, const ManifestMember &member, MemberHasher &hasher)
    {
        if (!m_file.seek(m_plan.offsets.value(member.name) + tarBlock))
            return core::fail(core::lastFileError(m_plan.path));
        qint64 left = member.bytes;
        do {
            context.report({u"Reading the backup"_s, {}, m_file.pos(), m_plan.ownOffset, core::Unit::Bytes});
            if (context.isCancelled())
                return core::TaskContext::cancelled();
            Piece piece{hasher.takeFree()};
            piece.length = m_file.read(piece.bytes.data(), std::min<qint64>(left, pieceSize));
            if (piece.length < 0)
                return core::fail(core::lastFileError(m_plan.path));
            if (piece.length == 0 && left > 0)
                return false;
            left -= piece.length;
            piece.last = left == 0;
            piece.wanted = piece.last ? member.sha256 : QByteArray();
            hasher.add(std::move(piece));
        } while (left > 0);
        return true;
    }

    const ArchivePlan &m_plan;
    QFile m_file;
    std::vector<MemberHasher> m_hashers;
};

} // namespace

Result<bool> hasFingerprint(core::TaskContext &context, const QString &path, const QByteArray &fingerprint)
{
    const auto look = [&]() -> Result<bool> {
        const auto plan = ArchivePlan::of(path);
        if (!plan)
            return core::fail(plan.error());
        // In this order: what lies between the members is then in memory, where reading it here and there is quick.
        const auto same = ContentCheck(*plan).run(context);
        if (!same || !*same)
            return same;
        const auto found = plan->checkSeal(context);
        return found ? Result<bool>(*found == fingerprint) : core::fail(found.error());
    };
    auto same = look();
    return !same && isOfContent(same.error()) ? Result<bool>(false) : same;
}

} // namespace civicq::archive
