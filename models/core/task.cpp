// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task.h"

using namespace Qt::StringLiterals;

namespace civicq::core {

std::unexpected<Error> TaskContext::cancelled()
{
    return fail(ErrorCode::Cancelled, u"cancelled"_s);
}

} // namespace civicq::core
