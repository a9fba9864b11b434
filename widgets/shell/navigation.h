// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The pages at the left: icon and word, or icons alone when folded (the words are then in tooltips). Arrow keys move, the
// page follows. GUI thread. Object name: navigation; an item's page id is in pageIdRole.

#include <QtWidgets/QListWidget>

namespace civicq::widgets {

struct PageInfo;

class Navigation final : public QListWidget
{
    Q_OBJECT
public:
    static constexpr int pageIdRole = Qt::UserRole;
    explicit Navigation(QWidget *parent = nullptr);

    void addPage(const PageInfo &info, const QKeySequence &shortcut);
    void setCurrentPage(const QString &id);
    void setFolded(bool folded);
    [[nodiscard]] bool isFolded() const { return m_folded; }

Q_SIGNALS:
    void pageChosen(const QString &id);

private:
    bool m_folded = false;
};

// What the navigation stands on.
class Sidebar final : public QWidget
{
    Q_OBJECT
public:
    explicit Sidebar(Navigation *navigation);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace civicq::widgets
