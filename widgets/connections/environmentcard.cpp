// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/environmentcard.h"

#include "common/environmentbadge.h"
#include "common/messagestrip.h"
#include "common/themeicons.h"
#include "common/typography.h"
#include "phrases/explanation.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>

using namespace Qt::StringLiterals;
using civicq::connections::MarkedDatabase;
using civicq::postgres::Environment;

namespace civicq::widgets {

EnvironmentCard::EnvironmentCard(QWidget *parent)
    : Card({}, parent), m_badge(new EnvironmentBadge), m_sentence(makeLabel({}, Type::Text, true)),
      m_read(new QPushButton(tr("Read from the database"))), m_choices(new QWidget), m_group(new QButtonGroup(this)),
      m_mark(new QPushButton(tr("Mark database"))), m_problem(new MessageStrip(Meaning::Critical))
{
    setObjectName(u"environmentCard"_s);
    setTitle(tr("What this database is used for"));
    m_sentence->setWordWrap(true);
    m_read->setObjectName(u"readEnvironment"_s);
    m_read->setToolTip(tr("Connects for a moment and asks"));
    connect(m_read, &QPushButton::clicked, this, &EnvironmentCard::readRequested);

    auto *choices = new QVBoxLayout(m_choices);
    choices->setContentsMargins(0, 0, 0, 0);
    choices->setSpacing(grid::unit);
    addChoice(
        choices, Environment::Production, u"markProduction"_s, tr("Production"),
        tr("The city works with it. Read-only on the server's side until unlocked for one task; no seed data; what "
           "cannot be undone asks for the database's name."));
    addChoice(choices, Environment::Staging, u"markStaging"_s, tr("Staging"),
              tr("To try a release before the city gets it."));
    addChoice(choices, Environment::Development, u"markDevelopment"_s, tr("Development"),
              tr("To write and test the program."));
    addChoice(choices, Environment::Unknown, u"markNone"_s, tr("Not marked"), tr("No mark: nothing is protected."));
    m_mark->setObjectName(u"markDatabase"_s);
    connect(m_mark, &QPushButton::clicked, this,
            [this] { Q_EMIT markRequested(static_cast<Environment>(m_group->checkedId())); });
    connect(m_group, &QButtonGroup::idToggled, this, &EnvironmentCard::refresh);
    auto *button = new QHBoxLayout;
    QLabel *note =
        makeLabel(tr("Kept in the database itself, so that every computer that connects knows it."), Type::Small, true);
    note->setWordWrap(true);
    button->addWidget(note, 1);
    button->addWidget(m_mark);
    choices->addLayout(button);

    auto *state = new QHBoxLayout;
    state->setSpacing(12);
    state->addWidget(m_badge, 0, Qt::AlignTop);
    state->addWidget(m_sentence, 1);
    state->addWidget(m_read, 0, Qt::AlignTop);
    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addLayout(state);
    layout->addWidget(m_problem);
    layout->addWidget(m_choices);
    setBody(body);
    setUnread();
}

void EnvironmentCard::addChoice(QBoxLayout *layout, Environment environment, const QString &name, const QString &text,
                                const QString &explanation)
{
    auto *choice = new QRadioButton(text);
    choice->setObjectName(name);
    choice->setAccessibleDescription(explanation);
    choice->setIcon(icon(environmentIconName(environment)));
    m_group->addButton(choice, static_cast<int>(environment));
    QLabel *words = makeLabel(explanation, Type::Small, true);
    words->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    choice->setMinimumWidth(144);
    row->addWidget(choice, 0, Qt::AlignTop);
    row->addWidget(words, 1);
    layout->addLayout(row);
}

void EnvironmentCard::setUnread()
{
    m_marked.reset();
    m_busy = false;
    m_problem->hide();
    m_sentence->setText(tr("The database says it itself. Test the connection, or read it from there."));
    refresh();
}

void EnvironmentCard::setBusy(const QString &what)
{
    m_busy = true;
    m_problem->hide();
    m_sentence->setText(what);
    refresh();
}

void EnvironmentCard::setMarked(const MarkedDatabase &marked)
{
    m_marked = marked;
    m_busy = false;
    m_problem->hide();
    if (marked.mark.isOfCopy()) {
        m_sentence->setText(
            tr("%1 carries the mark (%2) of another database, %3: it was restored from it, or moved to another "
               "server. Say what it is used for.")
                .arg(marked.database, environmentWord(marked.mark.recorded), marked.mark.writtenFor));
    } else if (marked.mark.environment == Environment::Unknown) {
        m_sentence->setText(tr("%1 does not say what it is used for.").arg(marked.database));
    } else {
        m_sentence->setText(tr("%1 says so itself.").arg(marked.database));
    }
    if (QAbstractButton *choice = m_group->button(static_cast<int>(marked.mark.environment)))
        choice->setChecked(true);
    refresh();
}

void EnvironmentCard::setError(const core::Error &error)
{
    m_busy = false;
    if (!m_marked)
        m_sentence->setText(tr("The database could not be asked."));
    else
        setMarked(MarkedDatabase(*m_marked));
    m_problem->setMessage(Meaning::Critical, phrases::explain(error).oneLine());
    m_problem->show();
    refresh();
}

void EnvironmentCard::refresh()
{
    m_badge->setVisible(m_marked.has_value());
    if (m_marked)
        m_badge->setEnvironment(m_marked->mark.environment);
    m_read->setVisible(!m_marked);
    m_read->setEnabled(!m_busy);
    m_choices->setVisible(m_marked.has_value());
    m_choices->setEnabled(!m_busy);
    const bool differs =
        m_marked && (m_marked->mark.isOfCopy() || m_group->checkedId() != static_cast<int>(m_marked->mark.environment));
    m_mark->setEnabled(differs && m_group->checkedId() >= 0);
    const auto wanted = static_cast<Environment>(std::max(0, m_group->checkedId()));
    m_mark->setText(wanted == Environment::Unknown ? tr("Take the mark away")
                                                   : tr("Mark as %1").arg(environmentWord(wanted).toLower()));
}

} // namespace civicq::widgets
