// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a database is made of, as far as it decides which locks a statement takes and how much work it is. A snapshot:
// plain values, any thread. System schemas are left out. Names are as the catalogue has them, unquoted.
// Sizes in bytes, without indexes; rows as the planner estimates them, -1 where it never counted.

#include "migrations/lockmode.h"

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QSet>
#include <QtCore/QStringList>

#include <utility>

namespace civicq::migrations {

using RelationId = quint32; // pg_class.oid; 0: none

struct ColumnFacts
{
    QString name;
    QString type;      // format_type() without a modifier: "character varying"
    int modifier = -1; // pg_attribute.atttypmod
    bool notNull = false;
};

struct ConstraintFacts
{
    enum class Kind { Check, ForeignKey, PrimaryKey, Unique, Exclusion, NotNull, Other };
    QString name;
    Kind kind = Kind::Other;
    bool valid = true;
    bool provesNotNull = false; // CHECK (column IS NOT NULL), and nothing else
    QStringList columns;
    RelationId index = 0;      // that enforces it, or that the referenced key has
    RelationId referenced = 0; // of a foreign key
};

struct RelationFacts
{
    RelationId id = 0;
    QString schema;
    QString name;
    QChar kind = u'r';  // pg_class.relkind
    bool isNew = false; // made by an earlier statement of the same plan: nobody waits for it, it holds nothing
    qint64 bytes = 0;
    qint64 rows = -1;
    RelationId table = 0; // of an index, and of a sequence that a column owns
    QStringList keys;     // an index's columns; the column that owns a sequence
    bool isDefaultPartition = false;
    QList<RelationId> parents;
    QList<RelationId> children;
    QList<RelationId> indexes;
    QList<RelationId> sequences;    // that its columns own
    QList<RelationId> sources;      // what a view reads
    QList<RelationId> views;        // that read it
    QList<RelationId> referencedBy; // tables with a foreign key to it
    QList<ColumnFacts> columns;
    QList<ConstraintFacts> constraints;

    [[nodiscard]] QString qualifiedName() const { return schema + u'.' + name; }
    [[nodiscard]] const ColumnFacts *column(const QString &columnName) const;
    [[nodiscard]] const ConstraintFacts *constraint(const QString &constraintName) const;
};

// A session that holds a lock on a table at this moment.
struct LockHolder
{
    int pid = 0;
    QString user;
    QString application;
    qint64 seconds = 0; // its transaction has been open for
    RelationId relation = 0;
    LockMode mode = LockMode::None;

    // pg_dump, or a backup of this program: holds ACCESS SHARE on everything until it is done.
    [[nodiscard]] bool isDump() const;
};

struct TypeFacts
{
    QString name;             // format_type()
    QString base;             // of a domain
    bool constrained = false; // a domain with constraints
};

struct DatabaseFacts
{
    int serverMajor = 17;
    QStringList searchPath;     // schemas that exist
    bool timeZoneIsUtc = false; // of the session: timestamp and timestamptz are then the same bits
    QHash<RelationId, RelationFacts> relations;
    QHash<QString, TypeFacts> types;            // by pg_type.typname
    QHash<QString, bool> isVolatile;            // functions by name
    QSet<std::pair<QString, QString>> sameBits; // casts that change nothing, by the names format_type() gives
    QList<LockHolder> holders;                  // other sessions

    // Along the search path where no schema is given; null where there is none.
    [[nodiscard]] const RelationFacts *find(const QString &schema, const QString &name) const;
    [[nodiscard]] const RelationFacts *find(RelationId id) const;
    [[nodiscard]] RelationFacts *find(RelationId id);
    // Partitions and inheriting tables, theirs too; without the relation itself.
    [[nodiscard]] QList<RelationId> descendants(RelationId id) const;
    // Other sessions that hold any lock on it.
    [[nodiscard]] int sessionsOn(RelationId id) const;

    void add(RelationFacts relation);
    void remove(RelationId id);
    void rename(RelationId id, const QString &schema, const QString &name);

private:
    QHash<QString, RelationId> m_byName; // qualified
};

} // namespace civicq::migrations
