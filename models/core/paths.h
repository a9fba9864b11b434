// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The folders of this program on this computer. Made once in app/ and passed on; the folders are created when asked for.
// The environment variable CIVICQ_HOME puts everything below one folder (tests, a stick, a second instance).

#include <QtCore/QString>

namespace civicq::core {

struct Paths
{
    QString config;  // profiles, settings
    QString data;    // SQLite store, sandbox
    QString cache;   // what may be deleted at any time
    QString backups; // where backups go unless the user says otherwise

    [[nodiscard]] QString sandbox() const;
    [[nodiscard]] QString store() const;
    // The platform's own places, or those below CIVICQ_HOME.
    [[nodiscard]] static Paths standard();
    // Everything below `root`.
    [[nodiscard]] static Paths below(const QString &root);
};

} // namespace civicq::core
