// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/unlockpane.h"

#include "common/messagestrip.h"
#include "common/typography.h"
#include "phrases/explanation.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {

constexpr qint64 largestSecretKey = 1024 * 1024;

} // namespace

UnlockPane::Words UnlockPane::ofBackup()
{
    return {tr("&Open the backup"), tr("Read the backup to its end with this"),
            tr("The passphrase is the backup's own, or the secret key's where a key opens it. Nothing of it is kept.")};
}

UnlockPane::UnlockPane(BackupServices services, const Words &words)
    : m_services(std::move(services)), m_title(makeLabel({}, Type::Section)), m_strip(new MessageStrip),
      m_fields(new QWidget), m_passphrase(new QLineEdit), m_keyFile(new QLineEdit), m_open(new QPushButton(words.open)),
      m_keyAlone(words.keyAlone)
{
    m_title->setWordWrap(true);
    m_passphrase->setObjectName(u"unlockPassphrase"_s);
    m_passphrase->setAccessibleName(tr("Passphrase"));
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_keyFile->setObjectName(u"unlockKeyFile"_s);
    m_keyFile->setAccessibleName(tr("Secret key's file"));
    m_keyFile->setToolTip(m_keyAlone
                              ? tr("What gpg --export-secret-keys wrote, for example; the file is read and not kept")
                              : tr("Only for a backup that was encrypted for a key; the file is read and not kept"));
    m_open->setObjectName(u"unlockOpen"_s);
    m_open->setAutoDefault(false);
    m_open->setToolTip(words.toolTip);
    auto *browse = new QPushButton(tr("&Browse…"));
    browse->setObjectName(u"unlockBrowse"_s);
    browse->setToolTip(tr("Choose the file of the secret key"));
    browse->setAutoDefault(false);
    auto *line = new QHBoxLayout;
    line->setSpacing(grid::unit);
    line->addWidget(m_keyFile, 1);
    line->addWidget(browse);
    auto *label = new QLabel(tr("Secret &key"));
    label->setBuddy(m_keyFile);
    auto *form = new QFormLayout(m_fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(grid::unit);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("&Passphrase"), m_passphrase);
    form->insertRow(m_keyAlone ? 0 : 1, label, line);
    form->addRow(QString(), m_open);
    QLabel *meaning = makeLabel(words.meaning, Type::Text, true);
    meaning->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::gap);
    layout->addWidget(m_title);
    layout->addWidget(meaning);
    layout->addWidget(m_fields);
    layout->addWidget(m_strip);
    layout->addStretch(1);
    m_strip->hide();
    connect(browse, &QPushButton::clicked, this, &UnlockPane::browse);
    connect(m_open, &QPushButton::clicked, this, &UnlockPane::answer);
    connect(m_passphrase, &QLineEdit::textChanged, this, &UnlockPane::refreshButton);
    connect(m_keyFile, &QLineEdit::textChanged, this, &UnlockPane::refreshButton);
    connect(m_passphrase, &QLineEdit::returnPressed, m_open, &QPushButton::click);
    refreshButton();
}

bool UnlockPane::canAnswer(const core::Error &error)
{
    return error.code == core::ErrorCode::AuthenticationFailed && error.arguments.value(0).startsWith("openpgp-"_L1);
}

void UnlockPane::ask(const QString &path, const core::Error &error)
{
    m_title->setText(tr("%1 is encrypted").arg(QFileInfo(path).fileName()));
    const QString keys = error.arguments.mid(1).join(u", "_s);
    m_strip->setVisible(m_tried || !keys.isEmpty());
    if (m_tried)
        m_strip->setMessage(Meaning::Warning, phrases::explain(error).oneLine());
    else
        m_strip->setMessage(Meaning::Notice, tr("It is encrypted for the key %1.").arg(keys));
    m_tried = false;
    m_passphrase->selectAll();
    m_passphrase->setFocus();
}

void UnlockPane::setTitle(const QString &title)
{
    m_title->setText(title);
}

void UnlockPane::setAsking(bool asking)
{
    m_fields->setEnabled(asking);
    if (asking)
        m_passphrase->setFocus();
}

void UnlockPane::say(Meaning meaning, const QString &sentence)
{
    m_strip->setMessage(meaning, sentence);
    m_strip->show();
}

void UnlockPane::browse()
{
    auto *dialog = new QFileDialog(this, tr("Secret key"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { m_keyFile->setText(QDir::toNativeSeparators(path)); });
    dialog->open();
}

void UnlockPane::answer()
{
    m_tried = true;
    const core::Secret passphrase(m_passphrase->text());
    const QString path = QDir::fromNativeSeparators(m_keyFile->text().trimmed());
    if (path.isEmpty()) {
        Q_EMIT answered({passphrase, {}});
        return;
    }
    core::TaskSpec<QByteArray> spec;
    spec.quiet = true;
    spec.run = [path](core::TaskContext &) -> core::Result<QByteArray> {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return core::fail(core::ErrorCode::Io, tr("The key's file cannot be read: %1").arg(file.errorString()));
        return file.read(largestSecretKey);
    };
    m_services.tasks.start<QByteArray>(this, std::move(spec), [this, passphrase](auto key) {
        if (key) {
            Q_EMIT answered({passphrase, *key});
            return;
        }
        say(Meaning::Warning, phrases::explain(key.error()).oneLine());
    });
}

void UnlockPane::refreshButton()
{
    m_open->setEnabled(!m_keyFile->text().trimmed().isEmpty() || (!m_keyAlone && !m_passphrase->text().isEmpty()));
}

} // namespace civicq::widgets
