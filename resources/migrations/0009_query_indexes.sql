-- SPDX-FileCopyrightText: 2026 CivicQ Admin developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- revision: 6ba9d04c17f2
-- parents: c82a6e1f5d03
-- labels: none
-- depends-on: none
-- message: Composite and partial indexes for the common queries
-- date: 2026-11-22T13:38:00Z

-- ==== up ====

CREATE INDEX idx_users_city_role ON users (city_id, role);
CREATE INDEX idx_users_city_verification ON users (city_id, verification_status);
CREATE INDEX idx_users_active ON users (id) WHERE is_active = true;
CREATE INDEX idx_users_email_verification_token ON users (email_verification_token)
    WHERE email_verification_token IS NOT NULL;
CREATE INDEX idx_verification_records_city_status ON verification_records (city_scope, status);
CREATE INDEX idx_cities_state_status ON cities (state, status);
CREATE INDEX idx_ballots_city_election ON ballots (city_id, election_date);
CREATE INDEX idx_ballots_published ON ballots (city_id, election_date) WHERE is_published = true;
CREATE INDEX idx_contests_ballot_type ON contests (ballot_id, type);
CREATE INDEX idx_contests_ballot_order ON contests (ballot_id, display_order);
CREATE INDEX idx_questions_contest_status ON questions (contest_id, status);
CREATE INDEX idx_questions_contest_rank ON questions (contest_id, rank_score) WHERE status = 'approved';

-- ==== down ====

DROP INDEX idx_questions_contest_rank;
DROP INDEX idx_questions_contest_status;
DROP INDEX idx_contests_ballot_order;
DROP INDEX idx_contests_ballot_type;
DROP INDEX idx_ballots_published;
DROP INDEX idx_ballots_city_election;
DROP INDEX idx_cities_state_status;
DROP INDEX idx_verification_records_city_status;
DROP INDEX idx_users_email_verification_token;
DROP INDEX idx_users_active;
DROP INDEX idx_users_city_verification;
DROP INDEX idx_users_city_role;
