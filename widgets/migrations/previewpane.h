// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the statements of one revision would lock, before they run: per statement the tables with the lock in words (the
// exact mode in the tooltip), the work, size and sessions, marks for what blocks readers and what is lost. Shows what it
// is given. GUI thread. Object names: previewTree, previewSummary, previewConflicts.

#include "core/taskrunner.h"
#include "migrations/historysnapshot.h"
#include "migrations/migrationpreview.h"

#include <QtWidgets/QWidget>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace civicq::widgets {

class MessageStrip;
class PreviewSource;

class PreviewPane : public QWidget
{
    Q_OBJECT
public:
    explicit PreviewPane(QWidget *parent = nullptr);

    // Reads it and shows the chosen revision of the plan, the first until another is chosen.
    void load(PreviewSource &source, const migrations::HistorySnapshotPtr &snapshot,
              const migrations::MigrationPlan &plan);
    void choose(qsizetype revision);
    // Why there is none: being read, not to be read, nothing to show.
    void showMessage(const QString &text);

private:
    void show(const migrations::MigrationPreview &preview);
    void addStatement(const migrations::PreviewedStatement &statement);
    void addRelation(QTreeWidgetItem *parent, const migrations::PreviewedRelation &relation);
    void fitNames();
    void showConflicts(const migrations::MigrationPreview &preview);

    core::TaskHandle m_reading;
    migrations::MigrationPreview m_preview;
    qsizetype m_revision = 0;
    MessageStrip *m_conflicts;
    QLabel *m_summary;
    QTreeWidget *m_tree;
};

} // namespace civicq::widgets
