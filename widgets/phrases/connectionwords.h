// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The stages of a connection test in words for people, one voice for both programs. Any thread with a QCoreApplication.

#include "connections/connectiontest.h"

namespace civicq::phrases {

// "Encryption"
[[nodiscard]] QString stageTitle(connections::TestStage stage);
// What was found, or why it failed: one sentence; empty for a stage that was not reached.
[[nodiscard]] QString stageSentence(const connections::StageResult &result);
// What to do about it; empty where nothing need be done.
[[nodiscard]] QString stageRemedy(const connections::StageResult &result);
// "OK", "Warning", "Failed", "Not reached", "Running"
[[nodiscard]] QString outcomeWord(connections::StageOutcome outcome);
// The whole in one sentence.
[[nodiscard]] QString testVerdict(const connections::ConnectionTestReport &report);

} // namespace civicq::phrases
