// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Other libpq options of a connection, a row each: name and value. GUI thread.

#include <QtCore/QAbstractTableModel>
#include <QtCore/QMap>

namespace civicq::widgets {

class OptionsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, ValueColumn };

    explicit OptionsModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    void setOptions(const QMap<QString, QString> &options);
    [[nodiscard]] QMap<QString, QString> options() const; // rows with a name
    [[nodiscard]] const QStringList &knownNames() const { return m_known; }
    int addRow(); // its number
    void removeRow(int row);

Q_SIGNALS:
    void edited(); // by a person

private:
    struct Row
    {
        QString name;
        QString value;
    };
    QList<Row> m_rows;
    QStringList m_known;
};

} // namespace civicq::widgets
