// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A small archive in memory, whole or bent: what the reader is tested with.

#include "archive/archiveformat.h"
#include "archive/archivestream.h"
#include "archive/archivewriter.h"
#include "archive/manifestjson.h"
#include "archive/rows.h"

#include <QtCore/QtEndian>

#include <zstd.h>

#include <algorithm>
#include <functional>

namespace civicq::tests {

using namespace Qt::StringLiterals;
using namespace civicq::archive;

inline QByteArray packed(const QByteArray &raw)
{
    QByteArray out(static_cast<qsizetype>(ZSTD_compressBound(static_cast<size_t>(raw.size()))), '\0');
    out.truncate(static_cast<qsizetype>(
        ZSTD_compress(out.data(), static_cast<size_t>(out.size()), raw.data(), static_cast<size_t>(raw.size()), 1)));
    return out;
}

inline const QByteArray binaryStart("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", 19);
inline const QByteArray binaryEnd("\xff\xff", 2);

// A row of two columns: an integer and a text, or NULL.
inline QByteArray tuple(qint32 number, const QByteArray &text)
{
    QByteArray row(14, '\0');
    qToBigEndian<qint16>(2, row.data());
    qToBigEndian<qint32>(4, row.data() + 2);
    qToBigEndian<qint32>(number, row.data() + 6);
    qToBigEndian<qint32>(text.isNull() ? -1 : static_cast<qint32>(text.size()), row.data() + 10);
    return row + text;
}

// The members of an archive before they are one; what the tests bend.
struct Parts
{
    Manifest manifest;
    QList<QPair<QString, QByteArray>> members; // without manifest.json and seal

    void add(const QString &name, const QByteArray &content) { members.append({name, content}); }
    void addChunk(qsizetype table, RowEncoding encoding, const QByteArrayList &rows)
    {
        ManifestTable &entry = manifest.tables[table];
        const QString name = chunkName(entry.number, static_cast<int>(entry.members.size()) + 1, encoding);
        QByteArray raw = rows.join();
        entry.bytes += raw.size();
        if (encoding == RowEncoding::Binary)
            raw = binaryStart + raw + binaryEnd;
        for (const QByteArray &row : rows)
            entry.hash.addRow(row);
        entry.rows += rows.size();
        entry.members.append(name);
        add(name, packed(raw));
    }
    // The manifest's list, of what is there.
    void list()
    {
        manifest.members.clear();
        for (const auto &[name, content] : std::as_const(members)) {
            ManifestMember member{name, content.size(), Sha256::of(content), {}, {}};
            if (const auto encoding = chunkEncoding(name)) {
                const bool bomb = claimedSize(content) > (qint64(64) << 20);
                const auto raw = bomb ? core::fail(core::ErrorCode::Corrupt, u"a bomb"_s) : unpackChunk(content, {});
                const auto facts = raw ? readRows(*raw, *encoding) : core::fail(raw.error());
                member.rawBytes = raw ? raw->size() : 0;
                member.rows = facts ? facts->rows : 0;
            }
            manifest.members.append(member);
        }
    }
    QByteArray &content(const QString &name)
    {
        return std::ranges::find(members, name, &QPair<QString, QByteArray>::first)->second;
    }
};

inline Parts sample()
{
    Parts parts;
    parts.manifest.created = QDateTime::fromSecsSinceEpoch(1'764'000'000, QTimeZone::UTC);
    parts.manifest.database.name = u"city"_s;
    parts.manifest.compression = u"zstd:1"_s;
    parts.manifest.tables = {{1, u"public"_s, u"votes"_s, {u"id"_s, u"who"_s}, RowEncoding::Binary, 0, 0, {}, {}, {}},
                             {2, u"public"_s, u"words"_s, {u"word"_s}, RowEncoding::Text, 0, 0, {}, {}, {}}};
    parts.add(readmeMember, "CivicQ backup\n");
    parts.add(schemaMember, QByteArray("PGDMP") + QByteArray(700, 'x'));
    for (int chunk = 0; chunk < 3; ++chunk) {
        QByteArrayList binary;
        QByteArrayList text;
        for (int row = 0; row < 60; ++row) {
            binary.append(
                tuple(row + 60 * chunk, row % 7 == 0 ? QByteArray() : "voter " + QByteArray::number(row * row)));
            text.append("word " + QByteArray::number(row * chunk) + '\n');
        }
        parts.addChunk(0, RowEncoding::Binary, binary);
        parts.addChunk(1, RowEncoding::Text, text);
    }
    parts.add(u"largeobjects/0001.part"_s, "PGDMP of the large objects");
    parts.manifest.largeObjectMembers = {u"largeobjects/0001.part"_s};
    parts.manifest.largeObjectCount = 1;
    parts.add(sequencesMember, "SELECT pg_catalog.setval('a', 3, true);\n");
    parts.list();
    return parts;
}

// As ArchiveWriter writes it, from members that are in order.
inline QByteArray written(const Parts &parts, QByteArray *fingerprint = nullptr)
{
    QByteArray file;
    ArchiveWriter writer(
        [&file](QByteArrayView bytes) -> core::Result<> {
            file.append(bytes);
            return {};
        },
        parts.manifest.created);
    for (const ManifestMember &member : parts.manifest.members) {
        const auto content = std::ranges::find(parts.members, member.name, &QPair<QString, QByteArray>::first)->second;
        if (!writer.add(member, content))
            qFatal("the sample was not written");
    }
    if (const auto done = writer.finish(parts.manifest); !done)
        qFatal("%s", qPrintable(done.error().toString()));
    if (fingerprint)
        *fingerprint = writer.fingerprint();
    return file;
}

inline void setField(QByteArray &header, qsizetype at, const QByteArray &value)
{
    header.replace(at, value.size(), value);
}
inline void setChecksum(QByteArray &header)
{
    setField(header, 148, QByteArray(8, ' '));
    int sum = 0;
    for (const char c : header)
        sum += static_cast<unsigned char>(c);
    setField(header, 148, QByteArray::number(sum, 8).rightJustified(6, '0') + QByteArray("\0 ", 2));
}

// A tar with right checksums and a right seal around whatever the parts hold: nothing but the lie itself is wrong.
class Forger
{
public:
    explicit Forger(const Parts &parts) : m_template(written(sample()).first(512))
    {
        m_tail = m_template.sliced(154, 2);
        for (const auto &[name, content] : parts.members)
            add(name.toLatin1(), content);
        const QByteArray json = manifestToJson(parts.manifest);
        add(manifestMember.latin1(), json);
        const QByteArray seal = m_seal.result();
        add(sealMember.latin1(), seal);
        m_file += QByteArray(1024, '\0');
    }
    static QByteArray file(const Parts &parts) { return Forger(parts).m_file; }
    // `bend` sees each header before its checksum is made.
    static QByteArray withHeader(const Parts &parts, const std::function<void(QByteArray &)> &bend)
    {
        s_bend = bend;
        const QByteArray made = Forger(parts).m_file;
        s_bend = nullptr;
        return made;
    }

private:
    void add(const QByteArray &name, const QByteArray &content)
    {
        QByteArray header = m_template;
        setField(header, 0, name.leftJustified(100, '\0'));
        setField(header, 124, QByteArray::number(content.size(), 8).rightJustified(11, '0'));
        if (s_bend)
            s_bend(header);
        setChecksum(header);
        setField(header, 154, m_tail);
        const qint64 padding = paddingOf(content.size());
        m_file += header + content + QByteArray(padding, '\0');
        m_seal.add(header, Sha256::of(content), padding);
    }
    QByteArray m_template;
    QByteArray m_tail;
    QByteArray m_file;
    Seal m_seal;
    inline static std::function<void(QByteArray &)> s_bend;
};

} // namespace civicq::tests
