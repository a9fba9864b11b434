// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scratchfolder.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <cstdlib>

using namespace Qt::StringLiterals;
using civicq::core::ScratchFolder;

namespace {

// With the temporary folder of the system at a place of the test's own, set before it begins.
class ScratchFolderTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goesWithTheObject();
    void isNobodyElses();
    void cleansWhatACrashLeft();

private:
    static QStringList everything()
    {
        return QDir(QDir::tempPath()).entryList({u"civicq-scratch-*"_s}, QDir::AllEntries | QDir::Hidden);
    }
};

void put(const QString &path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write("x"), 1);
}

void ScratchFolderTest::goesWithTheObject()
{
    {
        const ScratchFolder folder;
        QVERIFY(folder.isValid());
        QVERIFY(QDir(folder.path()).mkpath(u"deeper"_s));
        put(folder.filePath(u"deeper/file"_s));
        QCOMPARE(everything().size(), 2); // and its lock
    }
    QCOMPARE(everything(), QStringList());
}

void ScratchFolderTest::isNobodyElses()
{
    const ScratchFolder folder;
    QVERIFY(folder.isValid());
#ifndef Q_OS_WIN // where the folder's own access list says it
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(folder.path()) & others));
#endif
}

void ScratchFolderTest::cleansWhatACrashLeft()
{
    QProcess crashing;
    crashing.start(QCoreApplication::applicationFilePath(), {u"--crash"_s});
    QVERIFY(crashing.waitForFinished());
    QCOMPARE(crashing.exitCode(), 0);
    QCOMPARE(everything().size(), 2);
    const QString target = QDir::temp().filePath(u"precious"_s);
    QVERIFY(QDir().mkpath(target));
    put(target + u"/file"_s);
    const QString link = QDir::temp().filePath(u"civicq-scratch-0123456789abcdef"_s);
#ifndef Q_OS_WIN // where a link is a file with a suffix
    QVERIFY(QFile::link(target, link));
#endif
    {
        const ScratchFolder running;
        const ScratchFolder next;
        QVERIFY(QFile::exists(running.path()));
        QFile::remove(link);
        QCOMPARE(everything().size(), 4); // theirs, and their locks
    }
    QVERIFY(QFile::exists(target + u"/file"_s));
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().value(1) == u"--crash"_s) {
        const ScratchFolder folder;
        put(folder.filePath(u"left"_s));
        std::_Exit(folder.isValid() ? 0 : 1);
    }
    const QTemporaryDir temporary;
    for (const char *name : {"TMPDIR", "TMP", "TEMP"})
        qputenv(name, temporary.path().toLocal8Bit());
    ScratchFolderTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "scratchfoldertest.moc"
