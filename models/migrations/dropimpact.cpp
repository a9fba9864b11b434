// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// DROP, and what goes with it.
#include "migrations/impactbuilder.h"

using namespace Qt::StringLiterals;

namespace civicq::migrations {

namespace {

using enum LockMode;

struct Dropped
{
    const char *type; // ObjectType
    const char *word;
    Loss loss;
};

constexpr Dropped words[] = {
    {"OBJECT_TABLE", "table", Loss::Data},
    {"OBJECT_FOREIGN_TABLE", "foreign table", Loss::Definition},
    {"OBJECT_VIEW", "view", Loss::Definition},
    {"OBJECT_MATVIEW", "materialized view", Loss::Definition},
    {"OBJECT_SEQUENCE", "sequence", Loss::Data},
    {"OBJECT_SCHEMA", "schema", Loss::Definition},
    {"OBJECT_TYPE", "type", Loss::Definition},
    {"OBJECT_DOMAIN", "domain", Loss::Definition},
    {"OBJECT_FUNCTION", "function", Loss::Definition},
    {"OBJECT_PROCEDURE", "procedure", Loss::Definition},
    {"OBJECT_TRIGGER", "trigger", Loss::Definition},
    {"OBJECT_POLICY", "policy", Loss::Definition},
    {"OBJECT_RULE", "rule", Loss::Definition},
    {"OBJECT_EXTENSION", "extension", Loss::Definition},
    {"OBJECT_PUBLICATION", "publication", Loss::Definition},
};

const Dropped &described(const QString &type)
{
    static constexpr Dropped other{"", "object", Loss::Definition};
    for (const Dropped &each : words) {
        if (type == QLatin1StringView(each.type))
            return each;
    }
    return other;
}

QStringList nameParts(const QJsonValue &object)
{
    const QJsonObject node = object.toObject();
    if (node.contains(u"List"))
        return strings(node.value(u"List").toObject().value(u"items"));
    if (node.contains(u"TypeName"))
        return strings(node.value(u"TypeName").toObject().value(u"names"));
    if (node.contains(u"ObjectWithArgs"))
        return strings(node.value(u"ObjectWithArgs").toObject().value(u"objname"));
    return strings(QJsonArray{object});
}

bool isRelation(const QString &type)
{
    return type == "OBJECT_TABLE"_L1 || type == "OBJECT_FOREIGN_TABLE"_L1 || type == "OBJECT_VIEW"_L1
           || type == "OBJECT_MATVIEW"_L1 || type == "OBJECT_SEQUENCE"_L1 || type == "OBJECT_INDEX"_L1;
}

void dropIndex(ImpactBuilder &builder, const RelationFacts &index, bool concurrently)
{
    const LockMode mode = concurrently ? ShareUpdateExclusive : AccessExclusive;
    builder.lock(index.id, mode);
    builder.lock(index.table, mode);
    for (const RelationId child : builder.facts().descendants(index.id)) {
        builder.lock(child, mode);
        if (const RelationFacts *below = builder.facts().find(child))
            builder.lock(below->table, mode);
    }
}

void dropSchema(ImpactBuilder &builder, const QString &schema)
{
    for (const RelationFacts &relation : builder.facts().relations) {
        if (relation.schema != schema || relation.kind == u'i' || relation.kind == u'I')
            continue;
        builder.drop(relation, true);
        if ((relation.kind == u'r' || relation.kind == u'p') && !relation.isNew)
            builder.lose(Loss::Data, u"table "_s + relation.qualifiedName());
    }
}

void dropRelation(ImpactBuilder &builder, const QStringList &parts, const QString &type, bool cascade, bool ifExists,
                  bool concurrently)
{
    const ObjectName name = objectName(parts);
    const RelationFacts *relation = ifExists ? builder.facts().find(name.schema, name.name) : builder.find(name);
    if (!relation)
        return;
    if (type == "OBJECT_INDEX"_L1) {
        dropIndex(builder, *relation, concurrently);
        return;
    }
    builder.drop(*relation, cascade);
    if (!relation->isNew)
        builder.lose(described(type).loss, QString::fromLatin1(described(type).word) + u' ' + relation->name);
}

} // namespace

void impactOfDrop(ImpactBuilder &builder, const QJsonObject &tree)
{
    const QString type = tree.value(u"removeType").toString();
    const bool cascade = tree.value(u"behavior").toString() == "DROP_CASCADE"_L1;
    const bool ifExists = tree.value(u"missing_ok").toBool();
    const bool concurrently = tree.value(u"concurrent").toBool();
    builder.impact().outsideTransaction = concurrently;
    const QJsonArray objects = tree.value(u"objects").toArray();
    for (const QJsonValue &object : objects) {
        const QStringList parts = nameParts(object);
        if (isRelation(type)) {
            dropRelation(builder, parts, type, cascade, ifExists, concurrently);
            continue;
        }
        builder.lose(described(type).loss, QString::fromLatin1(described(type).word) + u' ' + parts.join(u'.'));
        if (type == "OBJECT_TRIGGER"_L1 || type == "OBJECT_POLICY"_L1 || type == "OBJECT_RULE"_L1) {
            const ObjectName table = objectName(parts.first(parts.size() - 1));
            const RelationFacts *of = ifExists ? builder.facts().find(table.schema, table.name) : builder.find(table);
            if (of)
                builder.lockTree(of->id, AccessExclusive);
        } else if (type == "OBJECT_SCHEMA"_L1 && cascade) {
            dropSchema(builder, parts.join(u'.'));
        } else if (cascade) {
            builder.impact().runsOtherCode = true; // whatever hangs on it
            builder.lose(Loss::Data, u"what depends on "_s + parts.join(u'.'));
        }
    }
}

} // namespace civicq::migrations
