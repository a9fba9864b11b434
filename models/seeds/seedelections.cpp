// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Ballots, contests, candidates, measures.
#include "seeds/developmentdata.h"

using namespace Qt::StringLiterals;

namespace civicq::seeds {

namespace {

constexpr int electionDay = 155;
constexpr int bondMillions[] = {650, 350, 180};

} // namespace

void DevelopmentData::makeElections()
{
    for (int city = 0; city < m_cities.size(); ++city) {
        const qint64 minute = 10 * day + city * 500;
        const QJsonObject source{{u"provider"_s, u"county registrar"_s},
                                 {u"retrieved"_s, isoTime(minute)},
                                 {u"precincts"_s, 40 + m_random.below(500)}};
        const int ballot =
            table("ballots").add({Cell::time(minute), Cell::time(minute + 5 * day), m_cities.at(city).slug,
                                  m_cities.at(city).name, Cell::date(electionDay), 1 + city % 2, source, true});
        log("ballot_created", m_cities.at(city).staff.at(0), "ballot", ballot, city, minute, source);
        int order = 0;
        for (const QJsonValue &race : m_texts.contests.value("races"_L1).toArray())
            makeRace(city, ballot, ++order, race.toObject());
        for (const QJsonValue &measure : m_texts.contests.value("measures"_L1).toArray())
            makeMeasure(city, ballot, ++order, measure.toObject());
    }
}

void DevelopmentData::makeRace(int city, int ballot, int order, const QJsonObject &race)
{
    const City &place = m_cities.at(city);
    const qint64 minute = 11 * day + city * 500 + order * 7;
    const QString key = race.value("key"_L1).toString();
    const auto text = [&](QLatin1StringView name) { return filledIn(race.value(name).toString(), place.places); };
    const int contest = table("contests")
                            .add({Cell::time(minute), Cell::time(minute), ballot, "race", text("title"_L1), place.name,
                                  text("office"_L1), race.value("seats"_L1).toInt(), text("description"_L1), order});
    m_cities[city].contests.insert(key, contest);
    log("contest_created", place.staff.at(0), "contest", contest, city, minute, {{u"title"_s, text("title"_L1)}});
    const QJsonArray names =
        m_texts.contests.value("candidates"_L1).toObject().value(place.slug).toObject().value(key).toArray();
    for (int i = 0; i < names.size(); ++i) {
        const QString name = names.at(i).toString();
        const qint64 filed = minute + day + i * 300;
        // The first of each race has a login: candidate1@example.com runs for mayor of San Francisco.
        int user = 0;
        QString email = u"campaign%1@example.org"_s.arg(m_candidates.size() + 1);
        if (i == 0) {
            email = u"candidate%1@example.com"_s.arg(m_candidates.size() / 3 + 1);
            user = addUser(email, name, "candidate", city, filed - 600);
        }
        const char *status = i == 2 && order % 2 == 0 ? "withdrawn"
                             : i == 2                 ? "pending"
                             : i == 1                 ? "verified"
                                                      : "active";
        const bool verified = i < 2;
        const QJsonObject profile{{u"occupation"_s, i == 0   ? u"Council aide"_s
                                                    : i == 1 ? u"Teacher"_s
                                                             : u"Attorney"_s},
                                  {u"years_in_city"_s, m_random.between(3, 40)}};
        const int id = table("candidates")
                           .add({Cell::time(filed), Cell::time(filed + 2 * day), contest,
                                 user != 0 ? Cell(user) : Cell(nullptr), name,
                                 u"2026-%1-%2"_s.arg(place.slug.first(3).toUpper())
                                     .arg(m_candidates.size() + 1, 4, 10, QChar(u'0')),
                                 email, u"+1-415-555-%1"_s.arg(2000 + m_candidates.size()), status, profile,
                                 u"https://www.example.org/candidates/%1"_s.arg(m_candidates.size() + 1), verified,
                                 verified ? Cell::date(14 + city) : Cell(nullptr), i + 1});
        m_candidates.append({id, city, contest, user, name});
        if (verified)
            log("candidate_verified", place.staff.at(0), "candidate", id, city, filed + 2 * day, {{u"name"_s, name}});
    }
}

void DevelopmentData::makeMeasure(int city, int ballot, int order, const QJsonObject &measure)
{
    const City &place = m_cities.at(city);
    const qint64 minute = 11 * day + city * 500 + order * 7;
    QJsonObject places = place.places;
    places.insert(u"bond"_s, QString::number(bondMillions[city % 3]));
    const auto text = [&](QLatin1StringView name) { return filledIn(measure.value(name).toString(), places); };
    const int contest = table("contests")
                            .add({Cell::time(minute), Cell::time(minute), ballot, "measure", text("title"_L1),
                                  place.name, nullptr, nullptr, text("summary"_L1), order});
    m_cities[city].contests.insert(u"measure-"_s + text("number"_L1), contest);
    log("contest_created", place.staff.at(0), "contest", contest, city, minute, {{u"title"_s, text("title"_L1)}});
    const auto contacts = [&](const QString &side) {
        return QJsonArray{QJsonObject{{u"name"_s, u"%1 on %2"_s.arg(side, text("number"_L1))},
                                      {u"email"_s, u"%1@%2.example.org"_s.arg(side.toLower(), place.slug)}}};
    };
    table("measures")
        .add({Cell::time(minute), Cell::time(minute), contest, text("number"_L1), text("text"_L1), text("summary"_L1),
              text("fiscal"_L1), text("pro"_L1), text("con"_L1), contacts(u"Yes"_s), contacts(u"No"_s)});
}

} // namespace civicq::seeds
