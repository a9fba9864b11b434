// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A password or passphrase from a file, for runs without anybody there: its first line, without the line break. Any
// thread. Errors: NotFound (cannot be read), InvalidArgument (empty; or others may read it, which only their owner may).
// Arguments: the path. `what` names it in the error: "password file".

#include "core/result.h"
#include "core/secret.h"

namespace civicq::core {

[[nodiscard]] Result<Secret> readSecretFile(const QString &path, const QString &what);

} // namespace civicq::core
