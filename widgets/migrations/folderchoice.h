// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which migrations the page shows: the schema that comes with the program, a folder of SQL migrations, or an Alembic
// project; remembered for each connection by whoever made the page. GUI thread; the file dialog does not block.

#include <QtCore/QObject>
#include <QtCore/QUuid>

#include <functional>

class QAction;
class QWidget;

namespace civicq::widgets {

struct RememberedFolders
{
    std::function<QString(const QUuid &profile)> read; // empty: none was chosen
    std::function<void(const QUuid &profile, const QString &folder)> write;
    std::function<void(const QString &program)> writePython = {}; // the one that runs Alembic projects
};

class FolderChoice : public QObject
{
    Q_OBJECT
public:
    FolderChoice(QString folder, QWidget *page);

    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] bool isBuiltIn() const;
    [[nodiscard]] QString title() const; // "CivicQ schema", "migrations"
    [[nodiscard]] QAction *action() const { return m_action; }

    void setRemembered(RememberedFolders remembered) { m_remembered = std::move(remembered); }
    // Takes what was chosen for that connection.
    void follow(const QUuid &profile);
    void choose(const QString &folder);

Q_SIGNALS:
    void changed();

private:
    void showMenu();
    void browse();
    void browsePython();

    QWidget *m_page;
    QString m_default;
    QString m_folder;
    QUuid m_profile;
    RememberedFolders m_remembered;
    QAction *m_action;
};

} // namespace civicq::widgets
