// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scheduler/cronscheduler.h"
#include "scheduler/launchdscheduler.h"
#include "scheduler/systemdscheduler.h"
#include "scheduler/taskscheduler.h"

#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>
#include <QtCore/QStringConverter>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace civicq;
using namespace civicq::scheduler;
using core::ErrorCode;
using core::Result;

namespace {

// Words that shells, systemd, cron and Windows each take apart in their own way.
const QStringList awkward{u"--plan"_s, u"a b"_s,   u"it's"_s,          u"\"quoted\""_s,
                          u"100%"_s,   u"$HOME"_s, u"back\\slash\\"_s, u"Élodie <été> &"_s,
                          u""_s};

Job job()
{
    Job out;
    out.id = u"backup-6f3c1d52"_s;
    out.description = u"CivicQ Admin: daily backup of Oakland -- 100%\nsecond line"_s;
    out.program = QCoreApplication::applicationFilePath();
    out.arguments = awkward;
    out.at = QTime(2, 5);
    return out;
}

// Answers for the system's tools, and remembers what they were asked.
class FakeTools final : public core::ProcessRunner
{
public:
    std::function<core::ProcessResult(const QStringList &)> answer;
    QStringList asked;
    QByteArray input;

    Result<core::ProcessResult> run(core::TaskContext &, const core::ProcessRequest &request) override
    {
        const QStringList words = QStringList{request.program} + request.arguments;
        asked.append(words.join(u' '));
        if (request.input) {
            input.clear();
            for (auto piece = request.input(); piece && !piece->isEmpty(); piece = request.input())
                input += *piece;
        }
        if (!answer)
            return core::ProcessResult();
        return answer(words);
    }
};

core::ProcessResult said(int status, const QByteArray &output, const QString &error = {})
{
    return {status, output, error};
}

class SchedulerTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void systemdUnitsAreSound();
    void systemdWordsArriveWhole();
    void systemdInstallsAndRemoves();
    void systemdFailureLeavesNothing();
    void plistIsSound();
    void launchdInstallsAndRemoves();
    void taskXmlIsSound_data();
    void taskXmlIsSound();
    void taskFallsBackToTheLoggedInUser();
    void taskStateIsRead();
    void windowsWords();
    void crontabIsSound();
    void crontabWordsArriveWhole();
    void otherLinesOfTheCrontabStay();
    void crontabThatCannotBeReadIsLeftAlone();

private:
    // Runs a real tool; everything it said.
    std::pair<int, QString> tool(const QString &program, const QStringList &arguments)
    {
        core::SystemProcessRunner real;
        core::ProcessRequest request;
        request.program = program;
        request.arguments = arguments;
        const auto ran = real.run(m_task, request);
        if (!ran)
            return {-1, ran.error().toString()};
        return {ran->exitCode, ran->errorText + QString::fromUtf8(ran->output)};
    }
    QString write(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName();
    }
    // What a shell line that prints each of its words gives back, by a program of python's.
    QStringList words(const QString &shellLine)
    {
        const auto [status, out] = tool(u"sh"_s, {u"-c"_s, shellLine});
        QStringList list;
        for (const QJsonValue &word : QJsonDocument::fromJson(out.toUtf8()).array())
            list.append(word.toString());
        return status == 0 ? list : QStringList{out};
    }

    core::SilentTask m_task;
    FakeTools m_tools;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void SchedulerTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_tools.answer = {};
    m_tools.asked.clear();
}

void SchedulerTest::systemdUnitsAreSound()
{
    const QString service = write(u"civicq-backup-6f3c1d52.service"_s, systemdService(job()));
    const QString timer = write(u"civicq-backup-6f3c1d52.timer"_s, systemdTimer(job()));
    const auto [status, out] = tool(u"systemd-analyze"_s, {u"verify"_s, u"--man=no"_s, service, timer});
    QVERIFY2(status == 0 && !out.contains("civicq-backup"_L1), qPrintable(out));
    QVERIFY(systemdTimer(job()).contains("Persistent=true"));
    const auto [known, next] = tool(u"systemd-analyze"_s, {u"calendar"_s, u"*-*-* 02:05:00"_s});
    QVERIFY2(known == 0, qPrintable(next));
    QVERIFY(systemdTimer(job()).contains("OnCalendar=*-*-* 02:05:00\n"));
    // The check sees what is wrong.
    const QString wrong = write(u"civicq-wrong.timer"_s, systemdTimer(job()).replace("02:05:00", "26:05:00"));
    const auto [failed, why] = tool(u"systemd-analyze"_s, {u"verify"_s, u"--man=no"_s, wrong});
    QVERIFY2(failed != 0 || why.contains("civicq-wrong"_L1), qPrintable(why));
}

void SchedulerTest::systemdWordsArriveWhole()
{
    const QByteArray unit = systemdService(job());
    const qsizetype begin = unit.indexOf("ExecStart=") + 10;
    // systemd's quoting undone as systemd.syntax(7) says: then the words are those that were put in.
    QString line = QString::fromUtf8(unit.sliced(begin, unit.indexOf('\n', begin) - begin));
    line.replace(u"%%"_s, u"%"_s).replace(u"$$"_s, u"$"_s);
    QStringList list;
    QString word;
    bool inside = false;
    for (qsizetype place = 0; place < line.size(); ++place) {
        const QChar c = line.at(place);
        if (c == u'"') {
            if (inside)
                list.append(word);
            word.clear();
            inside = !inside;
        } else if (inside) {
            word += c == u'\\' ? line.at(++place) : c;
        }
    }
    QCOMPARE(list, QStringList{job().program} + awkward);
    QCOMPARE(unit.count("Description="), 1);
}

void SchedulerTest::systemdInstallsAndRemoves()
{
    SystemdScheduler systemd(m_tools, m_folder->filePath(u"systemd/user"_s));
    m_tools.answer = [](const QStringList &asked) {
        return asked.contains(u"show-user"_s) ? said(0, "no\n") : said(0, {});
    };
    QVERIFY(!systemd.state(m_task, job().id)->installed);
    const auto installed = systemd.install(m_task, job());
    QVERIFY2(installed.has_value(), installed ? "" : qPrintable(installed.error().toString()));
    QCOMPARE(QDir(m_folder->filePath(u"systemd/user"_s)).entryList(QDir::Files).size(), 2);
    QVERIFY(m_tools.asked.contains(u"systemctl --user enable civicq-backup-6f3c1d52.timer"_s));
    const auto state = systemd.state(m_task, job().id);
    QVERIFY(state->installed && state->active);
    QCOMPARE(state->notes, QList{Note::NeedsLinger});
    QVERIFY(systemd.remove(m_task, job().id).has_value());
    QCOMPARE(QDir(m_folder->filePath(u"systemd/user"_s)).entryList(QDir::Files).size(), 0);
    QVERIFY(systemd.remove(m_task, job().id).has_value());
}

void SchedulerTest::systemdFailureLeavesNothing()
{
    SystemdScheduler systemd(m_tools, m_folder->path());
    m_tools.answer = [](const QStringList &asked) {
        return asked.contains(u"enable"_s) ? said(1, {}, u"Failed to connect to bus"_s) : said(0, {});
    };
    const auto installed = systemd.install(m_task, job());
    QCOMPARE(installed.error().code, ErrorCode::ProcessFailed);
    QVERIFY(installed.error().message.contains(u"bus"_s));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 0);
}

void SchedulerTest::plistIsSound()
{
    const QString path = write(u"agent.plist"_s, launchAgent(job()));
    const auto [valid, why] = tool(
        u"xmllint"_s, {u"--noout"_s, u"--nonet"_s, u"--dtdvalid"_s, QStringLiteral(CIVICQ_SCHEMAS "/plist.dtd"), path});
    QVERIFY2(valid == 0, qPrintable(why));
    // As a reader of property lists sees it.
    const auto [read, out] =
        tool(u"python3"_s,
             {u"-c"_s, u"import json,plistlib,sys; print(json.dumps(plistlib.load(open(sys.argv[1],'rb'))))"_s, path});
    QVERIFY2(read == 0, qPrintable(out));
    const QJsonObject agent = QJsonDocument::fromJson(out.toUtf8()).object();
    QCOMPARE(agent.value("Label"_L1).toString(), u"com.civicq.backup-6f3c1d52"_s);
    QStringList words;
    for (const QJsonValue &word : agent.value("ProgramArguments"_L1).toArray())
        words.append(word.toString());
    QCOMPARE(words, QStringList{job().program} + awkward);
    const QJsonObject when = agent.value("StartCalendarInterval"_L1).toObject();
    QCOMPARE(when.value("Hour"_L1).toInt(-1), 2);
    QCOMPARE(when.value("Minute"_L1).toInt(-1), 5);
    QVERIFY(agent.value("RunAtLoad"_L1).toBool());
}

void SchedulerTest::launchdInstallsAndRemoves()
{
    LaunchdScheduler launchd(m_tools, m_folder->filePath(u"LaunchAgents"_s));
    bool loaded = false;
    m_tools.answer = [&loaded](const QStringList &asked) {
        if (asked.first() == u"id"_s)
            return said(0, "501\n");
        if (asked.contains(u"bootstrap"_s))
            loaded = true;
        if (asked.contains(u"bootout"_s))
            return said(std::exchange(loaded, false) ? 0 : 3, {}, u"No such process"_s);
        return said(loaded ? 0 : 113, {});
    };
    QVERIFY(launchd.install(m_task, job()).has_value());
    QVERIFY(launchd.install(m_task, job()).has_value()); // again, in place of itself
    const QString path = m_folder->filePath(u"LaunchAgents/com.civicq.backup-6f3c1d52.plist"_s);
    QVERIFY(m_tools.asked.contains(u"launchctl bootstrap gui/501 "_s + path));
    QVERIFY(launchd.state(m_task, job().id)->active);
    QVERIFY(launchd.state(m_task, job().id)->notes.contains(Note::RunsOnlyLoggedIn));
    QVERIFY(launchd.remove(m_task, job().id).has_value());
    QVERIFY(!QFile::exists(path));
    QVERIFY(!launchd.state(m_task, job().id)->installed);
}

void SchedulerTest::taskXmlIsSound_data()
{
    QTest::addColumn<int>("logon");
    QTest::newRow("nobody there") << static_cast<int>(Logon::WithoutUser);
    QTest::newRow("logged in") << static_cast<int>(Logon::Interactive);
}

void SchedulerTest::taskXmlIsSound()
{
    QFETCH(const int, logon);
    const QByteArray xml = taskXml(job(), u"OAKLAND\\élodie"_s, static_cast<Logon>(logon));
    QVERIFY(xml.startsWith("\xff\xfe"));
    const QString path = write(u"task.xml"_s, xml);
    const QStringList check{u"--noout"_s, u"--nonet"_s, u"--schema"_s, QStringLiteral(CIVICQ_SCHEMAS "/task.xsd")};
    const auto [valid, why] = tool(u"xmllint"_s, check + QStringList{path});
    QVERIFY2(valid == 0, qPrintable(why));
    QStringDecoder decode(QStringDecoder::Utf16LE);
    const QString text = decode(xml);
    for (const QString &wanted :
         {u"<StartWhenAvailable>true</StartWhenAvailable>"_s, u"<DisallowStartIfOnBatteries>false<"_s,
          u"<StopIfGoingOnBatteries>false<"_s, u"T02:05:00</StartBoundary>"_s, u"OAKLAND\\élodie"_s})
        QVERIFY2(text.contains(wanted), qPrintable(wanted));
    // The check sees what is wrong: a setting that is none, and an order that is not the schema's.
    for (const auto &[right, wrong] : {std::pair(u"WakeToRun"_s, u"WakeUp"_s), {u"PT15M"_s, u"15 minutes"_s}}) {
        QString broken = text;
        broken.replace(right, wrong);
        broken.replace(u"UTF-16"_s, u"UTF-8"_s).remove(QChar(0xfeff));
        QVERIFY(tool(u"xmllint"_s, check + QStringList{write(u"wrong.xml"_s, broken.toUtf8())}).first != 0);
    }
}

void SchedulerTest::taskFallsBackToTheLoggedInUser()
{
    TaskScheduler windows(m_tools, u"OAKLAND\\clerk"_s);
    int creations = 0;
    m_tools.answer = [&creations](const QStringList &asked) {
        if (asked.contains(u"/Create"_s))
            return ++creations == 1 ? said(1, {}, u"ERROR: Access is denied."_s) : said(0, {});
        return said(0, {});
    };
    QVERIFY(windows.install(m_task, job()).has_value());
    QCOMPARE(creations, 2);
    m_tools.answer = [](const QStringList &) { return said(1, {}, u"ERROR: Access is denied."_s); };
    QCOMPARE(windows.install(m_task, job()).error().code, ErrorCode::PermissionDenied);
}

void SchedulerTest::taskStateIsRead()
{
    TaskScheduler windows(m_tools, u"OAKLAND\\clerk"_s);
    QByteArray xml = taskXml(job(), u"OAKLAND\\clerk"_s, Logon::Interactive);
    m_tools.answer = [&xml](const QStringList &) { return said(0, xml); };
    auto state = windows.state(m_task, job().id);
    QVERIFY(state->installed && state->active);
    QCOMPARE(state->notes, QList{Note::RunsOnlyLoggedIn});
    xml = "<Task><Principals><Principal><LogonType>S4U</LogonType></Principal></Principals>"
          "<Settings><Enabled>false</Enabled></Settings></Task>";
    state = windows.state(m_task, job().id);
    QVERIFY(state->installed && !state->active && state->notes.isEmpty());
    m_tools.answer = [](const QStringList &) {
        return said(1, {}, u"ERROR: The system cannot find the file specified."_s);
    };
    QVERIFY(!windows.state(m_task, job().id)->installed);
    m_tools.asked.clear();
    QVERIFY(windows.remove(m_task, job().id).has_value());
    QVERIFY(!m_tools.asked.join(u'\n').contains(u"/Delete"_s));
}

// The rules of CommandLineToArgvW, with its own examples.
void SchedulerTest::windowsWords()
{
    QCOMPARE(windowsCommandLine({u"plain"_s, u"two words"_s}), u"plain \"two words\""_s);
    QCOMPARE(windowsCommandLine({u"C:\\Users\\Élodie\\"_s}), u"C:\\Users\\Élodie\\"_s);
    QCOMPARE(windowsCommandLine({u"C:\\My files\\"_s}), u"\"C:\\My files\\\\\""_s);
    QCOMPARE(windowsCommandLine({u"say \"hi\""_s}), u"\"say \\\"hi\\\"\""_s);
    QCOMPARE(windowsCommandLine({u"a\\\"b"_s}), u"\"a\\\\\\\"b\""_s);
    QCOMPARE(windowsCommandLine({u""_s}), u"\"\""_s);
}

void SchedulerTest::crontabIsSound()
{
    // crontab(5): comments, and lines of five fields and a command. No crontab checks a file without a spool to write to.
    static const QRegularExpression line(u"^([0-5]?[0-9]) \\* \\* \\* \\* '[^\\n]+$"_s);
    for (int minute = 0; minute < 60; ++minute) {
        Job one = job();
        one.at = QTime(23, minute);
        const QStringList lines = crontabWith({}, one).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 4);
        for (const int comment : {0, 1, 3})
            QVERIFY(lines.at(comment).startsWith(u"# "_s));
        QCOMPARE(line.match(lines.at(2)).captured(1).toInt(), minute);
    }
}

void SchedulerTest::crontabWordsArriveWhole()
{
    Job printed = job();
    printed.program = u"python3"_s;
    printed.arguments = QStringList{u"-c"_s, u"import json,sys; print(json.dumps(sys.argv[1:]))"_s} + awkward;
    const QString line = crontabWith({}, printed).split(u'\n').value(2).section(u' ', 5);
    QCOMPARE(line.count(u'%'), line.count(u"\\%"_s)); // crontab(5): a bare % would end the command
    QCOMPARE(words(QString(line).replace(u"\\%"_s, u"%"_s)), awkward);
}

void SchedulerTest::otherLinesOfTheCrontabStay()
{
    const QString others = u"# mine\nMAILTO=clerk\n\n0 3 * * * /usr/bin/true\n"_s;
    Job second = job();
    second.id = u"backup-second"_s;
    const QString both = crontabWith(crontabWith(others, job()), second);
    QVERIFY(both.startsWith(others));
    QCOMPARE(crontabWith(both, second), both);
    QCOMPARE(crontabWithout(crontabWithout(both, job().id), second.id), others);
    QCOMPARE(crontabWithout(others, job().id), others);
    // A block somebody cut in two: nothing of his is taken.
    const QString cut = u"# civicq-admin backup-6f3c1d52 begins: changed by civicq-db schedule\n0 1 * * * mine\n"_s;
    QCOMPARE(crontabWithout(cut, job().id), cut);

    CronScheduler cron(m_tools);
    QString crontab = others;
    m_tools.answer = [&](const QStringList &asked) {
        if (asked.contains(u"-l"_s))
            return said(0, crontab.toUtf8());
        crontab = QString::fromUtf8(m_tools.input);
        return said(0, {});
    };
    QVERIFY(cron.install(m_task, job()).has_value());
    QVERIFY(cron.state(m_task, job().id)->active);
    QVERIFY(cron.remove(m_task, job().id).has_value());
    QCOMPARE(crontab, others);
}

void SchedulerTest::crontabThatCannotBeReadIsLeftAlone()
{
    CronScheduler cron(m_tools);
    m_tools.answer = [](const QStringList &) { return said(1, {}, u"crontab: cannot open: Input/output error"_s); };
    QVERIFY(!cron.install(m_task, job()).has_value());
    QCOMPARE(m_tools.asked, QStringList{u"crontab -l"_s}); // never written
    m_tools.answer = [](const QStringList &asked) {
        return asked.contains(u"-l"_s) ? said(1, {}, u"no crontab for clerk"_s) : said(0, {});
    };
    QVERIFY(cron.install(m_task, job()).has_value());
    QVERIFY(m_tools.input.contains("5 * * * *"));
}

} // namespace

QTEST_GUILESS_MAIN(SchedulerTest)
#include "schedulertest.moc"
