// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One place that shows content, or why there is none: nothing there yet, an error, or work that takes a moment. One call
// each. Being busy covers what is there only after 300 ms, so that quick answers do not flicker.

#include "core/error.h"
#include "phrases/explanation.h"

#include <QtWidgets/QWidget>

#include <functional>

class QAction;
class QStackedLayout;
class QTimer;

namespace civicq::widgets {

struct EmptyText
{
    QString iconName; // Breeze
    QString title;    // "No backups yet"
    QString text;     // what would be here and how to get it
};

class StatePane : public QWidget
{
    Q_OBJECT
public:
    enum class State { Content, Empty, Error, Busy };

    explicit StatePane(QWidget *content, QWidget *parent = nullptr); // takes ownership

    void showContent();
    // The first action is the main one, as a button below the text.
    void showEmpty(const EmptyText &text, const QList<QAction *> &actions = {});
    void showError(const core::Error &error, std::function<void()> retry = {});
    void showError(const phrases::Explanation &explanation, std::function<void()> retry = {});
    void showBusy(const QString &what); // "Reading the tables…"

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QWidget *content() const { return m_content; }

private:
    void display(State state, QWidget *pane);

    QWidget *m_content;
    QStackedLayout *m_stack;
    QTimer *m_delay;
    QWidget *m_pane = nullptr; // what is shown instead of the content
    State m_state = State::Content;
};

} // namespace civicq::widgets
