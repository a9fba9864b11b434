// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the connection manager has done on worker threads: testing, reading and setting what a database is used for, saving
// and removing. Lives on the GUI thread; answers come as signals there. Gets a connection's password from the form, the
// keychain or the person.

#include "connections/connectiontest.h"
#include "connections/draft.h"
#include "connections/marking.h"
#include "connections/profilestore.h"
#include "connections/secretstore.h"
#include "connections/servicefile.h"
#include "core/taskrunner.h"

#include <QtCore/QObject>

#include <optional>

class QWidget;

namespace civicq::widgets {

class ConnectionJobs final : public QObject
{
    Q_OBJECT
public:
    ConnectionJobs(core::TaskRunner &tasks, connections::SecretStore &secrets, connections::ProfileStore store,
                   QWidget *parent);

    void test(const Draft &draft);
    void cancelTest();
    void readMark(const Draft &draft);
    void setMark(const Draft &draft, postgres::Environment wanted, const QString &confirmedName);
    void save(const Draft &draft);
    void remove(const connections::Profile &profile); // its password stays, so that it can be undone: see forget()
    void forget(const QUuid &id);
    void readServices();

Q_SIGNALS:
    void testBegan();
    void stageChanged(const civicq::connections::StageResult &result);
    void testEnded(const QUuid &id, const civicq::connections::ConnectionTestReport &report);
    void testStopped(const QUuid &id);
    void markRead(const QUuid &id, const civicq::connections::MarkedDatabase &marked);
    void markSet(const QUuid &id); // before markRead
    void markFailed(const QUuid &id, const civicq::core::Error &error);
    void saved(const civicq::widgets::Draft &draft, const civicq::connections::Profile &profile);
    void passwordNotKept(const civicq::connections::Profile &profile, const civicq::core::Error &error); // yet saved
    void saveFailed(const civicq::core::Error &error);
    void removed(const civicq::connections::Profile &profile);
    void removeFailed(const civicq::core::Error &error);
    void servicesRead(const QList<civicq::connections::ServiceEntry> &entries);
    void passwordRefused(const QUuid &id); // the person did not want to give it

private:
    struct Feed;
    void withPassword(const Draft &draft, std::function<void(const postgres::ConnectionParameters &)> go);
    void askPassword(const Draft &draft, std::function<void(const postgres::ConnectionParameters &)> go);
    void runTest(const QUuid &id, const postgres::ConnectionParameters &parameters);
    void deliver(const QUuid &id, const core::Result<connections::MarkedDatabase> &marked);
    void keepPassword(const Draft &draft, const connections::Profile &profile);

    core::TaskRunner &m_tasks;
    connections::SecretStore &m_secrets;
    connections::ProfileStore m_store;
    QWidget *m_window;
    core::TaskHandle m_test;
};

} // namespace civicq::widgets
