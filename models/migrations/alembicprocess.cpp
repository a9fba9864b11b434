// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/alembicprocess.h"

#include "migrations/alembicfailure.h"
#include "migrations/failures.h"
#include "postgres/connection.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRandomGenerator>

using namespace Qt::StringLiterals;

// A static library's resources are left out of a program unless something asks for them.
static void initializeAlembicResource()
{
    Q_INIT_RESOURCE(civicq_alembic);
}

namespace civicq::migrations {

using core::Result;

namespace {

constexpr auto stepMark = "civicq-step\t"_L1;
constexpr auto elsewhereMark = "civicq-elsewhere\t"_L1;
constexpr auto ownMark = "civicq-"_L1;

// As resources/alembic/run.py asks each session.
constexpr auto identityQuery = R"(
    SELECT current_database()::text,
           (SELECT oid::bigint::text FROM pg_catalog.pg_database WHERE datname = current_database()),
           extract(epoch FROM pg_catalog.pg_postmaster_start_time())::numeric(20, 3)::text)";

QString starter()
{
    initializeAlembicResource();
    QFile file(u":/civicq/alembic/run.py"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString normalHost(const QString &host)
{
    return host.isEmpty() || host == "127.0.0.1"_L1 || host == "::1"_L1 ? u"localhost"_s : host;
}

QString targetDocument(const AlembicTarget &target)
{
    QJsonObject keywords;
    for (const auto &[key, value] : target.parameters.keywords())
        keywords.insert(QString::fromLatin1(key), QString::fromUtf8(value));
    keywords.insert(u"application_name"_s, target.applicationName);
    keywords.insert(u"dbname"_s, target.identity.value(0));
    QJsonObject settings;
    if (target.lockTimeout.count() > 0) {
        const QString timeout = QString::number(target.lockTimeout.count());
        settings.insert(u"lock_timeout"_s, timeout);
        const QString before = keywords.value(u"options"_s).toString();
        keywords.insert(u"options"_s, QString(before + u" -c lock_timeout="_s + timeout).trimmed());
    }
    const int port = target.parameters.port > 0 ? target.parameters.port : 5432;
    const QJsonArray address{normalHost(target.parameters.host), QString::number(port), target.identity.value(0)};
    return QString::fromUtf8(QJsonDocument(QJsonObject{{u"keywords"_s, keywords},
                                                       {u"settings"_s, settings},
                                                       {u"address"_s, address},
                                                       {u"identity"_s, QJsonArray::fromStringList(target.identity)}})
                                 .toJson(QJsonDocument::Compact));
}

core::ProcessRequest requestFor(const AlembicPython &python, const QString &configuration,
                                const AlembicCommand &command)
{
    core::ProcessRequest request;
    request.program = python.path;
    request.arguments = QStringList{u"-c"_s, starter(), u"-c"_s, configuration} + command.arguments;
    request.workingFolder = QFileInfo(configuration).absolutePath(); // where relative paths of alembic.ini begin
    request.environment = {{u"PYTHONUTF8"_s, u"1"_s},
                           {u"PYTHONUNBUFFERED"_s, u"1"_s},
                           {u"CIVICQ_ALEMBIC_TARGET"_s, command.target ? targetDocument(*command.target) : QString()}};
    return request;
}

} // namespace

Result<AlembicTarget> alembicTarget(postgres::Connection &connection, core::TaskContext &context,
                                    const postgres::ConnectionParameters &parameters)
{
    const auto found = connection.query(context, QString::fromLatin1(identityQuery));
    if (!found)
        return core::fail(found.error());
    AlembicTarget target;
    target.parameters = parameters;
    target.identity = {found->text(0, 0), found->text(0, 1), found->text(0, 2)};
    target.applicationName = u"civicq alembic %1"_s.arg(QRandomGenerator::global()->generate(), 8, 16, QChar(u'0'));
    return target;
}

Result<QByteArray> runAlembic(core::TaskContext &context, const AlembicTools &tools, const MigrationFolder &folder,
                              const AlembicCommand &command)
{
    if (!tools.processes)
        return alembicRunsItself(command.arguments);
    const auto locations = alembicLocations(folder.path);
    if (!locations)
        return core::fail(locations.error());
    const QString configuration = QFileInfo(locations->configuration).absoluteFilePath();
    const auto python = findAlembicPython(context, tools, QFileInfo(configuration).absolutePath());
    if (!python)
        return core::fail(python.error());
    context.message(u"Alembic %1, run by %2"_s.arg(python->alembicVersion, QDir::toNativeSeparators(python->path)));

    core::ProcessRequest request = requestFor(*python, configuration, command);
    request.errorLine = [&](const QString &line) {
        if (line.startsWith(stepMark) && command.stepDone)
            command.stepDone(line.sliced(stepMark.size()));
        else if (line.startsWith(elsewhereMark))
            context.message(u"The project's own configuration names %1; this run goes to %2, which is connected."_s.arg(
                line.sliced(elsewhereMark.size()), command.target ? command.target->parameters.describe() : QString()));
        else if (!line.startsWith(ownMark) && !line.trimmed().isEmpty())
            context.message(line);
    };
    auto ran = tools.processes->run(context, request);
    if (!ran)
        return core::fail(ran.error().during(u"running alembic %1"_s.arg(command.arguments.join(u' '))));
    if (ran->exitCode == 0)
        return std::move(ran->output);
    return core::fail(
        explainAlembic({python->path, command.arguments, ran->errorText, QString::fromUtf8(ran->output), ran->exitCode,
                        command.target ? command.target->parameters : postgres::ConnectionParameters()},
                       folder.graph));
}

} // namespace civicq::migrations
