// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/tocfilter.h"

#include <QtCore/QByteArrayList>

#include <array>

namespace civicq::backups {

namespace {

// "3338; 2604 16392 DEFAULT public u id postgres"
struct Entry
{
    QByteArray line;
    CatalogueId id;
    QByteArray rest; // "DEFAULT public u id postgres"
};

bool parse(const QByteArray &line, Entry &entry)
{
    const qsizetype semicolon = line.indexOf("; ");
    if (line.startsWith(';') || semicolon < 0)
        return false;
    const qsizetype first = semicolon + 2;
    const qsizetype second = line.indexOf(' ', first);
    const qsizetype third = second < 0 ? -1 : line.indexOf(' ', second + 1);
    if (third < 0)
        return false;
    entry.line = line;
    entry.id = {line.mid(first, second - first).toUInt(), line.mid(second + 1, third - second - 1).toUInt()};
    entry.rest = line.mid(third + 1);
    return true;
}

// What comments, privileges and their like are about is only in their text: "COMMENT public TABLE u postgres". So each
// kept entry says how a text about it goes on after the schema.
void addSubjects(const QByteArray &rest, QByteArrayList &subjects)
{
    // The longest type first: MATERIALIZED VIEW is not MATERIALIZED.
    static const std::array<const char *, 17> types{"MATERIALIZED VIEW ",
                                                    "FOREIGN TABLE ",
                                                    "TEXT SEARCH CONFIGURATION ",
                                                    "TEXT SEARCH DICTIONARY ",
                                                    "OPERATOR CLASS ",
                                                    "CHECK CONSTRAINT ",
                                                    "EXTENSION ",
                                                    "FUNCTION ",
                                                    "PROCEDURE ",
                                                    "AGGREGATE ",
                                                    "SEQUENCE ",
                                                    "DOMAIN ",
                                                    "SCHEMA ",
                                                    "TABLE ",
                                                    "INDEX ",
                                                    "TYPE ",
                                                    "VIEW "};
    for (const char *type : types) {
        const QByteArray prefix(type);
        if (!rest.startsWith(prefix))
            continue;
        const QByteArray after = rest.mid(prefix.size());
        const qsizetype space = after.indexOf(' ');
        const QByteArray schema = after.left(space);
        // Without its owner, which is the last word and may be empty.
        const QByteArray name = after.mid(space + 1, after.lastIndexOf(' ') - space - 1);
        subjects.append(schema + ' ' + prefix + name);
        if (prefix == "TABLE ")
            subjects.append(schema + " COLUMN " + name + '.');
        return;
    }
}

bool isAbout(const QByteArray &rest, const QByteArrayList &subjects)
{
    for (const char *kind : {"COMMENT ", "ACL ", "SECURITY LABEL "}) {
        const QByteArray prefix(kind);
        if (!rest.startsWith(prefix))
            continue;
        const QByteArray about = rest.mid(prefix.size());
        for (const QByteArray &subject : subjects) {
            if (about.startsWith(subject)
                && (subject.endsWith('.') || about.size() == subject.size() || about.at(subject.size()) == ' '))
                return true;
        }
    }
    return false;
}

// Entries without an OID of their own that follow an object of the same name.
bool follows(const QByteArray &rest, const QByteArrayList &subjects)
{
    struct Follower
    {
        const char *kind;
        const char *object;
    };
    static const std::array<Follower, 3> followers{
        {{"SEQUENCE OWNED BY ", "SEQUENCE "}, {"TABLE ATTACH ", "TABLE "}, {"INDEX ATTACH ", "INDEX "}}};
    for (const Follower &follower : followers) {
        const QByteArray prefix(follower.kind);
        if (!rest.startsWith(prefix))
            continue;
        const QByteArray after = rest.mid(prefix.size());
        const qsizetype space = after.indexOf(' ');
        const QByteArray name = after.mid(space + 1, after.lastIndexOf(' ') - space - 1);
        return subjects.contains(after.left(space) + ' ' + follower.object + name);
    }
    return false;
}

} // namespace

QByteArray filterToc(const QByteArray &list, const TableClosure &closure)
{
    QSet<unsigned int> tables;
    for (const CatalogueId &id : closure.objects)
        tables.insert(id.object);
    QList<Entry> entries;
    QByteArrayList subjects;
    for (const QByteArray &line : list.split('\n')) {
        Entry entry;
        if (!parse(line.endsWith('\r') ? line.chopped(1) : line, entry))
            continue;
        if (closure.objects.contains(entry.id))
            addSubjects(entry.rest, subjects);
        entries.append(std::move(entry));
    }
    QByteArray kept;
    for (const Entry &entry : entries) {
        const bool rowSecurity = entry.rest.startsWith("ROW SECURITY ") && tables.contains(entry.id.object);
        if (closure.objects.contains(entry.id) || rowSecurity || isAbout(entry.rest, subjects)
            || follows(entry.rest, subjects))
            kept += entry.line + '\n';
    }
    return kept;
}

} // namespace civicq::backups
