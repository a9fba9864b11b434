// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/previewpane.h"

#include "common/messagestrip.h"
#include "common/themeicons.h"
#include "common/typography.h"
#include "core/units.h"
#include "migrations/previewsentences.h"
#include "migrations/previewsource.h"
#include "phrases/explanation.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace civicq::migrations;

namespace civicq::widgets {

namespace {

enum Column { What, Lock, Size, Sessions, Effort, ColumnCount };

constexpr int longestStatement = 2'000; // characters in a tooltip
constexpr int widestName = 240;         // pixels
constexpr int leastTree = 96;

Meaning meaningOf(Alarm alarm)
{
    return alarm == Alarm::Critical ? Meaning::Critical : Meaning::Warning;
}

} // namespace

PreviewPane::PreviewPane(QWidget *parent)
    : QWidget(parent), m_conflicts(new MessageStrip), m_summary(makeLabel({}, Type::Text, true)),
      m_tree(new QTreeWidget)
{
    m_conflicts->setObjectName(u"previewConflicts"_s);
    m_conflicts->hide();
    m_summary->setObjectName(u"previewSummary"_s);
    m_summary->setWordWrap(true);
    m_tree->setObjectName(u"previewTree"_s);
    m_tree->setAccessibleName(tr("What each statement locks"));
    m_tree->setColumnCount(ColumnCount);
    m_tree->setHeaderLabels({tr("Table"), tr("Lock"), tr("Size"), tr("In use by"), tr("Work")});
    m_tree->headerItem()->setTextAlignment(Size, Qt::AlignRight | Qt::AlignVCenter);
    m_tree->headerItem()->setTextAlignment(Sessions, Qt::AlignRight | Qt::AlignVCenter);
    m_tree->headerItem()->setToolTip(Sessions, tr("Other sessions that use the table at this moment"));
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(What, QHeaderView::Interactive); // statements go across all columns
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setIndentation(grid::gap);
    // It takes what room there is. What it would like is asked for by tabs beside it too, even while it is hidden.
    m_tree->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_tree->setMinimumHeight(leastTree);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, grid::unit, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_conflicts);
    layout->addWidget(m_summary);
    layout->addWidget(m_tree, 1);
}

void PreviewPane::showMessage(const QString &text)
{
    m_tree->clear();
    m_tree->hide();
    m_conflicts->hide();
    m_summary->setText(text);
}

void PreviewPane::load(PreviewSource &source, const HistorySnapshotPtr &snapshot, const MigrationPlan &plan)
{
    m_reading.cancel();
    m_preview = {};
    if (snapshot->folder.kind == MigrationFolder::Kind::Alembic) {
        showMessage(tr("What a revision in Python does is known to Alembic alone: there is no preview of its locks."));
        return;
    }
    showMessage(tr("Looking at the tables…"));
    m_reading = source.read(this, snapshot, plan, [this](core::Result<MigrationPreview> preview) {
        if (preview) {
            m_preview = std::move(*preview);
            show(m_preview);
        } else if (preview.error().code != core::ErrorCode::Cancelled) {
            showMessage(
                tr("What is locked could not be worked out. %1").arg(phrases::explain(preview.error()).oneLine()));
        }
    });
}

void PreviewPane::choose(qsizetype revision)
{
    m_revision = revision;
    if (!m_preview.revisions.isEmpty())
        show(m_preview);
}

void PreviewPane::show(const MigrationPreview &preview)
{
    if (m_revision < 0 || m_revision >= preview.revisions.size())
        return;
    const PreviewedRevision &shown = preview.revisions.at(m_revision);
    m_tree->clear();
    m_tree->show();
    m_summary->setText(previewSummary(shown));
    for (const PreviewedStatement &statement : shown.statements)
        addStatement(statement);
    m_tree->expandAll();
    fitNames();
    showConflicts(preview);
}

// As wide as the names of the tables, which are short beside the statements.
void PreviewPane::fitNames()
{
    int widest = m_tree->fontMetrics().horizontalAdvance(m_tree->headerItem()->text(What));
    for (int row = 0; row < m_tree->topLevelItemCount(); ++row) {
        const QTreeWidgetItem *statement = m_tree->topLevelItem(row);
        for (int part = 0; part < statement->childCount(); ++part) {
            if (!statement->child(part)->isFirstColumnSpanned())
                widest = std::max(widest, m_tree->fontMetrics().horizontalAdvance(statement->child(part)->text(What)));
        }
    }
    m_tree->setColumnWidth(What, std::min(widest, widestName) + m_tree->indentation() + grid::gap);
}

void PreviewPane::showConflicts(const MigrationPreview &preview)
{
    if (preview.conflicts.isEmpty()) {
        m_conflicts->hide();
        return;
    }
    m_conflicts->setMessage(Meaning::Warning, conflictWords(preview.conflicts.first()));
    m_conflicts->show();
    QStringList all;
    for (const LockConflict &conflict : preview.conflicts)
        all.append(conflictWords(conflict));
    m_conflicts->setToolTip(all.join(u'\n'));
}

void PreviewPane::addStatement(const PreviewedStatement &statement)
{
    constexpr qsizetype most = 90;
    const QString sql = QString::fromUtf8(statement.sql);
    QString line = sql.section(u'\n', 0, 0).trimmed();
    if (line.size() > most || line.size() < sql.size())
        line = line.left(most) + u"…"_s;
    auto *item = new QTreeWidgetItem(m_tree, {line});
    item->setFirstColumnSpanned(true);
    item->setFont(What, typeFont(Type::Code));
    item->setToolTip(What, sql.left(longestStatement));

    QStringList marks;
    const StatementImpact &impact = statement.impact;
    Meaning meaning = Meaning::Neutral;
    if (statement.alarm != Alarm::None) {
        marks.append(alarmWords(statement.alarm));
        meaning = meaningOf(statement.alarm);
    }
    if (impact.loss != Loss::None) {
        marks.append(lossWords(impact));
        meaning = std::max(meaning, impact.loss == Loss::Data ? Meaning::Critical : Meaning::Warning);
    }
    if (impact.outsideTransaction)
        marks.append(tr("Outside a transaction"));
    if (impact.runsOtherCode)
        marks.append(tr("May take further locks"));
    if (meaning != Meaning::Neutral)
        item->setIcon(What, meaningIcon(meaning));
    if (!marks.isEmpty()) {
        auto *mark = new QTreeWidgetItem(item, {marks.join(u". "_s)});
        mark->setFirstColumnSpanned(true);
        mark->setToolTip(What, marks.join(u'\n'));
        if (meaning != Meaning::Neutral)
            mark->setForeground(What, meaningColor(meaning, palette()));
    }
    for (const PreviewedRelation &relation : statement.relations) {
        if (!relation.isPart() || statement.relations.size() == 1)
            addRelation(item, relation);
    }
    for (const QString &name : impact.creates)
        new QTreeWidgetItem(item, {name, tr("New: nobody waits")});
    for (const QString &name : impact.missing) {
        auto *missing = new QTreeWidgetItem(item, {name, tr("Not in this database")});
        missing->setIcon(What, meaningIcon(Meaning::Notice));
    }
}

void PreviewPane::addRelation(QTreeWidgetItem *parent, const PreviewedRelation &relation)
{
    auto *item = new QTreeWidgetItem(parent, {relation.name.section(u'.', 1)});
    item->setToolTip(What, relation.name);
    item->setToolTip(Lock, lockModeName(relation.lock));
    if (relation.isNew) {
        item->setText(Lock, tr("New: nobody waits"));
        return;
    }
    item->setText(Lock, lockWords(relation.lock));
    item->setText(Effort, workWords(relation.work));
    if (relation.kind != u'v') {
        item->setText(Size, core::formatBytes(relation.bytes));
        item->setToolTip(Size, tr("%1 bytes, about %2 rows")
                                   .arg(core::formatCount(relation.bytes),
                                        relation.rows < 0 ? u"?"_s : core::formatCount(relation.rows)));
    }
    item->setText(Sessions, core::formatCount(relation.sessions));
    item->setTextAlignment(Size, Qt::AlignRight | Qt::AlignVCenter);
    item->setTextAlignment(Sessions, Qt::AlignRight | Qt::AlignVCenter);
    if (relation.alarm != Alarm::None) {
        item->setIcon(Lock, meaningIcon(meaningOf(relation.alarm)));
        item->setForeground(Lock, meaningColor(meaningOf(relation.alarm), palette()));
    }
}

} // namespace civicq::widgets
