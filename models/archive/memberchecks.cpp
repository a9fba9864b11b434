// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/memberchecks.h"

#include "archive/archiveformat.h"

#include <QtCore/QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace civicq::archive {

namespace {

constexpr int mostThreads = 8;
constexpr qint64 mostBytes = qint64(48) << 20; // packed, waiting or being worked on; a larger member goes alone

// Of memory while it is checked, beyond what every chunk needs.
qint64 weightOf(const StreamMember &member)
{
    const qint64 unpacked = chunkEncoding(member.name) ? claimedSize(member.content) : 0;
    return member.content.size() + (unpacked > 2 * chunkSize ? unpacked : 0);
}

CheckedMember check(const StreamMember &member)
{
    CheckedMember result{
        member.name, member.content.size(), member.header, member.padding, Sha256::of(member.content), {}, {}};
    const auto encoding = chunkEncoding(member.name);
    if (!encoding)
        return result;
    const auto allowed = checkLargeChunk(member.content, *encoding);
    const auto raw = allowed ? unpackChunk(member.content, std::nullopt) : core::fail(allowed.error());
    const auto facts = raw ? readRows(*raw, *encoding) : core::fail(raw.error());
    if (facts)
        result.facts = *facts;
    else
        result.problem = facts.error().message;
    return result;
}

} // namespace

MemberChecks::MemberChecks()
{
    const int count = std::clamp(QThread::idealThreadCount(), 1, mostThreads);
    for (int i = 0; i < count; ++i)
        m_threads.emplace_back([this] { work(); });
}

MemberChecks::~MemberChecks()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
        m_waiting.clear();
    }
    m_changed.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

QList<CheckedMember> MemberChecks::add(StreamMember member)
{
    std::unique_lock lock(m_mutex);
    const auto job = std::make_shared<Job>();
    job->bytes = weightOf(member);
    m_changed.wait(lock, [&] { return m_bytes == 0 || m_bytes + job->bytes <= mostBytes; });
    m_bytes += job->bytes;
    job->member = std::move(member);
    m_order.push_back(job);
    m_waiting.push_back(job);
    QList<CheckedMember> done = takeDone();
    lock.unlock();
    m_changed.notify_all();
    return done;
}

QList<CheckedMember> MemberChecks::finish()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return std::ranges::all_of(m_order, [](const auto &job) { return job->done; }); });
    return takeDone();
}

QList<CheckedMember> MemberChecks::takeDone()
{
    QList<CheckedMember> done;
    while (!m_order.empty() && m_order.front()->done) {
        done.append(std::move(m_order.front()->result));
        m_order.pop_front();
    }
    return done;
}

void MemberChecks::work()
{
    for (;;) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_ending || !m_waiting.empty(); });
        if (m_waiting.empty())
            return;
        const auto job = m_waiting.front();
        m_waiting.pop_front();
        lock.unlock();
        CheckedMember result = check(job->member);
        job->member = {};
        lock.lock();
        job->result = std::move(result);
        job->done = true;
        m_bytes -= job->bytes;
        lock.unlock();
        m_changed.notify_all();
    }
}

} // namespace civicq::archive
