// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a daily backup stands, in sentences for people, one voice for both programs. Any thread with a QCoreApplication.

#include "backups/assessment.h"
#include "backups/retention.h"
#include "phrases/explanation.h"
#include "scheduler/scheduledjob.h"

namespace civicq::phrases {

// What is wrong, what it means, what to do. `what`: the connection's or database's name.
[[nodiscard]] Explanation explain(const backups::ScheduleAlert &alert, const QString &what,
                                  const QDateTime &now = QDateTime::currentDateTimeUtc());
// "On time", "Running", "Missed": a word for a cell.
[[nodiscard]] QString stateWord(backups::ScheduleState state);
// What a person should know of how this system keeps the schedule.
[[nodiscard]] QString noteSentence(scheduler::Note note);
// "7 daily, 4 weekly"; "Everything".
[[nodiscard]] QString policyText(const backups::RetentionPolicy &policy);

} // namespace civicq::phrases
