// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secretfile.h"

#include <QtCore/QFile>

using namespace Qt::StringLiterals;

namespace civicq::core {

namespace {

constexpr qint64 longestSecret = 4'096;

} // namespace

Result<Secret> readSecretFile(const QString &path, const QString &what)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, u"the %1 %2 cannot be read: %3"_s.arg(what, path, file.errorString()), {path});
    // On Windows permissions() does not say who may read a file.
#ifndef Q_OS_WIN
    if ((file.permissions() & (QFile::ReadGroup | QFile::ReadOther)) != 0)
        return fail(ErrorCode::InvalidArgument,
                    u"others may read the %1 %2; allow it to yourself alone (chmod 600)"_s.arg(what, path), {path});
#endif
    QString text = QString::fromUtf8(file.readLine(longestSecret));
    while (text.endsWith(u'\n') || text.endsWith(u'\r'))
        text.chop(1);
    if (text.isEmpty())
        return fail(ErrorCode::InvalidArgument, u"the %1 %2 is empty; its first line is what is used"_s.arg(what, path),
                    {path});
    return Secret(text);
}

} // namespace civicq::core
