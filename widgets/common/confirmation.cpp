// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/confirmation.h"

#include "common/environmentbadge.h"
#include "common/iconlabel.h"
#include "common/themeicons.h"
#include "common/typography.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {

constexpr int dialogWidth = 480;

QLabel *wrapped(const QString &text, bool secondary = false)
{
    auto *label = makeLabel(text, Type::Text, secondary);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

// Which database, on which server, what it is used for: the line people must not overlook.
QLayout *targetLine(const Confirmation &what)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(grid::unit);
    auto *badge = new EnvironmentBadge;
    badge->setEnvironment(what.environment);
    line->addWidget(badge);
    QFont strong = typeFont(Type::Text);
    strong.setWeight(QFont::DemiBold);
    auto *name = makeLabel(what.database);
    name->setFont(strong);
    line->addWidget(name);
    if (!what.server.isEmpty())
        line->addWidget(makeLabel(ConfirmationDialog::tr("on %1").arg(what.server), Type::Text, true));
    line->addStretch(1);
    return line;
}

// Lines that belong together stand close, and what wraps begins below its own words.
QLayout *bulletList(const QStringList &lines)
{
    auto *list = new QGridLayout;
    list->setHorizontalSpacing(grid::unit);
    list->setVerticalSpacing(grid::unit);
    list->setColumnStretch(1, 1);
    for (int row = 0; row < lines.size(); ++row) {
        list->addWidget(makeLabel(u"•"_s), row, 0, Qt::AlignTop);
        list->addWidget(wrapped(lines.at(row)), row, 1);
    }
    return list;
}

} // namespace

ConfirmationDialog *ConfirmationDialog::ask(QWidget *parent, const Confirmation &what,
                                            std::function<void(const QString &)> accepted)
{
    auto *dialog = new ConfirmationDialog(what, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, dialog, [dialog, accepted = std::move(accepted)] {
        accepted(dialog->m_name ? dialog->m_name->text() : QString());
    });
    dialog->open();
    return dialog;
}

ConfirmationDialog::ConfirmationDialog(const Confirmation &what, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"confirmationDialog"_s);
    setWindowTitle(what.title);
    setMinimumWidth(dialogWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::margin, grid::margin, grid::margin, grid::gap);
    layout->setSpacing(12);

    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(new IconLabel(32, meaningIcon(what.dangerous ? Meaning::Warning : Meaning::Notice)));
    auto *title = makeLabel(what.title, Type::Section);
    title->setWordWrap(true);
    head->addWidget(title, 1);
    layout->addLayout(head);
    layout->addWidget(wrapped(what.text));
    if (!what.database.isEmpty())
        layout->addLayout(targetLine(what));
    if (!what.consequences.isEmpty())
        layout->addLayout(bulletList(what.consequences));

    auto *buttons = new QDialogButtonBox;
    m_accept = buttons->addButton(what.actionText,
                                  what.dangerous ? QDialogButtonBox::DestructiveRole : QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"confirmationAccept"_s);
    QPushButton *cancel = buttons->addButton(QDialogButtonBox::Cancel);
    cancel->setObjectName(u"confirmationCancel"_s);
    if (!what.refusalText.isEmpty())
        cancel->setText(what.refusalText);
    m_accept->setAutoDefault(false);
    m_accept->setProperty("danger", what.dangerous);
    cancel->setProperty("quiet", true);
    (what.dangerous ? cancel : m_accept)->setDefault(true);
    connect(m_accept, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    if (what.typeName || (what.dangerous && what.environment == postgres::Environment::Production))
        addNameField(what);
    else
        (what.dangerous ? cancel : m_accept)->setFocus();
    layout->addStretch(1); // what room is left parts the buttons from the words, not the words from each other
    layout->addSpacing(grid::half);
    layout->addWidget(buttons);
    // As high as the words need at this width; Qt asks at the width it would like.
    const int width = std::max(dialogWidth, layout->totalMinimumSize().width());
    resize(width, layout->hasHeightForWidth() ? layout->totalHeightForWidth(width) : layout->totalSizeHint().height());
}

void ConfirmationDialog::addNameField(const Confirmation &what)
{
    auto *box = qobject_cast<QVBoxLayout *>(layout());
    auto *label =
        makeLabel(tr("To go on, &type the database's name: %1").arg(QString(what.database).replace(u'&', u"&&"_s)));
    label->setWordWrap(true);
    m_name = new QLineEdit;
    m_name->setObjectName(u"confirmationName"_s);
    m_name->setAccessibleName(tr("Name of the database"));
    m_name->setAccessibleDescription(label->text());
    label->setBuddy(m_name);
    box->addWidget(label);
    box->addWidget(m_name);
    m_accept->setEnabled(false);
    connect(m_name, &QLineEdit::textChanged, this,
            [this, name = what.database](const QString &typed) { m_accept->setEnabled(typed == name); });
    m_name->setFocus();
}

} // namespace civicq::widgets
