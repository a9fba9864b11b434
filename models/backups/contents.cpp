// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/contents.h"

#include "archive/archivefile.h"
#include "backups/archivecontents.h"
#include "backups/sqlscan.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using civicq::core::Error;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

int leadingNumber(QStringView version)
{
    qsizetype end = 0;
    while (end < version.size() && version.at(end).isDigit())
        ++end;
    return version.first(end).toInt();
}

} // namespace

const TableContent *Contents::find(const TableName &table) const
{
    const auto found = std::ranges::find(tables, table, &TableContent::table);
    return found == tables.end() ? nullptr : &*found;
}

int Contents::serverMajor() const
{
    return leadingNumber(serverVersion);
}

int Contents::toolMajor() const
{
    return leadingNumber(toolVersion);
}

bool Contents::definesTables() const
{
    return std::ranges::any_of(tables, &TableContent::defined);
}

namespace {

bool isOfContent(const Error &error)
{
    return error.code == ErrorCode::Truncated || error.code == ErrorCode::Corrupt;
}

// One file being verified, and what is done with what it says.
struct Reading
{
    core::TaskContext &context;
    const Toolbox &toolbox;
    const QString &path;
    const openpgp::Unlock &unlock;
    Programs programs;
    const StatementSink &onStatement;
    archive::Sha256 hash;
};

Result<> readArchive(Reading &reading, Verification &result)
{
    auto source = openInside(reading.path, result.contents.kind, reading.unlock, &reading.hash);
    return source ? verifyArchive(reading.context, reading.toolbox, **source, reading.programs, result,
                                  reading.onStatement)
                  : core::fail(source.error());
}

Result<> readSql(Reading &reading, Verification &result)
{
    auto source =
        openSql(reading.context, reading.toolbox, reading.path, result.contents.kind, reading.unlock, &reading.hash);
    if (!source)
        return core::fail(source.error());
    SqlReader reader(std::move(*source));
    return scanSql(reading.context, reader, reading.programs, result, reading.onStatement);
}

// What comes out of a damaged message is damaged in any way: the message itself says what is wrong with it.
Result<> blameMessage(core::TaskContext &context, const QString &path, const openpgp::Unlock &unlock,
                      Verification &result)
{
    auto source = openInside(path, result.contents.kind, unlock);
    while (source) {
        if (context.isCancelled())
            return core::TaskContext::cancelled();
        const auto piece = (*source)->read();
        if (piece && piece->isEmpty())
            return {}; // the message is whole; what is in it is not
        if (!piece && !isOfContent(piece.error()))
            return core::fail(piece.error());
        if (!piece) {
            result.problems = {piece.error()};
            return {};
        }
    }
    return core::fail(source.error());
}

Result<Verification> openByPosition(core::TaskContext &context, const Toolbox &toolbox, const QString &path,
                                    Programs programs)
{
    Verification result;
    result.contents.kind.container = Container::CivicqArchive;
    const auto opened = openArchive(context, toolbox, path, programs, result);
    return opened ? Result<Verification>(std::move(result))
                  : core::fail(opened.error().during(u"reading %1"_s.arg(path)));
}

} // namespace

bool isReadByPosition(const QString &path)
{
    return archive::ArchivePlan::isOne(path);
}

Result<Verification> verify(core::TaskContext &context, const Toolbox &toolbox, const QString &path,
                            const openpgp::Unlock &unlock, Programs programs, const StatementSink &onStatement)
{
    Verification result;
    const auto kind = contentKind(path, unlock);
    if (!kind && isOfContent(kind.error())) {
        result.problems.append(kind.error());
        return result;
    }
    if (!kind)
        return core::fail(kind.error());
    result.contents.kind = *kind;
    Reading reading{context, toolbox, path, unlock, programs, onStatement, {}};
    const bool own = kind->container == Container::CivicqArchive;
    const auto read = own ? readArchive(reading, result) : readSql(reading, result);
    if (!read && (own || !isOfContent(read.error())))
        return core::fail(read.error().during(u"reading %1"_s.arg(path)));
    if (!read)
        result.problems.append(read.error());
    if (kind->encrypted && !result.valid()) {
        if (const auto asked = blameMessage(context, path, unlock, result); !asked)
            return core::fail(asked.error().during(u"reading %1"_s.arg(path)));
    }
    if (kind->encrypted)
        result.fingerprint.clear(); // what is in the message has one, the file has not
    if (own || kind->encrypted || kind->container == Container::PlainSql)
        result.sha256 = reading.hash.result().toHex();
    return result;
}

Result<Contents> listContents(core::TaskContext &context, const Toolbox &toolbox, const QString &path,
                              const openpgp::Unlock &unlock, Programs programs)
{
    auto found = isReadByPosition(path) ? openByPosition(context, toolbox, path, programs)
                                        : verify(context, toolbox, path, unlock, programs);
    if (!found)
        return core::fail(found.error());
    if (!found->valid()) {
        Error error = found->problems.first();
        if (isForbidden(error))
            error.arguments.replace(0, path);
        else
            error.arguments = {path};
        return core::fail(std::move(error));
    }
    return std::move(found->contents);
}

} // namespace civicq::backups
