// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Settings in three cards: look, work, database. Applies on OK only. GUI thread. Object names: settingsDialog and
// setting<Name> for each field.

#include "shell/preferences.h"

#include <QtWidgets/QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace civicq::widgets {

struct SettingsChoices
{
    QList<QPair<QString, QString>> languages; // code, name in its own language
    QString defaultBackupFolder;
};

class SettingsDialog final : public QDialog
{
    Q_OBJECT
public:
    SettingsDialog(const Preferences &preferences, const SettingsChoices &choices, QWidget *parent);
    [[nodiscard]] Preferences preferences() const;

private:
    QWidget *makeLook(const SettingsChoices &choices);
    QWidget *makeWork(const SettingsChoices &choices);
    QWidget *makeDatabase();
    void addRow(QFormLayout *form, const QString &label, QWidget *field, const QString &name,
                const QString &toolTip = {});
    void alignFields();
    QWidget *withBrowse(QLineEdit *field, const QString &title);

    Preferences m_before;
    QComboBox *m_theme;
    QComboBox *m_language;
    QSpinBox *m_interval;
    QLineEdit *m_backupFolder;
    QLineEdit *m_toolFolder;
    QCheckBox *m_stopSandbox;
    QSpinBox *m_poolSize;
    QSpinBox *m_poolOverflow;
    QSpinBox *m_poolRecycle;
    QCheckBox *m_poolPrePing;
    QSpinBox *m_connectTimeout;
};

} // namespace civicq::widgets
