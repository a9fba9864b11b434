# SPDX-FileCopyrightText: 2026 CivicQ Admin developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Alembic's own command line, with one database as its only target.

Run as `python -c` by the project's Python, so that its env.py, its models and its drivers are used as they are. Whatever
address the project is configured with, sessions go to the database the caller has connected to, and each says first that
it is that database: else the run ends before it has done anything. Lines for the caller go to standard error and begin
with "civicq-".
"""

import json
import os
import sys

IDENTITY = (
    "SELECT current_database()::text, "
    "(SELECT oid::bigint::text FROM pg_catalog.pg_database WHERE datname = current_database()), "
    "extract(epoch FROM pg_catalog.pg_postmaster_start_time())::numeric(20, 3)::text"
)
LIBPQ = ("psycopg2", "psycopg2cffi", "psycopg", "psycopg_async")
ADDRESS = (
    "dsn host hostaddr port dbname database user password service passfile sslmode sslrootcert sslcert sslkey sslcrl "
    "ssl ssl_context unix_sock target_session_attrs channel_binding gssencmode krbsrvname"
).split()
HERE = ("", "localhost", "127.0.0.1", "::1")

target = json.loads(os.environ.pop("CIVICQ_ALEMBIC_TARGET", "null"))


def tell(kind, *words):
    sys.stderr.write("\t".join(("civicq-" + kind,) + words) + "\n")
    sys.stderr.flush()


def refuse(*words):
    """Ends the program at once: no handler of the project's may go on."""
    tell("refused", *words)
    sys.stdout.flush()
    os._exit(3)


def named_by_project(arguments, options):
    """The database that the project's own configuration names, as (host, port, database)."""
    named = dict(options)
    if arguments and isinstance(arguments[0], str):
        for word in arguments[0].split():
            key, _, value = word.partition("=")
            named.setdefault(key, value)
    host = str(named.get("host") or "")
    return (
        "localhost" if host in HERE else host,
        str(named.get("port") or 5432),
        str(named.get("dbname") or named.get("database") or ""),
    )


def options_for(driver, options):
    wanted = {key: value for key, value in target["keywords"].items()}
    kept = {key: value for key, value in options.items() if key not in ADDRESS}
    if driver in LIBPQ:
        both = [text for text in (kept.pop("options", ""), wanted.pop("options", "")) if text]
        if both:
            wanted["options"] = " ".join(both)
        return {**kept, **wanted}
    if driver == "asyncpg":
        for ours, theirs in (("dbname", "database"), ("sslmode", "ssl")):
            if ours in wanted:
                wanted[theirs] = wanted.pop(ours)
        settings = dict(kept.pop("server_settings", {}) or {})
        settings["application_name"] = wanted.pop("application_name")
        settings.update(target["settings"])
        names = ("host", "port", "database", "user", "password", "ssl", "passfile")
        return {**kept, **{n: wanted[n] for n in names if n in wanted}, "server_settings": settings}
    refuse("driver", driver)


def aim_at_target():
    from sqlalchemy import event
    from sqlalchemy.engine import Engine

    seen = []

    @event.listens_for(Engine, "do_connect")
    def aim(dialect, record, arguments, options):
        if dialect.name != "postgresql":
            refuse("dialect", dialect.name)
        named = named_by_project(arguments, options)
        if not seen and named != tuple(target["address"]):
            tell("elsewhere", "%s:%s/%s" % named)
        if seen and named not in seen:
            refuse("several", "%s:%s/%s" % seen[0], "%s:%s/%s" % named)
        seen.append(named)
        wanted = options_for(dialect.driver, options)
        arguments.clear()
        options.clear()
        options.update(wanted)

    @event.listens_for(Engine, "connect")
    def verify(connection, record):
        cursor = connection.cursor()
        cursor.execute(IDENTITY)
        found = [str(value) for value in cursor.fetchone()]
        cursor.close()
        connection.rollback()
        if found != target["identity"]:
            refuse("identity", *found)


def tell_steps():
    """A line for each revision, once its change of the version table is made."""
    from alembic.runtime.migration import MigrationContext

    begin = MigrationContext.__init__

    def with_telling(self, *arguments, **options):
        begin(self, *arguments, **options)

        def applied(step, **_):
            revisions = (step.up_revision_id,) if step.is_upgrade else step.down_revision_ids
            if not self.as_sql and not step.is_stamp:
                tell("step", step.up_revision_id or ",".join(r for r in revisions if r))

        self.on_version_apply_callbacks = tuple(self.on_version_apply_callbacks) + (applied,)

    MigrationContext.__init__ = with_telling


if target:
    aim_at_target()
    tell_steps()

from alembic.config import main  # noqa: E402

main(argv=sys.argv[1:], prog="alembic")
