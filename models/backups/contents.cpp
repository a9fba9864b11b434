// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/contents.h"

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

Result<Verification> verify(core::TaskContext &context, const Toolbox &toolbox, const QString &path, Programs programs,
                            const StatementSink &onStatement)
{
    Verification result;
    const auto takeContentError = [&result](const Error &error) -> Result<Verification> {
        if (error.code != ErrorCode::Truncated && error.code != ErrorCode::Corrupt)
            return core::fail(error);
        result.problems.append(error);
        return result;
    };
    const auto kind = contentKind(path);
    if (!kind)
        return takeContentError(kind.error());
    result.contents.kind = *kind;
    if (kind->container == Container::CivicqArchive) {
        auto file = openFile(path);
        if (!file)
            return core::fail(file.error());
        if (const auto read = verifyArchive(context, toolbox, **file, programs, result, onStatement); !read)
            return core::fail(read.error().during(u"reading %1"_s.arg(path)));
        return result;
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    auto source = openSql(context, toolbox, path, *kind, &hash);
    if (!source)
        return takeContentError(source.error());
    SqlReader reader(std::move(*source));
    if (const auto read = scanSql(context, reader, programs, result, onStatement); !read)
        return core::fail(read.error().during(u"reading %1"_s.arg(path)));
    if (kind->container == Container::PlainSql)
        result.sha256 = hash.result().toHex();
    return result;
}

Result<Contents> listContents(core::TaskContext &context, const Toolbox &toolbox, const QString &path,
                              Programs programs)
{
    auto verified = verify(context, toolbox, path, programs);
    if (!verified)
        return core::fail(verified.error());
    if (!verified->valid()) {
        Error error = verified->problems.first();
        if (isForbidden(error))
            error.arguments.replace(0, path);
        else
            error.arguments = {path};
        return core::fail(std::move(error));
    }
    return std::move(verified->contents);
}

} // namespace civicq::backups
