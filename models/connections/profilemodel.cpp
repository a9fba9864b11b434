// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/profilemodel.h"

namespace civicq::connections {

ProfileModel::ProfileModel(ProfileStore store, QObject *parent) : QAbstractListModel(parent), m_store(std::move(store))
{
    reload();
}

int ProfileModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_profiles.size());
}

QVariant ProfileModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Profile &profile = m_profiles.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case NameRole: return profile.name;
    case IdRole: return profile.id;
    case GroupRole: return profile.group;
    case Qt::ToolTipRole:
    case WhereRole: return profile.parameters.describe();
    case SandboxRole: return profile.isSandbox;
    default: return {};
    }
}

const Profile *ProfileModel::find(const QUuid &id) const
{
    for (const Profile &profile : m_profiles) {
        if (profile.id == id)
            return &profile;
    }
    return nullptr;
}

void ProfileModel::reload()
{
    auto loaded = m_store.load();
    m_error = loaded ? std::nullopt : std::optional(loaded.error());
    if (!loaded)
        return;
    if (m_sandbox)
        loaded->prepend(*m_sandbox);
    if (*loaded == m_profiles)
        return;
    beginResetModel();
    m_profiles = std::move(*loaded);
    endResetModel();
}

void ProfileModel::setSandbox(const Profile &sandbox)
{
    m_sandbox = sandbox;
    m_sandbox->isSandbox = true;
    QList<Profile> with = m_profiles;
    with.removeIf([](const Profile &profile) { return profile.isSandbox; });
    with.prepend(*m_sandbox);
    beginResetModel();
    m_profiles = std::move(with);
    endResetModel();
}

core::Result<Profile> ProfileModel::save(const Profile &profile)
{
    auto saved = m_store.save(profile);
    if (saved)
        reload();
    return saved;
}

core::Result<> ProfileModel::remove(const QUuid &id)
{
    auto removed = m_store.remove(id);
    if (removed)
        reload();
    return removed;
}

} // namespace civicq::connections
