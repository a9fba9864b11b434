// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The history of the schema and this database's place in it: what is applied, what is pending, what each revision changes;
// upgrade and downgrade, each shown first. GUI thread; everything that takes time runs as a task. Reads when shown and when
// the connection changes, polls nothing.

#include "common/page.h"
#include "connections/activeconnection.h"
#include "core/taskrunner.h"
#include "migrations/folderchoice.h"
#include "migrations/migrationrunner.h"
#include "migrations/migrationmodel.h"
#include "migrations/previewsource.h"
#include "migrations/revisiondialog.h"
#include "migrations/rundialog.h"

namespace civicq::widgets {

class Card;
class HistoryView;
class MessageStrip;
class RevisionDetails;
class StatePane;

// Makes the function that backs a database up before a run, for parameters that may read it; may be empty.
using MakeSafetyBackup = std::function<migrations::SafetyBackup(const postgres::ConnectionParameters &)>;

class MigrationsPage : public Page
{
    Q_OBJECT
public:
    MigrationsPage(core::TaskRunner &tasks, connections::ActiveConnection &connection,
                   MakeSafetyBackup makeSafetyBackup, QString folder = migrations::builtInFolder(),
                   QWidget *parent = nullptr);

    [[nodiscard]] static PageInfo describe();

    // How an Alembic project's own alembic is run, and which folder was chosen for which connection.
    void setAlembicTools(std::function<migrations::AlembicTools()> tools) { m_alembicTools = std::move(tools); }
    void setRememberedFolders(RememberedFolders remembered);
    void openFolder(const QString &folder) { m_folder->choose(folder); }

    void setShown(bool shown) override;
    [[nodiscard]] QList<QAction *> commands() const override;

public Q_SLOTS:
    void refresh();

private:
    void makeActions();
    QWidget *makeContent();
    void showSnapshot(migrations::HistorySnapshotPtr snapshot);
    void showProblems();
    void showChoice();
    void followActions();
    // Works the plan out, shows it, and runs it when that is wanted.
    void prepare(migrations::Direction direction, const QString &target);
    void confirm(migrations::Direction direction, const QString &target, const migrations::MigrationPlan &plan);
    void run(migrations::Direction direction, const QString &target, const QStringList &from, const RunChoice &choice);
    // Runs `work` over a connection that may write, as a task that is told of.
    using Work = std::function<core::Result<migrations::RunReport>(postgres::Connection &, core::TaskContext &,
                                                                   const migrations::RunOptions &)>;
    using Verdict = std::function<QString(const migrations::RunReport &)>;
    void launch(const QString &title, const RunChoice &choice, const QStringList &from, Work work, Verdict verdict);
    void prepareStamp();
    void write(RevisionDialog::Kind kind);
    void forgetVerdict();
    void showVerdict(bool good, const QString &text, const QString &details = {});
    [[nodiscard]] QString headTarget() const;

    core::TaskRunner &m_tasks;
    connections::ActiveConnection &m_connection;
    MakeSafetyBackup m_makeSafetyBackup;
    FolderChoice *m_folder;
    std::function<migrations::AlembicTools()> m_alembicTools;
    migrations::MigrationModel m_model;
    PreviewSource m_previews;
    QAction *m_upgrade = nullptr;
    QAction *m_upgradeHere = nullptr;
    QAction *m_downgradeHere = nullptr;
    QAction *m_stamp = nullptr;
    QAction *m_newRevision = nullptr;
    QAction *m_merge = nullptr;
    QAction *m_refresh = nullptr;
    StatePane *m_pane = nullptr;
    MessageStrip *m_verdict = nullptr;
    QString m_place; // whose the verdict is
    QWidget *m_problems = nullptr;
    Card *m_historyCard = nullptr;
    HistoryView *m_history = nullptr;
    RevisionDetails *m_details = nullptr;
    core::TaskHandle m_reading;
    bool m_shown = false;
    bool m_busy = false; // a plan or a run is under way
};

} // namespace civicq::widgets
