// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archiveverify.h"

#include "archive/archivefile.h"
#include "archive/archiveformat.h"
#include "archive/manifestjson.h"
#include "archive/memberchecks.h"

#include <QtCore/QHash>

using namespace Qt::StringLiterals;
using civicq::core::Error;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::archive {

namespace {

constexpr qsizetype mostProblems = 20;

std::unexpected<Error> damaged(const QString &message, const QString &member)
{
    return core::fail(ErrorCode::Corrupt, message, {member});
}

// What the caller is to see of a member.
void keep(ArchiveVerification &result, const QString &name, const QByteArray &content)
{
    for (const auto &[kept, place] :
         {std::pair(schemaMember, &result.schema), std::pair(schemaListMember, &result.schemaList),
          std::pair(sequencesMember, &result.sequences), std::pair(refreshMember, &result.refresh)}) {
        if (name == kept)
            *place = content;
    }
    if (name == readmeMember && !content.startsWith("CivicQ backup"))
        result.problems.append(damaged(u"its README is another one's"_s, name).error());
}

// The members that are read at once: not rows, not large objects.
Result<> readFew(core::TaskContext &context, const std::shared_ptr<const ArchivePlan> &plan,
                 ArchiveVerification &result)
{
    auto reader = MemberReader::open(plan);
    if (!reader)
        return core::fail(reader.error());
    for (const ManifestMember &member : plan->manifest.members) {
        if (member.name.startsWith(dataFolder) || member.name.startsWith(largeObjectsFolder))
            continue;
        if (context.isCancelled())
            return core::TaskContext::cancelled();
        const auto content = reader->read(member.name);
        if (!content)
            return core::fail(content.error());
        keep(result, member.name, *content);
    }
    return {};
}

class Verifier
{
public:
    Verifier(core::TaskContext &context, const ByteReader &reader) : m_context(context), m_stream(reader) {}

    Result<ArchiveVerification> run(const std::function<void(const QString &)> &onMember)
    {
        if (const auto read = readMembers(onMember); !read)
            return core::fail(read.error());
        collect(m_checks.finish());
        if (m_seal.isEmpty()) // the reading broke off: the rest would only say so again
            return std::move(m_result);
        if (m_sum.result() != m_seal)
            problem(u"the seal does not fit what it seals"_s, sealMember);
        auto manifest = manifestFromJson(m_manifest);
        if (!manifest) {
            add(manifest.error());
            return std::move(m_result);
        }
        compareMembers(*manifest);
        compareTables(*manifest);
        m_result.manifest = std::move(*manifest);
        if (m_result.valid())
            m_result.fingerprint = m_stream.fingerprint();
        return std::move(m_result);
    }

private:
    Result<> readMembers(const std::function<void(const QString &)> &onMember)
    {
        for (;;) {
            if (m_context.isCancelled())
                return core::TaskContext::cancelled();
            auto member = m_stream.next();
            if (!member) {
                m_seal.clear();
                if (member.error().code != ErrorCode::Truncated && member.error().code != ErrorCode::Corrupt)
                    return core::fail(member.error());
                add(member.error());
                return {};
            }
            if (!*member)
                return {};
            if (onMember)
                onMember((*member)->name);
            take(std::move(**member));
        }
    }

    void take(StreamMember member)
    {
        if (member.name == sealMember) {
            m_seal = member.content;
            return;
        }
        if (member.name == manifestMember)
            m_manifest = member.content;
        keep(m_result, member.name, member.content);
        collect(m_checks.add(std::move(member)));
    }

    // Results come in the file's order, some while later members are still worked on.
    void collect(QList<CheckedMember> done)
    {
        for (CheckedMember &member : done) {
            m_sum.add(member.header, member.sha256, member.padding);
            if (!member.problem.isEmpty())
                problem(u"%1 is damaged: %2"_s.arg(member.name, member.problem), member.name);
            if (member.name != manifestMember)
                m_members.append(std::move(member));
        }
    }

    void compareMembers(const Manifest &manifest)
    {
        const qsizetype common = std::min(manifest.members.size(), m_members.size());
        for (qsizetype i = 0; i < common; ++i) {
            const ManifestMember &said = manifest.members.at(i);
            const CheckedMember &found = m_members.at(i);
            if (said.name != found.name) {
                problem(u"where the manifest lists %1 the archive holds %2"_s.arg(said.name, found.name), said.name);
                return;
            }
            if (said.bytes != found.bytes || said.sha256 != found.sha256)
                problem(u"%1 is not what the manifest says"_s.arg(said.name), said.name);
            else if (said.rawBytes && (*said.rawBytes != found.facts.rawBytes || said.rows != found.facts.rows))
                problem(
                    u"%1 holds %2 rows, the manifest says %3"_s.arg(said.name).arg(found.facts.rows).arg(*said.rows),
                    said.name);
        }
        if (m_members.size() > common)
            problem(u"%1 is not in the manifest"_s.arg(m_members.at(common).name), m_members.at(common).name);
        if (manifest.members.size() > common)
            problem(u"%1 is missing"_s.arg(manifest.members.at(common).name), manifest.members.at(common).name);
    }

    void compareTables(const Manifest &manifest)
    {
        QHash<QString, const ChunkFacts *> chunks;
        for (const CheckedMember &member : std::as_const(m_members))
            chunks.insert(member.name, &member.facts);
        for (const ManifestTable &table : manifest.tables) {
            ChunkFacts sum;
            bool columnsFit = true;
            for (const QString &name : table.members) {
                const ChunkFacts facts = chunks.contains(name) ? *chunks.value(name) : ChunkFacts();
                sum.rows += facts.rows;
                sum.rowBytes += facts.rowBytes;
                sum.hash += facts.hash;
                columnsFit = columnsFit && (facts.columns < 0 || facts.columns == table.columns.size());
            }
            const QString name = table.schema + u'.' + table.name;
            if (sum.rows != table.rows || sum.rowBytes != table.bytes || sum.hash != table.hash)
                problem(u"the rows of table %1 are not those that were backed up"_s.arg(name), name);
            else if (!columnsFit)
                problem(u"the rows of table %1 do not have its columns"_s.arg(name), name);
        }
    }

    void problem(const QString &message, const QString &member) { add(damaged(message, member).error()); }
    void add(const Error &error)
    {
        if (m_result.problems.size() < mostProblems)
            m_result.problems.append(error);
    }

    core::TaskContext &m_context;
    ArchiveStream m_stream;
    MemberChecks m_checks;
    Seal m_sum;
    QByteArray m_seal; // as it stands in the file; empty until then
    QByteArray m_manifest;
    QList<CheckedMember> m_members;
    ArchiveVerification m_result;
};

} // namespace

Result<ArchiveVerification> verifyWithoutRows(core::TaskContext &context, const QString &path)
{
    ArchiveVerification result;
    const auto read = [&]() -> Result<> {
        auto plan = ArchivePlan::of(path);
        if (!plan)
            return core::fail(plan.error());
        if (const auto sealed = plan->checkSeal(context); !sealed)
            return core::fail(sealed.error());
        result.manifest = plan->manifest;
        return readFew(context, std::make_shared<const ArchivePlan>(std::move(*plan)), result);
    };
    if (const auto done = read(); !done && isOfContent(done.error()))
        result.problems.append(done.error());
    else if (!done)
        return core::fail(done.error());
    return result;
}

Result<ArchiveVerification> verifyArchive(core::TaskContext &context, const ByteReader &reader,
                                          const std::function<void(const QString &)> &onMember)
{
    return Verifier(context, reader).run(onMember);
}

} // namespace civicq::archive
