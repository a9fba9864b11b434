// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/connectiontest.h"

#include "connections/opening.h"
#include "connections/reachability.h"
#include "connections/servicefile.h"
#include "postgres/connection.h"

#include <QtCore/QElapsedTimer>

#include <array>

using namespace Qt::StringLiterals;
using civicq::core::Error;
using civicq::core::ErrorCode;
using civicq::core::Result;
using civicq::postgres::Connection;
using civicq::postgres::ConnectionParameters;

namespace civicq::connections {

namespace {

constexpr int oldestMajor = 14;
constexpr int newestMajor = 18;
constexpr std::chrono::seconds usualPatience{10};

// What a stage found out, when it did not fail.
struct Finding
{
    StageOutcome outcome = StageOutcome::Ok;
    QStringList facts;
};

// One test; its stages are run in order, and one that fails ends it.
class Run
{
public:
    Run(core::TaskContext &context, const ConnectionParameters &parameters,
        const std::function<void(const StageResult &)> &onStage)
        : m_context(context), m_parameters(withServiceFile(parameters)), m_onStage(onStage)
    {
        for (int i = 0; i < testStageCount; ++i)
            m_report.stages.append(StageResult{static_cast<TestStage>(i), {}, {}, {}, {}});
        const int limit = parameters.connectTimeoutSeconds;
        m_patience = limit > 0 ? std::chrono::seconds(limit) : usualPatience;
    }

    Result<ConnectionTestReport> execute()
    {
        const bool done = stage(TestStage::Name, [this] { return findHost(); })
                          && stage(TestStage::Tcp, [this] { return reachPort(); })
                          && stage(TestStage::Tls, [this] { return askForTls(); }) && logIn()
                          && stage(TestStage::Version, [this] { return checkVersion(); })
                          && stage(TestStage::Extensions, [this] { return checkExtensions(); })
                          && stage(TestStage::Privileges, [this] { return checkPrivileges(); });
        if (!done && m_context.isCancelled())
            return core::TaskContext::cancelled();
        return m_report;
    }

private:
    StageResult &at(TestStage stage) { return m_report.stages[static_cast<int>(stage)]; }

    void tell(const StageResult &result) const
    {
        if (m_onStage)
            m_onStage(result);
    }

    void begin(TestStage stage)
    {
        at(stage).outcome = StageOutcome::Running;
        m_context.report({testStageName(stage), {}, static_cast<int>(stage), testStageCount, core::Unit::Steps});
        tell(at(stage));
        m_clock.start();
    }

    void end(TestStage stage, const Result<Finding> &finding)
    {
        StageResult &result = at(stage);
        result.time = std::chrono::milliseconds(m_clock.elapsed());
        result.outcome = finding ? finding->outcome : StageOutcome::Failed;
        if (finding)
            result.facts = finding->facts;
        else
            result.error = finding.error();
        tell(result);
    }

    bool stage(TestStage which, const std::function<Result<Finding>()> &work)
    {
        begin(which);
        const auto finding = work();
        if (!finding && m_context.isCancelled()) {
            at(which).outcome = StageOutcome::NotReached;
            return false;
        }
        end(which, finding);
        return finding.has_value();
    }

    Result<Finding> findHost()
    {
        if (!m_parameters.service.isEmpty() && !hasService(m_parameters.service)) {
            return core::fail(ErrorCode::NotFound,
                              u"no service file has an entry named \"%1\""_s.arg(m_parameters.service),
                              serviceFilePaths());
        }
        if (isLocalSocket(m_parameters))
            return Finding{StageOutcome::Ok, {m_parameters.host}};
        auto found = resolve(m_context, m_parameters, m_patience);
        if (!found)
            return core::fail(found.error());
        m_addresses = std::move(*found);
        QStringList names;
        for (const Endpoint &endpoint : std::as_const(m_addresses)) {
            if (!names.contains(endpoint.address))
                names.append(endpoint.address);
        }
        return Finding{StageOutcome::Ok, names};
    }

    Result<Finding> reachPort()
    {
        if (isLocalSocket(m_parameters))
            return Finding{StageOutcome::Ok, {m_parameters.host}};
        const auto answered = reach(m_context, m_addresses, m_patience);
        if (!answered)
            return core::fail(answered.error());
        m_answered = *answered;
        return Finding{StageOutcome::Ok, {m_answered.text()}};
    }

    // Only whether the other end is PostgreSQL and offers encryption; the handshake comes with the login, by libpq.
    Result<Finding> askForTls()
    {
        if (isLocalSocket(m_parameters))
            return Finding{StageOutcome::Ok, {u"local"_s}};
        const auto offered = offersTls(m_context, m_answered, m_patience);
        if (!offered)
            return core::fail(offered.error());
        const QString &mode = m_parameters.sslMode;
        const bool wanted = mode == "require"_L1 || mode.startsWith("verify"_L1);
        if (!*offered && wanted) {
            Error error;
            error.code = ErrorCode::TlsFailed;
            error.message = u"server does not support SSL, but SSL was required"_s;
            error.arguments = {m_parameters.host, u"not offered"_s};
            return core::fail(std::move(error));
        }
        if (*offered && mode != "disable"_L1 && mode != "allow"_L1)
            return Finding{StageOutcome::Ok, {}};
        const bool staysHere = m_answered.isLoopback();
        return Finding{staysHere ? StageOutcome::Ok : StageOutcome::Warning, {staysHere ? u"local"_s : u"none"_s}};
    }

    // Login, database and the TLS handshake are one call of libpq's: its error says which of them it was.
    bool logIn()
    {
        begin(TestStage::Login);
        auto opened = Connection::open(m_context, readOnly(m_parameters));
        if (!opened && m_context.isCancelled()) {
            at(TestStage::Login).outcome = StageOutcome::NotReached;
            return false;
        }
        if (!opened) {
            loginFailed(opened.error());
            return false;
        }
        m_connection = std::move(*opened);
        m_connection->setAnswerTimeout(m_patience);
        end(TestStage::Login, Finding{StageOutcome::Ok, {m_connection->user()}});
        tellTlsProtocol();
        return stage(TestStage::Database,
                     [this] { return Result<Finding>(Finding{StageOutcome::Ok, {m_connection->database()}}); });
    }

    void loginFailed(const Error &error)
    {
        const bool databaseRefused = error.message.contains("permission denied for database"_L1);
        if (error.code == ErrorCode::DatabaseMissing || databaseRefused) {
            // The server looks for the database after it has accepted the login.
            end(TestStage::Login, Finding{StageOutcome::Ok, {m_parameters.user}});
            begin(TestStage::Database);
            end(TestStage::Database, core::fail(error));
        } else if (error.code == ErrorCode::TlsFailed) {
            at(TestStage::Login).outcome = StageOutcome::NotReached;
            tell(at(TestStage::Login));
            end(TestStage::Tls, core::fail(error));
        } else {
            end(TestStage::Login, core::fail(error));
        }
    }

    void tellTlsProtocol()
    {
        if (!m_connection->usesTls())
            return;
        const auto rows = m_connection->query(
            m_context, u"SELECT version FROM pg_catalog.pg_stat_ssl WHERE pid = pg_catalog.pg_backend_pid()"_s);
        StageResult &tls = at(TestStage::Tls);
        tls.outcome = StageOutcome::Ok;
        tls.facts = {rows && !rows->isEmpty() ? rows->text(0, 0) : u"TLS"_s};
        tell(tls);
    }

    Result<Finding> checkVersion() const
    {
        const int major = m_connection->serverMajor();
        const bool known = major >= oldestMajor && major <= newestMajor;
        return Finding{known ? StageOutcome::Ok : StageOutcome::Warning,
                       {m_connection->reported("server_version").section(u' ', 0, 0)}};
    }

    Result<Finding> checkExtensions()
    {
        const auto rows = m_connection->query(
            m_context, u"SELECT w.name, e.extversion, a.default_version "
                       "FROM pg_catalog.unnest(ARRAY['vector', 'pg_trgm', 'pg_stat_statements']) AS w(name) "
                       "LEFT JOIN pg_catalog.pg_extension e ON e.extname = w.name "
                       "LEFT JOIN pg_catalog.pg_available_extensions a ON a.name = w.name"_s);
        if (!rows)
            return core::fail(rows.error());
        Finding finding;
        bool vectorMissing = false;
        for (int row = 0; row < rows->count(); ++row) {
            const QString name = rows->text(row, 0);
            const bool missing = rows->isNull(row, 1) && rows->isNull(row, 2);
            if (missing) {
                finding.facts.append(name + u" missing"_s);
                finding.outcome = StageOutcome::Warning;
                vectorMissing = vectorMissing || name == "vector"_L1;
            } else {
                finding.facts.append(rows->isNull(row, 1) ? name + u' ' + rows->text(row, 2) + u" available"_s
                                                          : name + u' ' + rows->text(row, 1));
            }
        }
        if (vectorMissing)
            return core::fail(ErrorCode::ExtensionMissing, u"extension \"vector\" is not available"_s, {u"vector"_s});
        return finding;
    }

    Result<Finding> checkPrivileges()
    {
        const auto rows = m_connection->query(
            m_context,
            u"SELECT (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user), "
            "pg_catalog.has_database_privilege(current_user, pg_catalog.current_database(), 'CREATE') OR EXISTS ("
            "SELECT FROM pg_catalog.pg_namespace WHERE nspname = 'public' "
            "AND pg_catalog.has_schema_privilege(oid, 'CREATE')), "
            "pg_catalog.pg_has_role(current_user, 'pg_monitor', 'USAGE'), "
            "count(*), count(*) FILTER (WHERE pg_catalog.has_schema_privilege(n.oid, 'USAGE') "
            "AND pg_catalog.has_table_privilege(c.oid, 'SELECT')) "
            "FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
            "WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'civicq_admin') "
            "AND n.nspname NOT LIKE 'pg\\_t%'"_s);
        if (!rows)
            return core::fail(rows.error());
        if (rows->boolean(0, 0))
            return Finding{StageOutcome::Ok, {u"superuser"_s}};
        if (rows->integer(0, 3) > 0 && rows->integer(0, 4) == 0) {
            Error error;
            error.code = ErrorCode::PermissionDenied;
            error.message = u"permission denied for all %1 tables of this database"_s.arg(rows->integer(0, 3));
            error.sqlState = u"42501"_s;
            return core::fail(std::move(error));
        }
        Finding finding;
        if (!rows->boolean(0, 1))
            finding.facts.append(u"create"_s);
        if (!rows->boolean(0, 2))
            finding.facts.append(u"monitor"_s);
        finding.outcome = finding.facts.isEmpty() ? StageOutcome::Ok : StageOutcome::Warning;
        return finding;
    }

    core::TaskContext &m_context;
    const ConnectionParameters m_parameters;
    const std::function<void(const StageResult &)> &m_onStage;
    std::chrono::milliseconds m_patience{0};
    QElapsedTimer m_clock;
    ConnectionTestReport m_report;
    QList<Endpoint> m_addresses;
    Endpoint m_answered;
    std::unique_ptr<Connection> m_connection;
};

} // namespace

bool ConnectionTestReport::passed() const
{
    return std::all_of(stages.cbegin(), stages.cend(), [](const StageResult &result) {
        return result.outcome == StageOutcome::Ok || result.outcome == StageOutcome::Warning;
    });
}

bool ConnectionTestReport::hasWarnings() const
{
    return std::any_of(stages.cbegin(), stages.cend(),
                       [](const StageResult &result) { return result.outcome == StageOutcome::Warning; });
}

const StageResult *ConnectionTestReport::failure() const
{
    for (const StageResult &result : stages) {
        if (result.outcome == StageOutcome::Failed)
            return &result;
    }
    return nullptr;
}

Result<ConnectionTestReport> testConnection(core::TaskContext &context, const ConnectionParameters &parameters,
                                            const std::function<void(const StageResult &)> &onStage)
{
    return Run(context, parameters, onStage).execute();
}

QString testStageName(TestStage stage)
{
    static constexpr std::array names{"name"_L1,     "tcp"_L1,     "tls"_L1,        "login"_L1,
                                      "database"_L1, "version"_L1, "extensions"_L1, "privileges"_L1};
    return names.at(static_cast<std::size_t>(stage));
}

QString stageOutcomeName(StageOutcome outcome)
{
    switch (outcome) {
    case StageOutcome::NotReached: return u"not-reached"_s;
    case StageOutcome::Running: return u"running"_s;
    case StageOutcome::Ok: return u"ok"_s;
    case StageOutcome::Warning: return u"warning"_s;
    case StageOutcome::Failed: return u"failed"_s;
    }
    return {};
}

} // namespace civicq::connections
