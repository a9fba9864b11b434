// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/manifestjson.h"
#include "archive/rowhash.h"
#include "archive/sha256.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace civicq::archive;
using civicq::core::ErrorCode;

namespace {

Manifest sample()
{
    Manifest manifest;
    manifest.created = QDateTime(QDate(2026, 11, 25), QTime(2, 0), QTimeZone::UTC);
    manifest.application = u"CivicQ Admin 0.1.0"_s;
    manifest.database = {u"civicq"_s, u"UTF8"_s,   u"c"_s,          u"C.UTF-8"_s, u"C.UTF-8"_s,
                         {},          873'000'000, u"production"_s, {u"0010"_s},  u"7440"_s};
    manifest.serverVersion = u"17.2 (Debian 17.2-1)"_s;
    manifest.serverVersionNumber = 170002;
    manifest.pgDumpVersion = u"17.2"_s;
    manifest.pgDumpVersionNumber = 170002;
    manifest.snapshot = u"00000003-0000001B-1"_s;
    manifest.compression = u"zstd:1"_s;
    manifest.jobs = 2;
    RowHash hash;
    hash.addRow("a row");
    manifest.tables = {{1,
                        u"public"_s,
                        u"Größe \"x\"\n"_s,
                        {u"id"_s, u"text"_s},
                        RowEncoding::Binary,
                        5,
                        9'000'000'000'000'000,
                        hash,
                        {},
                        {u"data/1/0001.binary.zst"_s, u"data/1/0002.binary.zst"_s}},
                       {2, u"public"_s, u"zones"_s, {u"id"_s}, RowEncoding::Text, 0, 0, {}, u"WHERE id > 1000"_s, {}}};
    const QByteArray sum = Sha256::of("x");
    manifest.members = {{u"README.txt"_s, 1024, sum, {}, {}},
                        {u"data/1/0002.binary.zst"_s, 11, sum, 20, 3},
                        {u"data/1/0001.binary.zst"_s, 12, sum, 21, 2},
                        {u"largeobjects/0001.part"_s, 12, sum, {}, {}}};
    manifest.largeObjectCount = 1;
    manifest.largeObjectHash = hash;
    manifest.largeObjectMembers = {u"largeobjects/0001.part"_s};
    manifest.sequences = 20;
    return manifest;
}

class ManifestTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comesBackAsItWas();
    void passesOverWhatIsNew();
    void refusesWhatIsNotAsWritten_data();
    void refusesWhatIsNotAsWritten();
    void refusesOtherVersions();
    void refusesContradictions_data();
    void refusesContradictions();
    void memberNames_data();
    void memberNames();
    void rowHashIsASum();
    void sha256IsSha256();
};

void ManifestTest::comesBackAsItWas()
{
    const Manifest manifest = sample();
    const auto read = manifestFromJson(manifestToJson(manifest));
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().toString()));
    QVERIFY(*read == manifest);
    QCOMPARE(read->tables[0].bytes, 9'000'000'000'000'000);
    QCOMPARE(read->rows(), 5);
    QVERIFY(read->member(u"README.txt"_s));
    QVERIFY(!read->member(u"readme.txt"_s));
    QCOMPARE(read->table(u"public"_s, u"zones"_s)->condition.value(), u"WHERE id > 1000"_s);
}

void ManifestTest::passesOverWhatIsNew()
{
    QByteArray json = manifestToJson(sample());
    json.insert(1, "\"later\": {\"things\": [1, 2]},");
    QVERIFY(manifestFromJson(json).has_value());
}

void ManifestTest::refusesWhatIsNotAsWritten_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("place");
    QTest::newRow("cut") << QByteArray("\"tools\": {") << QByteArray("\"tools\": ") << u"cannot be read"_s;
    QTest::newRow("another file") << QByteArray("cqbackup") << QByteArray("zip") << u"another kind"_s;
    QTest::newRow("text for a number") << QByteArray("\"rows\": 5") << QByteArray("\"rows\": \"5\"")
                                       << u"tables[0].rows"_s;
    QTest::newRow("negative") << QByteArray("\"rows\": 5") << QByteArray("\"rows\": -5") << u"tables[0].rows"_s;
    QTest::newRow("broken number") << QByteArray("\"rows\": 5") << QByteArray("\"rows\": 5.5") << u"tables[0].rows"_s;
    QTest::newRow("missing") << QByteArray("\"snapshot\"") << QByteArray("\"snapshot2\"") << u"snapshot is not"_s;
    QTest::newRow("encoding") << QByteArray("\"text\",\n") << QByteArray("\"csv\",\n") << u"tables[1].encoding"_s;
    QTest::newRow("hash") << QByteArray("00000000000000000000000000000000") << QByteArray("0") << u"tables[1].hash"_s;
    QTest::newRow("hash of the large objects")
        << QByteArray("1,\n        \"hash\": \"") << QByteArray("1,\n        \"hash\": \"x") << u"large_objects.hash"_s;
    QTest::newRow("sha256") << QByteArray("\"sha256\": \"2d") << QByteArray("\"sha256\": \"xx")
                            << u"members[0].sha256"_s;
    QTest::newRow("time") << QByteArray("2026-11-25T") << QByteArray("yesterday") << u"created"_s;
    QTest::newRow("part") << QByteArray("\"everything\"") << QByteArray("\"some\"") << u"options.part"_s;
    QTest::newRow("huge") << QByteArray("\"number\": 1,") << QByteArray("\"number\": 5000000000,")
                          << u"tables[0].number"_s;
}

void ManifestTest::refusesWhatIsNotAsWritten()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, place);
    QByteArray json = manifestToJson(sample());
    const qsizetype at = json.indexOf(from);
    QVERIFY(at >= 0);
    json.replace(at, from.size(), to);
    const auto read = manifestFromJson(json);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Corrupt);
    QVERIFY2(read.error().message.contains(place), qPrintable(read.error().message));
}

void ManifestTest::refusesOtherVersions()
{
    const auto read = manifestFromJson(manifestToJson(sample())
                                           .replace("\"format_version\": 1", "\"format_version\": 2")
                                           .replace("\"snapshot\"", "\"x\""));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::VersionMismatch);
    QCOMPARE(read.error().arguments, QStringList{u"2"_s});
}

using Change = void (*)(Manifest &);

void ManifestTest::refusesContradictions_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, Change change) { QTest::newRow(name) << change; };
    row("no readme", [](Manifest &m) { m.members.removeFirst(); });
    row("member twice", [](Manifest &m) { m.members.append(m.members[0]); });
    row("rows differ", [](Manifest &m) { m.tables[0].rows = 6; });
    row("chunk missing", [](Manifest &m) { m.members.removeAt(1); });
    row("chunk of nobody", [](Manifest &m) { m.tables[0].members.removeLast(), m.tables[0].rows = 2; });
    row("chunk of two", [](Manifest &m) { m.tables[0].members.append(m.tables[0].members[0]), m.tables[0].rows = 7; });
    row("chunk of another table", [](Manifest &m) { m.tables[0].number = 3; });
    row("chunk of another encoding", [](Manifest &m) { m.tables[0].encoding = RowEncoding::Text; });
    row("chunk without rows", [](Manifest &m) { m.members[1].rows.reset(); });
    row("rows of what is no chunk", [](Manifest &m) { m.members[0].rows = 0; });
    row("table twice", [](Manifest &m) { m.tables[1].name = m.tables[0].name; });
    row("number twice", [](Manifest &m) { m.tables[1].number = 1; });
    row("number nought", [](Manifest &m) { m.tables[1].number = 0; });
    row("large object missing", [](Manifest &m) { m.members.removeLast(); });
    row("large object of nobody", [](Manifest &m) { m.largeObjectMembers.clear(); });
    row("a path out of here", [](Manifest &m) { m.members[0].name = u"../README.txt"_s; });
    row("a second manifest", [](Manifest &m) { m.members.append({u"manifest.json"_s, 1, Sha256::of("x"), {}, {}}); });
    row("a second seal", [](Manifest &m) { m.members.append({u"seal"_s, 1, Sha256::of("x"), {}, {}}); });
    row("overflow", [](Manifest &m) { m.members[1].rows = std::numeric_limits<qint64>::max(); });
}

void ManifestTest::refusesContradictions()
{
    QFETCH(Change, change);
    Manifest manifest = sample();
    QVERIFY(manifest.check().has_value());
    change(manifest);
    const auto read = manifestFromJson(manifestToJson(manifest));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Corrupt);
}

void ManifestTest::memberNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("plain") << u"data/1/0001.text.zst"_s << true;
    QTest::newRow("empty") << u""_s << false;
    QTest::newRow("absolute") << u"/etc/passwd"_s << false;
    QTest::newRow("up") << u"data/../../x"_s << false;
    QTest::newRow("here") << u"./x"_s << false;
    QTest::newRow("empty part") << u"data//x"_s << false;
    QTest::newRow("folder") << u"data/"_s << false;
    QTest::newRow("drive") << u"C:x"_s << false;
    QTest::newRow("backslash") << u"data\\x"_s << false;
    QTest::newRow("control") << u"da\nta"_s << false;
    QTest::newRow("not ASCII") << u"dätä"_s << false;
    QTest::newRow("a space") << u"da ta"_s << false;
    QTest::newRow("longest") << QString(99, u'x') << true;
    QTest::newRow("long") << QString(100, u'x') << false;
}

void ManifestTest::memberNames()
{
    QFETCH(QString, name);
    QFETCH(bool, allowed);
    QCOMPARE(isMemberName(name), allowed);
}

void ManifestTest::rowHashIsASum()
{
    QCOMPARE(RowHash().toHex(), QByteArray(32, '0'));
    RowHash nothing;
    nothing.addRow("");
    QCOMPARE(nothing.toHex(), "99aa06d3014798d86001c324468d497f"); // XXH3's own test vector
    RowHash one;
    one.addRow("one");
    RowHash two;
    two.addRow("two");
    RowHash both;
    both.addRow("two");
    both.addRow("one");
    RowHash sum = one;
    sum += two;
    QCOMPARE(both, sum);
    sum += two;
    QVERIFY(!(both == sum));
    QCOMPARE(RowHash::fromHex(both.toHex()).value(), both);
    QVERIFY(!RowHash::fromHex("99AA06D3014798D86001C324468D497F"));
    QVERIFY(!RowHash::fromHex("0"));
}

void ManifestTest::sha256IsSha256()
{
    Sha256 hash;
    hash.add("a");
    hash.add("bc");
    const QByteArray abc = QByteArray::fromHex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    QCOMPARE(hash.result(), abc);
    QCOMPARE(Sha256::of("abc"), abc);
    QCOMPARE(hash.result(), Sha256::of(""));
}

} // namespace

QTEST_GUILESS_MAIN(ManifestTest)
#include "manifesttest.moc"
