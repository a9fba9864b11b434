-- SPDX-FileCopyrightText: 2026 CivicQ Admin developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- revision: 7c1e4a9d02b6
-- parents: none
-- labels: civicq
-- depends-on: none
-- message: Extensions: pgvector, and pg_trgm and pg_stat_statements where the server has them
-- date: 2026-11-22T13:30:00Z
--
-- An extension that is there already belongs to whoever made it, and stays when we go. One that this
-- revision creates says so in its comment; the down part drops those, and without CASCADE: where
-- something else has come to need the extension, the server refuses and names it.

-- ==== up ====

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_extension WHERE extname = 'vector') THEN
        IF NOT EXISTS (SELECT FROM pg_available_extensions WHERE name = 'vector') THEN
            RAISE EXCEPTION 'This server does not have the extension pgvector, which CivicQ needs.'
                USING ERRCODE = 'feature_not_supported',
                      DETAIL = 'Questions are compared by meaning: their embeddings are of the type vector.',
                      HINT = 'Install pgvector on the server (on Debian the package postgresql-NN-pgvector, '
                             'NN being its major version), then upgrade again.';
        END IF;
        CREATE EXTENSION vector;
        COMMENT ON EXTENSION vector IS 'vector data type and ivfflat and hnsw access methods (created by CivicQ)';
    END IF;
END
$$;

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm')
       AND EXISTS (SELECT FROM pg_available_extensions WHERE name = 'pg_trgm') THEN
        CREATE EXTENSION pg_trgm;
        COMMENT ON EXTENSION pg_trgm IS 'text similarity by trigrams (created by CivicQ)';
    END IF;
EXCEPTION WHEN insufficient_privilege THEN
    RAISE NOTICE 'pg_trgm is left out: this role may not create it. Fuzzy text search will be slower.';
END
$$;

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_stat_statements')
       AND EXISTS (SELECT FROM pg_available_extensions WHERE name = 'pg_stat_statements') THEN
        CREATE EXTENSION pg_stat_statements;
        COMMENT ON EXTENSION pg_stat_statements IS 'statistics of the statements executed (created by CivicQ)';
    END IF;
EXCEPTION WHEN insufficient_privilege THEN
    RAISE NOTICE 'pg_stat_statements is left out: this role may not create it. Slow statements cannot be listed.';
END
$$;

-- ==== down ====

DO $$
DECLARE
    extension name;
BEGIN
    FOR extension IN
        SELECT extname FROM pg_extension
        WHERE extname IN ('vector', 'pg_trgm', 'pg_stat_statements')
          AND obj_description(oid, 'pg_extension') LIKE '%(created by CivicQ)'
        ORDER BY extname
    LOOP
        EXECUTE format('DROP EXTENSION %I', extension);
    END LOOP;
END
$$;
