// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which backups stay and which go, and why: pure functions over what is known of them. Any thread. Counted apart are
// backups that cannot stand in for each other: of another database, another server, another part. Daily, weekly and
// monthly keep the newest of each of the last N days (ISO weeks, months; local time) that have one, as borg and restic
// do, so that a month without backups takes nothing away. Always kept: the newest whole one and the newest proven one.

#include "backups/backupheader.h"

#include <QtCore/QList>
#include <QtCore/QTimeZone>

namespace civicq::backups {

struct RetentionPolicy
{
    int newest = 0; // 0: this rule keeps nothing
    int daily = 0;
    int weekly = 0;
    int monthly = 0;

    bool operator==(const RetentionPolicy &) const = default;
    // Without any rule nothing is ever removed.
    [[nodiscard]] bool keepsEverything() const { return newest == 0 && daily == 0 && weekly == 0 && monthly == 0; }
    // InvalidArgument for a negative count.
    [[nodiscard]] core::Result<> check() const;
};

struct RetentionCandidate
{
    enum class State { NotRead, Whole, Damaged };

    QString path;
    QString group; // groupOf()
    QDateTime made;
    QDateTime modified; // orders two of the same second
    State state = State::NotRead;
    bool proven = false;
};

// Backups that can stand in for each other have the same group.
[[nodiscard]] QString groupOf(const BackupHeader &header);

enum class KeptBecause { Newest, Daily, Weekly, Monthly, NewestWhole, NewestProven, Damaged, NoRule };

struct RetentionDecision
{
    RetentionCandidate candidate;
    QList<KeptBecause> reasons; // none: it goes
    [[nodiscard]] bool goes() const { return reasons.isEmpty(); }
};

struct RetentionPlan
{
    QList<RetentionDecision> decisions; // newest first
    // Taken for whole though never read to their end: read them, then decide again before anything is removed.
    QStringList toRead;
};

[[nodiscard]] RetentionPlan planRetention(const QList<RetentionCandidate> &candidates, const RetentionPolicy &policy,
                                          const QTimeZone &zone = QTimeZone::systemTimeZone());

} // namespace civicq::backups
