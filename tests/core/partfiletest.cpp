// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/partfile.h"
#include "core/platform.h"

#include <QtCore/QDir>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::numberedPath;
using civicq::core::PartFile;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
}

class PartFileTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void isSeenOnlyWhenWhole();
    void leavesNothingWhenDropped();
    void neverOverwrites();
    void takesTheNextName();
    void replacesWhenAsked();
    void unwritableFolder();
    void aFileWhereTheFolderShouldBe();
    void folderThatDisappears();
#ifndef Q_OS_WIN // where there is no such device
    void fullDisk();
#endif
    void cleansWhatACrashLeft();

private:
    [[nodiscard]] QString at(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QStringList everything() const
    {
        return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void PartFileTest::isSeenOnlyWhenWhole()
{
    const QString name = u"Élodie's \"été\".sql.gz"_s;
    auto part = PartFile::begin(at(name));
    QVERIFY(part.has_value());
    QVERIFY(part->write("one ").has_value());
    QVERIFY(!QFile::exists(at(name)));
    QVERIFY(part->write("two").has_value());
    QCOMPARE(part->size(), 7);
    QCOMPARE(part->finish(PartFile::Existing::Refuse).value(), at(name));
    QCOMPARE(contentOf(at(name)), "one two");
    QCOMPARE(everything(), QStringList{name});
}

void PartFileTest::leavesNothingWhenDropped()
{
    {
        auto part = PartFile::begin(at(u"a.sql"_s));
        QVERIFY(part->write("half").has_value());
        QVERIFY(!everything().isEmpty());
    }
    QCOMPARE(everything(), QStringList());
}

void PartFileTest::neverOverwrites()
{
    auto first = PartFile::begin(at(u"a.sql"_s));
    auto second = PartFile::begin(at(u"a.sql"_s));
    QVERIFY(first->write("first").has_value());
    QVERIFY(second->write("second").has_value());
    QVERIFY(first->finish(PartFile::Existing::Refuse).has_value());
    const auto refused = second->finish(PartFile::Existing::Refuse);
    QCOMPARE(refused.error().code, ErrorCode::AlreadyExists);
    QCOMPARE(contentOf(at(u"a.sql"_s)), "first");
}

void PartFileTest::takesTheNextName()
{
    QStringList paths;
    for (const char *content : {"1", "2", "3"}) {
        auto part = PartFile::begin(at(u"a.sql.gz"_s));
        QVERIFY(part->write(content).has_value());
        paths.append(part->finish(PartFile::Existing::NextName).value());
    }
    QCOMPARE(paths, QStringList({at(u"a.sql.gz"_s), at(u"a_2.sql.gz"_s), at(u"a_3.sql.gz"_s)}));
    QCOMPARE(numberedPath(at(u"a.sql.gz.gpg"_s), 2), at(u"a_2.sql.gz.gpg"_s));
    QCOMPARE(numberedPath(at(u"a.cqbackup.gpg"_s), 2), at(u"a_2.cqbackup.gpg"_s));
    QCOMPARE(numberedPath(at(u"a.b.sql"_s), 2), at(u"a.b_2.sql"_s));
    QCOMPARE(numberedPath(at(u"a"_s), 2), at(u"a_2"_s));
    QCOMPARE(contentOf(paths.at(1)), "2");
}

void PartFileTest::replacesWhenAsked()
{
    for (const char *content : {"old", "new"}) {
        auto part = PartFile::begin(at(u"a.sql"_s));
        QVERIFY(part->write(content).has_value());
        QVERIFY(part->finish(PartFile::Existing::Replace).has_value());
    }
    QCOMPARE(contentOf(at(u"a.sql"_s)), "new");
    QCOMPARE(everything(), QStringList{u"a.sql"_s});
}

void PartFileTest::unwritableFolder()
{
    QDir(m_folder->path()).mkdir(u"closed"_s);
    QFile::setPermissions(at(u"closed"_s), QFile::ReadOwner | QFile::ExeOwner);
    const auto part = PartFile::begin(at(u"closed/a.sql"_s));
    const auto deeper = PartFile::begin(at(u"closed/deeper/a.sql"_s));
    QFile::setPermissions(at(u"closed"_s), QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner);
    QCOMPARE(part.error().code, ErrorCode::PermissionDenied);
    QCOMPARE(part.error().arguments, QStringList{at(u"closed"_s)});
    QCOMPARE(deeper.error().code, ErrorCode::PermissionDenied);
}

void PartFileTest::aFileWhereTheFolderShouldBe()
{
    QFile file(at(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto part = PartFile::begin(at(u"file/a.sql"_s));
    QCOMPARE(part.error().code, ErrorCode::InvalidArgument);
    QVERIFY(part.error().message.contains(u"not a folder"_s));
    const auto below = PartFile::begin(at(u"file/b/a.sql"_s));
    QCOMPARE(below.error().arguments,
             (QStringList{at(u"file/b"_s), u"no-folder"_s})); // what people are told goes by it
}

void PartFileTest::folderThatDisappears()
{
    auto part = PartFile::begin(at(u"gone/a.sql"_s));
    QVERIFY(part->write("x").has_value());
    QVERIFY(QDir(at(u"gone"_s)).removeRecursively());
    const auto finished = part->finish(PartFile::Existing::NextName);
    QCOMPARE(finished.error().code, ErrorCode::NotFound);
    QCOMPARE(everything(), QStringList());
}

#ifndef Q_OS_WIN
void PartFileTest::fullDisk()
{
    // The device that is always full stands for the disk: what matters is how the failed write is understood.
    QFile full(u"/dev/full"_s);
    QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    QVERIFY(full.write("x") < 0);
    QCOMPARE(civicq::core::lastFileError(u"/somewhere"_s).code, ErrorCode::NoSpace);
}
#endif

void PartFileTest::cleansWhatACrashLeft()
{
    auto running = PartFile::begin(at(u"running.sql"_s));
    QVERIFY(running->write("still at it").has_value());
    // A process that ends without its destructors, as a killed one does.
    QProcess crash;
    crash.start(QCoreApplication::applicationFilePath(), {u"--crash"_s, at(u"crashed.sql"_s)});
    QVERIFY(crash.waitForFinished());
    QFile stranger(at(u".civicq-notes.part"_s));
    QVERIFY(stranger.open(QIODevice::WriteOnly));
    QCOMPARE(everything().size(), 5); // two parts with their locks, and the stranger
    // Killed after its lock was made and before the process's name was in it.
    QFile nameless(at(u".civicq-0123456789abcdef.part.lock"_s));
    QVERIFY(nameless.open(QIODevice::WriteOnly));
    nameless.close();
    // Killed while such a lock was taken over.
    QFile takeover(at(u".civicq-fedcba9876543210.part.lock.rmlock"_s));
    QVERIFY(takeover.open(QIODevice::WriteOnly));
    takeover.close();
    QCOMPARE(PartFile::removeLeftovers(m_folder->path()), 2);
    QCOMPARE(everything().size(), 3);
    QVERIFY(running->finish(PartFile::Existing::Refuse).has_value());
    QCOMPARE(contentOf(at(u"running.sql"_s)), "still at it");
    QVERIFY(stranger.exists());
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == u"--crash"_s) {
        auto part = PartFile::begin(arguments.at(2));
        const bool written = part && part->write("half").has_value();
        std::_Exit(written ? 0 : 1);
    }
    PartFileTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "partfiletest.moc"
