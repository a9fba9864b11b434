// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reports, what moderators did about them, and who follows what.
#include "seeds/developmentdata.h"

using namespace Qt::StringLiterals;

namespace civicq::seeds {

namespace {

constexpr int reportCount = 21;

} // namespace

void DevelopmentData::makeModeration()
{
    const QJsonArray reports = m_texts.answers.value("reports"_L1).toArray();
    const QJsonArray actions = m_texts.answers.value("moderation"_L1).toArray();
    for (int i = 0; i < reportCount; ++i) {
        const Question &question = m_questions.at(i * 5 + 2);
        const QJsonObject text = reports.at(i % reports.size()).toObject();
        const qint64 minute = question.minute + day + i * 17;
        const QList<int> &voters = m_cities.at(question.city).voters;
        const int moderator = m_moderators.at(i % m_moderators.size());
        const QByteArray status = text.value("status"_L1).toString().toLatin1();
        const QByteArray reason = text.value("reason"_L1).toString().toLatin1();
        const bool closed = status == "resolved" || status == "dismissed";
        const int report = table("reports").add(
            {Cell::time(minute), Cell::time(minute + 400), voters.at(m_random.below(static_cast<int>(voters.size()))),
             "question", question.id, reason.constData(), text.value("text"_L1).toString(), status.constData(),
             closed ? Cell(moderator) : Cell(nullptr),
             closed ? Cell(u"Read, decided, and both sides told"_s) : Cell(nullptr)});
        if (status == "pending")
            continue;
        const QJsonObject act = actions.at(i % actions.size()).toObject();
        const QByteArray kind = act.value("action"_L1).toString().toLatin1();
        const bool onUser = kind.endsWith("_user");
        table("moderation_actions")
            .add({Cell::time(minute + 380), Cell::time(minute + 380), onUser ? "user" : "question",
                  onUser ? question.author : question.id, kind.constData(), moderator, act.value("code"_L1).toString(),
                  act.value("text"_L1).toString(), report, !onUser});
        log("moderation_action", moderator, "question", question.id, question.city, minute + 380,
            {{u"action"_s, QString::fromLatin1(kind)}, {u"report_id"_s, report}});
    }
    for (int i = 0; i < 3; ++i)
        log("security_alert", 0, "user", m_cities.at(i).voters.at(i), i, 70 * day + i * 333,
            {{u"what"_s, u"five failed logins within a minute"_s}, {u"country"_s, u"unknown"_s}});
}

void DevelopmentData::makeFollows()
{
    for (const City &city : std::as_const(m_cities)) {
        const QList<int> contests = city.contests.values();
        for (const int voter : city.voters) {
            const qint64 minute = 30 * day + voter * 101;
            const QJsonObject settings{{u"email"_s, voter % 2 == 0}, {u"push"_s, voter % 3 == 0}};
            const int contest = contests.at(m_random.below(static_cast<int>(contests.size())));
            table("follows").add(
                {Cell::time(minute), Cell::time(minute), voter, "contest", contest, nullptr, settings});
            const Candidate &candidate = m_candidates.at((city.id - 1) * 12 + m_random.below(12));
            table("follows").add(
                {Cell::time(minute + 3), Cell::time(minute + 3), voter, "candidate", candidate.id, nullptr, settings});
            const Question &question = m_questions.at(m_random.below(static_cast<int>(m_questions.size())));
            table("follows").add({Cell::time(minute + 5), Cell::time(minute + 5), voter, "issue_tag", nullptr,
                                  question.tags.first(), settings});
        }
    }
}

} // namespace civicq::seeds
