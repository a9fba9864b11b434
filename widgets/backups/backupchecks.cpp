// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/backupchecks.h"

#include "backups/backupfolder.h"
#include "backups/contentkind.h"
#include "backups/unlockdialog.h"
#include "core/units.h"
#include "phrases/explanation.h"

#include <QtCore/QFileInfo>
#include <QtCore/QPointer>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {

QString damageSentence(const QString &path, core::Error problem)
{
    problem.arguments = {path};
    return phrases::explain(problem).what;
}

} // namespace

BackupChecks::BackupChecks(BackupServices services, QObject *parent) : QObject(parent), m_services(std::move(services))
{}

void BackupChecks::whenOpen(QWidget *before, const QString &path,
                            const std::function<bool(core::TaskContext &)> &needsUnlock, const Run &run)
{
    core::TaskSpec<bool> spec;
    spec.quiet = true;
    spec.run = [needsUnlock](core::TaskContext &context) -> core::Result<bool> { return needsUnlock(context); };
    m_services.tasks.start<bool>(this, std::move(spec), [this, path, run, before = QPointer(before)](auto needed) {
        if (!needed || !*needed) {
            run({});
        } else if (before) {
            auto *dialog = new UnlockDialog(m_services, path, before);
            connect(dialog, &UnlockDialog::opened, this, run);
            dialog->open();
        }
    });
}

void BackupChecks::verify(QWidget *before, const QString &path)
{
    // Where the file is known by its hash, that it has it still is all there is to verify.
    const auto needsUnlock = [path, data = m_services.dataFolder](core::TaskContext &context) {
        backups::BackupCatalogue catalogue(data);
        return backups::isEncryptedFile(path) && !catalogue.find(path)
               && !backups::recognise(context, path, catalogue).value_or(false);
    };
    whenOpen(before, path, needsUnlock, [this, path](const openpgp::Unlock &unlock) { startVerifying(path, unlock); });
}

void BackupChecks::prove(QWidget *before, const QString &path, const openpgp::Unlock &unlock)
{
    if (!unlock.isNone()) {
        startProving(path, unlock);
        return;
    }
    whenOpen(
        before, path, [path](core::TaskContext &) { return backups::isEncryptedFile(path); },
        [this, path](const openpgp::Unlock &given) { startProving(path, given); });
}

void BackupChecks::startVerifying(const QString &path, const openpgp::Unlock &unlock)
{
    core::TaskSpec<backups::Verification> spec;
    spec.title = tr("Verify %1").arg(QFileInfo(path).fileName());
    spec.subject = path;
    spec.run = [toolbox = m_services.toolbox, path, unlock, data = m_services.dataFolder](core::TaskContext &context) {
        backups::BackupCatalogue catalogue(data);
        return backups::check(context, toolbox, path, catalogue, unlock);
    };
    spec.verdict = [](const backups::Verification &read) {
        return read.valid() ? tr("Whole: read to its end.") : tr("Damaged: it cannot be restored.");
    };
    m_services.tasks.start<backups::Verification>(this, std::move(spec),
                                                  [this, path](auto read) { tellVerified(path, read); });
}

void BackupChecks::tellVerified(const QString &path, const core::Result<backups::Verification> &read)
{
    if (!read)
        Q_EMIT said(Meaning::Warning, phrases::explain(read.error()).oneLine());
    else if (read->valid())
        Q_EMIT said(Meaning::Good, tr("%1 is whole: read to its end, %2 rows.")
                                       .arg(QFileInfo(path).fileName(), core::formatCount(read->contents.rows)));
    else
        Q_EMIT said(Meaning::Critical, damageSentence(path, read->problems.first()));
    Q_EMIT ended();
}

void BackupChecks::startProving(const QString &path, const openpgp::Unlock &unlock)
{
    core::TaskSpec<backups::Proof> spec;
    spec.title = tr("Prove %1").arg(QFileInfo(path).fileName());
    spec.subject = path;
    spec.run = [services = m_services, path, unlock](core::TaskContext &context) -> core::Result<backups::Proof> {
        const auto server = services.scratchServer(context);
        if (!server)
            return core::fail(server.error());
        backups::BackupCatalogue catalogue(services.dataFolder);
        return backups::proveAndRecord(context, services.toolbox, {*server, path, 0, unlock}, catalogue);
    };
    spec.verdict = [](const backups::Proof &proof) {
        return proof.valid() ? tr("Proven: restored and found equal.") : tr("Not proven: it differs.");
    };
    m_services.tasks.start<backups::Proof>(this, std::move(spec),
                                           [this, path](auto proof) { tellProven(path, proof); });
    Q_EMIT proofBegun(path);
}

void BackupChecks::tellProven(const QString &path, const core::Result<backups::Proof> &proof)
{
    const QString name = QFileInfo(path).fileName();
    Meaning meaning = Meaning::Good;
    QString sentence;
    if (!proof) {
        meaning = Meaning::Warning;
        sentence = tr("%1 could not be proven: %2").arg(name, phrases::explain(proof.error()).oneLine());
    } else if (!proof->valid()) {
        meaning = Meaning::Critical;
        sentence = tr("%1 is not proven; take a new backup. %2").arg(name, proof->problems.join(u"; "_s));
    } else if (proof->notes.isEmpty()) {
        sentence =
            tr("%1 is proven: restored, read back and found equal, %2 rows.").arg(name, core::formatCount(proof->rows));
    } else {
        sentence = tr("%1 is proven: restored, read back and found equal, %2 rows. Not compared: %3")
                       .arg(name, core::formatCount(proof->rows), proof->notes.join(u"; "_s));
    }
    Q_EMIT said(meaning, sentence);
    Q_EMIT proofEnded(path, meaning, sentence);
    Q_EMIT ended();
}

} // namespace civicq::widgets
