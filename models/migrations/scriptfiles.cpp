// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/scriptfiles.h"

#include "core/platform.h"

#include <QtConcurrent/QtConcurrentMap>
#include <QtCore/QDir>
#include <QtCore/QFile>

#include <algorithm>
#include <span>
#include <vector>

using namespace Qt::StringLiterals;

namespace civicq::migrations {

namespace {

// Enough of them for every core, each long enough to be worth a thread's waking.
constexpr std::size_t filesAtOnce = 250;

struct Block
{
    std::span<const QString> files;
    std::span<ParsedScript> scripts; // as many
};

core::Result<QByteArray> contentOf(const QString &name)
{
    if (!name.startsWith(u':')) // one of the program's own resources
        return core::readFile(name);
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return core::fail(core::ErrorCode::Io, file.errorString(), {name});
    return file.readAll();
}

ParsedScript readScript(const QString &file, ScriptParser parse)
{
    const auto bytes = contentOf(file);
    return bytes ? parse(*bytes, file)
                 : ParsedScript{std::nullopt,
                                {unreadableFile(file, bytes.error().message, u"Make the file readable."_s)}};
}

} // namespace

ScriptFiles readScripts(const QStringList &files, ScriptParser parse)
{
    std::vector<ParsedScript> scripts(static_cast<std::size_t>(files.size()));
    std::vector<Block> blocks;
    for (std::size_t at = 0; at < scripts.size(); at += filesAtOnce) {
        const std::size_t count = std::min(filesAtOnce, scripts.size() - at);
        blocks.push_back({std::span(files).subspan(at, count), std::span(scripts).subspan(at, count)});
    }
    QtConcurrent::blockingMap(blocks, [parse](const Block &block) {
        std::ranges::transform(block.files, block.scripts.begin(),
                               [parse](const QString &file) { return readScript(file, parse); });
    });
    ScriptFiles read;
    read.revisions.reserve(files.size());
    for (ParsedScript &script : scripts) {
        read.problems += script.problems;
        if (script.revision)
            read.revisions.append(std::move(*script.revision));
    }
    return read;
}

QStringList fileNames(const QDir &folder, QStringView suffix, Qt::CaseSensitivity sensitivity)
{
    QStringList names = folder.entryList(QDir::Files, QDir::Unsorted);
    names.removeIf([&](const QString &name) { return !name.endsWith(suffix, sensitivity); });
    std::ranges::sort(names);
    return names;
}

QStringList folderNames(const QDir &folder)
{
    QStringList names = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Unsorted);
    std::ranges::sort(names);
    return names;
}

Problem unreadableFile(const QString &file, const QString &why, const QString &mend)
{
    return {Problem::Kind::UnreadableFile, Problem::Severity::Error, file, 0, {}, why, mend};
}

} // namespace civicq::migrations
