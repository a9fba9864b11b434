// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seeds/seedtable.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonDocument>
#include <QtCore/QTimeZone>

using namespace Qt::StringLiterals;

namespace civicq::seeds {

namespace {

QDateTime moment(qint64 minutes)
{
    static const QDateTime morning(QDate(2026, 6, 1), QTime(9, 0), QTimeZone::UTC);
    return morning.addSecs(minutes * 60);
}

QByteArray escaped(const QString &value)
{
    QByteArray out;
    for (const char c : value.toUtf8()) {
        switch (c) {
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default: out += c;
        }
    }
    return out;
}

QString arrayText(const QStringList &values)
{
    QStringList quoted;
    for (QString value : values)
        quoted.append(u'"' + value.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s) + u'"');
    return u'{' + quoted.join(u',') + u'}';
}

QString jsonText(const QJsonDocument &document)
{
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

} // namespace

Cell::Cell(const QString &value) : m_text(escaped(value)) {}
Cell::Cell(const QJsonObject &value) : Cell(jsonText(QJsonDocument(value))) {}
Cell::Cell(const QJsonArray &value) : Cell(jsonText(QJsonDocument(value))) {}
Cell::Cell(const QStringList &value) : Cell(arrayText(value)) {}

Cell Cell::time(qint64 minutes)
{
    return Cell(moment(minutes).toString(u"yyyy-MM-dd HH:mm:ss"_s));
}

Cell Cell::date(int days)
{
    return Cell(moment(0).addDays(days).toString(u"yyyy-MM-dd"_s));
}

Cell Cell::decimal(qint64 value, int places)
{
    QByteArray digits = QByteArray::number(qAbs(value)).rightJustified(places + 1, '0');
    digits.insert(digits.size() - places, '.');
    Cell cell(nullptr);
    cell.m_text = (value < 0 ? "-" : "") + digits;
    return cell;
}

Cell Cell::vector(const QByteArray &text)
{
    Cell cell(nullptr);
    cell.m_text = text;
    return cell;
}

int SeedTable::add(std::initializer_list<Cell> cells)
{
    Q_ASSERT(static_cast<qsizetype>(cells.size()) == columns.count(','));
    rows += QByteArray::number(++count);
    for (const Cell &cell : cells) {
        rows += '\t';
        rows += cell.text();
    }
    rows += '\n';
    return count;
}

QString isoTime(qint64 minutes)
{
    return moment(minutes).toString(Qt::ISODate);
}

} // namespace civicq::seeds
