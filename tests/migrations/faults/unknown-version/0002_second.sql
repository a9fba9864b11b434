-- SPDX-FileCopyrightText: 2026 CivicQ Admin developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- revision: b22222
-- parents: a11111
-- labels: none
-- depends-on: none
-- message: Step b22222
-- date: 2026-11-22T10:00:00Z

-- ==== up ====
CREATE TABLE t_b22222 (a int);

-- ==== down ====
DROP TABLE t_b22222;
