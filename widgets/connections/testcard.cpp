// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/testcard.h"

#include "common/spinner.h"
#include "common/themeicons.h"
#include "common/typography.h"
#include "core/units.h"
#include "phrases/connectionwords.h"
#include "phrases/explanation.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;
using civicq::connections::ConnectionTestReport;
using civicq::connections::StageOutcome;
using civicq::connections::StageResult;
using civicq::connections::TestStage;

namespace civicq::widgets {

namespace {

constexpr int stageMarkSize = 18;

Meaning meaningOf(StageOutcome outcome)
{
    switch (outcome) {
    case StageOutcome::Ok: return Meaning::Good;
    case StageOutcome::Warning: return Meaning::Warning;
    case StageOutcome::Failed: return Meaning::Critical;
    default: return Meaning::Neutral;
    }
}

QString timeText(std::chrono::milliseconds time)
{
    return time.count() < 1000 ? TestCard::tr("%1 ms").arg(time.count()) : core::formatDuration(time);
}

} // namespace

TestCard::TestCard(QWidget *parent)
    : Card({}, parent), m_verdict(makeLabel({}, Type::Text)), m_cancel(new QPushButton(tr("Stop"))),
      m_copy(new QPushButton(icon(u"edit-copy"_s), tr("Copy report"))), m_close(new QToolButton)
{
    setObjectName(u"testCard"_s);
    setTitle(tr("Connection test"));
    m_close->setObjectName(u"closeTest"_s);
    m_close->setIcon(icon(u"dialog-close"_s));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close the test"));
    connect(m_close, &QToolButton::clicked, this, [this] {
        Q_EMIT cancelRequested();
        hide();
    });
    addHeaderWidget(m_close);

    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(grid::unit);
    grid->setColumnStretch(2, 1);
    for (int i = 0; i < connections::testStageCount; ++i)
        addRow(grid, i, static_cast<TestStage>(i));
    layout->addLayout(grid);

    m_verdict->setObjectName(u"testVerdict"_s);
    m_verdict->setWordWrap(true);
    QFont strong = m_verdict->font();
    strong.setWeight(QFont::DemiBold);
    m_verdict->setFont(strong);
    m_cancel->setObjectName(u"cancelTest"_s);
    connect(m_cancel, &QPushButton::clicked, this, &TestCard::cancelRequested);
    m_copy->setObjectName(u"copyTest"_s);
    m_copy->setToolTip(tr("Everything found, with the server's own words, for whoever helps you"));
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(reportText()); });
    auto *end = new QHBoxLayout;
    end->setSpacing(grid::unit);
    end->addWidget(m_verdict, 1);
    end->addWidget(m_cancel);
    end->addWidget(m_copy);
    layout->addLayout(end);
    setBody(body);
}

void TestCard::addRow(QGridLayout *grid, int row, TestStage stage)
{
    Row parts{new QLabel, new Spinner(stageMarkSize), makeLabel(phrases::stageTitle(stage)),
              makeLabel({}, Type::Text, true), makeLabel({}, Type::Small, true)};
    parts.words->setObjectName(u"testStage_"_s + connections::testStageName(stage));
    parts.words->setWordWrap(true);
    parts.words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    parts.time->setFont(tabular(parts.time->font()));
    parts.time->setAlignment(Qt::AlignRight | Qt::AlignTop);
    parts.mark->setFixedWidth(stageMarkSize + 2);
    parts.title->setMinimumWidth(112);
    parts.spinner->hide();
    grid->addWidget(parts.mark, row, 0, Qt::AlignTop);
    grid->addWidget(parts.spinner, row, 0, Qt::AlignTop);
    grid->addWidget(parts.title, row, 1, Qt::AlignTop);
    grid->addWidget(parts.words, row, 2, Qt::AlignTop);
    grid->addWidget(parts.time, row, 3, Qt::AlignTop);
    m_rows.append(parts);
    m_results.append(StageResult{stage, {}, {}, {}, {}});
}

void TestCard::begin(const QString &where)
{
    m_where = where;
    m_verdict->clear();
    m_cancel->show();
    m_copy->hide();
    for (int i = 0; i < connections::testStageCount; ++i)
        setStage(StageResult{static_cast<TestStage>(i), {}, {}, {}, {}});
    show();
}

void TestCard::setStage(const StageResult &result)
{
    const int index = static_cast<int>(result.stage);
    m_results[index] = result;
    const Row &row = m_rows.at(index);
    const bool running = result.outcome == StageOutcome::Running;
    const bool reached = result.outcome != StageOutcome::NotReached;
    row.spinner->setVisible(running);
    row.mark->setVisible(!running);
    const QIcon mark = reached ? meaningIcon(meaningOf(result.outcome)) : icon(u"draw-circle"_s, Meaning::Neutral);
    row.mark->setPixmap(mark.pixmap(QSize(stageMarkSize, stageMarkSize), devicePixelRatio()));
    row.mark->setToolTip(phrases::outcomeWord(result.outcome));
    row.mark->setAccessibleName(phrases::outcomeWord(result.outcome));
    row.title->setEnabled(reached);
    row.time->setText(reached && !running ? timeText(result.time) : QString());
    QString words = phrases::stageSentence(result);
    if (result.outcome == StageOutcome::Warning || result.outcome == StageOutcome::Failed)
        words = phrases::outcomeWord(result.outcome) + u": "_s + words;
    if (const QString remedy = phrases::stageRemedy(result); !remedy.isEmpty())
        words += u'\n' + remedy;
    row.words->setText(words);
    row.words->setAccessibleName(row.title->text() + u": "_s + words);
    row.words->setToolTip(result.error ? phrases::explain(*result.error).details : QString());
}

void TestCard::finish(const ConnectionTestReport &report)
{
    for (const StageResult &result : report.stages)
        setStage(result);
    end(phrases::testVerdict(report));
}

void TestCard::cancelled()
{
    for (const StageResult &result : QList<StageResult>(m_results)) {
        if (result.outcome == StageOutcome::Running)
            setStage(StageResult{result.stage, {}, {}, {}, {}});
    }
    end(tr("The test was stopped."));
}

void TestCard::end(const QString &verdict)
{
    m_verdict->setText(verdict);
    m_cancel->hide();
    m_copy->show();
}

QString TestCard::reportText() const
{
    QString text = m_where + u'\n';
    for (const StageResult &result : m_results) {
        text += phrases::stageTitle(result.stage) + u": "_s + phrases::outcomeWord(result.outcome);
        if (result.outcome != StageOutcome::NotReached)
            text += u" ("_s + timeText(result.time) + u") "_s + phrases::stageSentence(result);
        text += u'\n';
        if (result.error)
            text += phrases::explain(*result.error).details + u'\n';
    }
    return text + m_verdict->text() + u'\n';
}

} // namespace civicq::widgets
