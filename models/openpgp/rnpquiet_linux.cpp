// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "openpgp/rnpquiet.h"

#include <cstdio>
#include <mutex>
#include <sys/types.h>
#include <unistd.h>
#include <utility>

namespace civicq::openpgp {

namespace {

thread_local int quiets = 0;

#ifdef __GLIBC__ // whose stderr is a variable

ssize_t writeUnlessQuiet(void *, const char *bytes, size_t size)
{
    return quiets > 0 ? static_cast<ssize_t>(size) : ::write(STDERR_FILENO, bytes, size);
}

void listenIn()
{
    static std::once_flag once;
    std::call_once(once, [] {
        std::FILE *const filter = ::fopencookie(nullptr, "w", {nullptr, writeUnlessQuiet, nullptr, nullptr});
        if (!filter)
            return;
        std::setvbuf(filter, nullptr, _IONBF, 0); // as it was: at once, and by the thread that writes
        stderr = filter;
    });
}

#else

void listenIn() {}

#endif

} // namespace

Quiet::Quiet()
{
    listenIn();
    ++quiets;
}

Quiet::~Quiet()
{
    --quiets;
}

Heard::Heard() : m_before(std::exchange(quiets, 0)) {}

Heard::~Heard()
{
    quiets = m_before;
}

} // namespace civicq::openpgp
