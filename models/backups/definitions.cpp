// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/definitions.h"

#include "backups/restoreplan.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace civicq::backups {

namespace {

constexpr qsizetype mostDefinitionDifferences = 20;
constexpr qsizetype shownDefinition = 120;

bool isOwner(const QByteArrayList &words)
{
    const qsizetype owner = words.lastIndexOf("owner");
    return words.value(0) == "alter" && owner > 0 && words.value(owner + 1) == "to" && owner == words.size() - 3;
}

// "create table public . users", "create index i on public . users": as far as every version writes it alike.
QByteArray nameOfMade(const QByteArrayList &words)
{
    static const QByteArrayList ends{"(",       "as",       "with",    "for",      "using",
                                     "returns", "language", "default", "inherits", ";"};
    QByteArrayList name;
    for (const QByteArray &word : words) {
        if (ends.contains(word))
            break;
        name.append(word);
    }
    return name.join(' ');
}

// SELECT pg_catalog.setval('public.users_id_seq', 5, true)
std::optional<SequenceState> asSequenceState(const QByteArray &text)
{
    static const QRegularExpression pattern(
        uR"(^SELECT pg_catalog\.setval\(E?'((?:[^']|'')*)', (-?\d+), (true|false)\)$)"_s);
    const auto match = pattern.match(QString::fromUtf8(text));
    if (!match.hasMatch())
        return std::nullopt;
    QString name = match.captured(1);
    name.replace(u"''"_s, u"'"_s);
    if (text.startsWith("SELECT pg_catalog.setval(E"))
        name.replace(u"\\\\"_s, u"\\"_s);
    return SequenceState{name.toUtf8(), match.captured(2).toLongLong(), match.captured(3) == "true"_L1};
}

void tell(QStringList &sentences, const QByteArrayList &statements, const QString &sentence)
{
    for (const QByteArray &statement : statements) {
        if (sentences.size() == mostDefinitionDifferences)
            return;
        sentences.append(sentence.arg(QString::fromUtf8(statement).simplified().left(shownDefinition)));
    }
}

} // namespace

void Definitions::add(const SqlStatement &statement)
{
    const QByteArrayList words = statement.words();
    const QByteArray &first = words.value(0);
    if (first == "select") {
        if (const auto state = asSequenceState(statement.text))
            m_sequences.append(*state);
        return;
    }
    if (statement.startsWith("refresh materialized view")) {
        ++m_refreshes;
        return;
    }
    // A dump of definitions says nothing of large objects; the schema public is there without being told.
    const qsizetype large = words.indexOf("large");
    if ((first != "create" && first != "alter" && first != "comment" && first != "security" && !isPrivilege(statement))
        || (large > 0 && words.value(large + 1) == "object") || statement.skeleton == "create schema public")
        return;
    QByteArray text = statement.text;
    text.replace("\r\n", "\n");
    if (isPrivilege(statement) || isOwner(words)) {
        m_roles.append(text);
        return;
    }
    m_texts.append(text);
    if (first == "create")
        m_names.append(nameOfMade(words));
}

void Definitions::leaveOut(const SqlStatement &statement)
{
    QByteArray text = statement.text;
    text.replace("\r\n", "\n");
    m_texts.removeOne(text);
    m_names.removeOne(nameOfMade(statement.words()));
}

QByteArrayList Definitions::chosen(Compared compared, bool roles) const
{
    QByteArrayList chosen = compared == Compared::Names ? m_names : m_texts;
    if (roles && compared == Compared::Text)
        chosen += m_roles;
    std::ranges::sort(chosen);
    return chosen;
}

QStringList Definitions::differences(const Definitions &restored, Compared compared, bool roles) const
{
    const QByteArrayList expected = chosen(compared, roles);
    const QByteArrayList found = restored.chosen(compared, roles);
    QByteArrayList missing;
    QByteArrayList extra;
    std::ranges::set_difference(expected, found, std::back_inserter(missing));
    std::ranges::set_difference(found, expected, std::back_inserter(extra));
    QStringList sentences;
    tell(sentences, missing, u"not in the restored database: %1"_s);
    tell(sentences, extra, u"in the restored database alone: %1"_s);
    return sentences;
}

} // namespace civicq::backups
