// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Before migrations run: which revisions, in which order, with which SQL, in which database, and what is lost if anything.
// On production it opens its button only once the database's name was typed; a downgrade's button is never the default.
// Object names: runDialog, runRevisions, runSql, runName, runAccept, runCancel.

#include "migrations/historysnapshot.h"
#include "migrations/migrationplan.h"
#include "postgres/environment.h"

#include <QtWidgets/QDialog>

#include <chrono>
#include <functional>

class QBoxLayout;
class QDoubleSpinBox;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace civicq::widgets {

class PreviewPane;
class PreviewSource;
class SqlView;

struct RunRequest
{
    migrations::HistorySnapshotPtr snapshot;
    migrations::MigrationPlan plan;
    QString database;
    QString server;
    postgres::Environment environment = postgres::Environment::Unknown;
    bool typeName = false; // production, or a database nobody has said the purpose of yet
    bool backsUpFirst = false;
    PreviewSource *previews = nullptr; // none: the SQL alone is shown
};

struct RunChoice
{
    QString typedName; // empty where none was asked for
    std::chrono::milliseconds lockTimeout{1'000};
};

class RunDialog : public QDialog
{
    Q_OBJECT
public:
    // Window-modal.
    static RunDialog *ask(QWidget *parent, RunRequest request, std::function<void(const RunChoice &)> accepted);

private:
    RunDialog(RunRequest request, QWidget *parent);

    [[nodiscard]] bool isUpgrade() const { return m_request.plan.direction == migrations::Direction::Up; }
    [[nodiscard]] QStringList consequences() const;
    QWidget *makePreview();
    QWidget *makeTarget();
    void addConsequences(QBoxLayout *layout);
    void addLockTimeout(QBoxLayout *layout);
    void addNameField(QBoxLayout *layout);
    void addButtons(QBoxLayout *layout);
    void showSql(int row);

    RunRequest m_request;
    QListWidget *m_revisions = nullptr;
    SqlView *m_sql = nullptr;
    PreviewPane *m_locks = nullptr;
    QDoubleSpinBox *m_lockTimeout = nullptr;
    QLineEdit *m_name = nullptr;
    QPushButton *m_accept = nullptr;
};

} // namespace civicq::widgets
