// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The tables of the development data: what each holds, how many rows will be loaded and how many are there now. GUI
// thread. Raw numbers under SortRole.

#include "seeds/developmentseed.h"

#include <QtCore/QAbstractTableModel>

#include <optional>

namespace civicq::seeds {

class SeedPlanModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Table, Contents, ToLoad, Now, ColumnCount };
    enum Role { SortRole = Qt::UserRole };
    using QAbstractTableModel::QAbstractTableModel;

    void setPlan(QList<TableCount> plan);
    // What a survey found; none: not known.
    void setSurvey(const std::optional<SeedSurvey> &survey);
    [[nodiscard]] qint64 rowsToLoad() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString nowText(const QString &table) const;
    [[nodiscard]] qint64 now(const QString &table) const;

    QList<TableCount> m_plan;
    std::optional<SeedSurvey> m_survey;
};

} // namespace civicq::seeds
