// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/unlockdialog.h"

#include "backups/contentkind.h"
#include "backups/unlockpane.h"
#include "common/typography.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

UnlockDialog::UnlockDialog(BackupServices services, const QString &path, QWidget *parent)
    : GrowingDialog(parent), m_services(services), m_path(path), m_pane(new UnlockPane(std::move(services)))
{
    setObjectName(u"unlockDialog"_s);
    setWindowTitle(tr("Open a backup"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(560);
    auto *buttons = new QDialogButtonBox;
    QPushButton *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setObjectName(u"unlockCancel"_s);
    cancel->setAutoDefault(false); // Return opens
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::margin, grid::margin, grid::margin, grid::gap);
    layout->setSpacing(grid::gap);
    layout->addWidget(m_pane, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_pane, &UnlockPane::answered, this, &UnlockDialog::look);
    look({}); // says which key it is for, where it is for one
}

// No more than its beginning is read: a passphrase that is wrong is known by that.
void UnlockDialog::look(const openpgp::Unlock &unlock)
{
    m_pane->setAsking(false);
    core::TaskSpec<backups::ContentKind> spec;
    spec.quiet = true;
    spec.run = [path = m_path, unlock](core::TaskContext &) { return backups::contentKind(path, unlock); };
    m_services.tasks.start<backups::ContentKind>(this, std::move(spec), [this, unlock](const auto &kind) {
        m_pane->setAsking(true);
        if (!kind && UnlockPane::canAnswer(kind.error())) {
            m_pane->ask(m_path, kind.error());
            return;
        }
        // Whatever else is the matter with it is said by what it is opened for.
        Q_EMIT opened(unlock);
        accept();
    });
}

} // namespace civicq::widgets
