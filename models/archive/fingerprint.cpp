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
#include <future>
#include <vector>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::archive {

namespace {

constexpr qint64 hashedAtOnce = qint64(1) << 20;

bool isOfItsBytes(const core::Error &error)
{
    return error.code == ErrorCode::Truncated || error.code == ErrorCode::Corrupt
           || error.code == ErrorCode::VersionMismatch;
}

// The members' contents, each thread taking the next one that nobody has.
class ContentCheck
{
public:
    explicit ContentCheck(const ArchivePlan &plan) : m_plan(plan) {}

    Result<bool> run(core::TaskContext &context)
    {
        const auto threads = std::min<qsizetype>(QThread::idealThreadCount(), m_plan.manifest.members.size());
        std::vector<std::future<Result<bool>>> others;
        for (qsizetype i = 1; i < threads; ++i)
            others.push_back(std::async(std::launch::async, [this] { return work({}); }));
        Result<bool> same = work([this, &context] {
            context.report({u"Reading the backup"_s, {}, m_done, m_plan.ownOffset, core::Unit::Bytes});
            return context.isCancelled();
        });
        if (!same || !*same)
            m_stopped = true;
        for (auto &other : others) {
            auto found = other.get();
            if (same && (!found || *same))
                same = std::move(found);
        }
        return same;
    }

private:
    Result<bool> work(const std::function<bool()> &isCancelled)
    {
        QFile file(m_plan.path);
        if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return core::fail(core::lastFileError(m_plan.path));
        QByteArray piece(hashedAtOnce, Qt::Uninitialized);
        for (;;) {
            const qsizetype next = m_next++;
            if (next >= m_plan.manifest.members.size())
                return true;
            const auto same = isSame(file, m_plan.manifest.members.at(next), piece, isCancelled);
            if (!same || !*same) {
                m_stopped = true;
                return same;
            }
        }
    }

    Result<bool> isSame(QFile &file, const ManifestMember &member, QByteArray &piece,
                        const std::function<bool()> &isCancelled)
    {
        if (!file.seek(m_plan.offsets.value(member.name) + tarBlock))
            return core::fail(core::lastFileError(m_plan.path));
        Sha256 hash;
        for (qint64 left = member.bytes; left > 0;) {
            if (isCancelled && isCancelled())
                return core::TaskContext::cancelled();
            if (m_stopped)
                return true; // another thread has the answer
            const qint64 got = file.read(piece.data(), std::min(left, hashedAtOnce));
            if (got < 0)
                return core::fail(core::lastFileError(m_plan.path));
            if (got == 0)
                return false; // it has become shorter
            hash.add(QByteArrayView(piece).first(got));
            left -= got;
            m_done += got;
        }
        return hash.result() == member.sha256;
    }

    const ArchivePlan &m_plan;
    std::atomic<qsizetype> m_next = 0;
    std::atomic<qint64> m_done = 0;
    std::atomic<bool> m_stopped = false;
};

} // namespace

Result<bool> hasFingerprint(core::TaskContext &context, const QString &path, const QByteArray &fingerprint)
{
    const auto look = [&]() -> Result<bool> {
        const auto plan = ArchivePlan::of(path);
        if (!plan)
            return core::fail(plan.error());
        const auto found = plan->checkSeal(context);
        if (!found)
            return core::fail(found.error());
        return *found == fingerprint ? ContentCheck(*plan).run(context) : Result<bool>(false);
    };
    auto same = look();
    return !same && isOfItsBytes(same.error()) ? Result<bool>(false) : same;
}

} // namespace civicq::archive
