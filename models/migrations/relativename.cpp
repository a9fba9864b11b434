// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/relativename.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace civicq::migrations {

QString RelativeName::start() const
{
    return branch.isEmpty() ? symbol : branch + u'@' + symbol;
}

BranchName splitBranch(const QString &name)
{
    const qsizetype at = name.indexOf(u'@');
    if (at < 0)
        return {{}, name};
    return {name.left(at), name.mid(at + 1)};
}

std::optional<RelativeName> parseRelative(const QString &name)
{
    static const QRegularExpression form(u"^(?:(.+?)@)?(\\w+)?([+-]\\d+)$"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    const auto match = form.match(name);
    if (!match.hasMatch())
        return std::nullopt;
    bool fits = false;
    const int steps = match.captured(3).toInt(&fits);
    if (!fits)
        return std::nullopt;
    return RelativeName{match.captured(1), match.captured(2), steps};
}

std::optional<int> stepsDown(const QString &symbol)
{
    const auto relative = parseRelative(symbol);
    if (!relative || !relative->branch.isEmpty() || !relative->symbol.isEmpty() || relative->steps >= 0)
        return std::nullopt;
    return -relative->steps;
}

} // namespace civicq::migrations
