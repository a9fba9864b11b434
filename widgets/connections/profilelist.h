// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The saved connections and those not saved yet, in their groups. GUI thread. The sandbox is not here: there is nothing of
// it to edit. Object name: profileList (items: the profile's id in Qt::UserRole).

#include "connections/draft.h"

#include <QtWidgets/QTreeWidget>

namespace civicq::widgets {

class ProfileList final : public QTreeWidget
{
    Q_OBJECT
public:
    struct Entry
    {
        connections::Profile profile;
        bool edited = false;
        bool open = false; // the window works on it
    };

    explicit ProfileList(QWidget *parent = nullptr);

    void setEntries(const QList<Entry> &entries);
    void select(const QUuid &id); // without a signal
    [[nodiscard]] QUuid selected() const;

Q_SIGNALS:
    void chosen(const QUuid &id);
    void activated(const QUuid &id); // Enter or a double click: connect

private:
    QTreeWidgetItem *groupItem(const QString &group);
    bool m_filling = false;
};

} // namespace civicq::widgets
