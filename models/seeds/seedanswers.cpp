// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Candidates' video answers, the files behind them, claims in them and what others reply.
#include "seeds/developmentdata.h"

using namespace Qt::StringLiterals;

namespace civicq::seeds {

namespace {

constexpr int answersPerCandidate = 4;
constexpr auto host = "https://video.example.org/"_L1;

} // namespace

void DevelopmentData::makeAnswers()
{
    for (int c = 0; c < m_candidates.size(); ++c) {
        const Candidate candidate = m_candidates.at(c);
        if (candidate.user == 0)
            continue;
        int answered = 0;
        for (int q = 0; q < m_questions.size() && answered < answersPerCandidate; ++q) {
            const bool asked =
                m_questions.at(q).contest == candidate.contest && qstrcmp(m_questions.at(q).status, "approved") == 0;
            // Every other question, so that some wait for an answer.
            if (asked && m_questions.at(q).id % 2 == 0) {
                makeAnswer(candidate, c, q);
                ++answered;
            }
        }
    }
    // An upload that did not end well, and one under way.
    makeVideo(m_candidates.at(0).user, 0, u"Opening statement"_s, 95, 90 * day, "failed");
    makeVideo(m_candidates.at(0).user, 0, u"Opening statement, second try"_s, 97, 90 * day + 40, "processing");
}

void DevelopmentData::makeAnswer(const Candidate &candidate, int candidateIndex, int questionIndex)
{
    const Question &question = m_questions.at(questionIndex);
    const QJsonArray texts = m_texts.answers.value("answers"_L1).toArray();
    const QJsonObject text = texts.at(question.topic % texts.size()).toObject();
    const auto words = [&](QLatin1StringView name) { return Cell(text.value(name).toString()); };
    const int number = static_cast<int>(m_answers.size()) + 1;
    const bool published = number % 6 != 0;
    const qint64 minute = question.minute + 12 * day + m_random.below(4 * day);
    const int seconds = m_random.between(45, 110);
    const QString asset = u"answer-%1"_s.arg(number, 4, 10, QChar(u'0'));
    const QString provenance = QString::number(m_random.next(), 16).rightJustified(16, u'0')
                               + QString::number(m_random.next(), 16).rightJustified(16, u'0');
    const int id = table("video_answers")
                       .add({Cell::time(minute),
                             Cell::time(minute + 60),
                             candidate.id,
                             question.id,
                             question.version,
                             asset,
                             host + asset + u".m3u8"_s,
                             Cell::decimal(seconds * 10 + m_random.below(10), 1),
                             QString(asset + u"-transcript"_s),
                             published ? words("transcript"_L1) : Cell(nullptr),
                             host + asset + u".vtt"_s,
                             provenance,
                             QJsonObject{{u"signed"_s, true}, {u"tool"_s, u"C2PA"_s}},
                             published ? "published" : "draft",
                             words("summary"_L1),
                             words("rationale"_L1),
                             words("tradeoff"_L1),
                             words("plan"_L1),
                             words("measure"_L1),
                             words("values"_L1),
                             number % 9 == 0});
    m_answers.append({id, candidateIndex, questionIndex, minute, published});
    makeVideo(candidate.user, id,
              u"%1 answers: %2"_s.arg(candidate.name, question.text)
                  .first(qMin<qsizetype>(255, candidate.name.size() + question.text.size() + 10)),
              seconds, minute - 45, published ? "ready" : "uploaded");
    if (published)
        log("answer_published", candidate.user, "video_answer", id, candidate.city, minute,
            {{u"question_id"_s, question.id}});
}

void DevelopmentData::makeVideo(int user, int answer, const QString &title, int seconds, qint64 minute,
                                const char *status)
{
    const QByteArray state(status);
    const bool ready = state == "ready";
    const bool failed = state == "failed";
    const QString key = u"uploads/%1"_s.arg(table("videos").count + 1, 4, 10, QChar(u'0'));
    const int views = ready ? m_random.between(20, 900) : 0;
    table("videos").add({user,
                         answer != 0 ? Cell(answer) : Cell(nullptr),
                         title,
                         u"clip-%1.mp4"_s.arg(table("videos").count + 1),
                         seconds * 412'000 + m_random.below(90'000),
                         "video/mp4",
                         Cell::decimal(seconds, 0),
                         1920,
                         1080,
                         "30",
                         "h264",
                         3'300'000,
                         status,
                         Cell::time(minute + 2),
                         ready || failed ? Cell::time(minute + 9) : Cell(nullptr),
                         failed ? Cell(u"The sound track could not be decoded"_s) : Cell(nullptr),
                         ready    ? 100
                         : failed ? 40
                                  : 0,
                         "s3",
                         "civicq-videos-dev",
                         "us-west-2",
                         QString(key + u".mp4"_s),
                         ready ? Cell(QJsonArray{QJsonObject{{u"height"_s, 720}, {u"key"_s, key + u"-720.mp4"_s}},
                                                 QJsonObject{{u"height"_s, 360}, {u"key"_s, key + u"-360.mp4"_s}}})
                               : Cell(nullptr),
                         "en",
                         ready,
                         views,
                         views * seconds * 6 / 10,
                         Cell::time(minute),
                         Cell::time(minute + 9)});
}

void DevelopmentData::makeClaimsAndRebuttals()
{
    const QJsonArray claims = m_texts.answers.value("claims"_L1).toArray();
    const QJsonArray rebuttals = m_texts.answers.value("rebuttals"_L1).toArray();
    for (const Answer &answer : std::as_const(m_answers)) {
        if (!answer.published)
            continue;
        const QJsonObject claim = claims.at(answer.id % claims.size()).toObject();
        table("claims").add({Cell::time(answer.minute + 300), Cell::time(answer.minute + 900), answer.id,
                             claim.value("text"_L1).toString(), Cell::decimal(m_random.between(50, 400), 1),
                             QJsonArray{QJsonObject{{u"title"_s, claim.value("source"_L1).toString()}}},
                             claim.value("verified"_L1).toBool(), claim.value("note"_L1).toString()});
        if (answer.id % 3 != 0)
            continue;
        // The next one in the same race replies.
        const Candidate &opponent = m_candidates.at(answer.candidate + 1);
        const QJsonObject text = rebuttals.at(answer.id / 3 % rebuttals.size()).toObject();
        const qint64 minute = answer.minute + 2 * day;
        const QString asset = u"rebuttal-%1"_s.arg(table("rebuttals").count + 1, 4, 10, QChar(u'0'));
        const int id =
            table("rebuttals")
                .add({Cell::time(minute), Cell::time(minute), opponent.id, answer.id, text.value("claim"_L1).toString(),
                      Cell::decimal(m_random.between(50, 400), 1), asset, host + asset + u".m3u8"_s,
                      Cell::decimal(m_random.between(200, 450), 1), text.value("text"_L1).toString(), "published"});
        log("rebuttal_published", 0, "rebuttal", id, opponent.city, minute, {{u"answer_id"_s, answer.id}});
    }
}

} // namespace civicq::seeds
