// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Against Qt's own SHA-256, in both ways of working: with the processor's instructions (where this one has them), and
// through OpenSSL.
#include "archive/sha256pair.h"

#include "archive/sha256.h"
#include "archive/sha256lanes.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace civicq::archive;

namespace {

QByteArray sha256(QByteArrayView bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

class Sha256PairTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void ofEveryLength_data() { ways(); }
    void ofEveryLength();
    void inPieces_data() { ways(); }
    void inPieces();
    void aPartThatBeginsAnywhere_data() { ways(); }
    void aPartThatBeginsAnywhere();
    void theWholeBetweenAPartsPieces_data() { ways(); }
    void theWholeBetweenAPartsPieces();
    void beginsAnew_data() { ways(); }
    void beginsAnew();

private:
    static void ways()
    {
        QTest::addColumn<bool>("plain");
        QTest::newRow("as this processor can") << false;
        QTest::newRow("plain") << true;
    }

    QByteArray m_bytes{100'000, Qt::Uninitialized};
};

void Sha256PairTest::initTestCase()
{
    QRandomGenerator random(7);
    for (char &byte : m_bytes)
        byte = static_cast<char>(random.bounded(256));
    qInfo("this processor has instructions for SHA-256: %s", hasSha256Instructions() ? "yes" : "no");
}

// Around the ends of one and of two blocks the padding differs.
void Sha256PairTest::ofEveryLength()
{
    QFETCH(bool, plain);
    for (qsizetype length = 0; length <= 200; ++length) {
        Sha256Pair pair(plain);
        const QByteArrayView bytes = QByteArrayView(m_bytes).first(length);
        pair.addToPart(bytes);
        QCOMPARE(pair.part(), sha256(bytes));
        QCOMPARE(pair.whole(), sha256(bytes));
    }
    Sha256Pair pair(plain);
    pair.add("abc");
    QCOMPARE(pair.whole().toHex(),
             "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"); // FIPS 180-2, B.1
}

// As a tar's: headers of whole blocks, contents of any length, padding to the next block.
void Sha256PairTest::inPieces()
{
    QFETCH(bool, plain);
    QRandomGenerator random(8);
    Sha256Pair pair(plain);
    QByteArray file;
    for (int member = 0; member < 40; ++member) {
        const QByteArray header(512, static_cast<char>(member));
        pair.add(header);
        file += header;
        QByteArray content;
        for (int piece = random.bounded(5); piece > 0; --piece) {
            const QByteArray bytes = m_bytes.sliced(random.bounded(1000), random.bounded(3000));
            pair.addToPart(bytes);
            content += bytes;
        }
        file += content;
        QCOMPARE(pair.part(), sha256(content));
        const QByteArray padding((512 - content.size() % 512) % 512, '\0');
        pair.add(padding);
        file += padding;
    }
    QCOMPARE(pair.whole(), sha256(file));
}

void Sha256PairTest::aPartThatBeginsAnywhere()
{
    QFETCH(bool, plain);
    for (qsizetype before = 0; before <= 130; ++before) {
        Sha256Pair pair(plain);
        pair.add(m_bytes.first(before));
        for (qsizetype at = before; at < 1000; at += 97)
            pair.addToPart(QByteArrayView(m_bytes).sliced(at, 97));
        const qsizetype end = before + (1000 - before + 96) / 97 * 97;
        QCOMPARE(pair.part(), sha256(QByteArrayView(m_bytes).sliced(before, end - before)));
        QCOMPARE(pair.whole(), sha256(QByteArrayView(m_bytes).first(end)));
    }
}

// Both have five bytes of a block then, and not the same ones.
void Sha256PairTest::theWholeBetweenAPartsPieces()
{
    QFETCH(bool, plain);
    Sha256Pair pair(plain);
    pair.addToPart("12345");
    pair.add(QByteArray(64, 'x'));
    pair.addToPart(m_bytes);
    QCOMPARE(pair.part(), sha256("12345" + m_bytes));
    QCOMPARE(pair.whole(), sha256("12345" + QByteArray(64, 'x') + m_bytes));
}

void Sha256PairTest::beginsAnew()
{
    QFETCH(bool, plain);
    Sha256Pair pair(plain);
    pair.addToPart("one");
    QCOMPARE(pair.whole(), sha256("one"));
    pair.addToPart("two");
    QCOMPARE(pair.part(), sha256("onetwo"));
    QCOMPARE(pair.whole(), sha256("two"));
    QCOMPARE(pair.part(), sha256(""));
    QCOMPARE(pair.whole(), sha256(""));
}

} // namespace

QTEST_GUILESS_MAIN(Sha256PairTest)

#include "sha256pairtest.moc"
