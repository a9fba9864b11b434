// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/proving.h"

#include "core/units.h"
#include "phrases/explanation.h"

#include <QtCore/QFileInfo>

namespace civicq::widgets {

Proving::Proving(BackupServices services, QObject *parent) : QObject(parent), m_services(std::move(services)) {}

void Proving::prove(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    core::TaskSpec<backups::Proof> spec;
    spec.title = tr("Prove %1").arg(name);
    spec.subject = path;
    spec.run = [services = m_services, path](core::TaskContext &context) -> core::Result<backups::Proof> {
        const auto server = services.scratchServer(context);
        if (!server)
            return core::fail(server.error());
        backups::BackupCatalogue catalogue(services.dataFolder);
        return backups::proveAndRecord(context, services.toolbox, {*server, path, 0, {}}, catalogue);
    };
    spec.verdict = [](const backups::Proof &proof) {
        return proof.valid() ? tr("Proven: restored and found equal.") : tr("Not proven: it differs.");
    };
    m_services.tasks.start<backups::Proof>(this, std::move(spec), [this, name](auto proof) { tell(name, proof); });
}

void Proving::tell(const QString &name, const core::Result<backups::Proof> &proof)
{
    if (!proof) {
        Q_EMIT said(Meaning::Warning,
                    tr("%1 could not be proven: %2").arg(name, phrases::explain(proof.error()).oneLine()));
    } else if (proof->valid() && proof->notes.isEmpty()) {
        Q_EMIT said(Meaning::Good, tr("%1 is proven: restored, read back and found equal, %2 rows.")
                                       .arg(name, core::formatCount(proof->rows)));
    } else if (proof->valid()) {
        Q_EMIT said(Meaning::Good,
                    tr("%1 is proven: restored, read back and found equal, %2 rows. Not compared: %3")
                        .arg(name, core::formatCount(proof->rows), proof->notes.join(QStringLiteral("; "))));
    } else {
        Q_EMIT said(
            Meaning::Critical,
            tr("%1 is not proven; take a new backup. %2").arg(name, proof->problems.join(QStringLiteral("; "))));
    }
    Q_EMIT ended();
}

} // namespace civicq::widgets
