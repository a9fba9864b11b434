// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/statementtree.h"

#include "migrations/parsetree.h"

using namespace Qt::StringLiterals;

namespace civicq::migrations {

QJsonObject treeOf(const Statement &statement)
{
    const auto parsed = parseSql(statement.text);
    if (!parsed)
        return {};
    const QJsonObject wrapper = parsed->value(u"stmts").toArray().first().toObject().value(u"stmt").toObject();
    return wrapper.isEmpty() ? QJsonObject() : wrapper.constBegin().value().toObject();
}

ObjectName rangeVar(const QJsonObject &node)
{
    return {node.value(u"schemaname").toString(), node.value(u"relname").toString()};
}

QStringList strings(const QJsonValue &list)
{
    QStringList texts;
    const QJsonArray nodes = list.toArray();
    for (const QJsonValue &node : nodes)
        texts.append(node.toObject().value(u"String").toObject().value(u"sval").toString());
    return texts;
}

ObjectName objectName(const QStringList &parts)
{
    return {parts.size() > 1 ? parts.at(parts.size() - 2) : QString(), parts.value(parts.size() - 1)};
}

QString optionText(const QJsonArray &options, QLatin1StringView name)
{
    for (const QJsonValue &option : options) {
        const QJsonObject element = option.toObject().value(u"DefElem").toObject();
        if (element.value(u"defname").toString() != name)
            continue;
        const QJsonObject argument = element.value(u"arg").toObject();
        if (argument.isEmpty())
            return u"true"_s;
        const QJsonObject value = argument.constBegin().value().toObject();
        return value.contains(u"sval") ? value.value(u"sval").toString()
                                       : QString::number(value.value(u"ival").toInt(value.value(u"boolval").toBool()));
    }
    return {};
}

bool hasOption(const QJsonArray &options, QLatin1StringView name)
{
    const QString text = optionText(options, name);
    return !text.isNull() && text != "false"_L1 && text != "off"_L1 && text != "0"_L1;
}

void eachNode(const QJsonValue &tree, QLatin1StringView kind, const std::function<void(const QJsonObject &)> &take)
{
    if (tree.isArray()) {
        const QJsonArray list = tree.toArray();
        for (const QJsonValue &element : list)
            eachNode(element, kind, take);
    } else if (tree.isObject()) {
        const QJsonObject object = tree.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (it.key() == kind)
                take(it.value().toObject());
            eachNode(it.value(), kind, take);
        }
    }
}

void eachElement(const QJsonValue &list, const std::function<void(const QString &kind, const QJsonObject &)> &take)
{
    const QJsonArray nodes = list.toArray();
    for (const QJsonValue &node : nodes) {
        const QJsonObject object = node.toObject();
        if (!object.isEmpty())
            take(object.constBegin().key(), object.constBegin().value().toObject());
    }
}

TypeName typeName(const QJsonObject &node)
{
    TypeName type;
    type.name = strings(node.value(u"names")).value(strings(node.value(u"names")).size() - 1);
    type.isArray = !node.value(u"arrayBounds").toArray().isEmpty();
    eachElement(node.value(u"typmods"), [&type](const QString &, const QJsonObject &constant) {
        type.modifiers.append(constant.value(u"ival").toObject().value(u"ival").toInt());
    });
    return type;
}

} // namespace civicq::migrations
