// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/keptcard.h"

#include "backups/restoreundo.h"
#include "common/card.h"
#include "common/confirmation.h"
#include "common/typography.h"
#include "core/units.h"
#include "phrases/explanation.h"

#include <QtCore/QLocale>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;
using civicq::backups::KeptDatabase;

namespace civicq::widgets {

namespace {

QString sinceText(const KeptDatabase &kept)
{
    return QLocale().toString(kept.since.toLocalTime(), QLocale::ShortFormat);
}

} // namespace

KeptCard::KeptCard(BackupServices services, RestoreUndo &undo, QWidget *parent)
    : QWidget(parent), m_services(std::move(services)), m_undo(undo), m_place(new QVBoxLayout)
{
    auto *body = new QWidget;
    body->setLayout(m_place);
    m_place->setContentsMargins(0, 0, 0, 0);
    m_place->setSpacing(grid::unit);
    QLabel *words = makeLabel(tr("A restore took their place. They stay on the server, and take its space, until you "
                                 "let go of them."),
                              Type::Text, true);
    words->setWordWrap(true);
    m_place->addWidget(words);
    auto *card = new Card(tr("Kept from before a restore"));
    card->setBody(body);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    hide();
    connect(&m_undo, &RestoreUndo::begun, this, [this] { setChanging(true); });
    connect(&m_undo, &RestoreUndo::ended, this, [this] { setChanging(false); });
}

// While names are exchanged, or one goes, what stands here is not what would be acted on.
void KeptCard::setChanging(bool changing)
{
    m_changing = changing;
    if (m_lines)
        m_lines->setEnabled(false);
    if (!changing)
        refresh();
}

void KeptCard::refresh()
{
    const int asked = ++m_asked;
    if (!m_services.connection.isOpen()) {
        hide();
        return;
    }
    core::TaskSpec<QList<KeptDatabase>> spec;
    spec.quiet = true;
    spec.run = [server = m_services.connection.readParameters()](core::TaskContext &context) {
        return backups::keptDatabases(context, server);
    };
    m_services.tasks.start<QList<KeptDatabase>>(this, std::move(spec), [this, asked](auto kept) {
        if (asked != m_asked)
            return;
        // What cannot be asked is not there to be brought back.
        showKept(kept ? *kept : QList<KeptDatabase>());
    });
}

void KeptCard::showKept(const QList<KeptDatabase> &kept)
{
    delete m_lines;
    m_lines = new QWidget;
    auto *lines = new QVBoxLayout(m_lines);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(grid::unit);
    qsizetype number = 0;
    for (const KeptDatabase &one : kept) {
        if (m_services.connection.isOpen() && one.of == m_services.connection.facts().database)
            lines->addWidget(line(one, number++));
    }
    m_lines->setEnabled(!m_changing);
    m_place->addWidget(m_lines);
    setVisible(number > 0);
}

QWidget *KeptCard::line(const KeptDatabase &kept, qsizetype number)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    QString words = tr("%1 as it was until %2").arg(kept.of, sinceText(kept));
    if (kept.bytes >= 0)
        words += u" · "_s + core::formatBytes(kept.bytes);
    QLabel *label = makeLabel(words);
    label->setToolTip(kept.name);
    layout->addWidget(label, 1);
    auto *back = new QPushButton(tr("Bring back…"));
    back->setObjectName(u"keptBack%1"_s.arg(number));
    back->setToolTip(tr("%1 becomes again what it was; what is in it now is kept in its turn").arg(kept.of));
    back->setAccessibleName(tr("Bring back %1").arg(kept.name));
    connect(back, &QPushButton::clicked, this, [this, kept] { m_undo.ask(this, kept); });
    layout->addWidget(back);
    auto *away = new QPushButton(tr("Delete…"));
    away->setObjectName(u"keptRelease%1"_s.arg(number));
    away->setToolTip(tr("Delete this kept database from the server"));
    away->setAccessibleName(tr("Delete the kept database %1").arg(kept.name));
    connect(away, &QPushButton::clicked, this, [this, kept] { askRelease(kept); });
    layout->addWidget(away);
    return row;
}

void KeptCard::askRelease(const KeptDatabase &kept)
{
    Confirmation question;
    question.title = tr("Delete a kept database");
    question.text = tr("%1 is deleted from the server.").arg(kept.name);
    question.consequences = {tr("%1 cannot be brought back to how it was until %2.").arg(kept.of, sinceText(kept)),
                             tr("%1 itself, as it is now, is not touched.").arg(kept.of)};
    question.database = kept.of;
    question.server = m_services.connection.profile().parameters.describe();
    question.environment = m_services.connection.facts().environment;
    question.actionText = tr("Delete kept database");
    ConfirmationDialog::ask(this, question, [this, kept](const QString &typed) { release(kept, typed); });
}

void KeptCard::release(const KeptDatabase &kept, const QString &typedName)
{
    auto grant = m_services.connection.grantWrite(typedName);
    if (!grant) {
        Q_EMIT said(Meaning::Warning, phrases::explain(nameNotConfirmed(kept.of, u"release"_s)).oneLine());
        return;
    }
    core::TaskSpec<core::Nothing> spec;
    spec.title = tr("Delete %1").arg(kept.name);
    spec.subject = m_services.connection.profile().parameters.describe();
    // The question named this one database, and the name was typed to it where that is asked.
    spec.run = [held = std::move(*grant), name = kept.name](core::TaskContext &context) -> core::Result<core::Nothing> {
        const auto released = backups::releaseKept(context, held.parameters(), name, name);
        return released ? core::Result<core::Nothing>(core::Nothing()) : core::fail(released.error());
    };
    spec.verdict = [](const core::Nothing &) { return tr("Deleted; its space is free again."); };
    setChanging(true);
    m_services.tasks.start<core::Nothing>(this, std::move(spec), [this, kept](auto released) {
        if (released)
            Q_EMIT said(Meaning::Good, tr("%1 is deleted.").arg(kept.name));
        else
            Q_EMIT said(Meaning::Critical, phrases::explain(released.error()).oneLine());
        setChanging(false);
    });
}

} // namespace civicq::widgets
