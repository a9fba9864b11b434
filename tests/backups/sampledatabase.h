// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A small database with something of every kind that backups go wrong on, and what the backup tests share.

#include "backups/backup.h"
#include "fixtures/testserver.h"
#include "postgres/identifier.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

#include <algorithm>
#include <atomic>
#include <functional>
#include <mutex>

namespace civicq::tests {

// Enumerated types, a domain, a trigger function, identity and generated columns, partitions, a view, a materialized
// view, a policy, comments, a large object, sequences, rows with every awkward character.
void fillSample(TestServer &server, const QString &database);

// The real tools of the server under test.
struct Tools
{
    core::SystemProcessRunner processes;
    postgres::ClientTools tools{processes, {}};
    backups::Toolbox box{processes, tools};
};

// Remembers what a task says; may be made to cancel itself.
class RecordingTask final : public core::TaskContext
{
public:
    [[nodiscard]] bool isCancelled() const override { return m_cancelled; }
    void report(const core::Progress &progress) override
    {
        const std::scoped_lock lock(m_mutex);
        if (progress.total > 0 && progress.done < m_furthest)
            m_wentBack = true;
        m_furthest = std::max(m_furthest, progress.done);
        m_last = progress;
        m_objects.insert(progress.object);
        if (!m_cancelAtStep.isEmpty() && progress.step.contains(m_cancelAtStep) && progress.done > 0)
            m_cancelled = true;
        if (m_onReport)
            m_onReport(progress);
    }
    void message(const QString &line) override
    {
        const std::scoped_lock lock(m_mutex);
        m_messages.append(line);
    }
    void cancel() { m_cancelled = true; }
    void cancelAtStep(const QString &step) { m_cancelAtStep = step; }
    void onReport(std::function<void(const core::Progress &)> handler) { m_onReport = std::move(handler); }
    [[nodiscard]] bool wentBack() const { return m_wentBack; }
    [[nodiscard]] core::Progress last() const { return m_last; }
    [[nodiscard]] QStringList messages() const { return m_messages; }
    [[nodiscard]] QSet<QString> objects() const { return m_objects; }

private:
    std::atomic<bool> m_cancelled = false;
    std::mutex m_mutex;
    std::function<void(const core::Progress &)> m_onReport;
    QString m_cancelAtStep;
    bool m_wentBack = false;
    qint64 m_furthest = 0;
    core::Progress m_last;
    QStringList m_messages;
    QSet<QString> m_objects;
};

// Everything in a folder, hidden files too.
[[nodiscard]] QStringList filesIn(const QString &folder);
[[nodiscard]] QByteArray contentOf(const QString &path);
void writeFile(const QString &path, const QByteArray &content);
[[nodiscard]] QStringList databasesOf(TestServer &server);

} // namespace civicq::tests
