// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One revision: what it changes, its SQL both ways, when and by whom it was applied, and what can be done with it. Shows
// what it is given; the actions are the page's. GUI thread.

#include "migrations/historysnapshot.h"
#include "migrations/migrationplan.h"

#include <QtWidgets/QWidget>

#include <functional>

class QAction;
class QFormLayout;
class QLabel;
class QTabWidget;

namespace civicq::widgets {

class PreviewPane;
class PreviewSource;
class SqlView;

class RevisionDetails : public QWidget
{
    Q_OBJECT
public:
    RevisionDetails(QAction *upgrade, QAction *downgrade, QWidget *parent = nullptr);

    // `row` of the snapshot; -1: nothing is chosen.
    void show(const migrations::HistorySnapshot &snapshot, int row);
    // What a pending revision would lock, read once somebody looks at that tab.
    void showPreview(PreviewSource &source, const migrations::HistorySnapshotPtr &snapshot, int row);

protected:
    bool event(QEvent *event) override;

private:
    void setFact(QLabel *value, const QString &text);
    void showKnown(const migrations::Revision &revision);

    QLabel *m_title;
    QLabel *m_status;
    QFormLayout *m_facts;
    QLabel *m_identifier;
    QLabel *m_parents;
    QLabel *m_written;
    QLabel *m_applied;
    QLabel *m_file;
    QTabWidget *m_tabs;
    SqlView *m_up;
    SqlView *m_down;
    PreviewPane *m_preview;
    std::function<void()> m_loadPreview;
};

} // namespace civicq::widgets
