// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Leads a person through a backup, a loss and a restore on the real screens, in a practice database of the sandbox: a
// strip says what to do now, a ring shows where, and each step is known to be done by what happened. Can be left at any
// time; whatever it made is cleared away then, and what a practice left that the program did not survive is when the
// sandbox is opened for the first time. GUI thread. Object names: coachStrip and its parts (coachstrip.h),
// spotlight.

#include "backups/practicewalk.h"
#include "connections/activeconnection.h"

#include <QtCore/QPointer>

#include <functional>
#include <memory>

namespace civicq::widgets {

class BackupsPage;
class CoachStrip;
class Spotlight;
class WizardFrame;

// What the window has for it, handed down by app/; everything in it outlives the walkthrough.
struct WalkthroughParts
{
    core::TaskRunner &tasks;
    connections::ActiveConnection &connection;
    backups::Toolbox toolbox;
    QString dataFolder;
    using Started = std::function<void(const core::Result<postgres::ConnectionParameters> &)>;
    std::function<void(QObject *owner, Started started)> startSandbox;
    std::function<void(const connections::Profile &profile)> open; // as a person would, password and all
    std::function<void(QWidget *strip)> place;                     // takes it, below the pages
    std::function<void()> showBackups;                             // brings the page into view
};

class Walkthrough final : public QObject
{
    Q_OBJECT
public:
    explicit Walkthrough(WalkthroughParts parts, QObject *parent = nullptr);
    ~Walkthrough() override;
    void setPage(BackupsPage *page); // as soon as it is made

    [[nodiscard]] bool isRunning() const { return m_walk != nullptr; }
    [[nodiscard]] const backups::PracticeWalk *walk() const { return m_walk.get(); } // null when it does not run

public Q_SLOTS:
    void start(); // while it runs: back to where it is
    void leave();

private:
    struct Advice
    {
        QString title;
        QString text;
        QStringList targets; // object names; the first that is in view gets the ring
        bool done = false;
    };

    void clearLeft();
    void openPractice();
    void coach(WizardFrame *wizard);
    void refresh();
    void showStrip(const Advice &advice);
    void showAction();
    void point(QWidget *in, const QStringList &targets);
    [[nodiscard]] bool isOnPractice() const;
    [[nodiscard]] Advice windowAdvice() const;
    [[nodiscard]] Advice backupAdvice() const;
    [[nodiscard]] Advice restoreAdvice() const;
    [[nodiscard]] QString rowsText(qint64 rows) const; // "public.votes has 600 rows"

    WalkthroughParts m_parts;
    core::TaskHandle m_clearing;
    bool m_cleared = false; // or being cleared
    bool m_startWhenCleared = false;
    std::unique_ptr<backups::PracticeWalk> m_walk;
    std::optional<connections::Profile> m_before; // what was open; none: nothing
    QPointer<BackupsPage> m_page;
    QPointer<WizardFrame> m_wizard;
    CoachStrip *m_strip; // the window's
    QPointer<CoachStrip> m_wizardStrip;
    QPointer<Spotlight> m_spotlight;
};

} // namespace civicq::widgets
