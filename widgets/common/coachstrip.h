// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A slim strip that leads a person through something on the real screens: which step of how many, what to do now, at the
// right a way out, perhaps a button for what only happens here. GUI thread. Object names: coachTitle, coachText,
// coachAction, coachLeave.

#include <QtWidgets/QFrame>

#include <functional>

class QLabel;
class QPushButton;

namespace civicq::widgets {

class CoachStrip final : public QFrame
{
    Q_OBJECT
public:
    explicit CoachStrip(QWidget *parent = nullptr);

    // `number` from 1 to `count`; 0: no step.
    void setStep(int number, int count);
    // `done`: a check instead of the pointing hand.
    void setText(const QString &title, const QString &text, bool done = false);
    // A button for what is done in the strip itself; an empty text takes it away. `danger`: it destroys something.
    void setAction(const QString &text, const QString &toolTip, bool enabled, std::function<void()> run,
                   bool danger = false);
    void setLeaveText(const QString &text, const QString &toolTip);
    [[nodiscard]] QPushButton *actionButton() const { return m_action; }

Q_SIGNALS:
    void leaveRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_number = 0;
    int m_count = 0;
    bool m_done = false;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_leave;
    std::function<void()> m_run;
};

} // namespace civicq::widgets
