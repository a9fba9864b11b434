// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/folderchoice.h"

#include "common/themeicons.h"
#include "migrations/alembicproject.h"
#include "migrations/migrationfolder.h"

#include <QtCore/QFileInfo>
#include <QtGui/QAction>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

FolderChoice::FolderChoice(QString folder, QWidget *page)
    : QObject(page), m_page(page), m_default(std::move(folder)), m_folder(m_default),
      m_action(new QAction(icon(u"document-open-folder"_s), tr("Migrations of…"), this))
{
    m_action->setObjectName(u"migrationFolder"_s);
    m_action->setToolTip(tr("Choose a folder of SQL migrations, an Alembic project, or the CivicQ schema"));
    connect(m_action, &QAction::triggered, this, &FolderChoice::showMenu);
}

bool FolderChoice::isBuiltIn() const
{
    return m_folder == migrations::builtInFolder();
}

QString FolderChoice::title() const
{
    if (isBuiltIn())
        return tr("CivicQ schema");
    const QFileInfo info(m_folder);
    const QString name = info.isFile() ? info.dir().dirName() : QDir(m_folder).dirName();
    return migrations::isAlembicProject(m_folder) ? tr("%1 (Alembic)").arg(name) : name;
}

void FolderChoice::follow(const QUuid &profile)
{
    m_profile = profile;
    const QString chosen = m_remembered.read ? m_remembered.read(profile) : QString();
    m_folder = chosen.isEmpty() ? m_default : chosen;
}

void FolderChoice::choose(const QString &folder)
{
    m_folder = folder;
    if (m_remembered.write && !m_profile.isNull())
        m_remembered.write(m_profile, folder == m_default ? QString() : folder);
    Q_EMIT changed();
}

void FolderChoice::showMenu()
{
    auto *menu = new QMenu(m_page);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    QAction *own = menu->addAction(tr("CivicQ schema, which comes with this program"));
    own->setCheckable(true);
    own->setChecked(isBuiltIn());
    connect(own, &QAction::triggered, this, [this] { choose(migrations::builtInFolder()); });
    if (!isBuiltIn()) {
        QAction *present = menu->addAction(title());
        present->setCheckable(true);
        present->setChecked(true);
        present->setToolTip(m_folder);
    }
    menu->addSeparator();
    QAction *other = menu->addAction(icon(u"document-open-folder"_s), tr("Another folder or Alembic project…"));
    connect(other, &QAction::triggered, this, &FolderChoice::browse);
    if (m_remembered.writePython && migrations::isAlembicProject(m_folder)) {
        QAction *python = menu->addAction(tr("Python that runs Alembic…"));
        python->setToolTip(
            tr("Without one, the virtual environment in or above the project's folder is used, then what "
               "is installed"));
        connect(python, &QAction::triggered, this, &FolderChoice::browsePython);
    }
    const auto *button = m_page->findChild<QPushButton *>(m_action->objectName() + u"Button"_s);
    menu->popup(button ? button->mapToGlobal(QPoint(0, button->height())) : QCursor::pos());
}

void FolderChoice::browsePython()
{
    auto *dialog = new QFileDialog(m_page, tr("The Python, or the alembic, that runs Alembic projects"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &program) { m_remembered.writePython(program); });
    dialog->open();
}

void FolderChoice::browse()
{
    auto *dialog = new QFileDialog(m_page, tr("Folder of SQL migrations, or of an Alembic project (with alembic.ini)"),
                                   isBuiltIn() ? QString() : m_folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &FolderChoice::choose);
    dialog->open();
}

} // namespace civicq::widgets
