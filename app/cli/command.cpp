// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;
using civicq::postgres::ConnectionParameters;

namespace civicq::cli {

postgres::ClientTools &Context::tools()
{
    if (!m_tools)
        m_tools = std::make_unique<postgres::ClientTools>(processes, settings.clientToolFolder);
    return *m_tools;
}

sandbox::Sandbox &Context::sandbox()
{
    if (!m_sandbox)
        m_sandbox = std::make_unique<sandbox::Sandbox>(paths.sandbox(), tools(), processes);
    return *m_sandbox;
}

Result<ConnectionParameters> Context::database()
{
    return resolveTarget(target, [this](const QString &name) -> Result<ConnectionParameters> {
        if (name == "sandbox"_L1)
            return sandbox().start(task, sandbox::Lifetime::WithPrograms);
        return core::fail(ErrorCode::InvalidArgument,
                          u"there is no saved connection named \"%1\"; \"sandbox\" is always there"_s.arg(name), {name});
    });
}

} // namespace civicq::cli
