// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/revisiondetails.h"

#include "common/themeicons.h"
#include "common/typography.h"
#include "core/units.h"
#include "migrations/historydelegates.h"
#include "migrations/migrationsentences.h"
#include "migrations/previewpane.h"
#include "migrations/sqlview.h"

#include <QtCore/QEvent>
#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtGui/QAction>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTabWidget>

#include <utility>

using namespace Qt::StringLiterals;
using namespace civicq::migrations;

namespace civicq::widgets {

namespace {

// `long` ones are sentences and wrap; a name or a date is one word to a label, which would cut it off rather than break
// it: those keep their width, and the row goes below its caption where it is narrow.
QLabel *factLabel(bool isLong = false)
{
    QLabel *label = makeLabel({});
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setWordWrap(isLong);
    return label;
}

// What scrolls in its tabs takes the room there is: what one of them holds, shown or not, does not make the page higher.
class ScrollingTabs final : public QTabWidget
{
public:
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
};

QPushButton *buttonFor(QAction *action)
{
    auto *button = new QPushButton(action->text()); // two beside each other in a narrow card: words, no icons
    button->setObjectName(action->objectName() + u"Button"_s);
    button->setAccessibleName(action->text());
    const auto follow = [button, action] {
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
    };
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::changed, button, follow);
    follow();
    return button;
}

} // namespace

RevisionDetails::RevisionDetails(QAction *upgrade, QAction *downgrade, QWidget *parent)
    : QWidget(parent), m_title(makeLabel({}, Type::Section)), m_status(makeLabel({}, Type::Text, true)),
      m_facts(new QFormLayout), m_identifier(factLabel()), m_parents(factLabel(true)), m_written(factLabel()),
      m_applied(factLabel(true)), m_file(factLabel()), m_tabs(new ScrollingTabs), m_up(new SqlView),
      m_down(new SqlView), m_preview(new PreviewPane)
{
    setObjectName(u"revisionDetails"_s);
    m_title->setWordWrap(true);
    m_title->setObjectName(u"revisionTitle"_s);
    m_status->setWordWrap(true);
    m_identifier->setFont(typeFont(Type::Code));
    m_facts->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_facts->setHorizontalSpacing(grid::gap);
    m_facts->setVerticalSpacing(grid::half);
    m_facts->addRow(makeLabel(tr("Revision"), Type::Text, true), m_identifier);
    m_facts->addRow(makeLabel(tr("Comes after"), Type::Text, true), m_parents);
    m_facts->addRow(makeLabel(tr("Written"), Type::Text, true), m_written);
    m_facts->addRow(makeLabel(tr("Applied at"), Type::Text, true), m_applied);
    m_facts->addRow(makeLabel(tr("File"), Type::Text, true), m_file);

    m_up->setObjectName(u"upgradeSql"_s);
    m_up->setAccessibleName(tr("SQL of the upgrade"));
    m_down->setObjectName(u"downgradeSql"_s);
    m_down->setAccessibleName(tr("SQL of the downgrade"));
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("What the revision does"));
    m_tabs->addTab(m_up, tr("Upgrade"));
    m_tabs->addTab(m_down, tr("Downgrade"));
    m_tabs->addTab(m_preview, tr("Locks"));
    m_tabs->setTabToolTip(2, tr("What the upgrade would lock, for how much work, and what it would lose"));
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        if (m_tabs->currentWidget() == m_preview && m_loadPreview)
            std::exchange(m_loadPreview, {})();
    });

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid::unit);
    buttons->addStretch(1);
    buttons->addWidget(buttonFor(downgrade));
    buttons->addWidget(buttonFor(upgrade));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_status);
    layout->addLayout(m_facts);
    layout->addWidget(m_tabs, 1);
    layout->addStretch(0); // takes the room while there is no SQL to show
    layout->addLayout(buttons);
}

// A splitter asks for the least height without regard to the width, and would squeeze words that have wrapped.
bool RevisionDetails::event(QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        setMinimumHeight(layout()->minimumHeightForWidth(width()));
    return QWidget::event(event);
}

void RevisionDetails::setFact(QLabel *value, const QString &text)
{
    value->setText(text);
    m_facts->setRowVisible(value, !text.isEmpty());
}

void RevisionDetails::show(const HistorySnapshot &snapshot, int row)
{
    const bool chosen = row >= 0 && row < snapshot.rows.size();
    const HistoryRow entry = chosen ? snapshot.rows.at(row) : HistoryRow();
    const bool known = chosen && entry.index != RevisionGraph::none;
    m_tabs->setVisible(known);
    setFact(m_identifier, entry.id);
    if (!chosen) {
        m_title->setText(tr("No revision is chosen"));
        m_status->setText(tr("Choose one in the list to see what it changes."));
    } else {
        m_status->setText(statusSentence(entry));
    }
    const AppliedRecord record = snapshot.state.applied.value(entry.id);
    setFact(m_applied, record.at.isValid() ? appliedSentence(record) : QString());
    if (known) {
        showKnown(snapshot.folder.graph.at(entry.index));
        return;
    }
    for (QLabel *fact : {m_parents, m_written, m_file})
        setFact(fact, {});
    if (chosen)
        m_title->setText(tr("A revision that no file has"));
}

void RevisionDetails::showPreview(PreviewSource &source, const HistorySnapshotPtr &snapshot, int row)
{
    const bool pending = row >= 0 && row < snapshot->rows.size() && snapshot->isRunnable()
                         && snapshot->rows.at(row).status == RevisionStatus::Pending;
    const auto tab = m_tabs->indexOf(m_preview);
    m_tabs->setTabVisible(tab, pending);
    m_loadPreview = {};
    if (!pending)
        return;
    const int index = snapshot->rows.at(row).index;
    m_loadPreview = [this, &source, snapshot, index] {
        MigrationPlan plan;
        plan.steps.append({index,
                           statementsOf(snapshot->folder.graph.at(index), Direction::Up).value_or(QList<Statement>()),
                           {},
                           {}});
        m_preview->load(source, snapshot, plan);
    };
    if (m_tabs->currentWidget() == m_preview)
        std::exchange(m_loadPreview, {})();
}

void RevisionDetails::showKnown(const Revision &revision)
{
    m_title->setText(revision.message);
    setFact(m_parents,
            revision.parents.isEmpty() ? tr("nothing: it is a first revision") : revision.parents.join(u", "_s));
    setFact(m_written, revision.date.isValid() ? QLocale().toString(revision.date.toLocalTime(), QLocale::ShortFormat)
                                               : QString());
    setFact(m_file, QFileInfo(revision.file).fileName());
    m_file->setToolTip(revision.file.startsWith(u':') ? tr("Comes with this program") : revision.file);
    const bool isPython = !revision.python.isEmpty();
    m_tabs->setTabText(0, isPython ? tr("Python") : tr("Upgrade"));
    m_tabs->setTabVisible(1, !isPython);
    if (isPython) {
        m_up->setPython(QString::fromUtf8(revision.python));
        return;
    }
    m_up->setSql(QString::fromUtf8(revision.up.text).trimmed());
    m_down->setSql(revision.down ? QString::fromUtf8(revision.down->text).trimmed() : QString());
    m_tabs->setTabEnabled(1, revision.down.has_value());
    m_tabs->setTabToolTip(1, revision.down ? QString() : tr("This revision cannot be downgraded"));
}

} // namespace civicq::widgets
