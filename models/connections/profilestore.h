// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The saved connections of this person on this computer: one JSON file, connections.json, in Paths::config. Never holds a
// password. Any thread, any process: each call reads the file, changes are made under a lock and seen whole or not at
// all. A file that cannot be understood (Corrupt) or that a newer version wrote (VersionMismatch) is never overwritten.

#include "connections/profile.h"
#include "core/result.h"

#include <QtCore/QList>

namespace civicq::connections {

class ProfileStore
{
public:
    explicit ProfileStore(const QString &configFolder);

    [[nodiscard]] QString path() const { return m_path; }
    // Sorted by group, then name; a missing file is an empty list.
    [[nodiscard]] core::Result<QList<Profile>> load() const;
    // By name, in any case. NotFound lists the names there are.
    [[nodiscard]] core::Result<Profile> find(const QString &name) const;
    // Saves a new profile (an id is given where it has none) or the changed one of that id; returns it as saved.
    // AlreadyExists: another one has the name. InvalidArgument: see check().
    [[nodiscard]] core::Result<Profile> save(Profile profile);
    [[nodiscard]] core::Result<> remove(const QUuid &id); // NotFound where there is none of that id

    // Whether it could be saved, the name's uniqueness apart: it has a name that is not "sandbox" (the app's own), no
    // password among its options, a port that exists.
    [[nodiscard]] static core::Result<> check(const Profile &profile);

private:
    [[nodiscard]] core::Result<> write(const QList<Profile> &profiles) const;

    QString m_path;
};

} // namespace civicq::connections
