// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/restoreundo.h"

#include "common/confirmation.h"
#include "phrases/explanation.h"

#include <QtCore/QLocale>

using namespace Qt::StringLiterals;
using civicq::backups::KeptDatabase;

namespace civicq::widgets {

core::Error nameNotConfirmed(const QString &database, const QString &what)
{
    core::Error error;
    error.code = core::ErrorCode::ProductionProtected;
    error.message = u"the database's name was not confirmed"_s;
    error.arguments = {database, what};
    return error;
}

RestoreUndo::RestoreUndo(BackupServices services, QObject *parent) : QObject(parent), m_services(std::move(services)) {}

void RestoreUndo::ask(QWidget *before, const KeptDatabase &kept)
{
    Confirmation question;
    question.title = tr("Undo a restore");
    question.text = tr("%1 becomes again what it was until %2.")
                        .arg(kept.of, QLocale().toString(kept.since.toLocalTime(), QLocale::ShortFormat));
    question.consequences = {tr("What is in it now is kept under another name, and can be brought back too."),
                             tr("Everybody who is connected to it is disconnected and has to connect again.")};
    question.database = kept.of;
    question.server = m_services.connection.profile().parameters.describe();
    question.environment = m_services.connection.facts().environment;
    question.actionText = tr("Bring back");
    question.dangerous = false;
    // A live database is exchanged, as by a restore over it; and the kept one may be production where this is not.
    question.typeName = true;
    ConfirmationDialog::ask(before, question, [this, kept](const QString &typed) { bringBack(kept, typed); });
}

void RestoreUndo::bringBack(const KeptDatabase &kept, const QString &typedName)
{
    auto grant = m_services.connection.grantWrite(typedName);
    if (!grant) {
        Q_EMIT ended(kept.name, Meaning::Warning, phrases::explain(nameNotConfirmed(kept.of, u"undo"_s)).oneLine());
        return;
    }
    core::TaskSpec<backups::UndoReport> spec;
    spec.title = tr("Bring back %1").arg(kept.of);
    spec.subject = kept.name;
    spec.run = [held = std::move(*grant), name = kept.name, typedName](core::TaskContext &context) {
        return backups::undoRestore(context, {held.parameters(), name, typedName});
    };
    spec.verdict = [](const backups::UndoReport &report) {
        return tr("%1 is again what it was before the restore.").arg(report.database);
    };
    m_services.tasks.start<backups::UndoReport>(this, std::move(spec), [this, name = kept.name](auto report) {
        if (!report) {
            Q_EMIT ended(name, Meaning::Critical, phrases::explain(report.error()).oneLine());
            return;
        }
        m_services.connection.reopen(); // its sessions were ended with all others
        Q_EMIT ended(
            name, Meaning::Good,
            tr("%1 is again what it was before the restore. What had been restored is kept.").arg(report->database));
    });
    Q_EMIT begun(kept.name);
}

} // namespace civicq::widgets
