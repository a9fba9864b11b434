// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What restores of the open database replaced and is still on the server: each can be brought back, or be let go of. Seen
// only when there is such a one. GUI thread; asks the server in a quiet task. Object names: keptBack0, keptRelease0, ... of
// the buttons of each line.

#include "backups/backupservices.h"
#include "backups/keptdatabases.h"
#include "common/palette.h"

#include <QtWidgets/QWidget>

class QBoxLayout;

namespace civicq::widgets {

class RestoreUndo;

class KeptCard final : public QWidget
{
    Q_OBJECT
public:
    // `undo` outlives it.
    KeptCard(BackupServices services, RestoreUndo &undo, QWidget *parent = nullptr);

    void refresh();

Q_SIGNALS:
    void said(civicq::widgets::Meaning meaning, const QString &sentence);

private:
    void showKept(const QList<backups::KeptDatabase> &kept);
    void setChanging(bool changing);
    [[nodiscard]] QWidget *line(const backups::KeptDatabase &kept, qsizetype number);
    void askRelease(const backups::KeptDatabase &kept);
    void release(const backups::KeptDatabase &kept, const QString &typedName);

    BackupServices m_services;
    RestoreUndo &m_undo;
    QBoxLayout *m_place;
    QWidget *m_lines = nullptr;
    bool m_changing = false;
    int m_asked = 0; // only what was asked last is shown
};

} // namespace civicq::widgets
