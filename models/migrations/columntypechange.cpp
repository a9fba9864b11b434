// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ATColumnChangeRequiresRewrite(): the rows stay where the cast changes no bit. Which casts of a type to itself change
// none is said by varchar_support(), numeric_support(), varbit_support() and TemporalSimplify().
#include "migrations/impactbuilder.h"

using namespace Qt::StringLiterals;

namespace civicq::migrations {

namespace {

struct Type
{
    QString name;      // format_type()
    int modifier = -1; // as in pg_attribute.atttypmod
};

constexpr int headerSize = 4; // VARHDRSZ, which these modifiers count in
constexpr int scaleMask = 0x7ff;

bool isTemporal(const QString &name)
{
    return name.startsWith("time"_L1); // time and timestamp, with and without time zone
}

int modifierOf(const QString &type, const QList<int> &given)
{
    if (given.isEmpty())
        return -1;
    if (type == "character varying"_L1 || type == "character"_L1)
        return given.first() + headerSize;
    if (type == "numeric"_L1)
        return ((given.first() << 16) | (given.value(1) & scaleMask)) + headerSize;
    return given.first();
}

Type targetType(const QJsonObject &node, const DatabaseFacts &facts)
{
    const TypeName written = typeName(node);
    const QString known = facts.types.value(written.name).name;
    Type type{known.isEmpty() ? written.name : known, -1};
    type.modifier = modifierOf(type.name, written.modifiers);
    if (written.isArray)
        type.name += u"[]"_s;
    return type;
}

int scaleOf(int modifier)
{
    return (modifier - headerSize) & scaleMask;
}

int digitsOf(int modifier)
{
    return (modifier - headerSize) >> 16;
}

TypeChange sameType(const Type &from, const Type &to)
{
    if (from.modifier == to.modifier)
        return {false, false};
    if (to.modifier < 0) { // the limit goes; character(n) without one is character(1)
        const bool simple = to.name != "interval"_L1;
        return {!simple, false};
    }
    if (from.modifier < 0) {
        constexpr int mostDigits = 6; // of a second, which is what a timestamp without a precision keeps
        const bool same = isTemporal(to.name) && to.modifier == mostDigits;
        return {!same, !same};
    }
    if (to.name == "numeric"_L1) {
        const bool keepsScale = scaleOf(from.modifier) == scaleOf(to.modifier);
        const int wholeBefore = digitsOf(from.modifier) - scaleOf(from.modifier);
        const int wholeAfter = digitsOf(to.modifier) - scaleOf(to.modifier);
        const bool narrows = scaleOf(to.modifier) < scaleOf(from.modifier) || wholeAfter < wholeBefore;
        return {!(keepsScale && digitsOf(to.modifier) >= digitsOf(from.modifier)), narrows};
    }
    const bool wider = to.modifier > from.modifier;
    const bool simplified = to.name == "character varying"_L1 || to.name == "bit varying"_L1 || isTemporal(to.name);
    return {!(wider && simplified), !wider};
}

// Another type that holds every value of the first.
bool holdsAll(const Type &from, const Type &to)
{
    static const QList<QStringList> wider{{u"smallint"_s, u"integer"_s, u"bigint"_s, u"numeric"_s},
                                          {u"real"_s, u"double precision"_s},
                                          {u"date"_s, u"timestamp without time zone"_s}};
    if (to.modifier >= 0)
        return false;
    if (to.name == "text"_L1 || to.name == "character varying"_L1)
        return true;
    for (const QStringList &line : wider) {
        const auto before = line.indexOf(from.name);
        if (before >= 0 && line.indexOf(to.name) > before)
            return true;
    }
    return false;
}

// USING column::type says what ALTER TYPE does by itself.
bool isPlainCast(const QJsonValue &expression, const Type &to, const DatabaseFacts &facts)
{
    const QJsonObject node = expression.toObject();
    if (node.contains(u"ColumnRef"))
        return true;
    const QJsonObject cast = node.value(u"TypeCast").toObject();
    if (!cast.value(u"arg").toObject().contains(u"ColumnRef"))
        return false;
    const Type written = targetType(cast.value(u"typeName").toObject(), facts);
    return written.name == to.name && written.modifier == to.modifier;
}

} // namespace

TypeChange typeChange(const ColumnFacts &from, const QJsonObject &columnDef, const DatabaseFacts &facts)
{
    const Type before{from.type, from.modifier};
    const Type after = targetType(columnDef.value(u"typeName").toObject(), facts);
    const QJsonValue expression = columnDef.value(u"raw_default");
    if (before.name.isEmpty() || (!expression.isUndefined() && !isPlainCast(expression, after, facts)))
        return {true, true};
    if (before.name == after.name)
        return sameType(before, after);

    const bool narrows = !holdsAll(before, after);
    for (const TypeFacts &type : facts.types) {
        if (type.base.isEmpty())
            continue;
        if (type.name == after.name && type.base == before.name)
            return {type.constrained, type.constrained};
        if (type.name == before.name && type.base == after.name)
            return {false, false};
    }
    const QString timestamp = u"timestamp without time zone"_s;
    const QString timestampTz = u"timestamp with time zone"_s;
    if ((before.name == timestamp && after.name == timestampTz)
        || (before.name == timestampTz && after.name == timestamp))
        return {!facts.timeZoneIsUtc || before.modifier != after.modifier, before.name == timestampTz};
    const bool sameBits = after.modifier < 0 && facts.sameBits.contains({before.name, after.name});
    return {!sameBits, narrows && !sameBits};
}

} // namespace civicq::migrations
