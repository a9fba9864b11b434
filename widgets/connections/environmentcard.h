// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a database is used for, as the database itself says, and what changes that. GUI thread; asks nobody: it says what
// is wanted and shows what it is told. Object names: environmentCard, readEnvironment, markDatabase, markProduction,
// markStaging, markDevelopment, markNone.

#include "common/card.h"
#include "connections/marking.h"

#include <optional>

class QButtonGroup;
class QPushButton;

namespace civicq::widgets {

class EnvironmentBadge;
class MessageStrip;

class EnvironmentCard final : public Card
{
    Q_OBJECT
public:
    explicit EnvironmentCard(QWidget *parent = nullptr);

    void setUnread();
    void setBusy(const QString &what);
    void setMarked(const connections::MarkedDatabase &marked);
    void setError(const core::Error &error);
    [[nodiscard]] const std::optional<connections::MarkedDatabase> &marked() const { return m_marked; }

Q_SIGNALS:
    void readRequested();
    void markRequested(civicq::postgres::Environment environment);

private:
    void addChoice(QBoxLayout *layout, postgres::Environment environment, const QString &name, const QString &text,
                   const QString &explanation);
    void refresh();

    std::optional<connections::MarkedDatabase> m_marked;
    bool m_busy = false;
    EnvironmentBadge *m_badge;
    QLabel *m_sentence;
    QPushButton *m_read;
    QWidget *m_choices;
    QButtonGroup *m_group;
    QPushButton *m_mark;
    MessageStrip *m_problem;
};

} // namespace civicq::widgets
