// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/revisiondialog.h"

#include "common/typography.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;
using namespace civicq::migrations;

namespace civicq::widgets {

namespace {

constexpr int dialogWidth = 520;

QString named(const Revision &revision)
{
    return revision.message.isEmpty() ? revision.id : u"%1  %2"_s.arg(revision.id, revision.message);
}

QLabel *wrapped(const QString &text, bool secondary)
{
    auto *label = makeLabel(text, Type::Text, secondary);
    label->setWordWrap(true);
    return label;
}

} // namespace

RevisionDialog *RevisionDialog::ask(QWidget *parent, Kind kind, const MigrationFolder &folder, const QString &after,
                                    std::function<void(const NewRevision &)> accepted)
{
    auto *dialog = new RevisionDialog(kind, folder, after, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, dialog,
            [dialog, accepted = std::move(accepted)] { accepted(dialog->wanted()); });
    dialog->open();
    return dialog;
}

RevisionDialog::RevisionDialog(Kind kind, const MigrationFolder &folder, const QString &after, QWidget *parent)
    : QDialog(parent), m_kind(kind), m_message(new QLineEdit)
{
    const bool merges = kind == Kind::Merge;
    const RevisionGraph &graph = folder.graph;
    setObjectName(u"revisionDialog"_s);
    setWindowTitle(merges ? tr("Merge heads") : tr("New revision"));
    resize(dialogWidth, 0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::margin, grid::margin, grid::margin, grid::gap);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(windowTitle(), Type::Section));
    layout->addWidget(wrapped(merges ? tr("The history ends in several heads: %1. A merge is one revision that "
                                          "comes after them all and changes nothing itself.")
                                           .arg(graph.identifiers(graph.heads()).join(u", "_s))
                                     : tr("One file is written, for you to fill in. No database is changed."),
                              false));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(grid::gap);
    form->setVerticalSpacing(grid::unit);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    addFields(graph, after, form);
    layout->addLayout(form);
    const QFileInfo place(folder.path);
    layout->addWidget(
        wrapped(tr("It goes into %1.")
                    .arg(QDir::toNativeSeparators(place.isFile() ? place.absolutePath() : place.absoluteFilePath())),
                true));
    auto *buttons = new QDialogButtonBox;
    QPushButton *accept =
        buttons->addButton(merges ? tr("Write the merge") : tr("Write the revision"), QDialogButtonBox::AcceptRole);
    accept->setObjectName(u"revisionAccept"_s);
    accept->setProperty("primary", true);
    accept->setDefault(true);
    buttons->addButton(QDialogButtonBox::Cancel)->setObjectName(u"revisionCancel"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto follow = [this, accept] {
        accept->setEnabled(m_kind == Kind::Merge || !m_message->text().trimmed().isEmpty());
    };
    connect(m_message, &QLineEdit::textChanged, this, follow);
    follow();
    layout->addWidget(buttons);
    m_message->setFocus();
}

void RevisionDialog::addFields(const RevisionGraph &graph, const QString &after, QFormLayout *form)
{
    const auto add = [form](const QString &text, QWidget *field, const QString &name) {
        auto *label = new QLabel(text);
        label->setBuddy(field);
        field->setObjectName(name);
        field->setAccessibleName(QString(text).remove(u'&').remove(u':'));
        form->addRow(label, field);
    };
    m_message->setPlaceholderText(m_kind == Kind::Merge
                                      ? tr("Merge %1").arg(graph.identifiers(graph.heads()).join(tr(" and ")))
                                      : tr("Add a table of polling places"));
    add(tr("What it &changes:"), m_message, u"revisionMessage"_s);
    if (m_kind == Kind::Merge)
        return;
    m_parent = new QComboBox;
    for (const int head : graph.heads())
        m_parent->addItem(named(graph.at(head)), graph.at(head).id);
    if (graph.size() == 0)
        m_parent->addItem(tr("nothing: it is the first"), QString());
    const int chosen = graph.indexOf(after);
    if (chosen != RevisionGraph::none && m_parent->findData(after) < 0)
        m_parent->addItem(named(graph.at(chosen)), after);
    m_parent->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_parent->setMinimumContentsLength(24);
    m_parent->setToolTip(
        tr("After the newest, unless a branch is meant: then choose the revision it leaves from first"));
    m_label = new QLineEdit;
    m_label->setPlaceholderText(tr("none"));
    m_label->setToolTip(tr("A name for the branch that begins here; it can be upgraded by that name"));
    add(tr("Comes &after:"), m_parent, u"revisionParent"_s);
    add(tr("&Label:"), m_label, u"revisionLabel"_s);
}

NewRevision RevisionDialog::wanted() const
{
    NewRevision revision;
    revision.message = m_message->text();
    if (m_parent && !m_parent->currentData().toString().isEmpty())
        revision.onto = {m_parent->currentData().toString()};
    if (m_label && !m_label->text().trimmed().isEmpty())
        revision.labels = {m_label->text().trimmed()};
    return revision;
}

} // namespace civicq::widgets
