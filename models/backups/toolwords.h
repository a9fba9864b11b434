// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Understanding what pg_dump and pg_restore print, and calling them so that they print what can be understood. Pure
// functions, any thread.

#include "core/result.h"

#include <QtCore/QMap>
#include <QtCore/QString>

namespace civicq::backups {

// Environment for messages in English, whatever the user's language.
[[nodiscard]] QMap<QString, QString> plainWords();
// An error of `code`, with the tool's own first complaint as message and what it printed as detail. What it says of the
// connection to the server decides the code before that.
[[nodiscard]] core::Error toolFailure(core::ErrorCode code, const QString &program, const QString &errorText);
// Picks the lines worth a person's reading from those a tool prints while it runs, given in their order: warnings with
// their details and hints; not the log of --verbose, nor an error and its details, which are told once the tool has ended
// (toolFailure). One for each run of a tool.
class ToolWarnings
{
public:
    [[nodiscard]] bool take(const QString &line);

private:
    bool m_inWarning = false;
};

} // namespace civicq::backups
