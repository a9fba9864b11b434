// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/translations.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtCore/QProcess>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace {

// What a program says of a Monday and a large number in these surroundings: Qt reads them once, so each has its own.
QString said(const QString &system, const QString &languages, const QString &chosen)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, system);
    environment.insert(u"LANGUAGE"_s, languages);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(), {u"--say"_s, chosen});
    if (!process.waitForFinished())
        return process.errorString();
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

int say(const QString &language)
{
    civicq::translations::install(language);
    const QLocale locale;
    const QString words = locale.dayName(1) + u' ' + locale.toString(12'345.5, 'f', 1);
    std::puts(words.toUtf8().constData());
    return 0;
}

} // namespace

class TranslationsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void datesAndNumbersFollowTheTexts_data();
    void datesAndNumbersFollowTheTexts();
};

void TranslationsTest::datesAndNumbersFollowTheTexts_data()
{
    QTest::addColumn<QString>("system");
    QTest::addColumn<QString>("languages");
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing chosen") << u"en_US.UTF-8"_s << u""_s << u""_s << u"Monday 12,345.5"_s;
    QTest::newRow("chosen") << u"en_US.UTF-8"_s << u""_s << u"es"_s << u"lunes 12.345,5"_s;
    QTest::newRow("LANGUAGE") << u"en_US.UTF-8"_s << u"es"_s << u""_s << u"lunes 12.345,5"_s;
    QTest::newRow("LANGUAGE without a locale") << u"C.UTF-8"_s << u"es"_s << u""_s << u"lunes 12.345,5"_s;
    QTest::newRow("own territory") << u"es_MX.UTF-8"_s << u""_s << u"es"_s << u"lunes 12,345.5"_s;
    QTest::newRow("English on a Spanish system") << u"es_ES.UTF-8"_s << u""_s << u"en"_s << u"Monday 12,345.5"_s;
    QTest::newRow("no texts in it") << u"de_DE.UTF-8"_s << u""_s << u""_s << u"Montag 12.345,5"_s;
}

void TranslationsTest::datesAndNumbersFollowTheTexts()
{
    QFETCH(const QString, system);
    QFETCH(const QString, languages);
    QFETCH(const QString, chosen);
    QTEST(said(system, languages, chosen), "words");
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--say"_L1)
        return say(arguments.value(2));
    TranslationsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "translationstest.moc"
