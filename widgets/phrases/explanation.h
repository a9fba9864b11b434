// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An Error in sentences for people: what happened, what it means for the data, what to do; the source's own words apart,
// for "Details". QtCore only, so that both programs speak with one voice. Any thread with a QCoreApplication.

#include "core/error.h"

namespace civicq::phrases {

struct Explanation
{
    QString what;    // one sentence
    QString remedy;  // one sentence: what to do next; may be empty
    QString details; // server's words, SQLSTATE, what was being done: ready to copy

    [[nodiscard]] QString oneLine() const { return remedy.isEmpty() ? what : what + QChar(u' ') + remedy; }
};

[[nodiscard]] Explanation explain(const core::Error &error);

} // namespace civicq::phrases
