// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/sqlsource.h"

#include "backups/foldercheck.h"
#include "backups/tarcheck.h"
#include "backups/toolwords.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

constexpr std::chrono::milliseconds processTurn{50};
constexpr qsizetype mostWaiting = 8 * 1024 * 1024; // bytes between the program and the reader

// The runner pushes and the reader pulls: a thread and a bounded queue between them.
class ProcessSource final : public ByteSource
{
public:
    ProcessSource(core::TaskContext &context, core::ProcessRunner &processes, core::ProcessRequest request)
        : m_inner(context, m_stop), m_processes(processes), m_request(std::move(request))
    {
        m_request.output = [this](QByteArrayView bytes) { return push(bytes); };
        m_thread = std::thread([this] { run(); });
    }
    ~ProcessSource() override
    {
        m_stop = true;
        m_changed.notify_all();
        m_thread.join();
    }
    ProcessSource(const ProcessSource &) = delete;
    ProcessSource &operator=(const ProcessSource &) = delete;

    [[nodiscard]] Result<QByteArray> read() override
    {
        std::unique_lock lock(m_mutex);
        while (m_pieces.empty() && !m_ended) {
            if (m_inner.isCancelled())
                return core::TaskContext::cancelled();
            m_changed.wait_for(lock, processTurn);
        }
        if (m_pieces.empty()) {
            if (!m_result)
                return core::fail(m_result.error());
            return QByteArray();
        }
        QByteArray piece = std::move(m_pieces.front());
        m_pieces.pop_front();
        m_waiting -= piece.size();
        lock.unlock();
        m_changed.notify_all();
        return piece;
    }

private:
    class Inner final : public core::TaskContext
    {
    public:
        Inner(core::TaskContext &outer, const std::atomic<bool> &stop) : m_outer(outer), m_stop(stop) {}
        [[nodiscard]] bool isCancelled() const override { return m_stop || m_outer.isCancelled(); }
        void report(const core::Progress &) override {}
        void message(const QString &line) override { m_outer.message(line); }

    private:
        core::TaskContext &m_outer;
        const std::atomic<bool> &m_stop;
    };

    Result<> push(QByteArrayView bytes)
    {
        std::unique_lock lock(m_mutex);
        while (m_waiting >= mostWaiting) {
            if (m_inner.isCancelled())
                return core::TaskContext::cancelled();
            m_changed.wait_for(lock, processTurn);
        }
        m_pieces.push_back(bytes.toByteArray());
        m_waiting += bytes.size();
        lock.unlock();
        m_changed.notify_all();
        return {};
    }

    void run()
    {
        Result<> result;
        const auto done = m_processes.run(m_inner, m_request);
        if (!done)
            result = core::fail(done.error());
        else if (done->exitCode != 0)
            result = core::fail(toolFailure(ErrorCode::Corrupt, m_request.program, done->errorText));
        const std::scoped_lock lock(m_mutex);
        m_result = std::move(result);
        m_ended = true;
        m_changed.notify_all();
    }

    std::atomic<bool> m_stop = false;
    Inner m_inner;
    core::ProcessRunner &m_processes;
    core::ProcessRequest m_request;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<QByteArray> m_pieces; // guarded, as the rest
    qsizetype m_waiting = 0;
    bool m_ended = false;
    Result<> m_result;
    std::thread m_thread;
};

// What a program prints of the content it is fed. It may stop before the content's end, and only that end proves the rest.
class FedSource final : public ByteSource
{
public:
    FedSource(std::unique_ptr<ByteSource> printed, std::shared_ptr<ByteSource> fed)
        : m_fed(std::move(fed)), m_printed(std::move(printed))
    {}
    [[nodiscard]] Result<QByteArray> read() override
    {
        auto piece = m_printed->read();
        while (piece && piece->isEmpty()) {
            const auto unread = m_fed->read(); // the program has ended: nobody else reads it any more
            if (!unread)
                return unread;
            if (unread->isEmpty())
                break;
        }
        return piece;
    }
    [[nodiscard]] qint64 position() const override { return m_fed->position(); }
    [[nodiscard]] qint64 size() const override { return m_fed->size(); }

private:
    std::shared_ptr<ByteSource> m_fed;
    std::unique_ptr<ByteSource> m_printed;
};

} // namespace

std::unique_ptr<ByteSource> openProcess(core::TaskContext &context, core::ProcessRunner &processes,
                                        core::ProcessRequest request)
{
    return std::make_unique<ProcessSource>(context, processes, std::move(request));
}

Result<std::unique_ptr<ByteSource>> openInside(const QString &path, const ContentKind &kind,
                                               const openpgp::Unlock &unlock, archive::Sha256 *hash)
{
    auto file = openFile(path);
    if (!file)
        return file;
    std::unique_ptr<ByteSource> source = std::move(*file);
    if (hash)
        source = hashed(std::move(source), *hash);
    return kind.encrypted ? decrypted(std::move(source), unlock) : std::move(source);
}

Result<std::unique_ptr<ByteSource>> openSql(core::TaskContext &context, const Toolbox &toolbox, const QString &path,
                                            const ContentKind &kind, const openpgp::Unlock &unlock,
                                            archive::Sha256 *hash)
{
    std::shared_ptr<ByteSource> inside;
    if (kind.container == Container::PlainSql || kind.encrypted) {
        auto opened = openInside(path, kind, unlock, hash);
        if (!opened)
            return opened;
        if (kind.container == Container::PlainSql)
            return unpack(std::move(*opened), kind.packing);
        inside = kind.container == Container::TarArchive ? checkedTar(std::move(*opened)) : std::move(*opened);
    } else if (kind.container == Container::TarArchive) {
        if (const auto whole = checkTar(path); !whole)
            return core::fail(whole.error());
    } else if (kind.container == Container::DirectoryArchive) {
        if (const auto whole = checkDumpFolder(context, path); !whole)
            return core::fail(whole.error());
    }
    // Any newer pg_restore reads an older archive; the newest there is reads most.
    const auto tool = toolbox.tools.find(context, u"pg_restore"_s, 0);
    if (!tool)
        return core::fail(tool.error());
    core::ProcessRequest request;
    request.program = tool->path;
    request.arguments = {u"--file=-"_s};
    request.environment = plainWords();
    if (!inside) {
        request.arguments.append(path);
        return openProcess(context, toolbox.processes, std::move(request));
    }
    request.input = [inside] { return inside->read(); };
    return std::make_unique<FedSource>(openProcess(context, toolbox.processes, std::move(request)), inside);
}

} // namespace civicq::backups
