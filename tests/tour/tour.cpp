// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QDir>
#include <QtCore/QTextStream>

using namespace Qt::StringLiterals;

namespace civicq::tests {

namespace {

using namespace std::chrono_literals;

constexpr auto layoutPatience = 3s;

// Carries the reason out of a step; never leaves this file.
struct DidNotHold
{
    QString why;
};

void print(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

} // namespace

Tour::Tour(const QString &home, const QString &pictures) : m_home(home), m_pictures(pictures)
{
    QDir().mkpath(pictures);
}

bool Tour::openWindow(const Look &look, const QStringList &arguments)
{
    m_prefix = look.prefix;
    m_window = std::make_unique<DriverClient>();
    m_window->setEnvironment(u"CIVICQ_HOME"_s, m_home);
    m_window->setEnvironment(u"QT_SCALE_FACTOR"_s, QString::number(look.scale));
    m_window->setEnvironment(u"LANGUAGE"_s, look.language);
    return m_window->start(QStringList{u"--theme"_s, look.theme} + arguments);
}

void Tour::step(const QString &what, const std::function<QString()> &body)
{
    QElapsedTimer clock;
    clock.start();
    QString outcome;
    bool held = true;
    try {
        outcome = body();
    } catch (const DidNotHold &reason) {
        held = false;
        outcome = reason.why;
        ++m_failures;
        (void)m_window->grab(m_pictures + u"/failed-"_s + QString::number(++m_steps) + u".png"_s);
    }
    print(u"%1 %2 s  %3: %4"_s.arg(held ? u"ok    "_s : u"FAILED"_s)
              .arg(static_cast<double>(clock.elapsed()) / 1000.0, 5, 'f', 1)
              .arg(what, outcome));
}

void Tour::require(bool held, const QString &otherwise)
{
    if (!held)
        throw DidNotHold{otherwise.isEmpty() ? m_window->failure() : otherwise};
}

void Tour::picture(const QString &name, const QString &widget)
{
    const QString file = m_pictures + u'/' + m_prefix + name + u".png"_s;
    // What has just come, a card behind a wizard, gets its room in the window's next turns.
    QStringList cut = m_window->clipped();
    for (const QDeadlineTimer settled(layoutPatience); !cut.isEmpty() && !settled.hasExpired();)
        cut = m_window->clipped();
    require(m_window->grab(file, widget));
    require(cut.isEmpty(), u"%1 shows texts that are cut off: %2"_s.arg(name, cut.join(u", "_s)));
}

QByteArray Tour::run(const QString &program, const QStringList &arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"CIVICQ_HOME"_s, m_home);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit;
    require(ended && process.exitCode() == 0, program + u": "_s + QString::fromUtf8(process.readAllStandardError()));
    return process.readAllStandardOutput();
}

QString Tour::url(const QString &database)
{
    QString address = QString::fromUtf8(run(DriverClient::program(u"civicq-db"_s), {u"sandbox"_s, u"url"_s})).trimmed();
    return address.replace(u"/civicq?"_s, u'/' + database + u'?');
}

QString Tour::ask(const QString &sql, const QString &database)
{
    return QString::fromUtf8(run(u"psql"_s, {u"-XAtq"_s, u"-d"_s, url(database), u"-c"_s, sql})).trimmed();
}

QByteArray Tour::dump(const QString &database)
{
    QByteArray kept;
    for (const QByteArray &line : run(u"pg_dump"_s, {u"-d"_s, url(database)}).split('\n')) {
        if (!line.startsWith("\\restrict") && !line.startsWith("\\unrestrict"))
            kept += line + '\n';
    }
    return kept;
}

QByteArray Tour::civicqDb(const QStringList &arguments, const QStringList &target)
{
    return run(DriverClient::program(u"civicq-db"_s), arguments + target + QStringList{u"--json"_s, u"--yes"_s});
}

} // namespace civicq::tests
