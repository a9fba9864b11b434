// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/showinfolder.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QProcess>
#include <QtCore/QUrl>
#include <QtGui/QDesktopServices>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

void showInFolder(const QString &path)
{
#if defined(Q_OS_WIN)
    QProcess explorer;
    explorer.setProgram(u"explorer.exe"_s);
    // Explorer has quoting rules of its own: the quotes belong inside the argument.
    explorer.setNativeArguments(u"/select,\"%1\""_s.arg(QDir::toNativeSeparators(path)));
    if (explorer.startDetached())
        return;
#elif defined(Q_OS_MACOS)
    if (QProcess::startDetached(u"open"_s, {u"-R"_s, path}))
        return;
#endif
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
}

} // namespace civicq::widgets
