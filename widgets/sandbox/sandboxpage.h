// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The app's own PostgreSQL: whether it runs and where, start, stop, a fresh one; and its snapshots: take one, return to
// it. GUI thread; everything else on workers. Object names: sandbox, actions openSandbox, stopSandbox, resetSandbox,
// takeSnapshot, returnToSnapshot, deleteSnapshot; snapshotName, snapshots, sandboxStrip, copyAddress.

#include "common/page.h"
#include "connections/activeconnection.h"
#include "sandbox/sandbox.h"
#include "sandbox/snapshotmodel.h"

class QLineEdit;

namespace civicq::widgets {

class FilteredTable;
class MessageStrip;
class ServerCard;
class StatePane;

// What a worker found out about it.
struct SandboxFacts
{
    sandbox::Status status;
    QString address;                    // no password in it
    QList<sandbox::Snapshot> snapshots; // of a running one
};

class SandboxPage final : public Page
{
    Q_OBJECT
public:
    [[nodiscard]] static PageInfo describe();
    // `sandbox` outlives the page.
    SandboxPage(core::TaskRunner &tasks, sandbox::Sandbox &sandbox, connections::ActiveConnection &connection,
                QWidget *parent = nullptr);

    void setShown(bool shown) override;
    [[nodiscard]] QList<QAction *> commands() const override;

Q_SIGNALS:
    void openRequested(); // start it and work on it

private:
    struct Job
    {
        QString title;
        std::function<core::Result<>(core::TaskContext &)> run;
        QString verdict;
        std::function<void()> after = {}; // on success, before the page reads again
    };

    void makeActions();
    [[nodiscard]] QWidget *makeContent();
    [[nodiscard]] QWidget *makeSnapshotTools();
    void refresh();
    void display(const SandboxFacts &facts);
    void followActions();
    void start(Job job);
    void takeSnapshot();
    void askReturn();
    void askDelete();
    void askReset();
    [[nodiscard]] QString chosenSnapshot() const;
    [[nodiscard]] bool isConnectedToIt() const;

    core::TaskRunner &m_tasks;
    sandbox::Sandbox &m_sandbox;
    connections::ActiveConnection &m_connection;
    sandbox::SnapshotModel m_model;
    SandboxFacts m_facts;
    QAction *m_open = nullptr;
    QAction *m_stop = nullptr;
    QAction *m_reset = nullptr;
    QAction *m_take = nullptr;
    QAction *m_return = nullptr;
    QAction *m_delete = nullptr;
    StatePane *m_pane = nullptr;
    MessageStrip *m_strip = nullptr;
    ServerCard *m_server = nullptr;
    FilteredTable *m_table = nullptr;
    QLineEdit *m_name = nullptr;
    core::TaskHandle m_reading;
    bool m_known = false;
    bool m_shown = false;
    bool m_working = false;
};

} // namespace civicq::widgets
