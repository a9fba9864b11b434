// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/tablerows.h"

#include "postgres/identifier.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using civicq::archive::ManifestTable;
using civicq::archive::RowEncoding;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

constexpr qsizetype sentAtOnce = qsizetype(256) * 1024;
constexpr qsizetype binaryHeader = 19; // signature, flags, length of the extension
constexpr qsizetype binaryTrailer = 2;

QString quotedInAscii(const QString &name)
{
    if (std::ranges::all_of(name, [](QChar c) { return c.unicode() < 128; }))
        return postgres::Identifier(name).sql();
    QString quoted = u"U&\""_s;
    for (const char32_t c : name.toUcs4()) {
        if (c == U'"')
            quoted += u"\"\""_s;
        else if (c == U'\\')
            quoted += u"\\\\"_s;
        else if (c < 128)
            quoted += QChar(static_cast<char16_t>(c));
        else
            quoted += u"\\+%1"_s.arg(static_cast<uint>(c), 6, 16, QChar(u'0'));
    }
    return quoted + u'"';
}

QString copySql(const ManifestTable &table, bool freeze)
{
    QStringList columns;
    for (const QString &column : table.columns)
        columns.append(quotedInAscii(column));
    QStringList options;
    if (table.encoding == RowEncoding::Binary)
        options.append(u"FORMAT binary"_s);
    if (freeze)
        options.append(u"FREEZE"_s);
    QString sql = u"COPY "_s + asciiName(table.schema, table.name);
    if (!columns.isEmpty())
        sql += u" ("_s + columns.join(u", "_s) + u')';
    sql += u" FROM STDIN"_s;
    return options.isEmpty() ? sql : sql + u" WITH ("_s + options.join(u", "_s) + u')';
}

// All chunks of a table as one COPY stream, in pieces.
class Stream
{
public:
    Stream(archive::MemberReader &reader, const ManifestTable &table, const std::function<void(qint64)> &onBytes)
        : m_reader(reader), m_table(table), m_onBytes(onBytes)
    {}

    Result<QByteArray> next()
    {
        while (m_at == m_end) {
            if (m_chunk == m_table.members.size())
                return std::exchange(m_trailer, QByteArray());
            m_onBytes(m_sum.rowBytes);
            if (const auto opened = openChunk(m_table.members.at(m_chunk++)); !opened)
                return core::fail(opened.error());
        }
        const qsizetype length = std::min(sentAtOnce, m_end - m_at);
        const QByteArray piece = m_raw.sliced(m_at, length);
        m_at += length;
        return piece;
    }

    [[nodiscard]] const archive::ChunkFacts &sum() const { return m_sum; }

private:
    Result<> openChunk(const QString &name)
    {
        auto chunk = m_reader.chunk(m_table, name);
        if (!chunk)
            return core::fail(chunk.error());
        m_raw = std::move(chunk->raw);
        m_sum.rows += chunk->facts.rows;
        m_sum.rowBytes += chunk->facts.rowBytes;
        m_sum.hash += chunk->facts.hash;
        const bool binary = m_table.encoding == RowEncoding::Binary;
        // The first chunk's header and one trailer at the end are the stream's.
        m_at = binary && !m_trailer.isEmpty() ? binaryHeader : 0;
        m_end = m_raw.size() - (binary ? binaryTrailer : 0);
        if (binary)
            m_trailer = m_raw.last(binaryTrailer);
        return {};
    }

    archive::MemberReader &m_reader;
    const ManifestTable &m_table;
    const std::function<void(qint64)> &m_onBytes;
    qsizetype m_chunk = 0;
    QByteArray m_raw;
    qsizetype m_at = 0;
    qsizetype m_end = 0;
    QByteArray m_trailer;
    archive::ChunkFacts m_sum;
};

QString doingOf(const ManifestTable &table)
{
    return u"restoring the rows of %1.%2"_s.arg(table.schema, table.name);
}

} // namespace

Result<> compareWithManifest(const ManifestTable &table, const archive::ChunkFacts &sum, qint64 counted)
{
    const QString name = table.schema + u'.' + table.name;
    if (sum.rows != table.rows || sum.rowBytes != table.bytes || sum.hash != table.hash)
        return core::fail(ErrorCode::Corrupt, u"the rows of table %1 are not those that were backed up"_s.arg(name),
                          {name});
    if (counted != table.rows)
        return core::fail(
            ErrorCode::Corrupt,
            u"the server took %1 rows of table %2, the backup holds %3"_s.arg(counted).arg(name).arg(table.rows),
            {name});
    return {};
}

Result<archive::ChunkFacts> loadChunk(core::TaskContext &context, postgres::Connection &connection,
                                      const ManifestTable &table, QByteArrayView packed)
{
    const auto raw = archive::unpackChunk(packed, std::nullopt);
    auto facts = raw ? archive::readRows(*raw, table.encoding) : core::fail(raw.error());
    if (!facts)
        return core::fail(facts.error().during(doingOf(table)));
    qsizetype at = 0;
    const auto next = [&raw, &at]() -> Result<QByteArray> {
        const QByteArray piece = raw->mid(at, sentAtOnce);
        at += piece.size();
        return piece;
    };
    const auto counted = connection.copyIn(context, copySql(table, false), next);
    if (!counted)
        return core::fail(counted.error().during(doingOf(table)));
    if (*counted != facts->rows)
        return core::fail(ErrorCode::Corrupt,
                          u"the server took %1 rows of a chunk of table %2.%3 that holds %4"_s.arg(*counted)
                              .arg(table.schema, table.name)
                              .arg(facts->rows));
    return facts;
}

QString asciiName(const QString &schema, const QString &name)
{
    return quotedInAscii(schema) + u'.' + quotedInAscii(name);
}

Result<> loadTable(core::TaskContext &context, postgres::Connection &connection, archive::MemberReader &reader,
                   const ManifestTable &table, const std::function<void(qint64)> &onBytes)
{
    const QString doing = doingOf(table);
    if (table.members.isEmpty())
        return compareWithManifest(table, {}, 0);
    Stream stream(reader, table, onBytes);
    const auto load = [&](bool freeze) -> Result<> {
        const auto copied = connection.copyIn(context, copySql(table, freeze), [&stream] { return stream.next(); });
        if (!copied)
            return core::fail(copied.error().during(doing));
        return compareWithManifest(table, stream.sum(), *copied);
    };
    // An extension's own rows are there already.
    if (table.condition)
        return load(false);
    // Emptied in the same transaction, its rows can be written as frozen: no VACUUM will have to write them once more.
    return connection.transaction(context, QString(), [&]() -> Result<> {
        const auto emptied = connection.query(context, u"TRUNCATE ONLY "_s + asciiName(table.schema, table.name));
        if (!emptied)
            return core::fail(emptied.error().during(doing));
        return load(true);
    });
}

} // namespace civicq::backups
