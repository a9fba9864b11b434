-- SPDX-FileCopyrightText: 2026 CivicQ Admin developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- revision: c33333
-- parents: a11111
-- labels: none
-- depends-on: b22222
-- message: Step c33333
-- date: 2026-11-22T10:00:00Z

-- ==== up ====
CREATE TABLE t_c33333 (a int);

-- ==== down ====
DROP TABLE t_c33333;
