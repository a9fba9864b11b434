// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/environment.h"

#include "postgres/connection.h"
#include "postgres/identifier.h"

#include <array>
#include <optional>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;
using civicq::core::TaskContext;

namespace civicq::postgres {

namespace {

constexpr std::array names{
    std::pair{"unknown"_L1, Environment::Unknown},         std::pair{"sandbox"_L1, Environment::Sandbox},
    std::pair{"development"_L1, Environment::Development}, std::pair{"staging"_L1, Environment::Staging},
    std::pair{"production"_L1, Environment::Production},
};

// Which database a mark belongs to. A renamed database keeps its oid, a restored one does not, and no two clusters
// share a system identifier (but a physical copy has its original's: it passes for the original, the safe side).
struct Identity
{
    QString system; // empty where the role may not ask for it
    QString oid;
    QString name;

    [[nodiscard]] bool isSameAs(const Identity &other) const
    {
        if (!system.isEmpty() && !other.system.isEmpty())
            return system == other.system && oid == other.oid;
        return oid == other.oid && name == other.name;
    }

    // The name comes last: it may hold any character.
    [[nodiscard]] QString toText() const { return system + u'/' + oid + u'/' + name; }
    static std::optional<Identity> fromText(const QString &text)
    {
        if (text.count(u'/') < 2)
            return std::nullopt;
        return Identity{text.section(u'/', 0, 0), text.section(u'/', 1, 1), text.section(u'/', 2)};
    }
};

Result<Identity> identityOf(TaskContext &context, Connection &connection)
{
    const auto here = connection.query(
        context, u"SELECT oid, datname, has_function_privilege('pg_catalog.pg_control_system()', 'EXECUTE') "
                 "FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()"_s);
    if (!here)
        return core::fail(here.error());
    Identity identity{{}, here->text(0, 0), here->text(0, 1)};
    if (here->boolean(0, 2)) {
        const auto system =
            connection.query(context, u"SELECT system_identifier FROM pg_catalog.pg_control_system()"_s);
        if (!system)
            return core::fail(system.error());
        identity.system = system->text(0, 0);
    }
    return identity;
}

struct Record
{
    Environment environment = Environment::Unknown;
    std::optional<Identity> writtenFor; // none: set by hand, without our record
    EnvironmentMark::Place place = EnvironmentMark::Place::None;
};

Result<Record> readSetting(TaskContext &context, Connection &connection)
{
    const auto rows = connection.query(
        context, u"SELECT pg_catalog.split_part(c, '=', 1), pg_catalog.substr(c, pg_catalog.strpos(c, '=') + 1) "
                 "FROM pg_catalog.pg_db_role_setting s "
                 "JOIN pg_catalog.pg_database d ON d.oid = s.setdatabase, pg_catalog.unnest(s.setconfig) AS c "
                 "WHERE d.datname = pg_catalog.current_database() AND s.setrole = 0 AND c LIKE 'civicq.%'"_s);
    if (!rows)
        return core::fail(rows.error());
    Record record;
    for (int row = 0; row < rows->count(); ++row) {
        const QString name = rows->text(row, 0);
        if (name == "civicq.environment"_L1) {
            record.environment = environmentFromName(rows->text(row, 1));
            record.place = EnvironmentMark::Place::Setting;
        } else if (name == "civicq.environment_of"_L1) {
            record.writtenFor = Identity::fromText(rows->text(row, 1));
        }
    }
    return record;
}

// Whether our table is there and may be read. Asked of the catalogue: naming a table in a schema one may not use fails.
Result<bool> tableIsReadable(TaskContext &context, Connection &connection)
{
    const auto rows = connection.query(
        context, u"SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
                 "WHERE n.nspname = 'civicq_admin' AND c.relname = 'environment' AND c.relkind = 'r' "
                 "AND pg_catalog.has_schema_privilege(n.oid, 'USAGE') "
                 "AND pg_catalog.has_table_privilege(c.oid, 'SELECT')"_s);
    if (!rows)
        return core::fail(rows.error());
    return !rows->isEmpty();
}

Result<Record> readTable(TaskContext &context, Connection &connection)
{
    const auto readable = tableIsReadable(context, connection);
    if (!readable)
        return core::fail(readable.error());
    Record record;
    if (!*readable)
        return record;
    const auto rows = connection.query(context, u"SELECT environment, coalesce(system_identifier, ''), database_oid, "
                                                "database_name FROM civicq_admin.environment"_s);
    if (!rows)
        return core::fail(rows.error());
    if (!rows->isEmpty()) {
        record.environment = environmentFromName(rows->text(0, 0));
        record.writtenFor = Identity{rows->text(0, 1), rows->text(0, 2), rows->text(0, 3)};
        record.place = EnvironmentMark::Place::Table;
    }
    return record;
}

EnvironmentMark markFrom(const Record &record, const Identity &here)
{
    EnvironmentMark mark;
    mark.place = record.place;
    mark.recorded = record.environment;
    if (!record.writtenFor || record.writtenFor->isSameAs(here))
        mark.environment = record.environment;
    else
        mark.writtenFor = record.writtenFor->name;
    return mark;
}

// A statement that may be refused without spoiling the transaction around it.
Result<bool> tryWithRights(TaskContext &context, Connection &connection, const QString &sql)
{
    if (const auto saved = connection.query(context, u"SAVEPOINT attempt"_s); !saved)
        return core::fail(saved.error());
    const auto done = connection.query(context, sql);
    const QString after = done ? u"RELEASE SAVEPOINT attempt"_s : u"ROLLBACK TO SAVEPOINT attempt"_s;
    if (!done && done.error().code != ErrorCode::PermissionDenied)
        return core::fail(done.error());
    if (const auto finished = connection.query(context, after); !finished)
        return core::fail(finished.error());
    return done.has_value();
}

QString alterDatabase(const Identity &here, const QString &change)
{
    return u"ALTER DATABASE "_s + Identifier(here.name).sql() + u' ' + change;
}

// True when the setting now says so; false when this role may not set it.
Result<bool> writeSetting(TaskContext &context, Connection &connection, const Identity &here, Environment environment)
{
    if (environment == Environment::Unknown) {
        const auto reset = tryWithRights(context, connection, alterDatabase(here, u"RESET civicq.environment"_s));
        if (!reset || !*reset)
            return reset;
        return tryWithRights(context, connection, alterDatabase(here, u"RESET civicq.environment_of"_s));
    }
    const auto set =
        tryWithRights(context, connection,
                      alterDatabase(here, u"SET civicq.environment = "_s + literal(environmentName(environment))));
    if (!set || !*set)
        return set;
    // A role granted SET on civicq.environment alone cannot record the identity; a dump without --create does not
    // carry the setting, so the mark still does not travel with an ordinary copy.
    const auto of = tryWithRights(context, connection,
                                  alterDatabase(here, u"SET civicq.environment_of = "_s + literal(here.toText())));
    if (!of)
        return of;
    return true;
}

constexpr auto createTable = R"(
CREATE SCHEMA IF NOT EXISTS civicq_admin;
COMMENT ON SCHEMA civicq_admin IS 'What CivicQ Admin keeps about this database';
CREATE TABLE IF NOT EXISTS civicq_admin.environment (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    environment text NOT NULL CHECK (environment IN ('sandbox', 'development', 'staging', 'production')),
    database_name text NOT NULL,
    database_oid bigint NOT NULL,
    system_identifier text,
    marked_by text NOT NULL DEFAULT session_user,
    marked_at timestamptz NOT NULL DEFAULT now());
COMMENT ON TABLE civicq_admin.environment IS 'What this database is used for, and which database that was said of';
GRANT USAGE ON SCHEMA civicq_admin TO PUBLIC;
GRANT SELECT ON civicq_admin.environment TO PUBLIC;)";

Result<> writeTable(TaskContext &context, Connection &connection, const Identity &here, Environment environment)
{
    if (environment != Environment::Unknown) {
        if (const auto made = connection.script(context, createTable); !made)
            return made;
    }
    if (const auto cleared = connection.query(context, u"DELETE FROM civicq_admin.environment"_s); !cleared)
        return core::fail(cleared.error());
    if (environment == Environment::Unknown)
        return {};
    const auto written = connection.query(
        context,
        u"INSERT INTO civicq_admin.environment (environment, database_name, database_oid, system_identifier) "
        "VALUES ($1, $2, $3, nullif($4, ''))"_s,
        {environmentName(environment), here.name, here.oid, here.system});
    if (!written)
        return core::fail(written.error());
    return {};
}

Result<> writeMark(TaskContext &context, Connection &connection, const Identity &here, Environment environment)
{
    const auto setting = readSetting(context, connection);
    const auto table = readTable(context, connection);
    if (!setting || !table)
        return core::fail(setting ? table.error() : setting.error());
    const bool hasSetting = setting->place != EnvironmentMark::Place::None;
    const bool settingHolds = hasSetting && !markFrom(*setting, here).isOfCopy();
    const bool hasRow = table->place != EnvironmentMark::Place::None;
    bool set = false;
    if (hasSetting || environment != Environment::Unknown) {
        const auto written = writeSetting(context, connection, here, environment);
        if (!written)
            return core::fail(written.error());
        set = *written;
    }
    if (settingHolds && !set) {
        auto refused = core::fail(ErrorCode::PermissionDenied,
                                  u"an administrator has set what this database is used for; only one can change it"_s);
        refused.error().hint = u"Ask a superuser, or one who was granted SET on the parameter civicq.environment."_s;
        return refused;
    }
    // One mark, not two that may come to differ.
    if (set)
        return hasRow ? writeTable(context, connection, here, Environment::Unknown) : Result<>();
    return hasRow || environment != Environment::Unknown ? writeTable(context, connection, here, environment)
                                                         : Result<>();
}

} // namespace

QString environmentName(Environment environment)
{
    for (const auto &[name, value] : names) {
        if (value == environment)
            return name;
    }
    return names.front().first;
}

Environment environmentFromName(const QString &name)
{
    const QString word = name.trimmed().toLower();
    if (word == "prod"_L1)
        return Environment::Production;
    if (word == "dev"_L1)
        return Environment::Development;
    for (const auto &[known, value] : names) {
        if (word == known)
            return value;
    }
    return Environment::Unknown;
}

Result<EnvironmentMark> readEnvironment(TaskContext &context, Connection &connection)
{
    const auto read = [&]() -> Result<EnvironmentMark> {
        const auto here = identityOf(context, connection);
        if (!here)
            return core::fail(here.error());
        const auto setting = readSetting(context, connection);
        if (!setting)
            return core::fail(setting.error());
        if (setting->place != EnvironmentMark::Place::None) {
            const EnvironmentMark mark = markFrom(*setting, *here);
            if (!mark.isOfCopy())
                return mark;
        }
        const auto table = readTable(context, connection);
        if (!table)
            return core::fail(table.error());
        const EnvironmentMark row = markFrom(*table, *here);
        if (row.place != EnvironmentMark::Place::None && !row.isOfCopy())
            return row;
        return markFrom(setting->place != EnvironmentMark::Place::None ? *setting : *table, *here);
    };
    auto mark = read();
    if (!mark)
        return core::fail(mark.error().during(u"reading what the database is used for"_s));
    return mark;
}

Result<EnvironmentMark> writeEnvironment(TaskContext &context, Connection &connection, Environment environment)
{
    const auto here = identityOf(context, connection);
    if (!here)
        return core::fail(here.error());
    const auto done =
        connection.transaction(context, QString(), [&] { return writeMark(context, connection, *here, environment); });
    if (!done)
        return core::fail(done.error().during(u"writing what the database is used for"_s));
    return readEnvironment(context, connection);
}

} // namespace civicq::postgres
