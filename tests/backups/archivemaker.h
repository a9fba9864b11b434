// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An archive made by hand from a database at rest, with small chunks: what the reader and the restore are tested with
// apart from the program's own dump, so that the two cannot agree on an error.

#include "archive/manifest.h"
#include "fixtures/testserver.h"

namespace civicq::tests {

struct MadeArchive
{
    archive::Manifest manifest;
    QList<QPair<QString, QByteArray>> members; // without manifest.json and seal

    [[nodiscard]] QByteArray &content(const QString &name);
    // Hashes and sizes of the members as they are now.
    void list();
    void write(const QString &path) const;
};

[[nodiscard]] MadeArchive makeArchive(TestServer &server, const QString &database, qsizetype rowsInAChunk = 100);

// The rows of one table, in chunks, replacing those it has.
void setRows(MadeArchive &made, const QString &table, const QByteArrayList &textRows);

} // namespace civicq::tests
