// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The words of the development data, from resources/seeds/*.json in the program. Private to models/seeds.

#include "core/result.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

namespace civicq::seeds {

struct SeedTexts
{
    QJsonArray cities;
    QJsonObject people;
    QJsonObject contests;
    QJsonObject questions;
    QJsonObject answers;

    [[nodiscard]] static core::Result<SeedTexts> load();
};

// {name} replaced by values of `places`.
[[nodiscard]] QString filledIn(QString text, const QJsonObject &places);

} // namespace civicq::seeds
