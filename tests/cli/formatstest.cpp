// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// civicq-db restores, verifies and lists what pg_dump, gzip and zstd write, whatever the file is called, and stops what is
// no backup with a sentence: one that is packed otherwise, that is damaged, that runs programs.

#include "backups/sampledatabase.h"
#include "fixtures/commandline.h"

#include <QtCore/QDir>
#include <QtCore/QStringEncoder>
#include <QtCore/QUrl>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::tests;

namespace {

constexpr qint64 sampleRows = 6410;

class FormatsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyFormat_data();
    void everyFormat();
    void otherPackings_data();
    void otherPackings();
    void damagedZstd_data();
    void damagedZstd();
    void damagedArchives_data();
    void damagedArchives();
    void programsAreStopped_data();
    void programsAreStopped();
    void programsRunWhenAllowed();
    void foreignTablesNeedNotAnswer();

private:
    [[nodiscard]] QString url(const QString &database = u"sample"_s) const
    {
        const QString secret = QString::fromLatin1(QUrl::toPercentEncoding(QLatin1StringView(TestServer::password)));
        return u"postgresql://postgres:%1@127.0.0.1:%2/%3"_s.arg(secret).arg(m_server.port()).arg(database);
    }
    [[nodiscard]] Ran restored(const QString &file, const QString &into, const QStringList &more = {}) const
    {
        return m_civicq.run(QStringList{u"restore"_s, file, u"--into"_s, into, u"--url"_s, url()} + more);
    }
    QString dump(const QString &name, const QStringList &arguments);
    // Packs a file by a program that writes to standard output.
    QByteArray packedBy(const QString &program, const QStringList &arguments, const QByteArray &content);
    QString file(const QString &name, const QByteArray &content);
    // A dump of one table with these lines before its end.
    QString script(const QByteArray &lines);
    void verifyRefusal(const QString &path, const QByteArray &words);

    TestServer m_server;
    CommandLine m_civicq;
    QTemporaryDir m_folder;
    core::SilentTask m_task;
    QByteArray m_plain; // pg_dump's script of the sample
    QStringList m_databases;
};

QString FormatsTest::dump(const QString &name, const QStringList &arguments)
{
    const QString path = m_folder.filePath(name);
    QByteArray err;
    const int status =
        m_server.run(u"pg_dump"_s, QStringList(arguments) << u"-f"_s << path << u"-d"_s << u"sample"_s, nullptr, &err);
    if (status != 0)
        qFatal("pg_dump: %s", err.constData());
    return path;
}

QByteArray FormatsTest::packedBy(const QString &program, const QStringList &arguments, const QByteArray &content)
{
    QProcess process;
    process.start(program, arguments);
    process.write(content);
    process.closeWriteChannel();
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

bool unpacks(const QByteArray &packed)
{
    QProcess process;
    process.start(u"zstd"_s, {u"-dqc"_s});
    process.write(packed);
    process.closeWriteChannel();
    return process.waitForFinished() && process.exitCode() == 0;
}

QString FormatsTest::file(const QString &name, const QByteArray &content)
{
    const QString path = m_folder.filePath(name);
    writeFile(path, content);
    return path;
}

QString FormatsTest::script(const QByteArray &lines)
{
    return file(u"script.sql"_s, "--\n-- PostgreSQL database dump\n--\n\nCREATE TABLE public.a (b text);\n" + lines
                                     + "\n--\n-- PostgreSQL database dump complete\n--\n\n");
}

void FormatsTest::verifyRefusal(const QString &path, const QByteArray &words)
{
    for (const QStringList &command :
         {QStringList{u"restore"_s, path, u"--into"_s, u"never"_s, u"--url"_s, url()},
          QStringList{u"restore"_s, u"--list-contents"_s, path}, QStringList{u"restore"_s, u"--verify"_s, path}}) {
        const Ran ran = m_civicq.run(command);
        QVERIFY2(ran.status == 1, ran.all().constData());
        QVERIFY2((ran.err + ran.out).contains(words), ran.all().constData());
    }
    QCOMPARE(databasesOf(m_server), m_databases);
}

void FormatsTest::initTestCase()
{
    QVERIFY2(m_server.isRunning(), qPrintable(m_server.failure()));
    m_server.createDatabase(u"sample"_s);
    fillSample(m_server, u"sample"_s);
    m_plain = contentOf(dump(u"plain"_s, {}));
    m_databases = databasesOf(m_server);
}

void FormatsTest::everyFormat_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("format");
    const auto row = [](const char *name, const QString &path, const QString &format) {
        QTest::newRow(name) << path << format;
    };
    // Each by a name that says something else.
    row("plain", dump(u"a.cqbackup"_s, {}), u"sql"_s);
    row("plain, gzip", dump(u"b.dump"_s, {u"-Zgzip:6"_s}), u"sql.gz"_s);
    row("plain, zstd", dump(u"c.sql"_s, {u"-Zzstd"_s}), u"sql.zst"_s);
    row("plain, zstd with a long window", dump(u"c2.sql.gz"_s, {u"-Zzstd:level=5,long=1"_s}), u"sql.zst"_s);
    for (const QString &method : {u"none"_s, u"gzip"_s, u"lz4"_s, u"zstd"_s}) {
        row(qPrintable(u"custom, "_s + method), dump(u"d.sql."_s + method, {u"-Fc"_s, u"-Z"_s + method}), u"custom"_s);
        row(qPrintable(u"directory, "_s + method), dump(u"e.sql."_s + method, {u"-Fd"_s, u"-Z"_s + method}),
            u"directory"_s);
    }
    row("tar", dump(u"f.sql.gz"_s, {u"-Ft"_s}), u"tar"_s);
    row("the program zstd", file(u"g.txt"_s, packedBy(u"zstd"_s, {u"-qc"_s}, m_plain)), u"sql.zst"_s);
    const QByteArray two = packedBy(u"zstd"_s, {u"-qc"_s, u"-19"_s}, m_plain.first(50'000))
                           + QByteArray::fromHex("502a4d1804000000") + "skip"
                           + packedBy(u"zstd"_s, {u"-qc"_s, u"--no-check"_s}, m_plain.sliced(50'000));
    row("zstd in two frames and one to skip", file(u"h"_s, two), u"sql.zst"_s);
    row("the program gzip", file(u"i.sql.zst"_s, packedBy(u"gzip"_s, {u"-c"_s}, m_plain)), u"sql.gz"_s);
    row("a byte order mark", file(u"j.sql"_s, "\xef\xbb\xbf" + m_plain), u"sql"_s);
    for (const QString &format : {u"archive"_s, u"sql"_s}) {
        const Ran ran = m_civicq.run({u"backup"_s, u"--format"_s, format, u"--dir"_s, m_folder.path(), u"--name"_s,
                                      u"own "_s + format, u"--json"_s, u"--url"_s, url()});
        if (ran.status != 0)
            qFatal("%s", ran.all().constData());
        const QString renamed = m_folder.filePath(u"own "_s + format + u".zip"_s);
        QFile::rename(ran.json().value("path"_L1).toString(), renamed);
        row(qPrintable(u"own "_s + format), renamed, format == "sql"_L1 ? u"sql.gz"_s : format);
    }
}

void FormatsTest::everyFormat()
{
    QFETCH(const QString, path);
    QFETCH(const QString, format);
    const Ran verified = m_civicq.run({u"restore"_s, u"--verify"_s, path, u"--json"_s});
    QVERIFY2(verified.status == 0, verified.all().constData());
    QVERIFY2(verified.json().value("valid"_L1).toBool(), verified.all().constData());
    QCOMPARE(verified.json().value("format"_L1).toString(), format);
    QCOMPARE(verified.json().value("rows"_L1).toInteger(), sampleRows);
    const Ran listed = m_civicq.run({u"restore"_s, u"--list-contents"_s, path, u"--json"_s});
    QVERIFY2(listed.status == 0, listed.all().constData());
    QCOMPARE(listed.json().value("format"_L1).toString(), format);
    QCOMPARE(listed.json().value("rows"_L1).toInteger(), sampleRows);
    const QString target = u"from "_s + QString::fromUtf8(QTest::currentDataTag());
    const Ran ran = restored(path, target, {u"--json"_s});
    QVERIFY2(ran.status == 0, ran.all().constData());
    QCOMPARE(ran.json().value("rows"_L1).toInteger(), sampleRows);
    QCOMPARE(m_server.dump(target), m_server.dump(u"sample"_s));
    QVERIFY(m_server.connect()->script(m_task, "DROP DATABASE \"" + target.toUtf8() + '"').has_value());
}

void FormatsTest::otherPackings_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("lz4") << contentOf(dump(u"k"_s, {u"-Zlz4"_s})) << QByteArray("lz4 -d");
    QTest::newRow("xz") << QByteArray("\xfd"
                                      "7zXZ\0\0\4",
                                      8)
                               + m_plain
                        << QByteArray("unxz");
    QTest::newRow("bzip2") << QByteArray("BZh91AY") << QByteArray("bunzip2");
    QTest::newRow("zip") << QByteArray("PK\3\4\24\0", 6) << QByteArray("unzip");
    const QByteArray custom = contentOf(dump(u"l"_s, {u"-Fc"_s}));
    QTest::newRow("custom in zstd") << packedBy(u"zstd"_s, {u"-qc"_s}, custom) << QByteArray("unzstd first");
    QTest::newRow("custom in gzip") << packedBy(u"gzip"_s, {u"-c"_s}, custom) << QByteArray("gunzip first");
    QStringEncoder wide(QStringEncoder::Utf16LE, QStringConverter::Flag::WriteBom);
    QTest::newRow("PowerShell's >") << QByteArray(wide(QString::fromUtf8(m_plain))) << QByteArray("--file");
    QTest::newRow("an image") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) << QByteArray("neither SQL nor");
    QTest::newRow("a script that is no dump") << QByteArray("CREATE TABLE a (b int);\n") << QByteArray("no");
}

void FormatsTest::otherPackings()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QByteArray, words);
    verifyRefusal(file(u"other.sql.gz"_s, content), words);
}

void FormatsTest::damagedZstd_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray whole = packedBy(u"zstd"_s, {u"-qc"_s}, m_plain);
    for (const qsizetype length : {qsizetype(4), qsizetype(7), whole.size() / 3, whole.size() - 5, whole.size() - 1})
        QTest::newRow(qPrintable(u"%1 bytes"_s.arg(length))) << whole.first(length);
    const QByteArray two = packedBy(u"zstd"_s, {u"-qc"_s}, m_plain.first(50'000))
                           + packedBy(u"zstd"_s, {u"-qc"_s}, m_plain.sliced(50'000));
    QTest::newRow("the last of two frames cut off") << two.chopped(3);
    QByteArray checksum = whole;
    checksum.back() = static_cast<char>(checksum.back() ^ 1);
    QTest::newRow("checksum") << checksum;
    // Not every bit of zstd matters: of those that do.
    for (int part = 1; part < 8; ++part) {
        QByteArray flipped;
        for (qsizetype at = whole.size() * part / 8; flipped.isEmpty() || unpacks(flipped); ++at) {
            flipped = whole;
            flipped[at] = static_cast<char>(flipped.at(at) ^ 4);
        }
        QTest::newRow(qPrintable(u"a bit at %1 eighths"_s.arg(part))) << flipped;
    }
    QTest::newRow("rubbish behind it") << whole + "rubbish behind it";
    QTest::newRow("zstd of nothing") << packedBy(u"zstd"_s, {u"-qc"_s}, {});
}

void FormatsTest::damagedZstd()
{
    QFETCH(const QByteArray, content);
    verifyRefusal(file(u"damaged.sql.zst"_s, content), "");
}

void FormatsTest::damagedArchives_data()
{
    QTest::addColumn<QString>("path");
    const auto row = [](const QString &name, const QString &path) { QTest::newRow(qPrintable(name)) << path; };
    for (const QString &format : {u"-Fc"_s, u"-Ft"_s}) {
        const QByteArray whole = contentOf(dump(u"whole"_s + format, {format}));
        for (const int part : {1, 2, 3})
            row(u"%1 at %2 quarters"_s.arg(format).arg(part),
                file(u"cut%1%2"_s.arg(format).arg(part), whole.first(whole.size() * part / 4)));
    }
    for (const QString &method : {u"gzip"_s, u"lz4"_s, u"zstd"_s}) {
        const QString folder = dump(u"folder "_s + method, {u"-Fd"_s, u"-Z"_s + method});
        const QFileInfoList files =
            QDir(folder).entryInfoList({u"*.dat.*"_s}, QDir::Files, QDir::Size); // largest first
        row(method + u", a file cut off"_s, folder);
        writeFile(files.first().filePath(), contentOf(files.first().filePath()).chopped(20));
        const QString without = dump(u"without "_s + method, {u"-Fd"_s, u"-Z"_s + method});
        QFile::remove(QDir(without).entryInfoList({u"*.dat.*"_s}, QDir::Files, QDir::Size).first().filePath());
        row(method + u", a file missing"_s, without);
    }
}

void FormatsTest::damagedArchives()
{
    QFETCH(const QString, path);
    verifyRefusal(path, "");
}

void FormatsTest::programsAreStopped_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QByteArray>("shown"); // of the statement
    QTest::addColumn<QByteArray>("remedy");
    const QByteArray proof = m_folder.filePath(u"proof"_s).toUtf8();
    const QByteArray allow = "--allow-programs lets the server run it";
    const QByteArray never = "--allow-programs does not";
    const auto row = [](const QByteArray &lines, const QByteArray &shown, const QByteArray &remedy) {
        QTest::newRow(lines.constData()) << lines << shown << remedy;
    };
    row("COPY public.a FROM PROGRAM 'touch " + proof + "';", "COPY public.a FROM PROGRAM", allow);
    row("/* x */ cOpY\tpublic.a\tfrom\tprogram $$touch " + proof + "$$;", "cOpY public.a from program", allow);
    row("COPY (SELECT 1) TO '" + proof + "' WITH (NULL stdin);", "COPY (SELECT 1) TO", allow);
    row("INSERT INTO public.a SELECT pg_read_file('/etc/passwd');", "pg_read_file", allow);
    row("SELECT pg_catalog.lo_import('/etc/passwd');", "lo_import", allow);
    row("DO $$ BEGIN COPY public.a TO PROGRAM 'touch " + proof + "'; END $$;", "DO $$", allow);
    row("\\! touch " + proof, "\\! touch", never);
    row("\\copy public.a from program 'touch " + proof + "'", "\\copy", never);
    row("\\o |touch " + proof, "\\o |touch", never);
    row("\\i " + proof, "\\i", never);
    row("\\set x `touch " + proof + "`", "\\set x", never);
    row("SELECT 1 \\g |touch " + proof, "SELECT 1 \\g", never);
    row("DROP DATABASE sample;", "DROP DATABASE", never);
    row("\\connect postgres", "\\connect", never);
}

void FormatsTest::programsAreStopped()
{
    QFETCH(const QByteArray, lines);
    QFETCH(const QByteArray, shown);
    QFETCH(const QByteArray, remedy);
    const QString path = script(lines);
    verifyRefusal(path, "line 6");
    verifyRefusal(path, shown);
    const Ran ran = restored(path, u"never"_s);
    QVERIFY2(ran.err.contains(remedy), ran.all().constData());
    QVERIFY2(ran.err.contains("Nothing was changed."), ran.all().constData());
    if (remedy.endsWith("does not")) {
        const Ran allowed = restored(path, u"never"_s, {u"--allow-programs"_s});
        QVERIFY2(allowed.status == 1 && allowed.err.contains(shown), allowed.all().constData());
    }
    QVERIFY(!QFile::exists(m_folder.filePath(u"proof"_s)));
    QCOMPARE(databasesOf(m_server), m_databases);
}

void FormatsTest::programsRunWhenAllowed()
{
    const QString proof = m_folder.filePath(u"allowed"_s);
    const QString path = script("COPY public.a FROM PROGRAM 'echo one; echo two';\nCOPY public.a TO '" + proof.toUtf8()
                                + "';\nINSERT INTO public.a SELECT 'three';");
    const Ran verified = m_civicq.run({u"restore"_s, u"--verify"_s, path, u"--allow-programs"_s});
    QVERIFY2(verified.status == 0, verified.all().constData());
    QVERIFY(!QFile::exists(proof));
    const Ran ran = restored(path, u"allowed"_s, {u"--allow-programs"_s});
    QVERIFY2(ran.status == 0, ran.all().constData());
    QCOMPARE(contentOf(proof), QByteArray("one\ntwo\n"));
    core::SilentTask task;
    QCOMPARE(m_server.connect(u"allowed"_s)->query(task, u"SELECT count(*) FROM a"_s)->integer(0, 0), 3);
    QVERIFY(m_server.connect()->script(task, "DROP DATABASE allowed").has_value());
}

// What is in a file or on another server is not in the backup: it need not be there when the database is restored.
void FormatsTest::foreignTablesNeedNotAnswer()
{
    m_server.createDatabase(u"with foreign"_s);
    core::SilentTask task;
    const auto made =
        m_server.connect(u"with foreign"_s)
            ->script(task, "CREATE EXTENSION file_fdw; CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;"
                           "CREATE FOREIGN TABLE gone (a text) SERVER files OPTIONS (filename '/not/there');"
                           "CREATE TABLE here AS SELECT 1 AS a");
    QVERIFY2(made.has_value(), qPrintable(made ? QString() : made.error().toString()));
    for (const QString &format : {u"archive"_s, u"sql"_s}) {
        const Ran backup = m_civicq.run({u"backup"_s, u"--format"_s, format, u"--dir"_s, m_folder.path(), u"--json"_s,
                                         u"--url"_s, url(u"with%20foreign"_s)});
        QVERIFY2(backup.status == 0, backup.all().constData());
        const Ran ran = restored(backup.json().value("path"_L1).toString(), u"again "_s + format);
        QVERIFY2(ran.status == 0, ran.all().constData());
        QVERIFY(m_server.connect()->script(task, "DROP DATABASE \"again " + format.toUtf8() + '"').has_value());
    }
    QVERIFY(m_server.connect()->script(task, "DROP DATABASE \"with foreign\"").has_value());
}

} // namespace

QTEST_GUILESS_MAIN(FormatsTest)
#include "formatstest.moc"
