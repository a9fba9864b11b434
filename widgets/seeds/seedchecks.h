// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What must hold before development data are loaded, each a line with its icon: schema, emptiness, environment.

#include "seeds/developmentseed.h"

#include <QtWidgets/QWidget>

class QLabel;

namespace civicq::widgets {

class IconLabel;

class SeedChecks final : public QWidget
{
    Q_OBJECT
public:
    explicit SeedChecks(QWidget *parent = nullptr);
    void setSurvey(const seeds::SeedSurvey &survey);

private:
    struct Line
    {
        IconLabel *icon = nullptr;
        QLabel *text = nullptr;
    };
    Line addLine(const QString &name);

    Line m_schema;
    Line m_empty;
    Line m_environment;
};

} // namespace civicq::widgets
