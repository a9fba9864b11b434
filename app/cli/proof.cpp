// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/proof.h"

#include "cli/savedconnection.h"
#include "core/units.h"

#include <QtCore/QJsonArray>

using namespace Qt::StringLiterals;
using civicq::backups::Proof;
using civicq::core::Result;
using civicq::postgres::ConnectionParameters;

namespace civicq::cli {

Result<ConnectionParameters> proofServer(Context &context, const QString &connection)
{
    if (connection.isEmpty() || connection.compare("sandbox"_L1, Qt::CaseInsensitive) == 0)
        return context.sandbox().start(context.task, sandbox::Lifetime::WithPrograms);
    return savedConnection(context.paths, connection);
}

QJsonObject proofDocument(const QString &path, const Proof &proof)
{
    return {{u"path"_s, path},
            {u"valid"_s, proof.valid()},
            {u"problems"_s, QJsonArray::fromStringList(proof.problems)},
            {u"notes"_s, QJsonArray::fromStringList(proof.notes)},
            {u"tables"_s, proof.tables},
            {u"tables_compared"_s, proof.hashed},
            {u"rows"_s, proof.rows},
            {u"seconds"_s, proof.seconds},
            {u"sha256"_s, QString::fromLatin1(proof.sha256)}};
}

QString proofSentence(const QString &path, const Proof &proof)
{
    QStringList lines;
    if (proof.valid())
        lines.append(
            u"Proven: restored, read back from the tables and found equal (tables: %1, rows: %2), in %3."_s.arg(
                core::formatCount(proof.tables), core::formatCount(proof.rows),
                core::formatDuration(std::chrono::milliseconds(static_cast<qint64>(proof.seconds * 1000)))));
    else
        lines.append(proof.whole ? u"Not proven: what was restored is not what was backed up."_s
                                 : u"Not proven: the file is not a whole backup."_s);
    for (const QString &problem : proof.problems)
        lines.append(u"- "_s + problem);
    for (const QString &note : proof.notes)
        lines.append(u"Not compared: "_s + note);
    lines.append(path);
    return lines.join(u'\n');
}

void proveFile(Context &context, const QString &path, int jobs, const UnlockOptions &options)
{
    const auto unlock = unlockFor(context, options, path);
    if (!unlock) {
        context.status = context.report(unlock.error());
        return;
    }
    const bool named = !context.target.url.isEmpty() || !context.target.connection.isEmpty();
    const auto server = named ? context.database() : proofServer(context, {});
    if (!server) {
        context.status = context.report(server.error());
        return;
    }
    backups::BackupCatalogue catalogue(context.paths.data);
    const auto proof = backups::proveAndRecord(context.task, {context.processes, context.tools()},
                                               {*server, path, jobs, *unlock}, catalogue);
    if (!proof) {
        context.status = context.report(withUnlockRemedy(proof.error()));
        return;
    }
    context.status = proof->valid() ? Done : Failed;
    context.task.clear();
    context.output.result(proofDocument(path, *proof), proofSentence(path, *proof));
}

} // namespace civicq::cli
