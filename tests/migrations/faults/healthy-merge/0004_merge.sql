-- SPDX-FileCopyrightText: 2026 CivicQ Admin developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- revision: d44444
-- parents: b22222, c33333
-- labels: none
-- depends-on: none
-- message: Step d44444
-- date: 2026-11-22T10:00:00Z

-- ==== up ====
SELECT $$;--'"$$;

-- ==== down ====
DROP TABLE t_d44444;
