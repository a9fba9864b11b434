// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// libpq's objects with owners. Private to models/postgres.

#include <libpq-fe.h>

#include <memory>

namespace civicq::postgres {

struct ClearResult
{
    void operator()(PGresult *result) const { PQclear(result); }
};
using ResultPtr = std::unique_ptr<PGresult, ClearResult>;

struct FinishCancel
{
    void operator()(PGcancelConn *cancel) const { PQcancelFinish(cancel); }
};

inline bool isFailure(const PGresult *result)
{
    const ExecStatusType status = PQresultStatus(result);
    return status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE || status == PGRES_NONFATAL_ERROR;
}

} // namespace civicq::postgres
