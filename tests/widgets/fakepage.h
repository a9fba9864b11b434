// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A page like any other: a main action, a table, a card, a field.

#include "common/page.h"

#include <QtCore/QAbstractTableModel>

namespace civicq::tests {

class FakeTables final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

class FakePage final : public widgets::Page
{
    Q_OBJECT
public:
    FakePage(const QString &id, const QString &title, const QString &iconName);

    void setShown(bool shown) override { m_shown = shown; }
    [[nodiscard]] QList<QAction *> commands() const override { return {m_action}; }
    [[nodiscard]] QString unsavedWork() const override { return m_unsaved; }
    void setUnsavedWork(const QString &sentence) { m_unsaved = sentence; }
    [[nodiscard]] bool isShownNow() const { return m_shown; }
    [[nodiscard]] int timesRun() const { return m_timesRun; }

private:
    QAction *m_action;
    FakeTables m_tables;
    QString m_unsaved;
    bool m_shown = false;
    int m_timesRun = 0;
};

} // namespace civicq::tests
