// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/passingscan.h"

#include "backups/sqlscan.h"

using civicq::core::Result;

namespace civicq::backups {

namespace {

class PipeSource final : public ByteSource
{
public:
    explicit PipeSource(openpgp::BytePipe &pipe) : m_pipe(pipe) {}
    [[nodiscard]] Result<QByteArray> read() override { return m_pipe.read(); }

private:
    openpgp::BytePipe &m_pipe;
};

// The dump reports; what is read of it meanwhile has nothing to add.
class Unheard final : public core::TaskContext
{
public:
    explicit Unheard(const core::TaskContext &outer) : m_outer(outer) {}
    [[nodiscard]] bool isCancelled() const override { return m_outer.isCancelled(); }
    void report(const core::Progress &) override {}
    void message(const QString &) override {}

private:
    const core::TaskContext &m_outer;
};

} // namespace

PassingScan::PassingScan(const core::TaskContext &context) : m_context(context)
{
    m_thread = std::thread([this] {
        Unheard task(m_context);
        SqlReader reader(std::make_unique<PipeSource>(m_pipe));
        m_result = scanSql(task, reader, Programs::Stop, m_found, {});
        m_pipe.close(); // it may have ended early: nobody is to wait for it
    });
}

PassingScan::~PassingScan()
{
    m_pipe.abandon();
    if (m_thread.joinable())
        m_thread.join();
}

void PassingScan::write(QByteArrayView sql)
{
    // A scan that has ended with a finding needs no more to say so.
    (void)m_pipe.write(sql);
}

Result<Verification> PassingScan::finish()
{
    m_pipe.finish();
    m_thread.join();
    return m_result ? Result<Verification>(std::move(m_found)) : core::fail(m_result.error());
}

} // namespace civicq::backups
