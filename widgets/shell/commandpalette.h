// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Ctrl+K: one field that finds pages, what can be done on them, and connections. Words in any order, parts of words,
// accents ignored. GUI thread. Object names: commandPalette, paletteField, paletteList.

#include <QtGui/QIcon>
#include <QtWidgets/QDialog>

#include <functional>

class QLineEdit;
class QListWidget;

namespace civicq::widgets {

struct PaletteEntry
{
    QString text; // "Back up now"
    QString kind; // "Backups", "Page", "Connection": where it belongs
    QIcon icon;
    QString keywords;
    bool enabled = true;
    std::function<void()> run;
};

class CommandPalette final : public QDialog
{
    Q_OBJECT
public:
    CommandPalette(QList<PaletteEntry> entries, QWidget *parent);

    // How well an entry answers what was typed; 0: not at all.
    [[nodiscard]] static int rank(const PaletteEntry &entry, const QString &typed);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const QString &typed);
    void run();

    QList<PaletteEntry> m_entries;
    QLineEdit *m_field;
    QListWidget *m_list;
};

} // namespace civicq::widgets
