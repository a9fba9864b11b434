// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/everyobject.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace civicq::tests {

namespace {

constexpr auto typesSql = R"sql(
CREATE SCHEMA "Bürger & ""Rat""";
COMMENT ON SCHEMA "Bürger & ""Rat""" IS 'a schema with a name that needs care';
CREATE SCHEMA hidden AUTHORIZATION clerk;
CREATE EXTENSION pg_trgm;
CREATE EXTENSION hstore WITH SCHEMA hidden;
CREATE EXTENSION dblink;
CREATE EXTENSION postgres_fdw;
COMMENT ON EXTENSION pg_trgm IS 'trigrams, with a comment of our own';
CREATE TYPE mood AS ENUM ('sad', 'it''s ok', 'very "happy"');
ALTER TYPE mood ADD VALUE 'neutral' BEFORE 'it''s ok';
COMMENT ON TYPE mood IS 'how they feel';
CREATE DOMAIN positive AS int CHECK (VALUE > 0) DEFAULT 1 NOT NULL;
CREATE DOMAIN short AS varchar(20) CONSTRAINT "not 'x'" CHECK (VALUE <> 'x');
COMMENT ON CONSTRAINT "not 'x'" ON DOMAIN short IS 'anything else';
CREATE TYPE address AS (street text, "house no" int, tags text[]);
CREATE TYPE span AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE TYPE shell_only;
CREATE COLLATION german (provider = icu, locale = 'de-u-co-phonebk');
CREATE COLLATION nocase (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE CONVERSION my_conversion FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE TEXT SEARCH DICTIONARY plain_words (TEMPLATE = simple, accept = false);
CREATE TEXT SEARCH CONFIGURATION city (COPY = english);
ALTER TEXT SEARCH CONFIGURATION city ALTER MAPPING FOR asciiword WITH plain_words, english_stem;
CREATE TEXT SEARCH TEMPLATE own_template (LEXIZE = dsimple_lexize);
CREATE ACCESS METHOD own_heap TYPE TABLE HANDLER heap_tableam_handler;
)sql";

constexpr auto functionsSql = R"sql(
CREATE FUNCTION add_up(a int, b int DEFAULT 2) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 5
  AS 'SELECT a + b -- with a ; and a $tag$ in it';
CREATE FUNCTION modern(n int) RETURNS int LANGUAGE sql IMMUTABLE
  BEGIN ATOMIC SELECT CASE WHEN n > 0 THEN n ELSE -n END; END;
CREATE FUNCTION guarded() RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $_$
BEGIN
  RETURN $q$nested 'quotes' \ and $1$q$;
END $_$;
CREATE PROCEDURE tidy(INOUT n int) LANGUAGE plpgsql AS $$ BEGIN n := n + 1; COMMIT; END $$;
CREATE FUNCTION rows_of(n int) RETURNS TABLE (a int, b text) LANGUAGE sql ROWS 7 AS 'SELECT n, n::text';
CREATE AGGREGATE product(int) (SFUNC = int4mul, STYPE = int, INITCOND = '1');
CREATE FUNCTION same_letters(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT lower($1) = lower($2)';
CREATE OPERATOR ~=~~ (LEFTARG = text, RIGHTARG = text, FUNCTION = same_letters, COMMUTATOR = ~=~~);
CREATE OPERATOR FAMILY odd_family USING btree;
CREATE FUNCTION backwards(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT btint4cmp($2, $1)';
CREATE OPERATOR CLASS backwards_ops FOR TYPE int USING btree AS
  OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 backwards(int, int);
CREATE FUNCTION mood_number(mood) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT length($1::text)';
CREATE CAST (mood AS int) WITH FUNCTION mood_number(mood) AS ASSIGNMENT;
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.note := coalesce(NEW.note, 'stamped'); RETURN NEW; END $$;
CREATE FUNCTION look_on() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE '%', tg_tag; END $$;
)sql";

constexpr auto tablesSql = R"sql(
CREATE TABLE people (
  id bigint GENERATED ALWAYS AS IDENTITY (START 10 INCREMENT 5 CACHE 3) PRIMARY KEY,
  name text COLLATE german NOT NULL,
  nick text COLLATE nocase UNIQUE,
  feels mood DEFAULT 'sad', felt mood[], home address, homes address[], size span, n positive,
  label short DEFAULT 'none'::text, born date CHECK (born > '1900-01-01'), pairs hidden.hstore,
  note text, searched tsvector, amount numeric(12, 2), ip inet, bits bit varying(9), at timestamptz[],
  twice int GENERATED ALWAYS AS (length(name) * 2) STORED,
  CONSTRAINT "name & nick" CHECK (name <> nick COLLATE "C") NO INHERIT,
  EXCLUDE USING gist (size WITH &&));
ALTER TABLE people ALTER name SET STATISTICS 300, ALTER note SET STORAGE EXTERNAL, ALTER nick SET (n_distinct = -0.5);
ALTER TABLE people SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.01);
ALTER TABLE people CLUSTER ON people_pkey;
ALTER TABLE people REPLICA IDENTITY USING INDEX people_pkey;
CREATE INDEX people_name ON people USING gin (name gin_trgm_ops) WHERE born IS NOT NULL;
CREATE INDEX people_expression ON people ((lower(name) || 'x') DESC NULLS LAST) INCLUDE (born) WITH (fillfactor = 50);
CREATE INDEX people_backwards ON people (twice backwards_ops);
ALTER INDEX people_expression ALTER COLUMN 1 SET STATISTICS 50;
COMMENT ON INDEX people_name IS 'letters';
CREATE STATISTICS together (dependencies, mcv) ON name, born FROM people;
ALTER STATISTICS together SET STATISTICS 77;
CREATE TABLE "Bürger & ""Rat"""."odd; 'table' \ %s" ("select" int, "a ""b"" 'c' \" text, "ünïcödé 🗳" text DEFAULT E'a\\b\n''c''');
CREATE TABLE gone (a int, b text, c int, d int GENERATED ALWAYS AS (a + 1) STORED);
CREATE TABLE nothing ();
CREATE TABLE empty_one (a int PRIMARY KEY, b text DEFAULT 'x');
CREATE UNLOGGED TABLE unlogged_one (a int);
CREATE TABLE documents (id serial PRIMARY KEY, body text, file oid);
ALTER SEQUENCE documents_id_seq OWNED BY documents.id MAXVALUE 1000000 CYCLE;
CREATE SEQUENCE counted INCREMENT -2 START -5 MINVALUE -1000 MAXVALUE -1;
CREATE SEQUENCE small_one AS smallint;
CREATE SEQUENCE never_called START 7;
CREATE TABLE manager (id int PRIMARY KEY, boss int REFERENCES manager DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE cycle_a (id int PRIMARY KEY, other int);
CREATE TABLE cycle_b (id int PRIMARY KEY, other int REFERENCES cycle_a ON DELETE CASCADE ON UPDATE SET NULL);
ALTER TABLE cycle_a ADD CONSTRAINT to_b FOREIGN KEY (other) REFERENCES cycle_b MATCH FULL;
CREATE TABLE loose (a int, b int);
CREATE TABLE base (a int NOT NULL, b text DEFAULT 'base', CHECK (a > 0));
CREATE TABLE derived (c date, CONSTRAINT own CHECK (c > '2000-01-01')) INHERITS (base);
ALTER TABLE derived ALTER b SET DEFAULT 'derived';
CREATE TABLE third (d int) INHERITS (derived);
CREATE TABLE typed OF address (street WITH OPTIONS NOT NULL, PRIMARY KEY (street));
CREATE TABLE other_heap (a int) USING own_heap;
)sql";

constexpr auto partitionsSql = R"sql(
CREATE TABLE votes (id bigint, city text, at date NOT NULL, who bigint, PRIMARY KEY (id, city, at)) PARTITION BY LIST (city);
CREATE TABLE votes_sf PARTITION OF votes FOR VALUES IN ('sf', 'it''s') PARTITION BY RANGE (at);
CREATE TABLE votes_sf_old PARTITION OF votes_sf FOR VALUES FROM (MINVALUE) TO ('2025-01-01');
CREATE TABLE votes_sf_new PARTITION OF votes_sf FOR VALUES FROM ('2025-01-01') TO (MAXVALUE) WITH (fillfactor = 70);
CREATE TABLE votes_rest (who bigint, at date NOT NULL, dropped int, city text NOT NULL, id bigint NOT NULL);
ALTER TABLE votes_rest DROP COLUMN dropped;
ALTER TABLE votes ATTACH PARTITION votes_rest DEFAULT;
CREATE TABLE ballots (id int, what text) PARTITION BY HASH (id);
CREATE TABLE ballots_0 PARTITION OF ballots FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE ballots_1 PARTITION OF ballots FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE INDEX votes_who ON votes (who);
ALTER TABLE votes ADD CONSTRAINT votes_people FOREIGN KEY (who) REFERENCES people;
CREATE TABLE audits (vote bigint, city text, at date, FOREIGN KEY (vote, city, at) REFERENCES votes);
CREATE TABLE no_partitions (a int, b int) PARTITION BY RANGE (a, (b + 1));
COMMENT ON TABLE votes_sf IS 'a partition that is partitioned';
)sql";

constexpr auto viewsSql = R"sql(
CREATE VIEW names AS SELECT id, name FROM people WHERE feels <> 'sad' WITH CASCADED CHECK OPTION;
ALTER VIEW names ALTER COLUMN name SET DEFAULT 'anon';
CREATE VIEW barrier WITH (security_barrier) AS SELECT * FROM names;
CREATE RECURSIVE VIEW counting (n) AS SELECT 1 UNION ALL SELECT n + 1 FROM counting WHERE n < 5;
CREATE MATERIALIZED VIEW z_first AS SELECT feels, count(*) AS many FROM people GROUP BY feels;
CREATE UNIQUE INDEX z_first_key ON z_first (feels);
CREATE VIEW between_them AS SELECT many FROM z_first;
CREATE MATERIALIZED VIEW a_second AS SELECT sum(many) AS all_of_them FROM between_them;
CREATE MATERIALIZED VIEW unfilled AS SELECT 1 AS one WITH NO DATA;
CREATE VIEW circular AS SELECT 1 AS a;
CREATE RULE noted AS ON INSERT TO names DO ALSO NOTIFY people;
CREATE RULE redirected AS ON DELETE TO empty_one DO INSTEAD NOTHING;
CREATE TRIGGER stamped BEFORE INSERT OR UPDATE OF name ON people FOR EACH ROW WHEN (NEW.born IS NULL) EXECUTE FUNCTION stamp();
CREATE CONSTRAINT TRIGGER later AFTER INSERT ON empty_one DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER on_replica BEFORE UPDATE ON documents FOR EACH STATEMENT EXECUTE FUNCTION stamp();
ALTER TABLE documents ENABLE REPLICA TRIGGER on_replica;
ALTER TABLE empty_one DISABLE TRIGGER later;
COMMENT ON TRIGGER stamped ON people IS 'puts a note';
ALTER TABLE people ENABLE ROW LEVEL SECURITY;
ALTER TABLE people FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON people AS RESTRICTIVE FOR UPDATE TO clerk, auditor USING (name = current_user) WITH CHECK (n > 0);
CREATE POLICY all_rows ON people USING (true);
COMMENT ON POLICY own_rows ON people IS 'each their own';
CREATE EVENT TRIGGER watching ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION look_on();
ALTER EVENT TRIGGER watching DISABLE;
CREATE EVENT TRIGGER watching_all ON ddl_command_start EXECUTE FUNCTION look_on();
ALTER EVENT TRIGGER watching_all ENABLE REPLICA;
CREATE SERVER elsewhere FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'nowhere.invalid', dbname 'x');
CREATE USER MAPPING FOR clerk SERVER elsewhere OPTIONS (user 'clerk', password 'it''s');
CREATE FOREIGN TABLE far_away (id int OPTIONS (column_name 'ID') NOT NULL, t text) SERVER elsewhere OPTIONS (table_name 'far');
CREATE FOREIGN DATA WRAPPER bare;
CREATE PUBLICATION news FOR TABLE people, ONLY base WITH (publish = 'insert, update');
CREATE PUBLICATION all_news FOR ALL TABLES WITH (publish_via_partition_root);
)sql";

constexpr auto rowsSql = R"sql(
INSERT INTO people (name, nick, feels, felt, home, homes, size, n, born, pairs, searched, amount, ip, bits, at)
  SELECT 'Müller ' || g, CASE WHEN g % 3 > 0 THEN 'nick' || g END, (enum_range(NULL::mood))[1 + g % 4],
         ARRAY['sad', NULL, 'it''s ok']::mood[], ROW('Weg "9"', g, ARRAY['a,b', NULL])::address,
         ARRAY[ROW('x', 1, NULL)::address, NULL], span(g, g + 0.5), g, date '1950-01-01' + g,
         hidden.hstore('k', g::text), to_tsvector('english', 'cities vote ' || g), g / 7.0, '10.0.0.1/8', B'101',
         ARRAY[timestamptz '2025-03-30 01:30+00', 'infinity', NULL]
    FROM generate_series(1, 400) g;
INSERT INTO "Bürger & ""Rat"""."odd; 'table' \ %s" VALUES (1, E'tab\tand \\ and\nline', DEFAULT), (2, '\N', '\.'), (3, NULL, '');
INSERT INTO gone SELECT g, 'gone', g FROM generate_series(1, 50) g;
ALTER TABLE gone DROP COLUMN b;
ALTER TABLE gone ADD COLUMN late text DEFAULT 'added later';
INSERT INTO nothing DEFAULT VALUES;
INSERT INTO nothing DEFAULT VALUES;
INSERT INTO unlogged_one VALUES (1), (2);
INSERT INTO documents (body) SELECT repeat('Ω', 1000000);
INSERT INTO documents (body) SELECT string_agg(md5(g::text), E'\n') FROM generate_series(1, 60000) g;
INSERT INTO documents (body) SELECT md5(g::text) FROM generate_series(1, 3000) g;
UPDATE documents SET file = lo_from_bytea(0, convert_to(repeat('large object ', id * 2000), 'UTF8')) WHERE id < 4;
COMMENT ON LARGE OBJECT 424242 IS 'made by hand';
SELECT nextval('counted'), nextval('counted'), setval('small_one', 5, false);
INSERT INTO manager VALUES (1, 2), (2, 1), (3, NULL);
INSERT INTO cycle_a VALUES (1, NULL), (2, NULL);
INSERT INTO cycle_b VALUES (1, 1), (2, 2);
UPDATE cycle_a SET other = id;
INSERT INTO loose VALUES (-1, 99), (1, 1);
ALTER TABLE loose ADD CONSTRAINT trusted CHECK (a > 0) NOT VALID, ADD CONSTRAINT loose_key FOREIGN KEY (b) REFERENCES manager NOT VALID;
INSERT INTO base VALUES (1, 'of the base');
INSERT INTO derived VALUES (2, 'of the derived', '2020-02-02');
INSERT INTO third VALUES (3, 'of the third', NULL, 3);
INSERT INTO typed VALUES ('street', 1, '{}');
INSERT INTO other_heap VALUES (7);
INSERT INTO votes SELECT g, (ARRAY['sf', 'it''s', 'oak'])[1 + g % 3], date '2024-06-01' + g, 10 + 5 * (g % 390) FROM generate_series(1, 900) g;
INSERT INTO ballots SELECT g, md5(g::text) FROM generate_series(1, 500) g;
INSERT INTO audits SELECT id, city, at FROM votes WHERE id % 10 = 0;
REFRESH MATERIALIZED VIEW z_first;
REFRESH MATERIALIZED VIEW a_second;
)sql";

constexpr auto privilegesSql = R"sql(
GRANT USAGE ON SCHEMA "Bürger & ""Rat""" TO clerk WITH GRANT OPTION;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO clerk;
GRANT SELECT, INSERT ON people TO clerk WITH GRANT OPTION;
GRANT SELECT (id, name), UPDATE (nick) ON people TO auditor;
REVOKE ALL ON FUNCTION guarded() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guarded() TO auditor;
REVOKE ALL ON people FROM postgres;
GRANT USAGE ON SEQUENCE counted TO PUBLIC;
GRANT USAGE ON TYPE mood TO clerk;
GRANT USAGE ON LANGUAGE plpgsql TO clerk;
GRANT USAGE ON FOREIGN SERVER elsewhere TO clerk;
GRANT SELECT ON LARGE OBJECT 424242 TO auditor;
ALTER DEFAULT PRIVILEGES FOR ROLE clerk GRANT SELECT ON TABLES TO auditor;
ALTER DEFAULT PRIVILEGES IN SCHEMA hidden GRANT EXECUTE ON FUNCTIONS TO auditor;
ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM PUBLIC;
ALTER TABLE empty_one OWNER TO clerk;
ALTER FUNCTION add_up OWNER TO clerk;
COMMENT ON COLUMN people.name IS E'two\nlines; and a ''quote''';
COMMENT ON FUNCTION add_up IS 'adds';
COMMENT ON CONSTRAINT "name & nick" ON people IS 'not the same';
COMMENT ON COLLATION german IS 'as in the phone book';
CREATE FUNCTION forbid() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'not in this database: %', tg_tag; END $$;
CREATE EVENT TRIGGER guarding ON ddl_command_start
  WHEN TAG IN ('CREATE TABLE', 'CREATE INDEX', 'ALTER TABLE', 'GRANT') EXECUTE FUNCTION forbid();
)sql";

constexpr auto since15Sql = R"sql(
CREATE TABLE nulls_equal (a int UNIQUE NULLS NOT DISTINCT);
CREATE VIEW invoked WITH (security_invoker = true) AS SELECT id FROM people;
CREATE PUBLICATION filtered FOR TABLE manager (id) WHERE (id > 1);
CREATE PUBLICATION whole_schema FOR TABLE manager, TABLES IN SCHEMA hidden;
CREATE TABLE keys_set (a int REFERENCES manager (id) ON DELETE SET NULL (a));
)sql";

constexpr auto since16Sql = R"sql(
CREATE SUBSCRIPTION reader CONNECTION 'host=nowhere.invalid' PUBLICATION news WITH (connect = false, slot_name = NONE);
CREATE TABLE stored_so (a text STORAGE EXTERNAL COMPRESSION pglz);
CREATE COLLATION ruled (provider = icu, locale = '', rules = '&a < g');
)sql";

constexpr auto since17Sql = R"sql(
CREATE COLLATION built (provider = builtin, locale = 'C.UTF-8');
CREATE TABLE counted_parts (id bigint GENERATED ALWAYS AS IDENTITY, city text) PARTITION BY LIST (city);
CREATE TABLE counted_parts_sf PARTITION OF counted_parts FOR VALUES IN ('sf');
INSERT INTO counted_parts (city) VALUES ('sf'), ('sf');
)sql";

// Every object outside extensions and the system, as the server itself describes it.
constexpr auto catalogueSql = R"sql(
SET search_path = pg_catalog;
WITH mine(classid, objid, objsubid) AS (
  SELECT 'pg_class'::regclass, oid, 0 FROM pg_class UNION ALL SELECT 'pg_type'::regclass, oid, 0 FROM pg_type
  UNION ALL SELECT 'pg_proc'::regclass, oid, 0 FROM pg_proc UNION ALL SELECT 'pg_constraint'::regclass, oid, 0 FROM pg_constraint
  UNION ALL SELECT 'pg_namespace'::regclass, oid, 0 FROM pg_namespace UNION ALL SELECT 'pg_operator'::regclass, oid, 0 FROM pg_operator
  UNION ALL SELECT 'pg_opclass'::regclass, oid, 0 FROM pg_opclass UNION ALL SELECT 'pg_opfamily'::regclass, oid, 0 FROM pg_opfamily
  UNION ALL SELECT 'pg_cast'::regclass, oid, 0 FROM pg_cast UNION ALL SELECT 'pg_collation'::regclass, oid, 0 FROM pg_collation
  UNION ALL SELECT 'pg_conversion'::regclass, oid, 0 FROM pg_conversion UNION ALL SELECT 'pg_trigger'::regclass, oid, 0 FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT 'pg_policy'::regclass, oid, 0 FROM pg_policy UNION ALL SELECT 'pg_rewrite'::regclass, oid, 0 FROM pg_rewrite
  UNION ALL SELECT 'pg_attrdef'::regclass, oid, 0 FROM pg_attrdef UNION ALL SELECT 'pg_ts_config'::regclass, oid, 0 FROM pg_ts_config
  UNION ALL SELECT 'pg_ts_dict'::regclass, oid, 0 FROM pg_ts_dict UNION ALL SELECT 'pg_ts_template'::regclass, oid, 0 FROM pg_ts_template
  UNION ALL SELECT 'pg_extension'::regclass, oid, 0 FROM pg_extension UNION ALL SELECT 'pg_event_trigger'::regclass, oid, 0 FROM pg_event_trigger
  UNION ALL SELECT 'pg_foreign_server'::regclass, oid, 0 FROM pg_foreign_server UNION ALL SELECT 'pg_publication'::regclass, oid, 0 FROM pg_publication
  UNION ALL SELECT 'pg_foreign_data_wrapper'::regclass, oid, 0 FROM pg_foreign_data_wrapper UNION ALL SELECT 'pg_am'::regclass, oid, 0 FROM pg_am
  UNION ALL SELECT 'pg_statistic_ext'::regclass, oid, 0 FROM pg_statistic_ext UNION ALL SELECT 'pg_default_acl'::regclass, oid, 0 FROM pg_default_acl
  UNION ALL SELECT 'pg_publication_rel'::regclass, oid, 0 FROM pg_publication_rel UNION ALL SELECT 'pg_user_mapping'::regclass, oid, 0 FROM pg_user_mapping
  UNION ALL SELECT 'pg_class'::regclass, attrelid, attnum FROM pg_attribute WHERE attnum > 0 AND NOT attisdropped)
SELECT i.type, i.identity, obj_description(objid, classid::regclass::text::name), col_description(objid, objsubid),
       CASE classid WHEN 'pg_class'::regclass THEN
              (SELECT CASE WHEN objsubid > 0 THEN (SELECT concat_ws(' ', format_type(a.atttypid, a.atttypmod), a.attnotnull,
                        a.attidentity, a.attgenerated, a.attstorage, a.attcompression, a.attstattarget, a.attoptions, a.attacl,
                        a.attislocal, a.attinhcount, a.attfdwoptions, a.attcollation::regcollation)
                        FROM pg_attribute a WHERE a.attrelid = objid AND a.attnum = objsubid)
                      WHEN c.relkind IN ('i', 'I') THEN pg_get_indexdef(c.oid) || c.reloptions::text
                      ELSE concat_ws(' ', c.relkind, c.relpersistence, c.relrowsecurity, c.relforcerowsecurity, c.relreplident,
                        c.relispartition, c.relispopulated, c.reloptions, c.relacl, pg_get_userbyid(c.relowner),
                        pg_get_expr(c.relpartbound, c.oid), (SELECT amname FROM pg_am m WHERE m.oid = c.relam),
                        CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END,
                        CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END,
                        CASE WHEN c.relkind = 'S' THEN (SELECT (seqtypid::regtype, seqstart, seqincrement, seqmax, seqmin, seqcache,
                           seqcycle)::text FROM pg_sequence WHERE seqrelid = c.oid) END,
                        (SELECT string_agg(inhparent::regclass::text, ',' ORDER BY inhseqno) FROM pg_inherits WHERE inhrelid = c.oid)) END
                 FROM pg_class c WHERE c.oid = objid)
            WHEN 'pg_proc'::regclass THEN (SELECT CASE WHEN p.prokind <> 'a' THEN pg_get_functiondef(p.oid) ELSE
                 (SELECT (aggtransfn, aggtranstype::regtype, agginitval)::text FROM pg_aggregate g WHERE g.aggfnoid = p.oid) END
                 || concat_ws(' ', p.proacl, pg_get_userbyid(p.proowner)) FROM pg_proc p WHERE p.oid = objid)
            WHEN 'pg_constraint'::regclass THEN pg_get_constraintdef(objid)
            WHEN 'pg_trigger'::regclass THEN (SELECT pg_get_triggerdef(oid) || tgenabled::text FROM pg_trigger WHERE oid = objid)
            WHEN 'pg_rewrite'::regclass THEN pg_get_ruledef(objid)
            WHEN 'pg_attrdef'::regclass THEN (SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef WHERE oid = objid)
            WHEN 'pg_statistic_ext'::regclass THEN pg_get_statisticsobjdef(objid)
            WHEN 'pg_policy'::regclass THEN (SELECT concat_ws(' ', polcmd, polpermissive, polroles::regrole[], pg_get_expr(polqual, polrelid),
                 pg_get_expr(polwithcheck, polrelid)) FROM pg_policy WHERE oid = objid)
            WHEN 'pg_type'::regclass THEN (SELECT concat_ws(' ', typtype, typdefault, typnotnull, format_type(typbasetype, typtypmod), typacl,
                 (SELECT string_agg(enumlabel, ',' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = objid)) FROM pg_type WHERE oid = objid)
            WHEN 'pg_namespace'::regclass THEN (SELECT concat_ws(' ', nspacl, pg_get_userbyid(nspowner)) FROM pg_namespace WHERE oid = objid)
            WHEN 'pg_event_trigger'::regclass THEN (SELECT (evtevent, evtenabled, evttags)::text FROM pg_event_trigger WHERE oid = objid)
            WHEN 'pg_foreign_server'::regclass THEN (SELECT (srvoptions, srvacl)::text FROM pg_foreign_server WHERE oid = objid)
            WHEN 'pg_default_acl'::regclass THEN (SELECT defaclacl::text FROM pg_default_acl WHERE oid = objid)
            WHEN 'pg_extension'::regclass THEN (SELECT (extversion, extnamespace::regnamespace)::text FROM pg_extension WHERE oid = objid)
       END
  FROM mine CROSS JOIN LATERAL pg_identify_object(classid, objid, objsubid) i
 WHERE (objid >= 16384 OR (classid = 'pg_namespace'::regclass AND i.identity = 'public'))
   AND i.identity !~ 'pg_toast' AND i.schema IS DISTINCT FROM 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = mine.classid AND d.objid = mine.objid AND d.deptype = 'e')
UNION ALL SELECT 'sequence', schemaname || '.' || sequencename, last_value::text, NULL, NULL FROM pg_sequences
UNION ALL SELECT 'large object', m.oid::text, md5(lo_get(m.oid)), m.lomacl::text, obj_description(m.oid, 'pg_largeobject')
  FROM pg_largeobject_metadata m;
)sql";

bool startsEntry(const QByteArray &line)
{
    return line.startsWith("-- Name: ") || line.startsWith("-- Data for Name: ");
}

} // namespace

void makeRoles(TestServer &server)
{
    core::SilentTask task;
    const auto made = server.connect()->script(task, "CREATE ROLE clerk; CREATE ROLE auditor");
    if (!made)
        qFatal("roles: %s", qPrintable(made.error().toString()));
}

void fillEveryObject(TestServer &server, const QString &database)
{
    const auto session = server.connect(database);
    QList<QByteArray> scripts{typesSql,      functionsSql, tablesSql,
                              partitionsSql, viewsSql,     "SELECT lo_from_bytea(424242, 'with a name')",
                              rowsSql};
    if (session->serverMajor() >= 15)
        scripts.append(since15Sql);
    if (session->serverMajor() >= 16)
        scripts.append(since16Sql);
    if (session->serverMajor() >= 17)
        scripts.append(since17Sql);
    scripts.append(privilegesSql); // forbids what comes after it
    core::SilentTask task;
    for (const QByteArray &script : std::as_const(scripts)) {
        const auto filled = session->script(task, script);
        if (!filled)
            qFatal("every object: %s", qPrintable(filled.error().toString()));
    }
}

QByteArrayList dumpEntries(const QByteArray &dump)
{
    QByteArrayList entries;
    QByteArrayList lines;
    bool rows = false;
    QByteArray entry;
    const auto finish = [&] {
        std::ranges::sort(lines);
        entries.append(entry + lines.join('\n'));
        entry.clear();
        lines.clear();
    };
    for (QByteArray line : dump.split('\n')) {
        if (!rows && startsEntry(line)) {
            finish();
            // "-- Name: people; Type: TABLE; Schema: public; Owner: postgres" says all; the settings before it do not count.
            entry = line + '\n';
            continue;
        }
        if (!rows && (line.isEmpty() || line == "--" || line.startsWith("SET ")))
            continue;
        if (rows && line == "\\.")
            rows = false;
        else if (line.startsWith("COPY "))
            rows = true;
        (rows && !line.startsWith("COPY ") ? lines.emplaceBack() : entry) += line + '\n';
    }
    finish();
    std::ranges::sort(entries);
    return entries;
}

QByteArrayList catalogueEntries(TestServer &server, const QString &database)
{
    QByteArray out;
    QByteArray errors;
    if (server.run(u"psql"_s, {u"-XAtq"_s, u"-R"_s, u"\u241e"_s, u"-d"_s, database, u"-f"_s, u"-"_s}, &out, &errors,
                   catalogueSql)
            != 0
        || !errors.isEmpty())
        qFatal("catalogue: %s", errors.constData());
    QByteArrayList entries;
    for (const QString &entry : QString::fromUtf8(out).split(u'\u241e'))
        entries.append(entry.toUtf8());
    std::ranges::sort(entries);
    return entries;
}

QByteArray difference(const QByteArrayList &expected, const QByteArrayList &found)
{
    constexpr qsizetype shown = 1500;
    QByteArrayList missing;
    QByteArrayList extra;
    std::ranges::set_difference(expected, found, std::back_inserter(missing));
    std::ranges::set_difference(found, expected, std::back_inserter(extra));
    QByteArray words;
    for (const QByteArray &entry : missing.first(std::min<qsizetype>(missing.size(), 4)))
        words += "\nmissing: " + entry.left(shown);
    for (const QByteArray &entry : extra.first(std::min<qsizetype>(extra.size(), 4)))
        words += "\nextra: " + entry.left(shown);
    return words;
}

} // namespace civicq::tests
