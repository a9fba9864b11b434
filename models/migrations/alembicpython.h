// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The Python that runs an Alembic project: one that has alembic and, most likely, what the project needs besides. Looked
// for in this order: what the settings name (a Python, or an alembic), the virtual environment in or above the project's
// folder, the one that is active, the Python of the alembic on PATH, python3 and python. Worker thread; each is asked
// whether it has alembic. None has: an Error that lists what was tried.

#include "core/process.h"

namespace civicq::migrations {

struct AlembicTools
{
    core::ProcessRunner *processes = nullptr; // none: Python is not run
    QString program;                          // of the settings; empty: looked for
};

struct AlembicPython
{
    QString path;
    QString alembicVersion;
};

[[nodiscard]] core::Result<AlembicPython> findAlembicPython(core::TaskContext &context, const AlembicTools &tools,
                                                            const QString &projectFolder);

// The candidates, best first, whether or not they have alembic.
[[nodiscard]] QStringList pythonCandidates(const QString &program, const QString &projectFolder);

} // namespace civicq::migrations
