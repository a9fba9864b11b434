// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An archive on the disk, by its table of contents: the manifest is found from the file's end without reading the rest,
// and any member is read by name, held against its SHA-256. The plan is a plain value that threads share; each thread
// opens a reader of its own. Errors: Truncated, Corrupt, VersionMismatch (arguments: the path or the member), those of the
// file.
//
// checkSeal() proves everything but the members' content: with it and with each member held against its hash when it is
// read, what is read of an archive is as proven as by reading all of it.

#include "archive/manifest.h"
#include "archive/rows.h"
#include "core/task.h"

#include <QtCore/QFile>
#include <QtCore/QHash>

#include <memory>

namespace civicq::archive {

// Whether an error says what is wrong with an archive, and not that it could not be read.
[[nodiscard]] bool isOfContent(const core::Error &error);

struct ArchivePlan
{
    QString path;
    Manifest manifest;
    QHash<QString, qint64> offsets;   // of the members' headers
    QHash<QString, qsizetype> places; // of manifest.members
    ManifestMember own;               // the manifest itself
    qint64 ownOffset = 0;

    // Whether the file begins like an archive; cheap, and true does not mean that it is whole.
    [[nodiscard]] static bool looksLikeOne(QByteArrayView firstBytes);
    // Whether the file begins as one; false where it cannot be read.
    [[nodiscard]] static bool isOne(const QString &path);
    [[nodiscard]] static core::Result<ArchivePlan> of(const QString &path);

    // Headers, padding and the seal, by the hashes that the manifest gives. Two small reads a member. Returns the
    // fingerprint (fingerprint.h).
    [[nodiscard]] core::Result<QByteArray> checkSeal(core::TaskContext &context) const;
};

class MemberReader
{
public:
    [[nodiscard]] static core::Result<MemberReader> open(std::shared_ptr<const ArchivePlan> plan);
    // The member's content.
    [[nodiscard]] core::Result<QByteArray> read(const QString &name);
    // A chunk of the table's, unpacked and held against all that the manifest says of it. The table as a whole is the
    // caller's to compare.
    struct Chunk
    {
        QByteArray raw;
        ChunkFacts facts;
    };
    [[nodiscard]] core::Result<Chunk> chunk(const ManifestTable &table, const QString &name);

private:
    explicit MemberReader(std::shared_ptr<const ArchivePlan> plan)
        : m_plan(std::move(plan)), m_file(std::make_unique<QFile>(m_plan->path))
    {}
    std::shared_ptr<const ArchivePlan> m_plan;
    std::unique_ptr<QFile> m_file;
};

} // namespace civicq::archive
