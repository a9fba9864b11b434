// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/sampledatabase.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

using namespace Qt::StringLiterals;

namespace civicq::tests {

namespace {

constexpr auto sampleSql = R"sql(
CREATE EXTENSION pg_trgm;
CREATE TYPE userrole AS ENUM ('voter', 'candidate', 'admin');
CREATE DOMAIN email AS text CHECK (VALUE ~ '@');
CREATE TYPE contact AS (name text, phone text);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  NEW.updated_at := now(); -- ; not an end; nor is this: '
  RETURN NEW;
END $body$;
CREATE FUNCTION double_it(n int) RETURNS int LANGUAGE sql IMMUTABLE BEGIN ATOMIC SELECT CASE WHEN n > 0 THEN n * 2 ELSE 0 END; END;
CREATE SEQUENCE ticket START 100;
CREATE TABLE users (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mail email NOT NULL UNIQUE,
  role userrole NOT NULL DEFAULT 'voter',
  roles userrole[],
  contact contact,
  ticket bigint DEFAULT nextval('ticket'),
  settings jsonb,
  picture bytea,
  updated_at timestamp NOT NULL DEFAULT now());
CREATE TRIGGER touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
CREATE INDEX users_mail_trgm ON users USING gin ((mail::text) gin_trgm_ops);
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE POLICY everyone ON users USING (true);
COMMENT ON TABLE users IS 'Who may vote; "quoted" and ''quoted''';
COMMENT ON COLUMN users.mail IS 'where to';
CREATE TABLE questions (
  id serial PRIMARY KEY,
  author_id int REFERENCES users (id) ON DELETE SET NULL,
  text text NOT NULL,
  doubled int GENERATED ALWAYS AS (double_it(length(text))) STORED);
CREATE TABLE votes (
  user_id int NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  question_id int NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
  value int NOT NULL CHECK (value IN (-1, 1)),
  PRIMARY KEY (user_id, question_id));
CREATE TABLE events (id int, city text, PRIMARY KEY (id, city)) PARTITION BY LIST (city);
CREATE TABLE events_sf PARTITION OF events FOR VALUES IN ('sf');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE TABLE "Élodie's ""été""" ("odd; column" text);
CREATE TABLE empty_one (a int);
CREATE VIEW voters AS SELECT id, mail FROM users WHERE role = 'voter';
CREATE MATERIALIZED VIEW counts AS SELECT author_id, count(*) FROM questions GROUP BY 1;
INSERT INTO users (mail, role, roles, contact, settings, picture)
  SELECT 'user' || g || '@example.org', (ARRAY['voter', 'candidate', 'admin'])[1 + g % 3]::userrole,
         ARRAY['voter', 'admin']::userrole[], ROW('Zoë', '1')::contact, jsonb_build_object('n', g), decode(md5(g::text), 'hex')
    FROM generate_series(1, 300) g;
INSERT INTO questions (author_id, text)
  SELECT 1 + g % 300, repeat('Why is this so? ', 1 + g % 40) FROM generate_series(1, 1000) g;
INSERT INTO questions (author_id, text) VALUES
  (1, E'a line\n\\.\nafter'), (2, E'tab\tand \\ backslash'), (3, '\N'), (4, ''), (5, 'DROP TABLE users; -- ''$$'), (6, 'été €'),
  (7, E'cr\r\nlf');
INSERT INTO votes SELECT u, q, CASE WHEN (u + q) % 2 = 0 THEN 1 ELSE -1 END FROM generate_series(1, 100) u, generate_series(1, 50) q;
INSERT INTO events SELECT g, CASE WHEN g % 2 = 0 THEN 'sf' ELSE 'oak' END FROM generate_series(1, 100) g;
INSERT INTO "Élodie's ""été""" VALUES ('un'), (NULL), ('');
REFRESH MATERIALIZED VIEW counts;
SELECT lo_from_bytea(0, 'a large object');
ANALYZE;
)sql";

} // namespace

void fillSample(TestServer &server, const QString &database)
{
    core::SilentTask task;
    const auto filled = server.connect(database)->script(task, sampleSql);
    if (!filled)
        qFatal("sample database: %s", qPrintable(filled.error().toString()));
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
}

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

QStringList databasesOf(TestServer &server)
{
    core::SilentTask task;
    const auto rows = server.connect()->query(task, u"SELECT datname FROM pg_database ORDER BY 1"_s);
    QStringList names;
    for (int row = 0; row < rows->count(); ++row)
        names.append(rows->text(row, 0));
    return names;
}

} // namespace civicq::tests
