// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reading the parser's tree (libpg_query's JSON; the names are PostgreSQL's own nodes). Private to models/migrations; pure.

#include "migrations/sqlstatements.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <functional>

namespace civicq::migrations {

// The statement's node without its wrapper; empty for text that does not parse.
[[nodiscard]] QJsonObject treeOf(const Statement &statement);

struct ObjectName
{
    QString schema; // empty: along the search path
    QString name;
};

[[nodiscard]] ObjectName rangeVar(const QJsonObject &node);    // a RangeVar without its wrapper
[[nodiscard]] QStringList strings(const QJsonValue &list);     // of a list of String nodes
[[nodiscard]] ObjectName objectName(const QStringList &parts); // the last one or two of them
[[nodiscard]] QString optionText(const QJsonArray &options,
                                 QLatin1StringView name); // a DefElem's value as text; null: not there
[[nodiscard]] bool hasOption(const QJsonArray &options, QLatin1StringView name);

// Every node of that kind anywhere below, its content handed over.
void eachNode(const QJsonValue &tree, QLatin1StringView kind, const std::function<void(const QJsonObject &)> &take);
// Elements of a list with their kinds: [{"AlterTableCmd": {...}}]
void eachElement(const QJsonValue &list, const std::function<void(const QString &kind, const QJsonObject &)> &take);

struct TypeName
{
    QString name; // pg_type.typname
    QList<int> modifiers;
    bool isArray = false;
};
[[nodiscard]] TypeName typeName(const QJsonObject &node);

} // namespace civicq::migrations
