-- SPDX-FileCopyrightText: 2026 CivicQ Admin developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- revision: a3f51e8b79c0
-- parents: 6ba9d04c17f2
-- labels: none
-- depends-on: none
-- message: Indexes for search: arrays, documents, full text, similarity
-- date: 2026-11-22T13:39:00Z
--
-- The trigram indexes are made where pg_trgm is there. The ivfflat index takes its 100 centroids from
-- the rows present when it is built: after the first load of questions it wants a REINDEX.

-- ==== up ====

CREATE INDEX idx_questions_issue_tags ON questions USING gin (issue_tags);
CREATE INDEX idx_questions_text_search ON questions USING gin (to_tsvector('english', question_text));
CREATE INDEX idx_video_answers_transcript_search ON video_answers USING gin (to_tsvector('english', transcript_text))
    WHERE transcript_text IS NOT NULL;
CREATE INDEX idx_audit_logs_event_data ON audit_logs USING gin (event_data);
-- The server would warn that the table is empty, which the header above has said.
SET LOCAL client_min_messages = warning;
CREATE INDEX idx_questions_embedding ON questions USING ivfflat (embedding vector_cosine_ops) WITH (lists = 100);
RESET client_min_messages;

DO $$
DECLARE
    trigram_schema name;
BEGIN
    SELECT nspname INTO trigram_schema
    FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace
    WHERE extname = 'pg_trgm';
    IF FOUND THEN
        EXECUTE format('CREATE INDEX idx_questions_text_trgm ON questions USING gin (question_text %I.gin_trgm_ops)',
                       trigram_schema);
        EXECUTE format('CREATE INDEX idx_candidates_name_trgm ON candidates USING gin (name %I.gin_trgm_ops)',
                       trigram_schema);
    END IF;
END
$$;

-- ==== down ====

DROP INDEX IF EXISTS idx_candidates_name_trgm;
DROP INDEX IF EXISTS idx_questions_text_trgm;
DROP INDEX idx_questions_embedding;
DROP INDEX idx_audit_logs_event_data;
DROP INDEX idx_video_answers_transcript_search;
DROP INDEX idx_questions_text_search;
DROP INDEX idx_questions_issue_tags;
