// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/versionsql.h"

#include "postgres/identifier.h"

using namespace Qt::StringLiterals;

namespace civicq::migrations {

QString createVersionTable(const QString &table)
{
    return u"CREATE TABLE %1 (\n"
           "    version_num VARCHAR(32) NOT NULL,\n"
           "    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n"
           ")"_s.arg(table);
}

QStringList changeVersions(const QString &table, const QStringList &before, const QStringList &after)
{
    using postgres::literal;
    QStringList gone;
    QStringList come;
    for (const QString &version : before) {
        if (!after.contains(version))
            gone.append(version);
    }
    for (const QString &version : after) {
        if (!before.contains(version))
            come.append(version);
    }
    QStringList statements;
    if (!gone.isEmpty() && !come.isEmpty())
        statements.append(u"UPDATE %1 SET version_num = %2 WHERE %1.version_num = %3"_s.arg(
            table, literal(come.takeFirst()), literal(gone.takeFirst())));
    for (const QString &version : std::as_const(gone))
        statements.append(u"DELETE FROM %1 WHERE %1.version_num = %2"_s.arg(table, literal(version)));
    for (const QString &version : std::as_const(come))
        statements.append(u"INSERT INTO %1 (version_num) VALUES (%2)"_s.arg(table, literal(version)));
    return statements;
}

QString createHistoryTable()
{
    return uR"(DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_class
                   WHERE relnamespace = to_regnamespace('civicq_admin') AND relname = 'migration_history') THEN
        CREATE SCHEMA IF NOT EXISTS civicq_admin;
        CREATE TABLE civicq_admin.migration_history (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            revision varchar(32) NOT NULL,
            direction text NOT NULL CHECK (direction IN ('up', 'down', 'stamp')),
            at timestamptz NOT NULL DEFAULT clock_timestamp(),
            by_role name NOT NULL DEFAULT session_user,
            application text NOT NULL DEFAULT current_setting('application_name'),
            seconds double precision,
            checksum text
        );
    END IF;
EXCEPTION WHEN insufficient_privilege THEN
    RAISE NOTICE 'The record of migrations is left out: this role may not create a schema here.';
END
$$)"_s;
}

QString mayWriteHistory()
{
    return u"SELECT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
           "WHERE n.nspname = 'civicq_admin' AND c.relname = 'migration_history' "
           "AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'INSERT'))"_s;
}

QString recordRun()
{
    return u"INSERT INTO civicq_admin.migration_history (revision, direction, seconds, checksum) "
           "VALUES ($1, $2, $3, $4)"_s;
}

// What is ours goes, but for the mark that says what the database is used for: that is about the database, whatever is
// in it. Where there is no mark any more its empty table goes too.
QString dropHistoryTable()
{
    return uR"(DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_class
               WHERE relnamespace = to_regnamespace('civicq_admin') AND relname = 'migration_history') THEN
        DROP TABLE civicq_admin.migration_history;
    END IF;
    IF EXISTS (SELECT FROM pg_class WHERE relnamespace = to_regnamespace('civicq_admin') AND relname = 'environment'
               AND obj_description(oid, 'pg_class') LIKE 'What this database is used for%' -- ours, not one of that name
               AND has_table_privilege(oid, 'SELECT') AND pg_has_role(relowner, 'USAGE')) THEN
        IF NOT EXISTS (SELECT FROM civicq_admin.environment) THEN
            DROP TABLE civicq_admin.environment;
        END IF;
    END IF;
    IF to_regnamespace('civicq_admin') IS NOT NULL
       AND NOT EXISTS (SELECT FROM pg_class WHERE relnamespace = to_regnamespace('civicq_admin'))
       AND NOT EXISTS (SELECT FROM pg_proc WHERE pronamespace = to_regnamespace('civicq_admin')) THEN
        DROP SCHEMA civicq_admin;
    END IF;
EXCEPTION WHEN insufficient_privilege THEN
    RAISE NOTICE 'The record of migrations stays: it belongs to another role.';
END
$$)"_s;
}

} // namespace civicq::migrations
