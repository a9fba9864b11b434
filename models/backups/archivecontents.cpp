// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/archivecontents.h"

#include "archive/archiveverify.h"
#include "backups/archiverestore.h"
#include "backups/sqlscan.h"

#include <QtCore/QFileInfo>

using namespace Qt::StringLiterals;
using civicq::archive::Manifest;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

Part partOf(archive::ArchivePart part)
{
    switch (part) {
    case archive::ArchivePart::Schema: return Part::SchemaOnly;
    case archive::ArchivePart::Data: return Part::DataOnly;
    case archive::ArchivePart::Everything: break;
    }
    return Part::Everything;
}

// Rows are told by the manifest, definitions by the schema's script.
void addTables(const Manifest &manifest, Contents &contents)
{
    for (const archive::ManifestTable &table : manifest.tables) {
        const TableName name{table.schema, table.name};
        const auto known = std::ranges::find(contents.tables, name, &TableContent::table);
        TableContent fresh;
        fresh.table = name;
        TableContent &entry = known != contents.tables.end() ? *known : contents.tables.emplaceBack(std::move(fresh));
        entry.hasRows = manifest.part != archive::ArchivePart::Schema;
        // Of an extension's table the extension brings rows of its own.
        entry.rowsKnown = !table.condition;
        entry.rows = table.rows;
    }
    contents.rows = manifest.rows();
}

Result<> scanSchema(core::TaskContext &context, const Toolbox &toolbox, const archive::ArchiveVerification &read,
                    Programs programs, Verification &result, const StatementSink &onStatement)
{
    if (read.schema.isEmpty())
        return {};
    auto sql = sectionSql(context, toolbox, {}, {read.schema, read.schemaList, read.manifest->pgDumpMajor()});
    if (!sql)
        return core::fail(sql.error());
    SqlReader reader(std::move(*sql));
    return scanSql(context, reader, programs, result, onStatement);
}

// The archive's own scripts: how far sequences have counted, which views had rows.
Result<> tellScripts(const archive::ArchiveVerification &read, const StatementSink &onStatement)
{
    for (const QByteArray &script : {read.sequences, read.refresh}) {
        SqlReader reader(openBytes(script));
        for (;;) {
            const auto item = reader.next();
            if (!item)
                return core::fail(item.error());
            if (*item == SqlReader::Item::End)
                break;
            onStatement(reader.statement());
        }
    }
    return {};
}

// Of an archive that was read, for who asked.
Result<> tell(core::TaskContext &context, const Toolbox &toolbox, archive::ArchiveVerification read, Programs programs,
              Verification &result, const StatementSink &onStatement)
{
    result.problems += read.problems;
    result.fingerprint = read.fingerprint;
    if (!read.manifest)
        return {};
    if (const auto scanned = scanSchema(context, toolbox, read, programs, result, onStatement); !scanned)
        return scanned;
    if (onStatement) {
        if (const auto told = tellScripts(read, onStatement); !told)
            return told;
    }
    Contents &contents = result.contents;
    contents.header = headerOf(*read.manifest);
    contents.serverVersion = read.manifest->serverVersion;
    contents.toolVersion = read.manifest->pgDumpVersion;
    addTables(*read.manifest, contents);
    contents.manifest = std::make_shared<const Manifest>(std::move(*read.manifest));
    return {};
}

} // namespace

BackupHeader headerOf(const Manifest &manifest)
{
    BackupHeader header;
    header.database = manifest.database.name;
    header.part = partOf(manifest.part);
    header.tables = manifest.chosenTables;
    header.made = manifest.created;
    header.serverVersion = manifest.serverVersion;
    header.toolVersion = manifest.pgDumpVersion;
    header.system = manifest.database.system;
    header.locale = {manifest.database.encoding, manifest.database.provider, manifest.database.collate,
                     manifest.database.ctype, manifest.database.locale};
    return header;
}

Result<> verifyArchive(core::TaskContext &context, const Toolbox &toolbox, ByteSource &source, Programs programs,
                       Verification &result, const StatementSink &onStatement)
{
    QString member;
    const auto read = [&]() -> Result<QByteArray> {
        auto piece = source.read();
        context.report({u"Reading the backup"_s, member, source.position(), source.size(), core::Unit::Bytes});
        return piece;
    };
    auto verified = archive::verifyArchive(context, read, [&member](const QString &name) { member = name; });
    return verified ? tell(context, toolbox, std::move(*verified), programs, result, onStatement)
                    : core::fail(verified.error());
}

Result<> openArchive(core::TaskContext &context, const Toolbox &toolbox, const QString &path, Programs programs,
                     Verification &result)
{
    auto found = archive::verifyWithoutRows(context, path);
    const qint64 size = QFileInfo(path).size();
    context.report({u"Reading the backup"_s, {}, size, size, core::Unit::Bytes});
    return found ? tell(context, toolbox, std::move(*found), programs, result, {}) : core::fail(found.error());
}

} // namespace civicq::backups
