// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/protectionstep.h"

#include "backups/rehearsaldialog.h"
#include "common/choicecards.h"
#include "common/messagestrip.h"
#include "common/typography.h"
#include "openpgp/strength.h"
#include "phrases/explanation.h"

#include <QtCore/QFile>
#include <QtCore/QLocale>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using civicq::openpgp::RecoveryKey;

namespace civicq::widgets {

namespace {

constexpr int keyListHeight = 112;
constexpr qint64 largestKeyFile = 1024 * 1024;
constexpr int fingerprintRole = Qt::UserRole;

QStringList fingerprintsOf(const QList<RecoveryKey> &keys)
{
    QStringList all;
    for (const RecoveryKey &key : keys)
        all.append(key.key.fingerprint);
    return all;
}

QLabel *wrapped(const QString &text, Type type = Type::Text)
{
    QLabel *label = makeLabel(text, type, true);
    label->setWordWrap(true);
    return label;
}

QLineEdit *secretField(const QString &name, const QString &accessible)
{
    auto *field = new QLineEdit;
    field->setObjectName(name);
    field->setAccessibleName(accessible);
    field->setEchoMode(QLineEdit::Password);
    return field;
}

} // namespace

ProtectionStep::ProtectionStep(BackupServices services, std::function<bool()> isDaily)
    : WizardStep(u"backupProtection"_s, tr("Protection"),
                 tr("A backup holds everything the database holds. Choose who can read it.")),
      m_services(std::move(services)), m_isDaily(std::move(isDaily)), m_strip(new MessageStrip(Meaning::Notice))
{
    auto *cards = new ChoiceCards;
    m_none = cards->add(u"protectionNone"_s, tr("&Not encrypted"),
                        tr("Whoever has the file can read what is in it. For a place that is safe itself."));
    m_byPassphrase = cards->add(u"protectionPassphrase"_s, tr("With a &passphrase"),
                                tr("Whoever knows it can restore the backup, on any computer."), makePassphrase());
    m_byKeys = cards->add(u"protectionKeys"_s, tr("For the holders of &keys"),
                          tr("This computer needs the public half alone. Only the secret half, kept in a safe place, "
                             "restores the backup."),
                          makeKeys());
    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(cards);
    layout->addWidget(m_strip);
    layout->addStretch(1);
    setBody(body);
    m_strip->setObjectName(u"protectionTrouble"_s);
    m_strip->hide();
    connect(cards, &ChoiceCards::changed, this, &WizardStep::completeChanged);
}

QWidget *ProtectionStep::makePassphrase()
{
    auto *fields = new QWidget;
    auto *form = new QFormLayout(fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(grid::unit);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_first = secretField(u"protectionFirst"_s, tr("Passphrase"));
    m_first->setToolTip(tr("Several words that have nothing to do with each other are best"));
    m_second = secretField(u"protectionSecond"_s, tr("Passphrase, again"));
    m_second->setToolTip(tr("The same once more, so that a slip of the finger does not lock the backup"));
    m_strength = wrapped({}, Type::Small);
    m_strength->setObjectName(u"protectionStrength"_s);
    m_strength->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    form->addRow(tr("Pa&ssphrase"), m_first);
    form->addRow(tr("A&gain"), m_second);
    form->addRow(QString(), m_strength);
    form->addRow(new MessageStrip(Meaning::Warning, tr("Without the passphrase nobody can open the backup again: not "
                                                       "this program, and not its makers. Keep it in a place that "
                                                       "does not burn down with this computer.")));
    for (QLineEdit *field : {m_first, m_second}) {
        connect(field, &QLineEdit::textChanged, this, &ProtectionStep::showStrength);
        connect(field, &QLineEdit::textChanged, this, &WizardStep::completeChanged);
    }
    showStrength();
    return fields;
}

QWidget *ProtectionStep::makeKeys()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    m_list = new QListWidget;
    m_list->setObjectName(u"protectionKeyList"_s);
    m_list->setAccessibleName(tr("Recovery keys"));
    m_list->setToolTip(tr("The holder of any of the ticked keys can restore the backup"));
    m_list->setMinimumHeight(keyListHeight);
    m_noKeys = wrapped(tr("No recovery keys on this computer yet. Add the public key of whoever is to restore: a file "
                          "that gpg --export --armor wrote, for example."));
    auto *add = new QPushButton(tr("&Add a key…"));
    add->setObjectName(u"protectionAddKey"_s);
    add->setToolTip(tr("Choose a file with a public key; it is kept for the next backups"));
    add->setAutoDefault(false);
    layout->addWidget(m_noKeys);
    layout->addWidget(m_list);
    m_rehearse = new QPushButton(tr("&Rehearse…"));
    m_rehearse->setObjectName(u"protectionRehearse"_s);
    m_rehearse->setToolTip(tr("Prove that the secret half of the chosen key opens what is encrypted for it"));
    m_rehearse->setAutoDefault(false);
    m_rehearse->hide(); // until there is a key
    auto *line = new QHBoxLayout;
    line->setSpacing(grid::unit);
    line->addWidget(add);
    line->addWidget(m_rehearse);
    line->addStretch(1);
    layout->addLayout(line);
    connect(m_rehearse, &QPushButton::clicked, this, &ProtectionStep::rehearseCurrent);
    connect(m_list, &QListWidget::currentRowChanged, this, &ProtectionStep::refreshRehearse);
    connect(add, &QPushButton::clicked, this, &ProtectionStep::addKeys);
    connect(m_list, &QListWidget::itemChanged, this, &WizardStep::completeChanged);
    return part;
}

void ProtectionStep::enter()
{
    if (m_keys.isEmpty())
        readKeys();
}

void ProtectionStep::showStrength()
{
    const core::Secret typed(m_first->text());
    if (typed.isEmpty()) {
        m_strength->setText(tr("Four or more words that have nothing to do with each other hold well."));
        return;
    }
    switch (openpgp::strengthOf(typed)) {
    case openpgp::Strength::TooShort: m_strength->setText(tr("Too short: eight characters at least.")); break;
    case openpgp::Strength::Weak: m_strength->setText(tr("Weak: a determined thief finds it. Make it longer.")); break;
    case openpgp::Strength::Fair: m_strength->setText(tr("Fair: another word would make it strong.")); break;
    case openpgp::Strength::Strong: m_strength->setText(tr("Strong, unless others can guess it.")); break;
    }
}

void ProtectionStep::readKeys()
{
    core::TaskSpec<Keys> spec;
    spec.quiet = true;
    spec.run = [folder = m_services.configFolder](core::TaskContext &) {
        return core::Result<Keys>(openpgp::KeyFolder::below(folder).list());
    };
    m_services.tasks.start<Keys>(this, std::move(spec), [this](auto keys) {
        if (keys)
            showKeys(*keys, {});
    });
}

void ProtectionStep::addKeys()
{
    auto *dialog = new QFileDialog(this, tr("Public keys"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &ProtectionStep::addKeyFiles);
    dialog->open();
}

void ProtectionStep::addKeyFiles(const QStringList &paths)
{
    core::TaskSpec<Keys> spec;
    spec.quiet = true;
    spec.run = [paths, folder = m_services.configFolder](core::TaskContext &) -> core::Result<Keys> {
        Keys added;
        openpgp::KeyFolder keys = openpgp::KeyFolder::below(folder);
        for (const QString &path : paths) {
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly))
                return core::fail(core::ErrorCode::Io, file.errorString(), {path});
            const auto taken = keys.add(file.read(largestKeyFile));
            if (!taken)
                return core::fail(taken.error());
            added += *taken;
        }
        return added;
    };
    m_services.tasks.start<Keys>(this, std::move(spec), [this](auto added) {
        if (!added)
            return showFailure(added.error());
        m_strip->hide();
        QStringList chosen;
        for (const RecoveryKey &key : *added)
            chosen.append(key.key.fingerprint);
        Keys all = m_keys;
        all.removeIf([&chosen](const RecoveryKey &key) { return chosen.contains(key.key.fingerprint); });
        for (const RecoveryKey &key : chosenKeys())
            chosen.append(key.key.fingerprint);
        showKeys(all + *added, chosen);
    });
}

void ProtectionStep::showKeys(const Keys &keys, const QStringList &chosen)
{
    const int row = m_list->currentRow();
    m_keys = keys;
    m_list->clear();
    for (const RecoveryKey &key : m_keys) {
        const QString state =
            !key.key.canEncrypt() ? tr("Cannot be used: %1").arg(key.key.problem)
            : key.rehearsed.isValid()
                ? tr("Rehearsed on %1: its secret half opens what is encrypted to it")
                      .arg(QLocale().toString(key.rehearsed.toLocalTime().date(), QLocale::ShortFormat))
                : tr("Never rehearsed: nobody has proven yet that its secret half works");
        auto *item = new QListWidgetItem(key.key.users.value(0) + u'\n' + state);
        item->setData(fingerprintRole, key.key.fingerprint);
        item->setToolTip(openpgp::readableFingerprint(key.key.fingerprint));
        item->setFlags(key.key.canEncrypt() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                                            : Qt::NoItemFlags);
        item->setCheckState(chosen.contains(key.key.fingerprint) ? Qt::Checked : Qt::Unchecked);
        m_list->addItem(item);
    }
    m_list->setVisible(!m_keys.isEmpty());
    m_noKeys->setVisible(m_keys.isEmpty());
    m_list->setCurrentRow(std::clamp<int>(row, 0, std::max<int>(0, static_cast<int>(m_keys.size()) - 1)));
    refreshRehearse();
    Q_EMIT completeChanged();
}

// Of the line that the keyboard is on.
void ProtectionStep::refreshRehearse()
{
    const int row = m_list->currentRow();
    m_rehearse->setVisible(!m_keys.isEmpty());
    m_rehearse->setEnabled(row >= 0 && row < m_keys.size() && m_keys.at(row).key.canEncrypt());
}

void ProtectionStep::rehearseCurrent()
{
    auto *dialog = new RehearsalDialog(m_services, m_keys.at(m_list->currentRow()), window());
    connect(dialog, &RehearsalDialog::rehearsed, this, [this](const QString &fingerprint, const QDateTime &when) {
        Keys keys = m_keys;
        for (RecoveryKey &key : keys) {
            if (key.key.fingerprint == fingerprint)
                key.rehearsed = when;
        }
        showKeys(keys, fingerprintsOf(chosenKeys()));
    });
    dialog->open();
}

void ProtectionStep::showFailure(const core::Error &error)
{
    m_strip->setMessage(Meaning::Critical, phrases::explain(error).oneLine());
    m_strip->show();
}

ProtectionStep::Keys ProtectionStep::chosenKeys() const
{
    Keys chosen;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        const auto key = std::ranges::find_if(m_keys, [item](const RecoveryKey &known) {
            return known.key.fingerprint == item->data(fingerprintRole).toString();
        });
        if (item->checkState() == Qt::Checked && key != m_keys.end())
            chosen.append(*key);
    }
    return chosen;
}

bool ProtectionStep::isComplete() const
{
    if (m_byPassphrase->isChecked())
        return !m_first->text().isEmpty() && !m_second->text().isEmpty();
    return !m_byKeys->isChecked() || !chosenKeys().isEmpty();
}

QString ProtectionStep::refusal()
{
    if (!m_byPassphrase->isChecked())
        return {};
    if (m_isDaily())
        return tr("The daily backup cannot ask for a passphrase: nobody is there to type it. Choose keys, or take this "
                  "backup once.");
    if (m_first->text() != m_second->text())
        return tr("The two passphrases are not the same.");
    if (openpgp::strengthOf(core::Secret(m_first->text())) == openpgp::Strength::TooShort)
        return tr("That passphrase is too short: eight characters at least.");
    if (m_first->text().toUtf8().size() > openpgp::longestPassphrase)
        return tr("That passphrase is too long: 255 bytes at most.");
    return {};
}

void ProtectionStep::apply(backups::BackupRequest &request) const
{
    request.protection = {};
    if (m_byPassphrase->isChecked())
        request.protection.passphrase = core::Secret(m_first->text());
    if (m_byKeys->isChecked()) {
        for (const RecoveryKey &key : chosenKeys())
            request.protection.publicKeys.append(key.key.armored);
    }
}

QStringList ProtectionStep::fingerprints() const
{
    return m_byKeys->isChecked() ? fingerprintsOf(chosenKeys()) : QStringList();
}

bool ProtectionStep::isEncrypted() const
{
    return !m_none->isChecked();
}

QString ProtectionStep::sentencePart() const
{
    if (m_byPassphrase->isChecked())
        return tr("Encrypted with a passphrase");
    if (!m_byKeys->isChecked())
        return tr("Open to whoever has the file");
    QStringList names;
    for (const RecoveryKey &key : chosenKeys())
        names.append(key.key.users.value(0));
    return tr("Encrypted for %1").arg(names.join(u", "_s));
}

QString ProtectionStep::warning() const
{
    if (m_byPassphrase->isChecked())
        return tr("Without the passphrase nobody can open this backup again.");
    if (!m_byKeys->isChecked())
        return {};
    const Keys chosen = chosenKeys();
    const bool proven = std::ranges::any_of(chosen, [](const RecoveryKey &key) { return key.rehearsed.isValid(); });
    return proven ? tr("Only the secret key opens this backup again.")
                  : tr("Only the secret key opens this backup again, and nobody has rehearsed that yet.");
}

} // namespace civicq::widgets
