// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/offlinesql.h"

#include "migrations/versionsql.h"

using namespace Qt::StringLiterals;

namespace civicq::migrations {

namespace {

QString namedRevisions(const QStringList &versions)
{
    return versions.isEmpty() ? u"base"_s : versions.join(u", "_s);
}

} // namespace

QString offlineSql(const MigrationFolder &folder, const MigrationPlan &plan, const QString &versionTable, bool exists)
{
    QString sql;
    const auto append = [&sql](const QString &statement) { sql += statement + u";\n\n"_s; };
    for (const PlannedRevision &step : plan.steps) {
        const Revision &revision = folder.graph.at(step.index);
        sql += u"-- %1 %2 -> %3: %4\n\n"_s.arg(plan.direction == Direction::Up ? u"upgrade"_s : u"downgrade"_s,
                                               namedRevisions(step.versionsBefore), namedRevisions(step.versionsAfter),
                                               revision.message);
        if (revision.transactional)
            append(u"BEGIN"_s);
        for (const Statement &statement : step.statements)
            append(QString::fromUtf8(statement.text));
        if (!revision.transactional)
            append(u"BEGIN"_s);
        if (!exists)
            append(createVersionTable(versionTable));
        for (const QString &change : changeVersions(versionTable, step.versionsBefore, step.versionsAfter))
            append(change);
        exists = !step.versionsAfter.isEmpty();
        if (!exists)
            append(u"DROP TABLE %1"_s.arg(versionTable));
        append(u"COMMIT"_s);
    }
    return sql;
}

} // namespace civicq::migrations
