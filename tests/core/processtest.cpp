// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace civicq::core;

namespace {

ProcessRequest helper(const QStringList &arguments)
{
    ProcessRequest request;
    request.program = QCoreApplication::applicationDirPath() + u"/process_helper"_s;
    request.arguments = arguments;
    return request;
}

class ProcessTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void argumentsArriveAsTheyAre();
    void inputIsStreamed();
    void outputIsStreamedWithoutKeepingIt();
    void exitCodeAndLastWords();
    void environment();
    void missingProgram();
    void cancelEndsTheProgram();
    void anErrorOfTheSinkEndsTheProgram();

private:
    SystemProcessRunner m_runner;
    SilentTask m_task;
};

void ProcessTest::argumentsArriveAsTheyAre()
{
    const QStringList odd{u"Élodie's \"été\""_s, u"a b"_s, u"$HOME"_s, u"*"_s, u"back\\slash"_s};
    const auto result = m_runner.run(m_task, helper(QStringList{u"echo"_s} + odd));
    QCOMPARE(QString::fromUtf8(result->output).replace(u"\r\n"_s, u"\n"_s), odd.join(u'\n') + u'\n');
}

void ProcessTest::inputIsStreamed()
{
    ProcessRequest request = helper({u"echo"_s});
    int pieces = 0;
    request.input = [&]() -> Result<QByteArray> { return ++pieces <= 64 ? QByteArray(100'000, 'y') : QByteArray(); };
    const auto result = m_runner.run(m_task, request);
    QCOMPARE(result->output.size(), 6'400'000);
}

void ProcessTest::outputIsStreamedWithoutKeepingIt()
{
    ProcessRequest request = helper({u"flood"_s});
    qsizetype seen = 0;
    request.output = [&](QByteArrayView piece) -> Result<> {
        seen += piece.count('x');
        return {};
    };
    const auto result = m_runner.run(m_task, request);
    QCOMPARE(seen, 1023 * 32 * 1024);
    QVERIFY(result->output.isEmpty());
}

void ProcessTest::exitCodeAndLastWords()
{
    ProcessRequest request = helper({u"fail"_s});
    QStringList lines;
    request.errorLine = [&](const QString &line) { lines.append(line); };
    const auto result = m_runner.run(m_task, request);
    QCOMPARE(result->exitCode, 3);
    QCOMPARE(lines, (QStringList{u"first"_s, u"last words"_s}));
    QVERIFY(result->errorText.contains("last words"_L1));
}

void ProcessTest::environment()
{
    ProcessRequest request = helper({u"environment"_s, u"CIVICQ_TEST_VARIABLE"_s});
    request.environment.insert(u"CIVICQ_TEST_VARIABLE"_s, u"secret"_s);
    QCOMPARE(m_runner.run(m_task, request)->output, "secret");
    qputenv("CIVICQ_TEST_VARIABLE", "outer");
    request.environment.insert(u"CIVICQ_TEST_VARIABLE"_s, QString());
    QCOMPARE(m_runner.run(m_task, request)->output, "(unset)");
}

void ProcessTest::missingProgram()
{
    ProcessRequest request;
    request.program = u"no-such-program-anywhere"_s;
    const auto result = m_runner.run(m_task, request);
    QCOMPARE(result.error().code, ErrorCode::ToolMissing);
}

void ProcessTest::cancelEndsTheProgram()
{
    SilentTask task;
    QElapsedTimer clock;
    ProcessRequest request = helper({u"hang"_s});
    request.input = []() -> Result<QByteArray> { return QByteArray("\n"); };
    request.output = [&](QByteArrayView) -> Result<> {
        clock.start();
        task.cancel();
        return {};
    };
    const auto result = m_runner.run(task, request);
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
    QVERIFY2(clock.elapsed() < 5'000, qPrintable(QString::number(clock.elapsed())));
}

void ProcessTest::anErrorOfTheSinkEndsTheProgram()
{
    ProcessRequest request = helper({u"flood"_s});
    request.output = [](QByteArrayView) -> Result<> { return fail(ErrorCode::NoSpace, u"full"_s); };
    const auto result = m_runner.run(m_task, request);
    QCOMPARE(result.error().code, ErrorCode::NoSpace);
}

} // namespace

QTEST_GUILESS_MAIN(ProcessTest)
#include "processtest.moc"
