// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/rehearsaldialog.h"

#include "backups/unlockpane.h"
#include "common/typography.h"
#include "openpgp/rehearsal.h"
#include "phrases/explanation.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {

// Of the key, not of a backup, as the same errors are elsewhere.
QString rehearsalSentence(const core::Error &error)
{
    const QString kind = error.arguments.value(0);
    if (!UnlockPane::canAnswer(error))
        return phrases::explain(error).oneLine();
    if (kind == QLatin1StringView(openpgp::passphraseWrong))
        return RehearsalDialog::tr("The passphrase does not open this secret key. Check it for capital letters and "
                                   "spaces, and try again.");
    if (kind == QLatin1StringView(openpgp::passphraseNeeded))
        return RehearsalDialog::tr("This secret key has a passphrase. Type it, and try again.");
    return RehearsalDialog::tr("This file does not open what is encrypted for the key: it is not its secret half. "
                               "Backups that are encrypted for it could not be restored with this file.");
}

} // namespace

RehearsalDialog::RehearsalDialog(BackupServices services, const openpgp::RecoveryKey &key, QWidget *parent)
    : GrowingDialog(parent), m_services(services), m_key(key),
      m_pane(
          new UnlockPane(std::move(services),
                         {tr("&Rehearse"), tr("Encrypt something for the key, and open it with this"),
                          tr("Something random is encrypted for the key, as a backup would be, and its secret half has "
                             "to bring it back. Nothing of the secret is kept."),
                          true}))
{
    setObjectName(u"rehearsalDialog"_s);
    setWindowTitle(tr("Rehearse a key"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(560);
    m_pane->setTitle(tr("Does the key of %1 work?").arg(key.key.users.value(0)));
    auto *fingerprint = makeLabel(openpgp::readableFingerprint(key.key.fingerprint), Type::Small, true);
    fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *buttons = new QDialogButtonBox;
    m_cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_cancel->setObjectName(u"rehearsalCancel"_s);
    m_cancel->setAutoDefault(false); // Return rehearses
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::margin, grid::margin, grid::margin, grid::gap);
    layout->setSpacing(grid::gap);
    layout->addWidget(m_pane, 1);
    layout->addWidget(fingerprint);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_pane, &UnlockPane::answered, this, &RehearsalDialog::rehearse);
}

void RehearsalDialog::rehearse(const openpgp::Unlock &unlock)
{
    m_pane->setAsking(false);
    core::TaskSpec<QDateTime> spec;
    spec.quiet = true;
    spec.run = [key = m_key.key, unlock,
                config = m_services.configFolder](core::TaskContext &) -> core::Result<QDateTime> {
        if (const auto proven = openpgp::rehearse(key, unlock); !proven)
            return core::fail(proven.error());
        const QDateTime when = QDateTime::currentDateTimeUtc();
        const auto noted = openpgp::KeyFolder::below(config).recordRehearsal(key.fingerprint, when);
        return noted ? core::Result<QDateTime>(when) : core::fail(noted.error());
    };
    m_services.tasks.start<QDateTime>(this, std::move(spec), [this](const auto &when) { finish(when); });
}

void RehearsalDialog::finish(const core::Result<QDateTime> &when)
{
    m_pane->setAsking(!when);
    if (!when) {
        m_pane->say(Meaning::Warning, rehearsalSentence(when.error()));
        return;
    }
    m_pane->say(Meaning::Good, tr("It works: its secret half opens what is encrypted for the key. Keep that half, and "
                                  "its passphrase, in a place that does not burn down with this computer."));
    m_cancel->setText(tr("Close"));
    m_cancel->setFocus();
    Q_EMIT rehearsed(m_key.key.fingerprint, *when);
}

} // namespace civicq::widgets
