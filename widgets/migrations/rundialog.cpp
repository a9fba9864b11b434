// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/rundialog.h"

#include "common/card.h"
#include "common/environmentbadge.h"
#include "common/themeicons.h"
#include "common/typography.h"
#include "migrations/previewpane.h"
#include "migrations/sqlview.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QTabWidget>

using namespace Qt::StringLiterals;
using namespace civicq::migrations;

namespace civicq::widgets {

RunDialog *RunDialog::ask(QWidget *parent, RunRequest request, std::function<void(const RunChoice &)> accepted)
{
    auto *dialog = new RunDialog(std::move(request), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, dialog, [dialog, accepted = std::move(accepted)] {
        accepted({dialog->m_name ? dialog->m_name->text() : QString(),
                  std::chrono::milliseconds(static_cast<qint64>(dialog->m_lockTimeout->value() * 1000))});
    });
    dialog->open();
    return dialog;
}

RunDialog::RunDialog(RunRequest request, QWidget *parent) : QDialog(parent), m_request(std::move(request))
{
    setObjectName(u"runDialog"_s);
    const int count = static_cast<int>(m_request.plan.steps.size());
    setWindowTitle(isUpgrade() ? tr("Upgrade %1").arg(m_request.database) : tr("Downgrade %1").arg(m_request.database));
    resize(940, 600);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::margin, grid::margin, grid::margin, grid::gap);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(isUpgrade() ? tr("Apply %n revision(s)", nullptr, count)
                                            : tr("Take back %n revision(s)", nullptr, count),
                                Type::Section));
    layout->addWidget(makeTarget());
    layout->addWidget(makePreview(), 1);
    addConsequences(layout);
    addLockTimeout(layout);
    addButtons(layout);
    m_revisions->setCurrentRow(0);
}

QWidget *RunDialog::makeTarget()
{
    auto *target = new QWidget;
    auto *line = new QHBoxLayout(target);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(grid::unit);
    auto *badge = new EnvironmentBadge;
    badge->setEnvironment(m_request.environment);
    line->addWidget(badge);
    auto *name = makeLabel(m_request.database);
    QFont strong = name->font();
    strong.setWeight(QFont::DemiBold);
    name->setFont(strong);
    line->addWidget(name);
    if (!m_request.server.isEmpty())
        line->addWidget(makeLabel(tr("on %1").arg(m_request.server), Type::Text, true));
    line->addStretch(1);
    return target;
}

QWidget *RunDialog::makePreview()
{
    m_revisions = new QListWidget;
    m_revisions->setObjectName(u"runRevisions"_s);
    m_revisions->setAccessibleName(tr("Revisions in the order they run"));
    m_revisions->setFrameShape(QFrame::NoFrame);
    m_revisions->setWordWrap(true);
    m_revisions->setSpacing(2);
    m_revisions->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const RevisionGraph &graph = m_request.snapshot->folder.graph;
    int number = 0;
    for (const PlannedRevision &step : m_request.plan.steps) {
        const Revision &revision = graph.at(step.index);
        auto *item = new QListWidgetItem(u"%1.  %2"_s.arg(++number).arg(revision.message), m_revisions);
        item->setToolTip(revision.id);
    }
    m_sql = new SqlView;
    m_sql->setObjectName(u"runSql"_s);
    m_sql->setAccessibleName(tr("SQL that the chosen revision runs"));
    connect(m_revisions, &QListWidget::currentRowChanged, this, &RunDialog::showSql);

    auto *splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(grid::gap);
    const auto carded = [splitter](const QString &title, QWidget *body) {
        auto *card = new Card(title);
        card->setBody(body);
        splitter->addWidget(card);
    };
    carded(tr("In this order"), m_revisions);
    auto *tabs = new QTabWidget;
    tabs->setObjectName(u"runTabs"_s);
    tabs->setDocumentMode(true);
    tabs->setAccessibleName(tr("What the revision does"));
    if (m_request.previews) {
        m_locks = new PreviewPane;
        tabs->addTab(m_locks, tr("What it locks"));
        connect(m_revisions, &QListWidget::currentRowChanged, m_locks, &PreviewPane::choose);
        m_locks->load(*m_request.previews, m_request.snapshot, m_request.plan);
    }
    const bool isPython = m_request.snapshot->folder.kind == MigrationFolder::Kind::Alembic;
    tabs->addTab(m_sql, isPython ? tr("What it does") : tr("SQL"));
    carded({}, tabs);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 3);
    splitter->setSizes({250, 640});
    return splitter;
}

void RunDialog::showSql(int row)
{
    if (row < 0 || row >= m_request.plan.steps.size())
        return;
    const Revision &revision = m_request.snapshot->folder.graph.at(m_request.plan.steps.at(row).index);
    if (!revision.python.isEmpty()) {
        m_sql->setPython(QString::fromUtf8(revision.python));
        return;
    }
    const QByteArray sql = isUpgrade() ? revision.up.text : revision.down.value_or(SqlPart()).text;
    m_sql->setSql(QString::fromUtf8(sql).trimmed());
}

QStringList RunDialog::consequences() const
{
    QStringList lines;
    if (!isUpgrade())
        lines.append(tr("What these revisions made is dropped, with the data in it. This cannot be undone."));
    else if (const auto count = static_cast<int>(m_request.plan.destructiveCount()); count > 0)
        lines.append(tr("%n statement(s) drop or delete something. Look at the SQL first.", nullptr, count));
    if (m_request.backsUpFirst)
        lines.append(tr("A backup of the database is made first."));
    if (m_request.snapshot->folder.kind == MigrationFolder::Kind::Alembic)
        lines.append(tr("The project's own alembic runs them, in this database whatever its configuration names."));
    else
        lines.append(tr("Each revision is applied whole or not at all."));
    return lines;
}

void RunDialog::addConsequences(QBoxLayout *layout)
{
    const bool loses = !isUpgrade() || m_request.plan.destructiveCount() > 0;
    bool first = true;
    for (const QString &line : consequences()) {
        auto *row = new QHBoxLayout;
        row->setSpacing(grid::unit);
        auto *mark = new QLabel;
        const bool warns = first && loses;
        mark->setPixmap(
            meaningIcon(warns ? Meaning::Warning : Meaning::Notice).pixmap(QSize(16, 16), devicePixelRatio()));
        auto *text = makeLabel(line);
        text->setWordWrap(true);
        row->addWidget(mark, 0, Qt::AlignTop);
        row->addWidget(text, 1);
        layout->addLayout(row);
        first = false;
    }
}

void RunDialog::addLockTimeout(QBoxLayout *layout)
{
    m_lockTimeout = new QDoubleSpinBox;
    m_lockTimeout->setObjectName(u"runLockTimeout"_s);
    m_lockTimeout->setRange(0.1, 600.0);
    m_lockTimeout->setDecimals(1);
    m_lockTimeout->setValue(1.0);
    m_lockTimeout->setSuffix(tr(" s"));
    m_lockTimeout->setAccessibleName(tr("Longest wait for a lock"));
    m_lockTimeout->setToolTip(tr("While a statement waits for a lock, everybody who comes after it waits too. Then it "
                                 "is rolled back and tried again a little later."));
    auto *label = makeLabel(tr("&Hold others up for at most"), Type::Text);
    label->setBuddy(m_lockTimeout);
    auto *row = new QHBoxLayout;
    row->setSpacing(grid::unit);
    row->addWidget(label);
    row->addWidget(m_lockTimeout);
    row->addStretch(1);
    layout->addLayout(row);
}

void RunDialog::addNameField(QBoxLayout *layout)
{
    auto *label = makeLabel(
        tr("To go on, &type the database's name: %1").arg(QString(m_request.database).replace(u'&', u"&&"_s)));
    label->setWordWrap(true);
    m_name = new QLineEdit;
    m_name->setObjectName(u"runName"_s);
    m_name->setAccessibleName(tr("Name of the database"));
    label->setBuddy(m_name);
    layout->addWidget(label);
    layout->addWidget(m_name);
    m_accept->setEnabled(false);
    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString &typed) { m_accept->setEnabled(typed == m_request.database); });
    m_name->setFocus();
}

void RunDialog::addButtons(QBoxLayout *layout)
{
    const int count = static_cast<int>(m_request.plan.steps.size());
    auto *buttons = new QDialogButtonBox;
    const QString verb = isUpgrade() ? tr("Upgrade by %n revision(s)", nullptr, count)
                                     : tr("Downgrade by %n revision(s)", nullptr, count);
    m_accept = buttons->addButton(verb, isUpgrade() ? QDialogButtonBox::AcceptRole : QDialogButtonBox::DestructiveRole);
    m_accept->setObjectName(u"runAccept"_s);
    m_accept->setProperty(isUpgrade() ? "primary" : "danger", true);
    m_accept->setAutoDefault(false);
    QPushButton *cancel = buttons->addButton(QDialogButtonBox::Cancel);
    cancel->setObjectName(u"runCancel"_s);
    cancel->setAutoDefault(!isUpgrade());
    (isUpgrade() ? m_accept : cancel)->setDefault(true);
    (isUpgrade() ? m_accept : cancel)->setFocus();
    connect(m_accept, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    if (m_request.typeName)
        addNameField(layout);
    layout->addWidget(buttons);
}

} // namespace civicq::widgets
