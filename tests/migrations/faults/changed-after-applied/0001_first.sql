-- SPDX-FileCopyrightText: 2026 CivicQ Admin developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- revision: a11111
-- parents: none
-- labels: none
-- depends-on: none
-- message: Step a11111
-- date: 2026-11-22T10:00:00Z

-- ==== up ====
CREATE TABLE t_a11111 (a int);

-- ==== down ====
DROP TABLE t_a11111;
