// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the commands that show figures of a database have in common: open it, read, print. Main thread.

#include "cli/command.h"
#include "postgres/connection.h"

namespace civicq::cli {

// read(TaskContext &, Connection &) -> Result<Figures>; document(figures) -> JSON; words(figures) -> text for a terminal.
template<typename Read, typename Document, typename Words>
int showFigures(Context &context, Read read, Document document, Words words)
{
    const auto parameters = context.database();
    if (!parameters)
        return context.report(parameters.error());
    const auto session = postgres::Connection::open(context.task, *parameters);
    if (!session)
        return context.report(session.error());
    const auto figures = read(context.task, **session);
    if (!figures)
        return context.report(figures.error());
    context.task.clear();
    context.output.result(document(*figures), words(*figures));
    return Done;
}

} // namespace civicq::cli
