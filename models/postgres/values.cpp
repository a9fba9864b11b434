// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/values.h"

#include <QtCore/QDateTime>
#include <QtCore/QStringList>

namespace civicq::postgres {

namespace {

QByteArray arrayText(const QStringList &items)
{
    QByteArray text = "{";
    for (const QString &item : items) {
        if (text.size() > 1)
            text += ',';
        QByteArray quoted = item.toUtf8();
        quoted.replace('\\', "\\\\").replace('"', "\\\"");
        text += '"' + quoted + '"';
    }
    return text + '}';
}

QByteArray textOf(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::Bool: return value.toBool() ? "t" : "f";
    case QMetaType::QByteArray: return "\\x" + value.toByteArray().toHex();
    case QMetaType::QStringList: return arrayText(value.toStringList());
    case QMetaType::Double: return QByteArray::number(value.toDouble(), 'g', 17);
    case QMetaType::QDateTime: return value.toDateTime().toString(Qt::ISODateWithMs).toLatin1();
    case QMetaType::QDate: return value.toDate().toString(Qt::ISODate).toLatin1();
    default: return value.toString().toUtf8();
    }
}

} // namespace

TextParameters::TextParameters(const QVariantList &values)
{
    m_texts.reserve(values.size());
    m_pointers.reserve(static_cast<std::size_t>(values.size()));
    for (const QVariant &value : values) {
        const bool null = !value.isValid() || value.isNull();
        m_texts.append(null ? QByteArray() : textOf(value));
        m_pointers.push_back(null ? nullptr : m_texts.constLast().constData());
    }
}

} // namespace civicq::postgres
