// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/identifier.h"

using namespace Qt::StringLiterals;

namespace civicq::postgres {

QString Identifier::quote(const QString &name)
{
    QString text = name;
    text.remove(QChar(u'\0')); // the server's names hold none; nothing may end the statement early
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

QString literal(const QString &text)
{
    QString copy = text;
    copy.remove(QChar(u'\0'));
    const bool escaped = copy.contains(u'\\');
    copy.replace(u'\'', u"''"_s);
    if (!escaped)
        return u'\'' + copy + u'\'';
    return u" E'"_s + copy.replace(u'\\', u"\\\\"_s) + u'\'';
}

} // namespace civicq::postgres
