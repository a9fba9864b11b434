// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/alembicproject.h"
#include "migrations/migrationplan.h"
#include "migrations/pythonrevision.h"
#include "migrations/randomhistory.h"
#include "migrations/revisionpath.h"

#include <QtCore/QDir>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace civicq::migrations;

namespace {

class AlembicProjectTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAnnotatedFiles();
    void readsForms_data();
    void readsForms();
    void saysWhatNeedsPython();
    void findsTheFiles_data();
    void findsTheFiles();
    void readsWhatAlembicWrites();
    void readsRandomHistories();
    void namesFaultsOfAProject();
    void plansWithoutStatements();

private:
    static void write(const QString &path, const QByteArray &content);
};

void AlembicProjectTest::write(const QString &path, const QByteArray &content)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

void AlembicProjectTest::readsAnnotatedFiles()
{
    QFile file(QFINDTESTDATA("annotated_revision.py"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray annotated = file.readAll();
    for (const QByteArray &text : {annotated, QByteArray(annotated).replace("\n", "\r\n")}) {
        const auto parsed = parsePythonRevision(text, u"2f8b6d13ac57_users.py"_s);
        QVERIFY(parsed.problems.isEmpty());
        const Revision &revision = *parsed.revision;
        QCOMPARE(revision.id, u"2f8b6d13ac57"_s);
        QCOMPARE(revision.idLine, 17);
        QCOMPARE(revision.parents, (QStringList{u"7c1e4a9d02b6"_s, u"b90e35f7c4d1"_s}));
        QCOMPARE(revision.parentsLine, 18);
        QCOMPARE(revision.labels, QStringList{u"users"_s});
        QVERIFY(revision.dependsOn.isEmpty());
        QCOMPARE(revision.message, u"Élodie's table, and what goes with it"_s);
        QCOMPARE(revision.date, QDateTime(QDate(2026, 2, 14), QTime(10, 20, 30, 123), QTimeZone::UTC));
    }
}

void AlembicProjectTest::readsForms_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QStringList>("parents");
    QTest::newRow("none") << QByteArray("None") << QStringList();
    QTest::newRow("single quotes") << QByteArray("'aaaa'") << QStringList{u"aaaa"_s};
    QTest::newRow("unicode prefix") << QByteArray("u'aaaa'") << QStringList{u"aaaa"_s};
    QTest::newRow("raw") << QByteArray("r'aaaa'") << QStringList{u"aaaa"_s};
    QTest::newRow("tuple of one") << QByteArray("('aaaa',)") << QStringList{u"aaaa"_s};
    QTest::newRow("in brackets only") << QByteArray("('aaaa')") << QStringList{u"aaaa"_s};
    QTest::newRow("bare tuple") << QByteArray("'aaaa', 'bbbb'") << QStringList{u"aaaa"_s, u"bbbb"_s};
    QTest::newRow("list") << QByteArray("['aaaa', 'bbbb']") << QStringList{u"aaaa"_s, u"bbbb"_s};
    QTest::newRow("empty tuple") << QByteArray("()") << QStringList();
    QTest::newRow("joined lines") << QByteArray("\\\n    'aaaa'") << QStringList{u"aaaa"_s};
    QTest::newRow("comment") << QByteArray("'aaaa'  # 'bbbb'") << QStringList{u"aaaa"_s};
    QTest::newRow("triple quotes") << QByteArray("'''aaaa'''") << QStringList{u"aaaa"_s};
    QTest::newRow("escapes") << QByteArray("'a\\'a'") << QStringList{u"a'a"_s};
}

void AlembicProjectTest::readsForms()
{
    QFETCH(QByteArray, value);
    QFETCH(QStringList, parents);
    const auto parsed = parsePythonRevision("revision='r'\ndown_revision = " + value + "\nlast = 1\n", u"x.py"_s);
    QVERIFY(parsed.problems.isEmpty());
    QCOMPARE(parsed.revision->parents, parents);
}

void AlembicProjectTest::saysWhatNeedsPython()
{
    const auto worked = parsePythonRevision("revision = 'aaaa'\n\ndown_revision = PREFIX + 'b'\n", u"x.py"_s);
    QCOMPARE(worked.problems.size(), 1);
    QCOMPARE(worked.problems.first().line, 3);
    QVERIFY(worked.problems.first().message.contains(u"down_revision"_s));
    QCOMPARE(parsePythonRevision("revision = f'{x}'\n", u"x.py"_s).problems.first().line, 1);
    QCOMPARE(parsePythonRevision("import os\n", u"x_y.py"_s).problems.size(), 1);
    QCOMPARE(parsePythonRevision("import os\n", u"1234ab.py"_s).revision->id, u"1234ab"_s);
}

void AlembicProjectTest::findsTheFiles_data()
{
    QTest::addColumn<QByteArray>("ini");
    QTest::addColumn<int>("files");
    QTest::newRow("versions") << QByteArray("[alembic]\nscript_location = app\n") << 1;
    QTest::newRow("here") << QByteArray("[loggers]\nkeys=root\n[alembic]\nscript_location: %(here)s/app\n") << 1;
    QTest::newRow("legacy separators") << QByteArray(
        "[alembic]\nscript_location = app\nversion_locations = app/versions, more other\n")
                                       << 3;
    QTest::newRow("space") << QByteArray("[alembic]\nscript_location = app\nversion_locations = more other\n"
                                         "version_path_separator = space\n")
                           << 2;
    QTest::newRow("semicolon") << QByteArray("[alembic]\nscript_location = app\nversion_locations = more;other\n"
                                             "version_path_separator = ;\n")
                               << 2;
    QTest::newRow("newline") << QByteArray(
        "[alembic]\nscript_location = app\nversion_locations =\n    more\n    other\n"
        "path_separator = newline\n")
                             << 2;
    QTest::newRow("recursive") << QByteArray("[alembic]\nscript_location = app\nversion_locations = deep\n"
                                             "recursive_version_locations = true\n")
                               << 2;
}

void AlembicProjectTest::findsTheFiles()
{
    QFETCH(QByteArray, ini);
    QFETCH(int, files);
    const QTemporaryDir folder;
    write(folder.filePath(u"alembic.ini"_s), ini);
    int number = 0;
    for (const QString &place :
         {u"app/versions/a.py"_s, u"more/b.py"_s, u"other/c.py"_s, u"deep/d.py"_s, u"deep/er/e.py"_s})
        write(folder.filePath(place), "revision = 'r" + QByteArray::number(++number) + "'\ndown_revision = None\n");
    for (const QString &ignored : {u"app/versions/__init__.py"_s, u"app/versions/.#a.py"_s, u"more/notes.txt"_s})
        write(folder.filePath(ignored), "revision = 'no'\n");
    for (const QString &path : {folder.path(), folder.filePath(u"alembic.ini"_s)}) {
        const auto project = readFolder(path);
        QVERIFY(project.has_value());
        QCOMPARE(project->kind, MigrationFolder::Kind::Alembic);
        QCOMPARE(project->graph.size(), files);
    }
}

void AlembicProjectTest::readsWhatAlembicWrites()
{
    const QTemporaryDir folder;
    const auto alembic = [&folder](const QStringList &arguments) {
        QProcess process;
        process.setWorkingDirectory(folder.path());
        process.start(u"alembic"_s, arguments);
        if (!process.waitForFinished(60'000) || process.exitCode() != 0)
            qFatal("alembic: %s", process.readAllStandardError().constData());
        return QString::fromUtf8(process.readAllStandardOutput());
    };
    alembic({u"init"_s, u"migrations"_s});
    alembic({u"revision"_s, u"-m"_s, u"The first"_s, u"--rev-id"_s, u"aaaa"_s});
    alembic({u"revision"_s, u"-m"_s, u"Élodie's \"été\""_s, u"--rev-id"_s, u"bbbb"_s});
    alembic({u"revision"_s, u"-m"_s, u"Another"_s, u"--rev-id"_s, u"cccc"_s, u"--head"_s, u"aaaa"_s, u"--splice"_s,
             u"--branch-label"_s, u"left"_s, u"--depends-on"_s, u"bbbb"_s});
    alembic({u"merge"_s, u"heads"_s, u"-m"_s, u"Together"_s, u"--rev-id"_s, u"dddd"_s});
    const auto project = readFolder(folder.path());
    QVERIFY(project.has_value());
    QVERIFY(!hasErrors(project->problems));
    const RevisionGraph &graph = project->graph;
    QStringList theirs;
    const QStringList lines = alembic({u"history"_s}).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines)
        theirs.append(line.section(u" -> "_s, 1).section(u' ', 0, 0).remove(u','));
    QCOMPARE(graph.identifiers(history(graph).value()), theirs);
    QCOMPARE(graph.at(graph.indexOf(u"bbbb"_s)).message, u"Élodie's \"été\""_s);
    QVERIFY(graph.at(graph.indexOf(u"bbbb"_s)).date.isValid());
    QCOMPARE(graph.at(graph.indexOf(u"cccc"_s)).labels, QStringList{u"left"_s});
    QCOMPARE(graph.at(graph.indexOf(u"cccc"_s)).dependsOn, QStringList{u"bbbb"_s});
}

void AlembicProjectTest::readsRandomHistories()
{
    QRandomGenerator random(3);
    for (int round = 0; round < 20; ++round) {
        const QTemporaryDir folder;
        const auto revisions = civicq::tests::randomHistory(random, 40);
        write(folder.filePath(u"alembic.ini"_s), "[alembic]\nscript_location = .\n");
        QVERIFY(civicq::tests::writeAlembicFiles(revisions, folder.filePath(u"versions"_s)));
        const auto project = readFolder(folder.path());
        QVERIFY(!hasErrors(project->problems));
        for (int i = 0; i < revisions.size(); ++i) {
            QCOMPARE(project->graph.at(i).id, revisions.at(i).id);
            QCOMPARE(project->graph.at(i).parents, revisions.at(i).parents);
            QCOMPARE(project->graph.at(i).labels, revisions.at(i).labels);
            QCOMPARE(project->graph.at(i).dependsOn, revisions.at(i).dependsOn);
            QCOMPARE(project->graph.at(i).message, revisions.at(i).message);
        }
    }
}

void AlembicProjectTest::namesFaultsOfAProject()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"alembic.ini"_s), "[alembic]\nscript_location = app\n");
    const auto missing = readFolder(folder.path());
    QCOMPARE(missing->problems.size(), 1);
    write(folder.filePath(u"app/versions/001_first.py"_s), "revision = 'aaaa'\ndown_revision = None\n");
    write(folder.filePath(u"app/versions/002_second.py"_s), "revision = 'bbbb'\ndown_revision = '001_first'\n");
    const auto named = readFolder(folder.path());
    QCOMPARE(named->problems.size(), 1);
    QCOMPARE(named->problems.first().kind, Problem::Kind::FileNameAsRevision);
    QCOMPARE(named->problems.first().place(), u"002_second.py:2"_s);
    QVERIFY(named->problems.first().mend.contains(u"aaaa"_s));
    write(folder.filePath(u"alembic.ini"_s), "[alembic]\nsqlalchemy.url = x\n");
    QVERIFY(!readFolder(folder.path()).has_value());
}

void AlembicProjectTest::plansWithoutStatements()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"alembic.ini"_s), "[alembic]\nscript_location = .\n");
    write(folder.filePath(u"versions/a.py"_s), "revision = 'aaaa'\ndown_revision = None\n");
    const auto plan = planMigration(readFolder(folder.path()).value(), {}, Direction::Up, u"head"_s);
    QCOMPARE(plan->to, QStringList{u"aaaa"_s});
    QCOMPARE(plan->statementCount(), 0);
}

} // namespace

QTEST_GUILESS_MAIN(AlembicProjectTest)
#include "alembicprojecttest.moc"
