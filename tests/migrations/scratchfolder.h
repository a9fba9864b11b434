// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A folder of SQL migrations for one test, gone with the object.

#include "migrations/migrationfolder.h"

#include <QtCore/QTemporaryDir>

namespace civicq::tests {

class ScratchFolder
{
public:
    // `header`: further lines, as "-- transactional: no\n". Line 6 is the first of the up part without them.
    void add(const QString &id, const QString &parents, const QByteArray &up, const QByteArray &down,
             const QByteArray &header = {});
    void remove(const QString &id);

    [[nodiscard]] QString path() const { return m_folder.path(); }
    [[nodiscard]] migrations::MigrationFolder read() const { return migrations::readFolder(path()).value(); }

private:
    QTemporaryDir m_folder;
};

} // namespace civicq::tests
