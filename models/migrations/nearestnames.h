// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What somebody may have meant by a name that is not there. Pure functions, any thread.

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace civicq::migrations {

// Those of `names` within a third of `name`'s length in single edits, or that begin or end as it does;
// best first, no more than `most`.
QStringList nearestNames(const QString &name, const QStringList &names, qsizetype most);

// Whether `name` is the name of that file, with or without folder, suffix and leading number.
bool isFileNameOf(const QString &name, const QString &file);

} // namespace civicq::migrations
