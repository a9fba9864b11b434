// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seeds/seedtexts.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::seeds {

namespace {

Result<QJsonDocument> read(const QString &name)
{
    QFile file(u":/civicq/seeds/"_s + name + u".json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return core::fail(ErrorCode::NotFound, file.errorString(), {file.fileName()});
    QJsonParseError error;
    QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (document.isNull())
        return core::fail(ErrorCode::Corrupt, error.errorString(), {file.fileName()});
    return document;
}

} // namespace

Result<SeedTexts> SeedTexts::load()
{
    SeedTexts texts;
    const auto cities = read(u"cities"_s);
    if (!cities)
        return core::fail(cities.error());
    texts.cities = cities->array();
    for (const auto &[name, into] :
         {std::pair{u"people"_s, &texts.people}, std::pair{u"contests"_s, &texts.contests},
          std::pair{u"questions"_s, &texts.questions}, std::pair{u"answers"_s, &texts.answers}}) {
        const auto document = read(name);
        if (!document)
            return core::fail(document.error());
        *into = document->object();
    }
    return texts;
}

QString filledIn(QString text, const QJsonObject &places)
{
    for (auto place = places.begin(); place != places.end(); ++place)
        text.replace(u'{' + place.key() + u'}', place.value().toString());
    return text;
}

} // namespace civicq::seeds
