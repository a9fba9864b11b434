// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/databasesettings.h"

#include "postgres/identifier.h"

#include <QtCore/QStringList>

using namespace Qt::StringLiterals;
using civicq::core::Result;
using civicq::postgres::Connection;
using civicq::postgres::Identifier;
using civicq::postgres::literal;

namespace civicq::backups {

namespace {

// Settings whose stored value is a list of names, quoted already.
bool isList(const QString &name)
{
    static const QStringList lists{u"search_path"_s, u"temp_tablespaces"_s, u"session_preload_libraries"_s,
                                   u"local_preload_libraries"_s};
    return lists.contains(name);
}

Result<QStringList> settingStatements(core::TaskContext &context, Connection &session, const QString &from,
                                      const QString &to)
{
    const auto rows =
        session.query(context,
                      u"SELECT coalesce(r.rolname, ''), split_part(c, '=', 1), substr(c, strpos(c, '=') + 1) "
                      "FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase "
                      "LEFT JOIN pg_roles r ON r.oid = s.setrole CROSS JOIN unnest(s.setconfig) c "
                      "WHERE d.datname = $1 AND c NOT LIKE 'civicq.%'"_s,
                      {from});
    if (!rows)
        return core::fail(rows.error());
    QStringList statements;
    for (int row = 0; row < rows->count(); ++row) {
        const QString role = rows->text(row, 0);
        const QString target =
            role.isEmpty() ? u"ALTER DATABASE "_s + Identifier(to).sql()
                           : u"ALTER ROLE "_s + Identifier(role).sql() + u" IN DATABASE "_s + Identifier(to).sql();
        const QString name = rows->text(row, 1);
        // A custom setting's name has dots, which are part of it.
        QStringList parts;
        for (const QString &part : name.split(u'.'))
            parts.append(Identifier(part).sql());
        statements.append(
            target + u" SET "_s + parts.join(u'.') + u" TO "_s
            + (isList(name) && !rows->text(row, 2).isEmpty() ? rows->text(row, 2) : literal(rows->text(row, 2))));
    }
    return statements;
}

Result<QStringList> privilegeStatements(core::TaskContext &context, Connection &session, const QString &from,
                                        const QString &to)
{
    const auto rows =
        session.query(context,
                      u"SELECT coalesce(quote_ident(r.rolname), 'PUBLIC'), a.privilege_type, a.is_grantable "
                      "FROM pg_database d CROSS JOIN aclexplode(d.datacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee "
                      "WHERE d.datname = $1"_s,
                      {from});
    if (!rows)
        return core::fail(rows.error());
    QStringList statements;
    const QString on = u" ON DATABASE "_s + Identifier(to).sql();
    if (!rows->isEmpty())
        statements.append(u"REVOKE ALL"_s + on + u" FROM PUBLIC"_s);
    for (int row = 0; row < rows->count(); ++row)
        statements.append(u"GRANT "_s + rows->text(row, 1) + on + u" TO "_s + rows->text(row, 0)
                          + (rows->boolean(row, 2) ? u" WITH GRANT OPTION"_s : QString()));
    return statements;
}

} // namespace

bool isPermissionDenied(const core::Error &error)
{
    return error.sqlState == "42501"_L1 || error.code == core::ErrorCode::PermissionDenied;
}

Result<bool> isEmptyDatabase(core::TaskContext &context, Connection &connection)
{
    const auto rows = connection.query(context, QString::fromLatin1(R"sql(
SELECT NOT EXISTS (
    SELECT FROM (SELECT 'pg_class'::regclass AS class, oid, relnamespace AS namespace FROM pg_class
                 UNION ALL SELECT 'pg_proc'::regclass, oid, pronamespace FROM pg_proc
                 UNION ALL SELECT 'pg_type'::regclass, oid, typnamespace FROM pg_type) o
      JOIN pg_namespace n ON n.oid = o.namespace
     WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = o.class AND d.objid = o.oid AND d.deptype = 'e'))
   AND NOT EXISTS (SELECT FROM pg_largeobject_metadata))sql"));
    if (!rows)
        return core::fail(rows.error());
    return rows->boolean(0, 0);
}

Result<> adoptSettings(core::TaskContext &context, Connection &session, const QString &from, const QString &to)
{
    const auto settings = settingStatements(context, session, from, to);
    if (!settings)
        return core::fail(settings.error());
    const auto privileges = privilegeStatements(context, session, from, to);
    if (!privileges)
        return core::fail(privileges.error());
    const auto facts = session.query(
        context, u"SELECT datconnlimit, pg_get_userbyid(datdba) FROM pg_database WHERE datname = $1"_s, {from});
    if (!facts)
        return core::fail(facts.error());
    const QString database = u"ALTER DATABASE "_s + Identifier(to).sql();
    // The owner last: after it, a user who only shares the role may no longer change the rest.
    const QStringList statements = *settings + *privileges
                                   + QStringList{database + u" CONNECTION LIMIT "_s + facts->text(0, 0),
                                                 database + u" OWNER TO "_s + Identifier(facts->text(0, 1)).sql()};
    for (const QString &statement : statements) {
        const auto done = session.query(context, statement);
        if (done)
            continue;
        if (!isPermissionDenied(done.error()))
            return core::fail(done.error().during(u"carrying over the settings of %1"_s.arg(from)));
        context.message(u"Not carried over to the restored database (%1): %2"_s.arg(done.error().message, statement));
    }
    return {};
}

Result<> finishComment(core::TaskContext &context, Connection &session, const QString &database, const QString &from)
{
    const auto rows = session.query(
        context, u"SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = $1"_s, {from});
    if (!rows)
        return core::fail(rows.error());
    const bool none = rows->isEmpty() || rows->isNull(0, 0);
    const auto done = session.query(context, u"COMMENT ON DATABASE "_s + Identifier(database).sql() + u" IS "_s
                                                 + (none ? u"NULL"_s : literal(rows->text(0, 0))));
    return done ? Result<>() : core::fail(done.error());
}

} // namespace civicq::backups
