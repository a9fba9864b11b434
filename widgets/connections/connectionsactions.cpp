// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does on the connection manager's page; its making is in connectionspage.cpp.
#include "common/confirmation.h"
#include "common/messagestrip.h"
#include "connections/addressdialog.h"
#include "connections/connectionspage.h"
#include "connections/environmentcard.h"
#include "connections/profileform.h"
#include "connections/profilelist.h"
#include "connections/servicedialog.h"
#include "connections/testcard.h"
#include "phrases/explanation.h"

#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>

using namespace Qt::StringLiterals;
using civicq::connections::Profile;
using civicq::postgres::Environment;

namespace civicq::widgets {

void ConnectionsPage::connectJobs()
{
    connect(m_jobs, &ConnectionJobs::testBegan, this, [this] {
        m_test->begin(m_form->draft().profile.parameters.describe());
        m_scroll->verticalScrollBar()->setValue(0);
        m_testButton->setEnabled(false);
    });
    connect(m_jobs, &ConnectionJobs::stageChanged, m_test, &TestCard::setStage);
    connect(m_jobs, &ConnectionJobs::testEnded, this,
            [this](const QUuid &id, const connections::ConnectionTestReport &report) {
                m_testButton->setEnabled(true);
                if (id == m_chosen)
                    m_test->finish(report);
            });
    connect(m_jobs, &ConnectionJobs::testStopped, this, [this](const QUuid &id) {
        m_testButton->setEnabled(true);
        if (id == m_chosen)
            m_test->cancelled();
    });
    connect(m_test, &TestCard::cancelRequested, m_jobs, &ConnectionJobs::cancelTest);
    connect(m_jobs, &ConnectionJobs::markRead, this,
            [this](const QUuid &id, const connections::MarkedDatabase &marked) {
                if (id == m_chosen)
                    m_environment->setMarked(marked);
            });
    connect(m_jobs, &ConnectionJobs::markFailed, this, [this](const QUuid &id, const core::Error &error) {
        if (id == m_chosen)
            m_environment->setError(error);
    });
    connect(m_jobs, &ConnectionJobs::markSet, this, [this](const QUuid &id) {
        if (m_parts.connection.profile().id == id)
            m_parts.connection.reopen(); // what may be done there has changed
    });
    connect(m_jobs, &ConnectionJobs::passwordRefused, this, [this](const QUuid &id) {
        if (id == m_chosen && !m_environment->marked())
            m_environment->setUnread();
    });
    connect(m_environment, &EnvironmentCard::readRequested, this, [this] {
        m_environment->setBusy(tr("Asking the database…"));
        m_jobs->readMark(m_form->draft());
    });
    connect(m_environment, &EnvironmentCard::markRequested, this, &ConnectionsPage::markChosen);
    connect(m_jobs, &ConnectionJobs::saved, this, &ConnectionsPage::savedNow);
    connect(m_jobs, &ConnectionJobs::saveFailed, this, [this](const core::Error &error) {
        m_openOnceSaved = QUuid();
        complain(error);
    });
    connect(m_jobs, &ConnectionJobs::removed, this, &ConnectionsPage::removedNow);
    connect(m_jobs, &ConnectionJobs::removeFailed, this, &ConnectionsPage::complain);
    connect(m_jobs, &ConnectionJobs::servicesRead, this, &ConnectionsPage::showServices);
    connect(m_jobs, &ConnectionJobs::passwordNotKept, this, [this](const Profile &profile, const core::Error &error) {
        const phrases::Explanation words = phrases::explain(error);
        m_strip->setMessage(Meaning::Warning,
                            tr("%1 is saved, but its password is not. %2").arg(profile.name, words.oneLine()));
        m_strip->show();
    });
}

void ConnectionsPage::say(const QString &text)
{
    m_strip->setMessage(Meaning::Good, text);
    m_strip->show();
}

void ConnectionsPage::complain(const core::Error &error)
{
    m_strip->setMessage(Meaning::Critical, phrases::explain(error).oneLine());
    m_strip->show();
}

void ConnectionsPage::newConnection()
{
    startDraft({});
}

void ConnectionsPage::pasteAddress()
{
    auto *dialog = new AddressDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { startDraft(dialog->draft()); });
    dialog->open();
}

void ConnectionsPage::importServices()
{
    m_jobs->readServices();
}

void ConnectionsPage::showServices(const QList<connections::ServiceEntry> &entries)
{
    auto *dialog = new ServiceDialog(entries, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        for (const connections::ServiceEntry &entry : dialog->chosen()) {
            Draft draft;
            draft.profile.name = entry.name;
            draft.profile.passwordSource = connections::PasswordSource::Libpq;
            draft.profile.parameters.service = entry.name;
            startDraft(draft);
        }
    });
    dialog->open();
}

void ConnectionsPage::duplicate()
{
    Draft draft = m_form->draft();
    draft.profile.id = QUuid();
    draft.profile.name = tr("%1 (copy)").arg(draft.profile.name);
    startDraft(draft);
}

void ConnectionsPage::discard()
{
    m_drafts.remove(m_chosen);
    const QUuid id = m_chosen;
    m_chosen = QUuid();
    m_test->hide();
    m_strip->hide();
    if (m_parts.profiles.find(id))
        choose(id);
    else
        refresh();
}

void ConnectionsPage::save()
{
    const Draft draft = m_form->draft();
    if (const auto checked = connections::ProfileStore::check(draft.profile); !checked) {
        complain(checked.error());
        m_openOnceSaved = QUuid();
        return;
    }
    m_jobs->save(draft);
}

void ConnectionsPage::savedNow(const Draft &draft, const Profile &profile)
{
    const bool open = std::exchange(m_openOnceSaved, QUuid()) == draft.profile.id;
    // Typing may have gone on meanwhile: then it differs, and stays.
    const bool chosen = draft.profile.id == m_chosen;
    const bool changedSince = chosen && !(m_form->draft() == draft);
    if (!changedSince)
        m_drafts.remove(profile.id);
    m_parts.profiles.reload();
    if (chosen && !changedSince)
        m_form->setDraft(draftOf(profile.id));
    refresh();
    if (open)
        Q_EMIT openRequested(profile);
    else
        say(tr("Saved %1.").arg(profile.name));
}

void ConnectionsPage::removeChosen()
{
    if (const Profile *profile = m_parts.profiles.find(m_chosen))
        m_jobs->remove(*profile);
}

void ConnectionsPage::removedNow(const Profile &profile)
{
    forgetRemoved();
    m_removed = profile;
    m_drafts.remove(profile.id);
    if (m_chosen == profile.id)
        m_chosen = QUuid();
    m_strip->hide();
    m_test->hide();
    m_environment->setUnread();
    m_undoStrip->setMessage(Meaning::Notice, tr("Removed %1. The database itself is as it was.").arg(profile.name));
    m_undoStrip->show();
    m_parts.profiles.reload();
    refresh();
}

void ConnectionsPage::undoRemove()
{
    if (!m_removed)
        return;
    const Profile profile = *std::exchange(m_removed, std::nullopt);
    m_undoStrip->hide();
    m_jobs->save({profile, {}, false, false});
}

void ConnectionsPage::forgetRemoved()
{
    if (m_removed)
        m_jobs->forget(std::exchange(m_removed, std::nullopt)->id);
    m_undoStrip->hide();
}

void ConnectionsPage::openChosen()
{
    if (m_drafts.contains(m_chosen)) {
        m_openOnceSaved = m_chosen;
        save();
    } else if (const Profile *profile = m_parts.profiles.find(m_chosen)) {
        Q_EMIT openRequested(*profile);
    }
}

void ConnectionsPage::testChosen()
{
    m_strip->hide();
    m_jobs->test(m_form->draft());
}

void ConnectionsPage::markChosen(Environment wanted)
{
    if (!m_environment->marked())
        return;
    const connections::MarkedDatabase now = *m_environment->marked();
    const Draft draft = m_form->draft();
    const auto go = [this, draft, wanted](const QString &typedName) {
        m_environment->setBusy(tr("Writing it to the database…"));
        m_jobs->setMark(draft, wanted, typedName);
    };
    if (!connections::needsConfirmation(now.mark, wanted)) {
        go({});
        return;
    }
    Confirmation question;
    question.title = tr("Take production's protection away");
    question.text = tr("%1 will no longer be protected as production.").arg(now.database);
    question.consequences = {tr("Every computer that connects may write to it without unlocking."),
                             tr("Seed data may be loaded into it, and it may be overwritten by a restore.")};
    question.database = now.database;
    question.server = draft.profile.parameters.host;
    question.environment = Environment::Production;
    question.actionText = tr("Take it away");
    question.typeName = true;
    ConfirmationDialog::ask(this, question, go);
}

} // namespace civicq::widgets
