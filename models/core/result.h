// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A value or an Error; what every function that can fail returns. No exception leaves a folder.

#include "core/error.h"

#include <expected>
#include <utility>
#include <variant>

namespace civicq::core {

template<typename T = void>
using Result = std::expected<T, Error>;

// For a task with nothing to hand back: Result<Nothing>, so that templates need no special case for void.
using Nothing = std::monostate;

[[nodiscard]] inline std::unexpected<Error> fail(Error error)
{
    return std::unexpected<Error>(std::move(error));
}

[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, QString message, QStringList arguments = {})
{
    Error error;
    error.code = code;
    error.message = std::move(message);
    error.arguments = std::move(arguments);
    return std::unexpected<Error>(std::move(error));
}

} // namespace civicq::core
