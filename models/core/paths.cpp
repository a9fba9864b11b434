// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/paths.h"

#include <QtCore/QDir>
#include <QtCore/QStandardPaths>

using namespace Qt::StringLiterals;

namespace civicq::core {

QString Paths::sandbox() const
{
    return data + u"/sandbox"_s;
}

QString Paths::store() const
{
    return data + u"/civicq-admin.sqlite"_s;
}

Paths Paths::below(const QString &root)
{
    const QString base = QDir::cleanPath(QDir(root).absolutePath());
    return {base + u"/config"_s, base + u"/data"_s, base + u"/cache"_s, base + u"/backups"_s};
}

Paths Paths::standard()
{
    const QString home = qEnvironmentVariable("CIVICQ_HOME");
    if (!home.isEmpty())
        return below(home);
    const auto place = [](QStandardPaths::StandardLocation where) {
        return QStandardPaths::writableLocation(where) + u"/civicq-admin"_s;
    };
    // Generic places plus our own name: both programs must agree, whatever their QCoreApplication is called.
    // Local, not roaming, data: a database cluster must never travel with a Windows profile.
    return {place(QStandardPaths::GenericConfigLocation), place(QStandardPaths::GenericDataLocation),
            place(QStandardPaths::GenericCacheLocation),
            QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + u"/CivicQ backups"_s};
}

} // namespace civicq::core
