// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a database is used for, unmistakably: colour, icon and word together.

#include "postgres/environment.h"

#include <QtGui/QColor>
#include <QtWidgets/QWidget>

namespace civicq::widgets {

[[nodiscard]] QString environmentWord(postgres::Environment environment);     // "Production"
[[nodiscard]] QString environmentIconName(postgres::Environment environment); // a lock for production
[[nodiscard]] QString environmentSentence(postgres::Environment environment); // for tooltips
// A full colour for a stripe or a badge, white text on it readable.
[[nodiscard]] QColor environmentColor(postgres::Environment environment);

class EnvironmentBadge : public QWidget
{
    Q_OBJECT
public:
    explicit EnvironmentBadge(QWidget *parent = nullptr);
    void setEnvironment(postgres::Environment environment);
    [[nodiscard]] postgres::Environment environment() const { return m_environment; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    postgres::Environment m_environment = postgres::Environment::Unknown;
};

} // namespace civicq::widgets
