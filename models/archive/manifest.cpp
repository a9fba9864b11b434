// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/manifest.h"

#include "archive/archiveformat.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <algorithm>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::archive {

namespace {

constexpr qint64 mostCounted = qint64(1) << 56; // more than any file; sums of these stay far from overflow

std::unexpected<core::Error> corrupt(const QString &what)
{
    return core::fail(ErrorCode::Corrupt, u"the archive's table of contents contradicts itself: %1"_s.arg(what));
}

QString suffix(RowEncoding encoding)
{
    return encoding == RowEncoding::Binary ? u".binary.zst"_s : u".text.zst"_s;
}

using MemberIndex = QHash<QString, const ManifestMember *>;

Result<MemberIndex> index(const QList<ManifestMember> &members)
{
    MemberIndex found;
    found.reserve(members.size());
    for (const ManifestMember &member : members) {
        if (!isMemberName(member.name) || member.name == manifestMember || member.name == sealMember)
            return corrupt(u"\"%1\" cannot be a member's name"_s.arg(member.name));
        if (found.contains(member.name))
            return corrupt(u"%1 stands twice"_s.arg(member.name));
        const bool chunk = member.name.startsWith(dataFolder);
        if (chunk != member.rawBytes.has_value() || chunk != member.rows.has_value())
            return corrupt(u"%1 must not or should say how many rows it holds"_s.arg(member.name));
        if (member.bytes > mostCounted || member.rawBytes.value_or(0) > mostCounted
            || member.rows.value_or(0) > mostCounted)
            return corrupt(u"%1 has an impossible size"_s.arg(member.name));
        found.insert(member.name, &member);
    }
    return found;
}

// Takes out of `left` what belongs to the table.
Result<> checkTable(const ManifestTable &table, MemberIndex &left)
{
    const QString prefix = dataFolder + QString::number(table.number) + u'/';
    qint64 rows = 0;
    for (const QString &name : table.members) {
        const ManifestMember *member = left.take(name);
        if (!member)
            return corrupt(u"%1 is missing or belongs to two tables"_s.arg(name));
        if (!name.startsWith(prefix) || !name.endsWith(suffix(table.encoding)))
            return corrupt(u"%1 is no member of table number %2"_s.arg(name).arg(table.number));
        rows += *member->rows;
    }
    if (rows != table.rows)
        return corrupt(
            u"table %1.%2 has %3 rows, its members have %4"_s.arg(table.schema, table.name).arg(table.rows).arg(rows));
    return {};
}

} // namespace

const ManifestMember *Manifest::member(const QString &name) const
{
    const auto found = std::ranges::find(members, name, &ManifestMember::name);
    return found == members.end() ? nullptr : &*found;
}

const ManifestTable *Manifest::table(const QString &schema, const QString &name) const
{
    const auto found = std::ranges::find_if(
        tables, [&](const ManifestTable &each) { return each.schema == schema && each.name == name; });
    return found == tables.end() ? nullptr : &*found;
}

qint64 Manifest::rows() const
{
    qint64 sum = 0;
    for (const ManifestTable &each : tables)
        sum += each.rows;
    return sum;
}

Result<> Manifest::check() const
{
    auto left = index(members);
    if (!left)
        return core::fail(left.error());
    if (!left->contains(readmeMember))
        return corrupt(u"%1 is missing"_s.arg(readmeMember));
    QSet<int> numbers;
    QSet<std::pair<QString, QString>> names;
    for (const ManifestTable &each : tables) {
        if (each.number < 1 || numbers.contains(each.number))
            return corrupt(u"the table number %1 stands twice"_s.arg(each.number));
        if (names.contains({each.schema, each.name}))
            return corrupt(u"the table %1.%2 stands twice"_s.arg(each.schema, each.name));
        numbers.insert(each.number);
        names.insert({each.schema, each.name});
        if (const auto sound = checkTable(each, *left); !sound)
            return sound;
    }
    for (const QString &name : largeObjectMembers) {
        if (!name.startsWith(largeObjectsFolder) || !left->take(name))
            return corrupt(u"%1 is missing or no part of the large objects"_s.arg(name));
    }
    for (const ManifestMember *member : std::as_const(*left)) {
        if (member->name.startsWith(dataFolder) || member->name.startsWith(largeObjectsFolder))
            return corrupt(u"%1 belongs to nothing"_s.arg(member->name));
    }
    return {};
}

QString chunkName(int table, int chunk, RowEncoding encoding)
{
    return dataFolder + QString::number(table) + u'/' + u"%1"_s.arg(chunk, 4, 10, QChar(u'0')) + suffix(encoding);
}

bool isMemberName(QStringView name)
{
    if (name.isEmpty() || name.size() > longestName)
        return false;
    const auto allowed = [](QChar c) {
        const char ascii = c.toLatin1();
        return (ascii >= 'a' && ascii <= 'z') || (ascii >= 'A' && ascii <= 'Z') || (ascii >= '0' && ascii <= '9')
               || ascii == '.' || ascii == '-' || ascii == '_' || ascii == '/';
    };
    if (!std::ranges::all_of(name, allowed))
        return false;
    const auto parts = name.split(u'/');
    return std::ranges::none_of(parts,
                                [](QStringView part) { return part.isEmpty() || part == u"." || part == u".."; });
}

} // namespace civicq::archive
