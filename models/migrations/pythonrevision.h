// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads one of Alembic's revision files without running Python: revision, down_revision, branch_labels and depends_on,
// plain or annotated, strings, tuples and lists; the message and the date of creation from the doc string. Pure, any
// thread. A value that is worked out rather than written down is a Problem with file and line.

#include "migrations/scriptparser.h"

namespace civicq::migrations {

[[nodiscard]] ParsedScript parsePythonRevision(const QByteArray &bytes, const QString &file);

} // namespace civicq::migrations
