// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/newrevision.h"

#include "migrations/failures.h"
#include "migrations/revisionnames.h"
#include "migrations/scriptparser.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QRandomGenerator>
#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace civicq::migrations {

using core::ErrorCode;
using core::Result;

namespace {

QString freeIdentifier(const RevisionGraph &graph)
{
    for (;;) {
        const QString id =
            QString::number(QRandomGenerator::global()->generate64(), 16).rightJustified(12, u'0').right(12);
        if (graph.indexOf(id) == RevisionGraph::none)
            return id;
    }
}

// "0011_add_a_column.sql": the next number, and what of the message suits a file's name on every system.
QString fileName(const MigrationFolder &folder, const QString &message)
{
    static const QRegularExpression number(u"^(\\d+)[_-]"_s);
    static const QRegularExpression other(u"[^a-z0-9]+"_s);
    int last = 0;
    for (const Revision &revision : folder.graph.revisions()) {
        const auto match = number.match(QFileInfo(revision.file).fileName());
        last = std::max(last, match.hasMatch() ? match.captured(1).toInt() : 0);
    }
    QString slug = message.normalized(QString::NormalizationForm_D).toLower();
    slug.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    slug.replace(other, u"_"_s);
    slug = slug.left(40);
    while (slug.endsWith(u'_'))
        slug.chop(1);
    while (slug.startsWith(u'_'))
        slug.remove(0, 1);
    return u"%1_%2.sql"_s.arg(last + 1, 4, 10, QChar(u'0')).arg(slug.isEmpty() ? u"revision"_s : slug);
}

QString listedNames(const QStringList &names)
{
    return names.isEmpty() ? u"none"_s : names.join(u", "_s);
}

QByteArray contentOf(const NewRevision &wanted, const QStringList &parents, bool merge)
{
    const QString up = merge ? u"-- A merge brings branches together and changes nothing itself."_s : QString();
    return u"-- revision: %1\n-- parents: %2\n-- labels: %3\n-- depends-on: %4\n-- message: %5\n-- date: %6\n\n"
           "-- ==== up ====\n\n%7\n\n-- ==== down ====\n\n%7\n"_s
               .arg(wanted.id, listedNames(parents), listedNames(wanted.labels), listedNames(wanted.dependsOn),
                    wanted.message, wanted.date.toUTC().toString(Qt::ISODate), up)
               .toUtf8();
}

Result<QStringList> parentsOf(const MigrationFolder &folder, const QStringList &names)
{
    const RevisionNames resolve(folder.graph);
    QStringList parents;
    for (const QString &name : names) {
        const auto found = resolve.revisions(name);
        if (!found)
            return core::fail(found.error());
        parents += folder.graph.identifiers(*found);
    }
    parents.removeDuplicates();
    return parents;
}

Result<> checkFolder(const MigrationFolder &folder)
{
    for (const Problem &problem : folder.problems) {
        if (problem.severity == Problem::Severity::Error)
            return core::fail(ErrorCode::Corrupt, problem.place() + u": "_s + problem.message + u' ' + problem.mend);
    }
    if (folder.kind == MigrationFolder::Kind::Alembic)
        return core::fail(ErrorCode::InvalidArgument,
                          u"A revision of an Alembic project is Python, and written by the project's own alembic."_s);
    if (folder.path.startsWith(u':'))
        return core::fail(ErrorCode::InvalidArgument,
                          u"The schema that comes with the program cannot be added to. Name a folder of your own."_s);
    return {};
}

Result<WrittenRevision> write(const MigrationFolder &folder, NewRevision wanted, const QStringList &parents, bool merge)
{
    if (wanted.id.isEmpty())
        wanted.id = freeIdentifier(folder.graph);
    if (!wanted.date.isValid())
        wanted.date = QDateTime::currentDateTimeUtc();
    wanted.message = wanted.message.simplified();
    if (folder.graph.indexOf(wanted.id) != RevisionGraph::none)
        return core::fail(ErrorCode::AlreadyExists, u"There is a revision %1 already."_s.arg(wanted.id));

    const QByteArray content = contentOf(wanted, parents, merge);
    const QString path = QDir(folder.path).filePath(fileName(folder, wanted.message));
    const ParsedScript parsed = parseScript(content, path);
    if (!parsed.problems.isEmpty())
        return core::fail(ErrorCode::InvalidArgument,
                          parsed.problems.constFirst().message + u' ' + parsed.problems.constFirst().mend);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return core::fail(ErrorCode::Io, u"%1 could not be written: %2"_s.arg(path, file.errorString()), {path});
    if (file.write(content) != content.size() || !file.flush()) {
        const QString why = file.errorString();
        file.remove();
        return core::fail(ErrorCode::Io, u"%1 could not be written: %2"_s.arg(path, why), {path});
    }
    return WrittenRevision{wanted.id, path, parents};
}

} // namespace

Result<WrittenRevision> writeRevision(const MigrationFolder &folder, const NewRevision &wanted)
{
    if (const auto sound = checkFolder(folder); !sound)
        return core::fail(sound.error());
    const auto parents = parentsOf(folder, wanted.onto.isEmpty() ? QStringList{u"head"_s} : wanted.onto);
    if (!parents)
        return core::fail(parents.error());
    return write(folder, wanted, *parents, false);
}

Result<WrittenRevision> writeMerge(const MigrationFolder &folder, NewRevision wanted)
{
    if (const auto sound = checkFolder(folder); !sound)
        return core::fail(sound.error());
    const auto parents = wanted.onto.isEmpty() ? Result<QStringList>(folder.graph.identifiers(folder.graph.heads()))
                                               : parentsOf(folder, wanted.onto);
    if (!parents)
        return core::fail(parents.error());
    if (parents->size() < 2)
        return core::fail(ErrorCode::InvalidArgument,
                          u"A merge needs two revisions, and there is one: %1."_s.arg(parents->value(0)));
    if (wanted.message.isEmpty())
        wanted.message = u"Merge %1"_s.arg(parents->join(u" and "_s));
    return write(folder, wanted, *parents, true);
}

} // namespace civicq::migrations
