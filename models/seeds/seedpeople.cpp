// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Users of every role, how they were verified, the cities they belong to and who works for those.
#include "seeds/developmentdata.h"

using namespace Qt::StringLiterals;

namespace civicq::seeds {

namespace {

// bcrypt, cost 10, of admin123 and password123, with salts chosen once. Hashing them here would take seconds and, with
// fresh salts, make every run's data differ. These are test logins printed in the guide, not secrets.
constexpr auto adminHash = "$2a$10$CivicQ.Admin.Dev.Seed.sbS2ahQRCc4YZaenSB.YZTODrn3yKwe";
constexpr auto userHash = "$2a$10$CivicQ.Users.Dev.Seed.YIC/Q2PGj1PU9fvb64pljH.S/dek1ja";

constexpr int votersPerCity = 10;
constexpr int dayOfElection = 155; // 3 November 2026

} // namespace

int DevelopmentData::addUser(const QString &email, const QString &name, const char *role, int city, qint64 minute)
{
    const QByteArray kind(role);
    const bool verified = kind != "voter" || !m_random.oneIn(5);
    const QJsonArray agents = m_texts.people.value("userAgents"_L1).toArray();
    const qint64 seen = minute + m_random.between(1, 60) * day;
    const auto ofCity = [&](const QString City::*field) {
        return city >= 0 ? Cell(m_cities.at(city).*field) : Cell(nullptr);
    };
    const int id = table("users").add(
        {Cell::time(minute), Cell::time(seen), email, kind == "admin" ? adminHash : userHash, name,
         u"+1-510-555-%1"_s.arg(1000 + table("users").count, 4, 10, QChar(u'0')), role, kind == "admin",
         ofCity(&City::slug), ofCity(&City::name), verified ? "verified" : "pending", Cell::time(seen), verified,
         kind == "admin" || kind == "moderator", Cell::time(seen - 30),
         agents.at(m_random.below(static_cast<int>(agents.size()))).toString()});
    log("user_created", id, "user", id, city, minute, {{u"role"_s, QString::fromLatin1(kind)}});
    return id;
}

void DevelopmentData::makeUsers()
{
    for (const QJsonValue &value : std::as_const(m_texts.cities)) {
        City city;
        city.id = static_cast<int>(m_cities.size()) + 1;
        city.text = value.toObject();
        city.name = city.text.value("name"_L1).toString();
        city.slug = city.text.value("slug"_L1).toString();
        city.places = city.text.value("places"_L1).toObject();
        city.places.insert(u"city"_s, city.name);
        city.places.insert(u"district"_s, city.text.value("district"_L1));
        m_cities.append(city);
    }
    m_admin = addUser(u"admin@civicq.com"_s, m_texts.people.value("admin"_L1).toString(), "admin", -1, 0);
    int number = 0;
    for (const QJsonValue &name : m_texts.people.value("moderators"_L1).toArray()) {
        const QString email = u"moderator%1@civicq.com"_s.arg(++number);
        m_moderators.append(addUser(email, name.toString(), "moderator", -1, number * 15));
    }
    for (int city = 0; city < m_cities.size(); ++city) {
        const QString domain = m_cities.at(city).text.value("domain"_L1).toString();
        for (const QJsonValue &value : m_cities.at(city).text.value("staff"_L1).toArray()) {
            const QJsonArray person = value.toArray();
            const qint64 minute = 60 + city * day + m_cities.at(city).staff.size() * 30;
            m_cities[city].staff.append(
                addUser(person.at(0).toString() + u'@' + domain, person.at(1).toString(), "city_staff", city, minute));
        }
    }
    const QJsonArray voters = m_texts.people.value("voters"_L1).toArray();
    for (int i = 0; i < voters.size(); ++i) {
        const int city = i / votersPerCity % static_cast<int>(m_cities.size());
        const qint64 minute = 5 * day + i * 377;
        m_cities[city].voters.append(
            addUser(u"voter%1@example.com"_s.arg(i + 1), voters.at(i).toString(), "voter", city, minute));
    }
}

void DevelopmentData::makeVerifications()
{
    static constexpr const char *methods[] = {"sms", "email", "mail_code", "voter_roll", "id_proofing"};
    for (int city = 0; city < m_cities.size(); ++city) {
        for (const int voter : std::as_const(m_cities[city].voters)) {
            const int method = m_random.below(5);
            const qint64 minute = 6 * day + voter * 211;
            const int outcome = m_random.below(8);
            const char *status = outcome < 6 ? "verified" : outcome == 6 ? "pending" : "rejected";
            const bool verified = outcome < 6;
            table("verification_records")
                .add({Cell::time(minute), Cell::time(minute + 40), voter, methods[method],
                      method == 0 ? Cell("twilio") : Cell(nullptr), m_cities.at(city).slug, status,
                      QJsonObject{{u"attempts"_s, 1 + m_random.below(3)}},
                      verified ? Cell::time(minute + 40) : Cell(nullptr), Cell::time(minute + 365 * day)});
            if (verified)
                log("user_verified", voter, "user", voter, city, minute + 40,
                    {{u"method"_s, QString::fromLatin1(methods[method])}});
        }
    }
}

void DevelopmentData::makeCities()
{
    for (const City &city : std::as_const(m_cities)) {
        const QJsonObject &text = city.text;
        const qint64 minute = 60 + city.id * day;
        const QString domain = text.value("domain"_L1).toString();
        table("cities").add({Cell::time(minute),
                             Cell::time(minute + 30 * day),
                             city.name,
                             city.slug,
                             text.value("state"_L1).toString(),
                             text.value("county"_L1).toString(),
                             text.value("population"_L1).toInt(),
                             text.value("contact"_L1).toString(),
                             u"clerk@"_s + domain,
                             text.value("phone"_L1).toString(),
                             text.value("title"_L1).toString(),
                             "active",
                             "official_email",
                             Cell::time(minute + 120),
                             u"admin@civicq.com"_s,
                             QJsonArray{u"https://%1/charter.pdf"_s.arg(domain)},
                             domain,
                             text.value("primary"_L1).toString(),
                             text.value("secondary"_L1).toString(),
                             QJsonObject{{u"moderation"_s, u"before"_s}, {u"question_limit"_s, 5}},
                             QJsonObject{{u"rebuttals"_s, true}, {u"video_answers"_s, true}},
                             Cell::date(dayOfElection),
                             u"https://%1/elections"_s.arg(domain),
                             city.id == 1 ? "professional" : "free",
                             static_cast<int>(city.voters.size()),
                             city.questions,
                             1,
                             true,
                             5,
                             QJsonObject{{u"finished"_s, isoTime(minute + 2 * day)}}});
        const QJsonArray staff = text.value("staff"_L1).toArray();
        for (int i = 0; i < city.staff.size(); ++i) {
            const QByteArray role = staff.at(i).toArray().at(2).toString().toLatin1();
            const qint64 invited = minute + i * 45;
            table("city_staff")
                .add({Cell::time(invited), Cell::time(invited), city.id, city.staff.at(i), role.constData(),
                      i == 0 ? m_admin : city.staff.at(0), Cell::time(invited), Cell::time(invited + 40 * day)});
        }
        for (int i = 0; i < 2; ++i) {
            const bool accepted = i == 0;
            const qint64 invited = minute + 3 * day + i * 600;
            const QString token = QString::number(m_random.next(), 16) + QString::number(m_random.next(), 16);
            table("city_invitations")
                .add({Cell::time(invited), Cell::time(invited), city.id,
                      accepted ? QString(u"elections@"_s + domain) : QString(u"intern@"_s + domain),
                      accepted ? "editor" : "viewer", token, city.staff.at(0), Cell::time(invited),
                      Cell::time(invited + 7 * day), accepted, accepted ? Cell::time(invited + 90) : Cell(nullptr),
                      accepted ? Cell(city.staff.at(1)) : Cell(nullptr)});
        }
    }
}

} // namespace civicq::seeds
