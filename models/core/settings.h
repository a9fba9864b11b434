// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person can set, as typed values with their defaults. Read and written in app/ alone, handed to constructors.

#include <QtCore/QString>

#include <chrono>

namespace civicq::core {

struct PoolSettings // the guide's parameters
{
    int size = 10;
    int maxOverflow = 20;
    bool prePing = true;
    std::chrono::seconds recycle{3600};
    std::chrono::seconds acquireTimeout{30};
};

struct Settings
{
    PoolSettings pool;
    std::chrono::milliseconds sampleInterval{2000}; // of the live charts
    std::chrono::seconds connectTimeout{10};
    bool stopSandboxOnExit = true;
    QString backupFolder;     // empty: Paths::backups
    QString clientToolFolder; // where pg_dump and its kin are looked for first; empty: nowhere special
};

} // namespace civicq::core
