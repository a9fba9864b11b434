// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads one SQL migration file: header, up part, down part, as resources/migrations/README.md describes.
// Pure functions, any thread. Whatever does not fit is a Problem with file and line; nothing is run while there is
// one, but a revision that has an identifier still takes its place in the graph.

#include "migrations/problem.h"
#include "migrations/revision.h"

#include <optional>

namespace civicq::migrations {

struct ParsedScript
{
    std::optional<Revision> revision;
    QList<Problem> problems;
};

ParsedScript parseScript(const QByteArray &bytes, const QString &file);

} // namespace civicq::migrations
