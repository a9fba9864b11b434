// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/settingsdialog.h"

#include "common/card.h"
#include "common/themeicons.h"
#include "common/typography.h"

#include <QtCore/QDir>
#include <QtGui/QScreen>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {

constexpr int dialogWidth = 620;
constexpr int numberWidth = 128;

QFormLayout *makeForm(QWidget *holder)
{
    auto *form = new QFormLayout(holder);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(grid::gap);
    form->setVerticalSpacing(grid::unit);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    return form;
}

QSpinBox *makeSpin(int least, int most, int value, const QString &suffix = {})
{
    auto *spin = new QSpinBox;
    spin->setRange(least, most);
    spin->setValue(value);
    spin->setSuffix(suffix);
    spin->setFixedWidth(numberWidth);
    return spin;
}

QWidget *carded(const QString &title, QWidget *body)
{
    auto *card = new Card(title);
    card->setBody(body);
    return card;
}

} // namespace

SettingsDialog::SettingsDialog(const Preferences &preferences, const SettingsChoices &choices, QWidget *parent)
    : QDialog(parent), m_before(preferences)
{
    setObjectName(u"settingsDialog"_s);
    setWindowTitle(tr("Settings"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *body = new QWidget;
    auto *cards = new QVBoxLayout(body);
    cards->setContentsMargins(grid::margin, grid::margin, grid::margin, grid::unit);
    cards->setSpacing(grid::gap);
    cards->addWidget(makeLook(choices));
    cards->addWidget(makeWork(choices));
    cards->addWidget(makeDatabase());
    cards->addStretch(1);
    auto *area = new QScrollArea;
    area->setWidget(body);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->setContentsMargins(grid::margin, 0, grid::margin, grid::gap);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(area, 1);
    layout->addWidget(buttons);
    alignFields();
    // All of it is seen, where the screen has the room.
    constexpr double most = 0.9;
    const int wanted = body->sizeHint().height() + layout->spacing() + buttons->sizeHint().height() + grid::margin;
    resize(dialogWidth, std::min(wanted, static_cast<int>(screen()->availableGeometry().height() * most)));
}

// Of all cards the fields begin below each other.
void SettingsDialog::alignFields()
{
    int widest = 0;
    const QList<QLabel *> labels = findChildren<QLabel *>(u"settingLabel"_s);
    for (QLabel *label : labels) {
        label->ensurePolished();
        widest = std::max(widest, label->sizeHint().width());
    }
    for (QLabel *label : labels)
        label->setMinimumWidth(widest);
}

void SettingsDialog::addRow(QFormLayout *form, const QString &label, QWidget *field, const QString &name,
                            const QString &toolTip)
{
    QWidget *target = field->focusProxy() ? field->focusProxy() : field;
    target->setObjectName(name);
    target->setToolTip(toolTip);
    if (auto *box = qobject_cast<QCheckBox *>(field)) {
        box->setText(label);
        form->addRow(box);
        return;
    }
    auto *text = new QLabel(label);
    text->setObjectName(u"settingLabel"_s);
    text->setBuddy(target);
    target->setAccessibleName(QString(label).remove(u'&').remove(u':'));
    form->addRow(text, field);
}

QWidget *SettingsDialog::withBrowse(QLineEdit *field, const QString &title)
{
    auto *row = new QWidget;
    row->setFocusProxy(field);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    auto *browse = new QToolButton;
    browse->setIcon(icon(u"document-open-folder"_s));
    browse->setToolTip(title);
    browse->setAccessibleName(title);
    browse->setFocusPolicy(Qt::StrongFocus);
    layout->addWidget(field, 1);
    layout->addWidget(browse);
    connect(browse, &QToolButton::clicked, this, [this, field, title] {
        auto *dialog = new QFileDialog(this, title, field->text());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::Directory);
        connect(dialog, &QFileDialog::fileSelected, field,
                [field](const QString &path) { field->setText(QDir::toNativeSeparators(path)); });
        dialog->open();
    });
    return row;
}

QWidget *SettingsDialog::makeLook(const SettingsChoices &choices)
{
    auto *holder = new QWidget;
    QFormLayout *form = makeForm(holder);
    m_theme = new QComboBox;
    m_theme->addItem(tr("As the system"), int(ThemeMode::System));
    m_theme->addItem(tr("Light"), int(ThemeMode::Light));
    m_theme->addItem(tr("Dark"), int(ThemeMode::Dark));
    m_theme->setCurrentIndex(m_theme->findData(int(m_before.theme)));
    m_language = new QComboBox;
    m_language->addItem(tr("As the system"), QString());
    for (const auto &[code, name] : choices.languages)
        m_language->addItem(name, code);
    m_language->setCurrentIndex(std::max(0, m_language->findData(m_before.language)));
    addRow(form, tr("&Theme:"), m_theme, u"settingTheme"_s);
    addRow(form, tr("&Language:"), m_language, u"settingLanguage"_s, tr("From the next start on"));
    return carded(tr("Look"), holder);
}

QWidget *SettingsDialog::makeWork(const SettingsChoices &choices)
{
    auto *holder = new QWidget;
    QFormLayout *form = makeForm(holder);
    m_backupFolder = new QLineEdit(QDir::toNativeSeparators(m_before.core.backupFolder));
    m_backupFolder->setPlaceholderText(QDir::toNativeSeparators(choices.defaultBackupFolder));
    m_toolFolder = new QLineEdit(QDir::toNativeSeparators(m_before.core.clientToolFolder));
    m_toolFolder->setPlaceholderText(tr("Found by itself"));
    m_stopSandbox = new QCheckBox;
    m_stopSandbox->setChecked(m_before.core.stopSandboxOnExit);
    addRow(form, tr("&Backup folder:"), withBrowse(m_backupFolder, tr("Choose the folder for backups")),
           u"settingBackupFolder"_s, tr("Where backups go unless another folder is chosen"));
    addRow(form, tr("Client &tools:"), withBrowse(m_toolFolder, tr("Choose the folder of pg_dump and pg_restore")),
           u"settingToolFolder"_s, tr("Where pg_dump and its kin are looked for first"));
    addRow(form, tr("&Stop the sandbox when the window closes"), m_stopSandbox, u"settingStopSandbox"_s);
    return carded(tr("Work"), holder);
}

QWidget *SettingsDialog::makeDatabase()
{
    auto *holder = new QWidget;
    QFormLayout *form = makeForm(holder);
    const core::PoolSettings &pool = m_before.core.pool;
    m_interval = makeSpin(500, 60'000, static_cast<int>(m_before.core.sampleInterval.count()), tr(" ms"));
    m_interval->setSingleStep(500);
    m_connectTimeout = makeSpin(1, 120, static_cast<int>(m_before.core.connectTimeout.count()), tr(" s"));
    m_poolSize = makeSpin(1, 100, pool.size);
    m_poolOverflow = makeSpin(0, 100, pool.maxOverflow);
    m_poolRecycle = makeSpin(1, 24 * 60, static_cast<int>(pool.recycle.count() / 60), tr(" min"));
    m_poolPrePing = new QCheckBox;
    m_poolPrePing->setChecked(pool.prePing);
    addRow(form, tr("Live figures &every:"), m_interval, u"settingInterval"_s,
           tr("How often the charts ask the server; nothing is asked while they are hidden"));
    addRow(form, tr("Give up &connecting after:"), m_connectTimeout, u"settingConnectTimeout"_s);
    addRow(form, tr("Connections &kept open:"), m_poolSize, u"settingPoolSize"_s);
    addRow(form, tr("&More for a rush:"), m_poolOverflow, u"settingPoolOverflow"_s);
    addRow(form, tr("&Renew a connection after:"), m_poolRecycle, u"settingPoolRecycle"_s);
    addRow(form, tr("&Ask a kept connection whether it is alive before it is used"), m_poolPrePing,
           u"settingPoolPrePing"_s);
    return carded(tr("Database"), holder);
}

Preferences SettingsDialog::preferences() const
{
    Preferences out = m_before;
    out.theme = static_cast<ThemeMode>(m_theme->currentData().toInt());
    out.language = m_language->currentData().toString();
    out.core.backupFolder = QDir::fromNativeSeparators(m_backupFolder->text().trimmed());
    out.core.clientToolFolder = QDir::fromNativeSeparators(m_toolFolder->text().trimmed());
    out.core.stopSandboxOnExit = m_stopSandbox->isChecked();
    out.core.sampleInterval = std::chrono::milliseconds(m_interval->value());
    out.core.connectTimeout = std::chrono::seconds(m_connectTimeout->value());
    out.core.pool.size = m_poolSize->value();
    out.core.pool.maxOverflow = m_poolOverflow->value();
    out.core.pool.recycle = std::chrono::minutes(m_poolRecycle->value());
    out.core.pool.prePing = m_poolPrePing->isChecked();
    return out;
}

} // namespace civicq::widgets
