// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// This program's own SQLite file. The store knows no tables: each capability hands in the steps that make and change its
// own, and keeps its own SQL. A Store is used on the thread that opened it (each thread opens its own; so may a second
// process: write-ahead log, 5 s of patience for the other's writing, then Error Busy). What was committed survives a
// crash of program or machine. A file that is damaged is put aside under another name and a new one is begun: the caller
// gets both the store and the error to show. A file of a newer version of this program, or of another program, is
// refused and left as it is.

#include "core/result.h"

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QVariant>

#include <functional>
#include <memory>
#include <optional>

namespace civicq::store {

// One change of a capability's tables, from `version - 1` to `version` (from 1, without holes). Never edited once shipped.
struct SchemaStep
{
    QString capability; // "backups"
    int version = 1;
    QStringList statements;
};

class Store
{
public:
    struct Opened
    {
        std::unique_ptr<Store> store;
        // Set when a damaged file was found: Error Corrupt; arguments: the file, the name under which it was kept.
        std::optional<core::Error> putAside;
    };

    // Opens or makes the file, with its folder, and takes every missing step, all or none.
    [[nodiscard]] static core::Result<Opened> open(const QString &path, const QList<SchemaStep> &steps);
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    // One statement with values for its `?`. Returns the number of rows changed.
    [[nodiscard]] core::Result<qint64> execute(const QString &sql, const QVariantList &values = {});
    [[nodiscard]] core::Result<QList<QVariantList>> query(const QString &sql, const QVariantList &values = {}) const;
    // All of body or, when it fails, nothing of it. Not to be nested.
    [[nodiscard]] core::Result<> transaction(const std::function<core::Result<>()> &body);

    [[nodiscard]] int version(const QString &capability) const; // 0: none of its steps was taken
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    Store(QString path, QString connectionName);
    [[nodiscard]] static core::Result<std::unique_ptr<Store>> openFile(const QString &path);
    [[nodiscard]] core::Result<> prepare();
    [[nodiscard]] core::Result<> migrate(const QList<SchemaStep> &steps);

    QString m_path;
    QString m_connection; // of QSqlDatabase's registry; unique to this object
};

} // namespace civicq::store
