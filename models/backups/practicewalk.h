// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a person is in practising a restore: a backup is taken, rows are deleted, the backup is restored, the rows are
// back. It is told what happened (a backup was made, a restore ended) and asks the server what is true now; it knows of
// no window. GUI thread; its work is done by tasks that end with it.

#include "backups/practice.h"
#include "core/taskrunner.h"

#include <QtCore/QObject>

#include <functional>
#include <optional>

namespace civicq::backups {

class PracticeWalk final : public QObject
{
    Q_OBJECT
public:
    enum class Step {
        Preparing, // the practice database is being made
        BackUp,
        Delete,
        Restore,
        Counting, // the restore went well; are the rows there?
        Done,
        Failed, // error() says why; what was made is cleared away by end()
    };
    static constexpr int stepCount = 4; // that a person takes: backup, deletion, restore, the look at what is back

    PracticeWalk(core::TaskRunner &tasks, const Toolbox &toolbox, const QString &dataFolder, QObject *parent = nullptr);

    // The sandbox could not even be started.
    void fail(const core::Error &error);
    void begin(const postgres::ConnectionParameters &sandbox);
    // Anything that is not about the practice database is passed over.
    void backupMade(const QString &path, const QString &database);
    void deleteRows(); // in step Delete
    void restored(const QString &database);
    // Clears away whatever was made; the walk is of no use afterwards. The window must have left the practice database.
    // `done` is called when it is, however it went.
    void end(std::function<void()> done);

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] int number() const; // 1 to stepCount; 0 before and after
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] const Practice &practice() const { return *m_practice; } // from BackUp on
    [[nodiscard]] bool isPrepared() const { return m_practice.has_value(); }
    [[nodiscard]] qint64 rowsNow() const { return m_rows; }
    [[nodiscard]] const core::Error &error() const { return m_error; }

Q_SIGNALS:
    void changed();
    void prepared(); // the practice database is there: the window may open it

private:
    void count();
    void go(Step step);

    core::TaskRunner &m_tasks;
    Toolbox m_toolbox;
    QString m_dataFolder;
    postgres::ConnectionParameters m_sandbox;
    std::optional<Practice> m_practice;
    QStringList m_backups;
    core::TaskHandle m_task;
    Step m_step = Step::Preparing;
    bool m_busy = false;
    qint64 m_rows = 0;
    core::Error m_error;
};

} // namespace civicq::backups
