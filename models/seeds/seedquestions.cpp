// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Questions in clusters that ask the same, their versions, and the votes on them.
#include "seeds/developmentdata.h"
#include "seeds/embedding.h"

using namespace Qt::StringLiterals;

namespace civicq::seeds {

namespace {} // namespace

void DevelopmentData::chooseQuestions()
{
    const QJsonArray clusters = m_texts.questions.value("clusters"_L1).toArray();
    const QJsonArray single = m_texts.questions.value("single"_L1).toArray();
    int cluster = 0;
    for (int city = 0; city < m_cities.size(); ++city) {
        for (int topic = 0; topic < clusters.size(); ++topic) {
            const QJsonObject about = clusters.at(topic).toObject();
            ++cluster;
            for (const QJsonValue &text : about.value("texts"_L1).toArray())
                addQuestion(city, about, text.toString(), cluster, topic);
        }
        for (int i = 0; i < single.size(); ++i) {
            const QJsonObject about = single.at(i).toObject();
            addQuestion(city, about, about.value("text"_L1).toString(), ++cluster,
                        static_cast<int>(clusters.size()) + i);
        }
    }
}

void DevelopmentData::addQuestion(int city, const QJsonObject &about, const QString &text, int cluster, int topic)
{
    City &place = m_cities[city];
    Question question;
    question.id = static_cast<int>(m_questions.size()) + 1;
    question.city = city;
    question.contest = place.contests.value(about.value("contest"_L1).toString());
    question.author = place.voters.at(m_random.below(static_cast<int>(place.voters.size())));
    question.cluster = cluster;
    question.topic = topic;
    question.minute = 20 * day + question.id * 397;
    question.text = filledIn(text, place.places);
    question.context = about.value("context"_L1).toString();
    for (const QJsonValue &tag : about.value("tags"_L1).toArray())
        question.tags.append(tag.toString());
    // Of each cluster one that was merged now and then, and a few that wait or were taken down.
    if (question.id % 13 == 0)
        question.status = "pending";
    else if (question.id % 11 == 0)
        question.status = "merged";
    else if (question.id % 29 == 0)
        question.status = "removed";
    ++place.questions;
    m_questions.append(question);
    log("question_submitted", question.author, "question", question.id, city, question.minute,
        {{u"contest_id"_s, question.contest}});
}

void DevelopmentData::makeVersions()
{
    for (Question &question : m_questions) {
        const bool edited = question.id % 7 == 0;
        const QString first = edited ? question.text.chopped(1) + u", please?"_s : question.text;
        question.version = table("question_versions")
                               .add({Cell::time(question.minute), Cell::time(question.minute), question.id, 1, first,
                                     question.author, nullptr, nullptr});
        if (!edited)
            continue;
        const qint64 minute = question.minute + 90;
        question.version = table("question_versions")
                               .add({Cell::time(minute), Cell::time(minute), question.id, 2, question.text,
                                     m_moderators.at(0), u"Shortened by a moderator with the author's consent"_s,
                                     QJsonObject{{u"removed"_s, QJsonArray{u", please"_s}}}});
    }
}

void DevelopmentData::makeVotes()
{
    for (Question &question : m_questions) {
        if (qstrcmp(question.status, "pending") == 0)
            continue;                              // nobody has seen it yet
        const int liking = m_random.between(5, 9); // of ten who vote
        for (const int voter : std::as_const(m_cities[question.city].voters)) {
            if (voter == question.author || m_random.below(10) < 3)
                continue;
            const bool up = m_random.below(10) < liking;
            const qint64 minute = question.minute + m_random.between(30, 20 * day);
            const int vote =
                table("votes").add({Cell::time(minute), Cell::time(minute), voter, question.id, up ? 1 : -1,
                                    Cell::decimal(m_random.below(30), 2),
                                    QJsonObject{{u"source"_s, m_random.oneIn(3) ? u"mobile"_s : u"web"_s}}});
            ++(up ? question.up : question.down);
            if (vote % 10 == 0)
                log("question_voted", voter, "question", question.id, question.city, minute,
                    {{u"value"_s, up ? 1 : -1}});
        }
    }
}

void DevelopmentData::makeQuestions()
{
    for (const Question &question : std::as_const(m_questions)) {
        const QByteArray status(question.status);
        // Laplace's rule of succession: (up + 1) / (votes + 2).
        const qint64 rank = (question.up + 1) * 10'000LL / (question.up + question.down + 2);
        const QJsonObject representation{{u"districts"_s, 1 + question.up % 5}, {u"verified_share"_s, 80}};
        table("questions")
            .add({Cell::time(question.minute), Cell::time(question.minute + 25 * day), question.contest,
                  question.author, question.version, question.text, question.tags, question.status, question.cluster,
                  Cell::vector(embedding(question.topic, question.cluster, question.id)),
                  question.context.isEmpty() ? Cell(nullptr) : Cell(question.context), question.up, question.down,
                  Cell::decimal(rank, 4), representation, status == "removed" ? 1 : 0,
                  status == "removed" ? Cell(u"Taken down: personal data"_s) : Cell(nullptr)});
    }
}

} // namespace civicq::seeds
