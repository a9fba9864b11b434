// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A program the system starts every day, whoever looks; and what the system says of it. Plain values, any thread.

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QTime>

namespace civicq::scheduler {

struct Job
{
    QString id;            // letters, digits and -: "backup-6f3c1d52"
    QString description;   // one line, for people who look into the system's own list
    QString program;       // its whole path
    QStringList arguments; // no secrets: the system shows them to everybody. Running once too often must do no harm
    QTime at;              // every day, by the clock on the wall; hours and minutes
};

// What a person should know of how this system keeps its promise.
enum class Note {
    RunsOnlyLoggedIn,    // nobody logged in: nothing runs until somebody is
    NeedsLinger,         // systemd: as above, until an administrator allows it with loginctl enable-linger
    ChecksEveryHour,     // cron: knows of no missed run, so it asks every hour whether one is due
    AfterShutdownAtLogin // launchd: what fell into a shutdown runs at the next login
};

struct JobState
{
    bool installed = false;
    bool active = false; // installed, and not switched off
    QList<Note> notes;
};

} // namespace civicq::scheduler
