// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// librnp writes lines of its own on standard error where it was compiled with assertions, as Debian's is, and can not be
// told to be quiet: its RNP_LOG_CONSOLE is not asked then, and rnp_ffi_set_log_fd() is for other lines. While one of these
// lives, what its thread writes there through C's stderr is dropped. Inside models/openpgp only; any thread.

#include <QtCore/qglobal.h>

namespace civicq::openpgp {

class Quiet
{
public:
    Quiet(const Quiet &) = delete;
    Quiet &operator=(const Quiet &) = delete;
#ifdef Q_OS_LINUX
    Quiet();
    ~Quiet();
#else // where it comes from makers who compile without assertions
    Quiet() {}
    ~Quiet() {}
#endif
};

// What is called back by librnp is not librnp.
class Heard
{
public:
    Heard(const Heard &) = delete;
    Heard &operator=(const Heard &) = delete;
#ifdef Q_OS_LINUX
    Heard();
    ~Heard();

private:
    const int m_before;
#else
    Heard() {}
    ~Heard() {}
#endif
};

} // namespace civicq::openpgp
