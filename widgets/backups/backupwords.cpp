// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/backupwords.h"

#include "core/units.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace civicq::widgets {

namespace {

struct BackupWords
{
    Q_DECLARE_TR_FUNCTIONS(civicq::widgets::BackupWords)
};

// Only one and many differ in the words; the figure itself is written with its thousands apart.
int formOf(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, 1000));
}

} // namespace

QString tablesAndRows(qint64 tables, qint64 rows)
{
    return BackupWords::tr("%1 table(s)", nullptr, formOf(tables)).arg(core::formatCount(tables)) + u' '
           + BackupWords::tr("with %1 row(s)", nullptr, formOf(rows)).arg(core::formatCount(rows));
}

} // namespace civicq::widgets
