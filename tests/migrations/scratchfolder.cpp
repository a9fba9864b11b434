// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/scratchfolder.h"

#include <QtCore/QFile>

using namespace Qt::StringLiterals;

namespace civicq::tests {

void ScratchFolder::add(const QString &id, const QString &parents, const QByteArray &up, const QByteArray &down,
                        const QByteArray &header)
{
    QFile file(m_folder.filePath(id + u".sql"_s));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s", qPrintable(file.errorString()));
    file.write("-- revision: " + id.toUtf8() + "\n-- parents: " + parents.toUtf8() + "\n-- message: Step " + id.toUtf8()
               + "\n" + header + "\n-- ==== up ====\n" + up + "\n-- ==== down ====\n" + down + '\n');
}

void ScratchFolder::remove(const QString &id)
{
    QFile::remove(m_folder.filePath(id + u".sql"_s));
}

} // namespace civicq::tests
