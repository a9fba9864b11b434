// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A connection as it stands in the form: the profile, and a password typed but not yet kept. Plain value, GUI thread.

#include "connections/profile.h"
#include "core/secret.h"

namespace civicq::widgets {

struct Draft
{
    connections::Profile profile;
    core::Secret password;      // for tests, and for the keychain once saved
    bool passwordTyped = false; // by a person, even if they emptied the field
    bool isNew = false;         // not saved yet

    bool operator==(const Draft &) const = default;
};

} // namespace civicq::widgets
