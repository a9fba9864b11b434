// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/lockmode.h"

#include <array>

using namespace Qt::StringLiterals;

namespace civicq::migrations {

namespace {

struct Mode
{
    const char *sql;
    const char *inPgLocks;
    unsigned int conflicts; // a bit for each mode, in the order of the enumeration
};

template<typename... Modes>
constexpr unsigned int with(Modes... modes)
{
    return ((1U << static_cast<unsigned int>(modes)) | ...);
}

using enum LockMode;
constexpr std::array<Mode, 9> table{{
    {"", "", 0},
    {"ACCESS SHARE", "AccessShareLock", with(AccessExclusive)},
    {"ROW SHARE", "RowShareLock", with(Exclusive, AccessExclusive)},
    {"ROW EXCLUSIVE", "RowExclusiveLock", with(Share, ShareRowExclusive, Exclusive, AccessExclusive)},
    {"SHARE UPDATE EXCLUSIVE", "ShareUpdateExclusiveLock",
     with(ShareUpdateExclusive, Share, ShareRowExclusive, Exclusive, AccessExclusive)},
    {"SHARE", "ShareLock", with(RowExclusive, ShareUpdateExclusive, ShareRowExclusive, Exclusive, AccessExclusive)},
    {"SHARE ROW EXCLUSIVE", "ShareRowExclusiveLock",
     with(RowExclusive, ShareUpdateExclusive, Share, ShareRowExclusive, Exclusive, AccessExclusive)},
    {"EXCLUSIVE", "ExclusiveLock",
     with(RowShare, RowExclusive, ShareUpdateExclusive, Share, ShareRowExclusive, Exclusive, AccessExclusive)},
    {"ACCESS EXCLUSIVE", "AccessExclusiveLock",
     with(AccessShare, RowShare, RowExclusive, ShareUpdateExclusive, Share, ShareRowExclusive, Exclusive,
          AccessExclusive)},
}};

constexpr const Mode &at(LockMode mode)
{
    return table[static_cast<std::size_t>(mode)];
}

} // namespace

QString lockModeName(LockMode mode)
{
    return QString::fromLatin1(at(mode).sql);
}

LockMode lockModeOf(QStringView nameInPgLocks)
{
    for (std::size_t i = 1; i < table.size(); ++i) {
        if (nameInPgLocks == QLatin1StringView(table[i].inPgLocks))
            return static_cast<LockMode>(i);
    }
    return None;
}

bool conflict(LockMode one, LockMode other)
{
    return other != None && (at(one).conflicts & with(other)) != 0;
}

bool blocksReads(LockMode mode)
{
    return conflict(mode, AccessShare);
}

bool blocksWrites(LockMode mode)
{
    return conflict(mode, RowExclusive);
}

} // namespace civicq::migrations
