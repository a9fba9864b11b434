// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/environmentbadge.h"

#include "common/themeicons.h"
#include "common/typography.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>

using namespace Qt::StringLiterals;
using civicq::postgres::Environment;

namespace civicq::widgets {

namespace {

constexpr int iconSize = 16;
constexpr int badgeHeight = 24;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Environment)
};

QFont badgeFont()
{
    QFont font = typeFont(Type::Small);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

QString environmentWord(Environment environment)
{
    switch (environment) {
    case Environment::Unknown: return Words::tr("Not marked");
    case Environment::Sandbox: return Words::tr("Sandbox");
    case Environment::Development: return Words::tr("Development");
    case Environment::Staging: return Words::tr("Staging");
    case Environment::Production: return Words::tr("Production");
    }
    return {};
}

QString environmentIconName(Environment environment)
{
    switch (environment) {
    case Environment::Unknown: return u"question"_s;
    case Environment::Sandbox: return u"games-hint"_s;
    case Environment::Development: return u"code-context"_s;
    case Environment::Staging: return u"view-preview"_s;
    case Environment::Production: return u"object-locked"_s;
    }
    return {};
}

QString environmentSentence(Environment environment)
{
    switch (environment) {
    case Environment::Unknown: return Words::tr("Nobody has said yet what this database is used for.");
    case Environment::Sandbox: return Words::tr("A database of this program's own, to try everything on.");
    case Environment::Development: return Words::tr("A database for development. Nothing here is the city's.");
    case Environment::Staging: return Words::tr("A rehearsal of production. Others may be using it.");
    case Environment::Production: return Words::tr("The city's own data. Read-only until it is unlocked for one task.");
    }
    return {};
}

QColor environmentColor(Environment environment)
{
    switch (environment) {
    case Environment::Unknown: return {0x5f, 0x66, 0x70};
    case Environment::Sandbox: return {0x1c, 0x7a, 0x3e};
    case Environment::Development: return {0x1d, 0x63, 0xc0};
    case Environment::Staging: return {0x9a, 0x5f, 0x00};
    case Environment::Production: return {0xb8, 0x1d, 0x1d};
    }
    return {};
}

EnvironmentBadge::EnvironmentBadge(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setEnvironment(m_environment);
}

void EnvironmentBadge::setEnvironment(Environment environment)
{
    m_environment = environment;
    setAccessibleName(tr("Environment: %1").arg(environmentWord(environment)));
    setToolTip(environmentSentence(environment));
    updateGeometry();
    update();
}

QSize EnvironmentBadge::sizeHint() const
{
    const int text = QFontMetrics(badgeFont()).horizontalAdvance(environmentWord(m_environment));
    return {grid::unit + iconSize + grid::half + text + 10, badgeHeight};
}

void EnvironmentBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(environmentColor(m_environment));
    painter.drawRoundedRect(rect(), 6, 6);
    const QRect mark(grid::unit, (height() - iconSize) / 2, iconSize, iconSize);
    icon(environmentIconName(m_environment), QColor(Qt::white)).paint(&painter, mark);
    painter.setPen(Qt::white);
    painter.setFont(badgeFont());
    painter.drawText(rect().adjusted(mark.right() + 1 + grid::half, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     environmentWord(m_environment));
}

} // namespace civicq::widgets
