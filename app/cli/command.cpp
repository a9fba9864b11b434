// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "cli/savedconnection.h"

using namespace Qt::StringLiterals;
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
        return savedConnection(paths, name);
    });
}

} // namespace civicq::cli
