// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The saved connections, the sandbox first, for the switcher and the connection manager. GUI thread; holds an immutable
// list that reload() replaces. A file that cannot be read leaves the list as it was; error() says why.

#include "connections/profilestore.h"

#include <QtCore/QAbstractListModel>

#include <optional>

namespace civicq::connections {

class ProfileModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole, NameRole, GroupRole, WhereRole, SandboxRole };

    explicit ProfileModel(ProfileStore store, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    [[nodiscard]] const QList<Profile> &profiles() const { return m_profiles; }
    [[nodiscard]] const Profile *find(const QUuid &id) const;
    [[nodiscard]] const std::optional<core::Error> &error() const { return m_error; }

    // For saving off the GUI thread; reload() afterwards.
    [[nodiscard]] ProfileStore store() const { return m_store; }
    void reload();
    // The app's own database, made by whoever starts it; shown first, never saved.
    void setSandbox(const Profile &sandbox);
    // As the store's, and the list follows.
    [[nodiscard]] core::Result<Profile> save(const Profile &profile);
    [[nodiscard]] core::Result<> remove(const QUuid &id);

private:
    ProfileStore m_store;
    QList<Profile> m_profiles;
    std::optional<Profile> m_sandbox;
    std::optional<core::Error> m_error;
};

} // namespace civicq::connections
