// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seeds/seedchecks.h"

#include "common/environmentbadge.h"
#include "common/iconlabel.h"
#include "common/themeicons.h"
#include "common/typography.h"
#include "core/units.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

SeedChecks::SeedChecks(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    m_schema = addLine(u"seedCheckSchema"_s);
    m_empty = addLine(u"seedCheckEmpty"_s);
    m_environment = addLine(u"seedCheckEnvironment"_s);
}

SeedChecks::Line SeedChecks::addLine(const QString &name)
{
    Line line;
    line.icon = new IconLabel(16);
    line.text = makeLabel(u"–"_s);
    line.text->setObjectName(name);
    line.text->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(grid::unit);
    row->addWidget(line.icon, 0, Qt::AlignTop);
    row->addWidget(line.text, 1);
    static_cast<QBoxLayout *>(layout())->addLayout(row);
    return line;
}

void SeedChecks::setSurvey(const seeds::SeedSurvey &survey)
{
    const auto set = [](const Line &line, Meaning meaning, const QString &text) {
        line.icon->setIcon(meaningIcon(meaning));
        line.text->setText(text);
    };
    if (survey.isMigrated())
        set(m_schema, Meaning::Good, tr("The CivicQ schema is there."));
    else
        set(m_schema, Meaning::Warning,
            tr("%n table(s) of the CivicQ schema are missing.", nullptr,
               static_cast<int>(survey.missingTables.size())));
    if (!survey.isMigrated())
        set(m_empty, Meaning::Neutral, tr("Its tables can be looked at once they are there."));
    else if (survey.isEmpty())
        set(m_empty, Meaning::Good, tr("Its tables are empty."));
    else
        set(m_empty, Meaning::Notice,
            tr("%n table(s) hold rows; they would have to be emptied.", nullptr,
               static_cast<int>(survey.present.size())));
    using postgres::Environment;
    switch (survey.environment) {
    case Environment::Production:
        set(m_environment, Meaning::Critical,
            tr("The database is marked as production. Development data never go there."));
        break;
    case Environment::Staging:
        set(m_environment, Meaning::Warning, tr("The database is marked as staging. Make sure nobody counts on it."));
        break;
    case Environment::Unknown:
        set(m_environment, Meaning::Notice,
            tr("The database does not say what it is used for. Make sure it is not in use."));
        break;
    case Environment::Sandbox:
    case Environment::Development:
        set(m_environment, Meaning::Good,
            tr("The database is marked as %1.").arg(environmentWord(survey.environment).toLower()));
        break;
    }
}

} // namespace civicq::widgets
