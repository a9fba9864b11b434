// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/kept.h"

#include "backups/keptdatabases.h"
#include "core/units.h"

#include <QtCore/QJsonArray>

using namespace Qt::StringLiterals;
using civicq::core::Error;
using civicq::core::ErrorCode;

namespace civicq::cli {

namespace {

Error withRemedy(Error error)
{
    if (error.code == ErrorCode::ProductionProtected)
        error.hint = u"give --confirm %1"_s.arg(error.arguments.value(0));
    else if (error.code == ErrorCode::NotFound)
        error.hint = u"civicq-db restore --kept lists those there are"_s;
    return error;
}

} // namespace

void listKept(Context &context)
{
    const auto server = context.database();
    const auto kept = server ? backups::keptDatabases(context.task, *server)
                             : core::Result<QList<backups::KeptDatabase>>(core::fail(server.error()));
    if (!kept) {
        context.status = context.report(kept.error());
        return;
    }
    QJsonArray array;
    QList<QStringList> rows{{u"Kept as"_s, u"Was"_s, u"Replaced"_s, u"Size"_s}};
    for (const backups::KeptDatabase &one : *kept) {
        array.append(QJsonObject{{u"name"_s, one.name},
                                 {u"database"_s, one.of},
                                 {u"replaced"_s, one.since.toString(Qt::ISODate)},
                                 {u"bytes"_s, one.bytes < 0 ? QJsonValue() : QJsonValue(one.bytes)}});
        rows.append({one.name, one.of, one.since.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s),
                     one.bytes < 0 ? u"?"_s : core::formatBytes(one.bytes)});
    }
    context.task.clear();
    context.output.result({{u"kept"_s, array}}, kept->isEmpty()
                                                    ? u"No database that a restore replaced is kept on this server."_s
                                                    : Output::table(rows));
}

void undoRestore(Context &context, const QString &database)
{
    const auto server = context.database();
    const auto undone = server ? backups::undoRestore(context.task, {*server, database, context.confirm})
                               : core::Result<backups::UndoReport>(core::fail(server.error()));
    if (!undone) {
        context.status = context.report(withRemedy(undone.error()));
        return;
    }
    QString words = u"%1 is again what it was before the restore."_s.arg(undone->database);
    if (!undone->keptAs.isEmpty())
        words += u"\nWhat had been restored is kept as %1; to let go of it: civicq-db restore --release %1"_s.arg(
            undone->keptAs);
    context.task.clear();
    context.output.result(
        {{u"database"_s, undone->database}, {u"was_kept_as"_s, undone->wasKept}, {u"kept_as"_s, undone->keptAs}},
        words);
}

void releaseKept(Context &context, const QString &kept)
{
    const auto server = context.database();
    const auto released = server ? backups::releaseKept(context.task, *server, kept, context.confirm)
                                 : core::Result<>(core::fail(server.error()));
    if (!released) {
        context.status = context.report(withRemedy(released.error()));
        return;
    }
    context.task.clear();
    context.output.result({{u"released"_s, kept}}, u"Deleted the kept database %1."_s.arg(kept));
}

} // namespace civicq::cli
