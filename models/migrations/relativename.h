// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The grammar of revision names: [BRANCH@]SYMBOL and [BRANCH@][SYMBOL](+|-)N. Pure functions, any thread.

#include <QtCore/QString>

#include <optional>

namespace civicq::migrations {

struct BranchName
{
    QString branch; // empty: none was given
    QString symbol;
};

struct RelativeName
{
    QString branch;
    QString symbol; // empty: counted from the current revision
    int steps = 0;  // up where positive

    QString start() const;
};

BranchName splitBranch(const QString &name);
// Set where the name is relative.
std::optional<RelativeName> parseRelative(const QString &name);
// For a bare -N: N.
std::optional<int> stepsDown(const QString &symbol);

} // namespace civicq::migrations
