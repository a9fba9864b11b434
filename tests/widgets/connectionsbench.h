// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The connection manager's page with all it needs, and hands to work it: fields and buttons by their object names.

#include "connections/connectionspage.h"
#include "fixtures/memorysecrets.h"

#include <QtCore/QTemporaryDir>
#include <QtGui/QInputMethodEvent>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTreeWidget>

namespace civicq::tests {

// Everything the page needs, and the page.
struct ConnectionsBench
{
    ConnectionsBench()
        : profiles(connections::ProfileStore(folder.filePath(QStringLiteral("config")))), connection(tasks, {}),
          page({tasks, profiles, secrets, connection})
    {
        page.resize(1100, 760);
        page.show();
        page.setShown(true);
    }

    template<typename T>
    T *find(const QString &name) const
    {
        T *found = page.findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    void type(const QString &field, const QString &text) const
    {
        auto *line = find<QLineEdit>(field);
        line->selectAll();
        QInputMethodEvent typed; // keyClicks() knows no accents
        typed.setCommitString(text);
        QApplication::sendEvent(line, &typed);
    }
    void click(const QString &button) const
    {
        auto *found = find<QAbstractButton>(button);
        QVERIFY2(found->isEnabled(), qPrintable(button));
        found->click();
    }
    void trigger(const QString &action) const { find<QAction>(action)->trigger(); }
    void choosePasswordSource(connections::PasswordSource source) const
    {
        auto *box = find<QComboBox>(QStringLiteral("profilePasswordSource"));
        box->setCurrentIndex(box->findData(static_cast<int>(source)));
    }
    QStringList listed() const
    {
        QStringList names;
        for (QTreeWidgetItemIterator item(find<QTreeWidget>(QStringLiteral("profileList"))); *item; ++item)
            names.append((*item)->text(0));
        return names;
    }
    void choose(const QString &name) const
    {
        auto *list = find<QTreeWidget>(QStringLiteral("profileList"));
        const auto found = list->findItems(name, Qt::MatchExactly | Qt::MatchRecursive);
        QVERIFY2(found.size() == 1, qPrintable(name));
        list->setCurrentItem(found.first());
    }
    QString text(const QString &label) const { return find<QLabel>(label)->text(); }
    connections::Profile save(const QString &name, const postgres::ConnectionParameters &parameters,
                              const QString &group = {})
    {
        connections::Profile profile;
        profile.name = name;
        profile.group = group;
        profile.parameters = parameters;
        profile.parameters.password = {};
        const auto saved = profiles.save(profile);
        if (!saved)
            qFatal("%s", qPrintable(saved.error().toString()));
        secrets.secrets.insert(saved->id, parameters.password);
        return *saved;
    }

    QTemporaryDir folder;
    core::TaskRunner tasks;
    MemorySecrets secrets;
    connections::ProfileModel profiles;
    connections::ActiveConnection connection;
    widgets::ConnectionsPage page;
};

} // namespace civicq::tests
