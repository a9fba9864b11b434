// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/largeobjects.h"

using namespace Qt::StringLiterals;
using civicq::core::Result;

namespace civicq::backups {

namespace {

// A row for each MiB of an object, one for an empty one. pg_largeobject itself only a superuser may read, so an object's
// size is where its end is; it is closed again at once, as a server keeps every one that is open in memory. OFFSET 0 keeps
// the steps in this order. 262144 is INV_READ of libpq/libpq-fs.h, 2 is SEEK_END. Every function is named by its schema and
// given its own types: a restored database may have functions of these names that fit better.
constexpr auto piecesSql = R"sql(
COPY (SELECT closed.oid, piece.start,
             pg_catalog.encode(pg_catalog.sha256(pg_catalog.lo_get(closed.oid, piece.start, 1048576)), 'hex')
        FROM (SELECT oid, pg_catalog.lo_open(oid, 262144) AS fd
                FROM pg_catalog.pg_largeobject_metadata OFFSET 0) AS opened,
     LATERAL (SELECT opened.oid, opened.fd, pg_catalog.lo_lseek64(opened.fd, 0::bigint, 2) AS size OFFSET 0) AS measured,
     LATERAL (SELECT measured.oid, measured.size WHERE pg_catalog.lo_close(measured.fd) = 0 OFFSET 0) AS closed,
     LATERAL pg_catalog.generate_series(0::bigint, greatest(closed.size - 1, 0::bigint), 1048576::bigint) AS piece(start))
  TO STDOUT)sql";

} // namespace

Result<archive::RowHash> largeObjectHash(core::TaskContext &context, postgres::Connection &session)
{
    archive::RowHash hash;
    const auto read = session.copyOut(context, QString::fromLatin1(piecesSql), [&hash](QByteArrayView piece) {
        hash.addRow(piece);
        return Result<>();
    });
    if (!read)
        return core::fail(read.error().during(u"reading the large objects"_s));
    return hash;
}

Result<QStringList> largeObjectDifferences(core::TaskContext &context, postgres::Connection &session,
                                           const archive::Manifest &manifest)
{
    if (manifest.part != archive::ArchivePart::Everything)
        return QStringList();
    const auto counted = session.query(context, u"SELECT count(*) FROM pg_largeobject_metadata"_s);
    if (!counted)
        return core::fail(counted.error().during(u"counting the large objects"_s));
    const qint64 count = counted->integer(0, 0);
    if (count != manifest.largeObjectCount)
        return QStringList{
            u"%1 large objects were restored, the backup holds %2"_s.arg(count).arg(manifest.largeObjectCount)};
    if (count == 0 || !manifest.largeObjectHash)
        return QStringList();
    const auto hash = largeObjectHash(context, session);
    if (!hash)
        return core::fail(hash.error());
    return *hash == *manifest.largeObjectHash
               ? QStringList()
               : QStringList{
                     u"%1 large objects were restored, as many as the backup holds, but with other content"_s.arg(
                         count)};
}

} // namespace civicq::backups
