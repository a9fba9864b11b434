// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "driver/driverclient.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QUuid>

#include <thread>

using namespace Qt::StringLiterals;

namespace civicq::tests {

namespace {

constexpr int answerTimeout = 60'000;

// Between two looks at a condition in another process, which can send no signal to this one.
void letTheOtherProcessWork()
{
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
}

} // namespace

DriverClient::DriverClient() : m_environment(QProcessEnvironment::systemEnvironment()) {}

DriverClient::~DriverClient()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

QString DriverClient::program(const QString &name)
{
#ifdef Q_OS_WIN
    return QStringLiteral(CIVICQ_BIN) + u'/' + name + u".exe"_s;
#else
    return QStringLiteral(CIVICQ_BIN) + u'/' + name;
#endif
}

void DriverClient::setEnvironment(const QString &name, const QString &value)
{
    m_environment.insert(name, value);
}

bool DriverClient::start(const QStringList &arguments, int timeout)
{
    const QString server = u"civicq-driver-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_environment.insert(u"CIVICQ_DRIVER"_s, server);
    m_environment.insert(u"QT_PLUGIN_PATH"_s, QStringLiteral(CIVICQ_DRIVER_PLUGINS));
    m_environment.insert(u"QT_QPA_GENERIC_PLUGINS"_s, u"CivicqDriver"_s);
    m_process.setProcessEnvironment(m_environment);
    m_process.setProcessChannelMode(QProcess::ForwardedChannels);
    m_process.start(program(u"civicq-admin"_s), arguments);
    const QDeadlineTimer deadline(timeout);
    while (!deadline.hasExpired()) {
        if (m_process.state() == QProcess::NotRunning && m_process.error() != QProcess::UnknownError) {
            m_failure = m_process.errorString();
            return false;
        }
        m_socket.connectToServer(server);
        if (m_socket.waitForConnected(200))
            return true;
        if (m_process.waitForFinished(20)) {
            m_failure = u"the program ended at once, with status %1"_s.arg(m_process.exitCode());
            return false;
        }
    }
    m_failure = u"the program did not answer"_s;
    return false;
}

int DriverClient::quit(int timeout)
{
    triggerLater(u"quit"_s);
    if (!m_process.waitForFinished(timeout) || m_process.exitStatus() != QProcess::NormalExit)
        return -1;
    return m_process.exitCode();
}

QJsonObject DriverClient::ask(const QJsonObject &request)
{
    m_socket.write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
    m_socket.flush();
    const QDeadlineTimer deadline(answerTimeout);
    while (!m_socket.canReadLine() && !deadline.hasExpired()) {
        if (!m_socket.waitForReadyRead(1'000) && m_socket.state() != QLocalSocket::ConnectedState)
            return {{u"ok"_s, false}, {u"error"_s, u"the program is gone"_s}};
    }
    return QJsonDocument::fromJson(m_socket.readLine()).object();
}

// A widget may still be on its way: the same request again until it is taken.
bool DriverClient::act(const QJsonObject &request, int timeout)
{
    const QDeadlineTimer deadline(timeout);
    QJsonObject answer = ask(request);
    while (!answer.value("ok"_L1).toBool() && !deadline.hasExpired()
           && m_socket.state() == QLocalSocket::ConnectedState) {
        letTheOtherProcessWork();
        answer = ask(request);
    }
    if (answer.value("ok"_L1).toBool())
        return true;
    m_failure = u"%1: %2"_s.arg(QString::fromUtf8(QJsonDocument(request).toJson(QJsonDocument::Compact)),
                                answer.value("error"_L1).toString());
    return false;
}

bool DriverClient::click(const QString &widget, int timeout)
{
    return act({{u"do"_s, u"click"_s}, {u"widget"_s, widget}}, timeout);
}

bool DriverClient::clickLater(const QString &widget, int timeout)
{
    const bool ready = waitFor(
        widget,
        [](const QJsonObject &now) { return now.value("visible"_L1).toBool() && now.value("enabled"_L1).toBool(); },
        u"to be clickable"_s, timeout);
    return ready && act({{u"do"_s, u"click"_s}, {u"widget"_s, widget}, {u"later"_s, true}}, timeout);
}

bool DriverClient::type(const QString &widget, const QString &text, int timeout)
{
    return act({{u"do"_s, u"type"_s}, {u"widget"_s, widget}, {u"text"_s, text}}, timeout);
}

bool DriverClient::key(const QString &sequence, const QString &widget)
{
    return act({{u"do"_s, u"key"_s}, {u"sequence"_s, sequence}, {u"widget"_s, widget}, {u"later"_s, true}}, 0);
}

bool DriverClient::select(const QString &widget, const QString &text, int timeout)
{
    return act({{u"do"_s, u"select"_s}, {u"widget"_s, widget}, {u"text"_s, text}}, timeout);
}

bool DriverClient::trigger(const QString &action)
{
    return act({{u"do"_s, u"trigger"_s}, {u"action"_s, action}}, 10'000);
}

bool DriverClient::triggerLater(const QString &action)
{
    return act({{u"do"_s, u"trigger"_s}, {u"action"_s, action}, {u"later"_s, true}}, 0);
}

bool DriverClient::scrollToEnd(const QString &widget)
{
    return act({{u"do"_s, u"scroll"_s}, {u"widget"_s, widget}}, 5'000);
}

bool DriverClient::resize(const QString &window, int width, int height)
{
    return act({{u"do"_s, u"resize"_s}, {u"widget"_s, window}, {u"width"_s, width}, {u"height"_s, height}}, 10'000);
}

bool DriverClient::grab(const QString &file, const QString &widget)
{
    return act({{u"do"_s, u"grab"_s}, {u"file"_s, file}, {u"widget"_s, widget}}, 5'000);
}

bool DriverClient::waitFor(const QString &widget, const std::function<bool(const QJsonObject &)> &condition,
                           const QString &what, int timeout)
{
    const QDeadlineTimer deadline(timeout);
    QJsonObject now;
    do {
        now = ask({{u"do"_s, u"describe"_s}, {u"widget"_s, widget}});
        if (condition(now))
            return true;
        letTheOtherProcessWork();
    } while (!deadline.hasExpired() && m_socket.state() == QLocalSocket::ConnectedState);
    m_failure = u"waited for %1 %2; it is %3"_s.arg(
        widget, what, QString::fromUtf8(QJsonDocument(now).toJson(QJsonDocument::Compact)).left(600));
    return false;
}

bool DriverClient::waitVisible(const QString &widget, int timeout)
{
    return waitFor(
        widget, [](const QJsonObject &now) { return now.value("visible"_L1).toBool(); }, u"to be visible"_s, timeout);
}

bool DriverClient::waitGone(const QString &widget, int timeout)
{
    return waitFor(
        widget, [](const QJsonObject &now) { return !now.value("visible"_L1).toBool(); }, u"to be gone"_s, timeout);
}

bool DriverClient::waitText(const QString &widget, const QString &part, int timeout)
{
    return waitFor(
        widget,
        [part](const QJsonObject &now) {
            return now.value("visible"_L1).toBool() && now.value("text"_L1).toString().contains(part);
        },
        u"to show \"%1\""_s.arg(part), timeout);
}

QJsonObject DriverClient::describe(const QString &widget, const QString &property)
{
    return ask({{u"do"_s, u"describe"_s}, {u"widget"_s, widget}, {u"property"_s, property}});
}

QString DriverClient::text(const QString &widget)
{
    return describe(widget).value("text"_L1).toString();
}

QJsonObject DriverClient::list()
{
    return ask({{u"do"_s, u"list"_s}});
}

QStringList DriverClient::clipped()
{
    QStringList out;
    for (const QJsonValue &entry : ask({{u"do"_s, u"clipped"_s}}).value("widgets"_L1).toArray())
        out.append(entry.toString());
    return out;
}

double DriverClient::longestStallMs(bool reset)
{
    return ask({{u"do"_s, u"stall"_s}, {u"reset"_s, reset}}).value("microseconds"_L1).toDouble() / 1000.0;
}

} // namespace civicq::tests
