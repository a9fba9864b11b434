// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The button that names the connection: its name strong, the database and host below it.

#include <QtWidgets/QToolButton>

namespace civicq::widgets {

class ConnectionButton final : public QToolButton
{
    Q_OBJECT
public:
    explicit ConnectionButton(QWidget *parent = nullptr);
    void setConnection(const QString &name, const QString &detail);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    QString m_detail;
};

} // namespace civicq::widgets
