// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The connection manager: the saved connections at the left, the chosen one's fields at the right, with its test and what
// its database is used for. GUI thread. What was typed and not saved stays with its connection until saved or discarded,
// wherever one goes meanwhile. Object names beside those of the parts: profileList, saveConnection, discardChanges,
// testConnection, removeConnection, undoRemove; actions newConnection, pasteAddress, importServices, duplicateConnection,
// connectProfile.

#include "common/page.h"
#include "connections/activeconnection.h"
#include "connections/connectionjobs.h"
#include "connections/profilemodel.h"

#include <QtCore/QHash>

class QPushButton;
class QScrollArea;

namespace civicq::widgets {

class EnvironmentCard;
class MessageStrip;
class ProfileForm;
class ProfileList;
class StatePane;
class TestCard;

class ConnectionsPage final : public Page
{
    Q_OBJECT
public:
    struct Parts // all outlive the page
    {
        core::TaskRunner &tasks;
        connections::ProfileModel &profiles;
        connections::SecretStore &secrets;
        connections::ActiveConnection &connection;
    };

    explicit ConnectionsPage(const Parts &parts, QWidget *parent = nullptr);
    ~ConnectionsPage() override;

    [[nodiscard]] static PageInfo describe();
    void setShown(bool shown) override;
    [[nodiscard]] QList<QAction *> commands() const override;
    [[nodiscard]] QString unsavedWork() const override;
    [[nodiscard]] bool hasUnsavedChanges() const { return !m_drafts.isEmpty(); }

public Q_SLOTS:
    void newConnection();

Q_SIGNALS:
    void openRequested(const civicq::connections::Profile &profile);

private:
    void makeActions();
    QWidget *makeSidebar();
    QWidget *makeEditor();
    QWidget *makeButtons();
    void connectJobs();
    QAction *makeAction(const QString &name, const QString &iconName, const QString &text, const QString &toolTip,
                        void (ConnectionsPage::*slot)());

    [[nodiscard]] QList<connections::Profile> savedProfiles() const; // without the sandbox
    [[nodiscard]] Draft draftOf(const QUuid &id) const;
    void startDraft(Draft draft);
    void choose(const QUuid &id);
    void formEdited();
    void refresh();
    void refreshList();

    void pasteAddress();
    void importServices();
    void showServices(const QList<connections::ServiceEntry> &entries);
    void duplicate();
    void discard();
    void save();
    void savedNow(const Draft &draft, const connections::Profile &profile);
    void removeChosen();
    void removedNow(const connections::Profile &profile);
    void undoRemove();
    void forgetRemoved();
    void openChosen();
    void testChosen();
    void markChosen(postgres::Environment wanted);
    void say(const QString &text);
    void complain(const core::Error &error);

    Parts m_parts;
    ConnectionJobs *m_jobs;
    QHash<QUuid, Draft> m_drafts; // what differs from what is saved
    QUuid m_chosen;
    QUuid m_openOnceSaved;
    std::optional<connections::Profile> m_removed; // can still be undone

    StatePane *m_pane = nullptr;
    ProfileList *m_list = nullptr;
    QScrollArea *m_scroll = nullptr;
    ProfileForm *m_form = nullptr;
    TestCard *m_test = nullptr;
    EnvironmentCard *m_environment = nullptr;
    MessageStrip *m_strip = nullptr;
    MessageStrip *m_undoStrip = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_discard = nullptr;
    QPushButton *m_testButton = nullptr;
    QPushButton *m_remove = nullptr;
    QList<QPushButton *> m_headerButtons;
    QAction *m_new = nullptr;
    QAction *m_paste = nullptr;
    QAction *m_import = nullptr;
    QAction *m_duplicate = nullptr;
    QAction *m_open = nullptr;
    QAction *m_undo = nullptr;
};

} // namespace civicq::widgets
