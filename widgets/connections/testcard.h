// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A connection test as a checklist: each stage with its icon, word, time and, where it failed, the reason and what to do.
// GUI thread; shows what it is told. Object names: testCard, testVerdict, cancelTest, copyTest, closeTest; a stage's words:
// testStage_name, testStage_tcp, …

#include "common/card.h"
#include "connections/connectiontest.h"

class QGridLayout;
class QPushButton;
class QToolButton;

namespace civicq::widgets {

class Spinner;

class TestCard final : public Card
{
    Q_OBJECT
public:
    explicit TestCard(QWidget *parent = nullptr);

    void begin(const QString &where);
    void setStage(const connections::StageResult &result);
    void finish(const connections::ConnectionTestReport &report);
    void cancelled();
    [[nodiscard]] QString reportText() const; // ready to copy, with the server's own words

Q_SIGNALS:
    void cancelRequested();

private:
    struct Row
    {
        QLabel *mark;
        Spinner *spinner;
        QLabel *title;
        QLabel *words;
        QLabel *time;
    };
    void addRow(QGridLayout *grid, int row, connections::TestStage stage);
    void end(const QString &verdict);

    QList<Row> m_rows;
    QList<connections::StageResult> m_results;
    QString m_where;
    QLabel *m_verdict;
    QPushButton *m_cancel;
    QPushButton *m_copy;
    QToolButton *m_close;
};

} // namespace civicq::widgets
