// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The backups' tables in the app's SQLite store, opened when first wanted. Any thread: the one that made this, and ends it,
// keeps its session; others get one for the call. Takes over the JSON file in which earlier versions kept the catalogue.

#include "store/store.h"

#include <QtCore/QThread>

#include <functional>
#include <memory>

namespace civicq::backups {

class BackupStore
{
public:
    explicit BackupStore(const QString &dataFolder);
    ~BackupStore();
    BackupStore(const BackupStore &) = delete;
    BackupStore &operator=(const BackupStore &) = delete;

    [[nodiscard]] core::Result<> use(const std::function<core::Result<>(store::Store &)> &work) const;
    [[nodiscard]] const QString &dataFolder() const { return m_dataFolder; }

    [[nodiscard]] static QList<store::SchemaStep> schema();

private:
    [[nodiscard]] core::Result<std::unique_ptr<store::Store>> open() const;
    [[nodiscard]] core::Result<> takeOver(store::Store &store) const;

    QString m_dataFolder;
    Qt::HANDLE m_thread;
    mutable std::unique_ptr<store::Store> m_store; // of m_thread alone
};

// Times as SQLite keeps them here: UTC in milliseconds since 1970, NULL for none.
// A null text would be SQL's NULL, which no column takes: what is not known of a damaged file must be kept too.
[[nodiscard]] QString notNull(const QString &text);
[[nodiscard]] QVariant storedTime(const QDateTime &when);
[[nodiscard]] QDateTime timeOf(const QVariant &stored);

} // namespace civicq::backups
