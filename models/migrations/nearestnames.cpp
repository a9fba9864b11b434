// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/nearestnames.h"

#include <QtCore/QFileInfo>
#include <QtCore/QList>
#include <QtCore/QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace civicq::migrations {

namespace {

// Levenshtein's distance, one row kept.
qsizetype editDistance(const QString &from, const QString &to)
{
    QList<qsizetype> row(to.size() + 1);
    for (qsizetype j = 0; j <= to.size(); ++j)
        row[j] = j;
    for (qsizetype i = 1; i <= from.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i);
        for (qsizetype j = 1; j <= to.size(); ++j) {
            const qsizetype substituted = diagonal + (from.at(i - 1) == to.at(j - 1) ? 0 : 1);
            diagonal = row.at(j);
            row[j] = std::min({substituted, row.at(j) + 1, row.at(j - 1) + 1});
        }
    }
    return row.constLast();
}

} // namespace

QStringList nearestNames(const QString &name, const QStringList &names, qsizetype most)
{
    if (name.isEmpty())
        return {};
    QList<std::pair<qsizetype, QString>> ranked;
    for (const QString &candidate : names) {
        const bool partly = candidate.size() > 3 && name.size() > 3
                            && (candidate.startsWith(name) || name.startsWith(candidate) || candidate.endsWith(name)
                                || name.endsWith(candidate));
        const qsizetype distance = editDistance(name, candidate);
        if (partly || distance * 3 <= std::max(name.size(), candidate.size()))
            ranked.append({partly ? 0 : distance, candidate});
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QStringList best;
    for (const auto &[distance, candidate] : std::as_const(ranked)) {
        if (best.size() < most && !best.contains(candidate))
            best.append(candidate);
    }
    return best;
}

bool isFileNameOf(const QString &name, const QString &file)
{
    static const QRegularExpression number(u"^\\d+[_-]"_s);
    const QFileInfo info(file);
    const QString stem = info.completeBaseName();
    QString slug = stem;
    slug.remove(number);
    return !name.isEmpty() && (name == info.fileName() || name == stem || name == slug);
}

} // namespace civicq::migrations
