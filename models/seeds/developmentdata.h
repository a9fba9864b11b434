// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The development data as rows of the 20 tables: three cities, their people, ballots, questions, votes, answers and what
// follows from them. Private to models/seeds; any thread. A pure function of the texts: the same bytes on every run and
// system. Totals agree with what they count.

#include "seeds/random.h"
#include "seeds/seedtable.h"
#include "seeds/seedtexts.h"

#include <QtCore/QList>
#include <QtCore/QMap>

namespace civicq::seeds {

class DevelopmentData
{
public:
    // In an order in which every foreign key finds its row.
    [[nodiscard]] static core::Result<QList<SeedTable>> make();

private:
    struct City
    {
        int id = 0;
        QString name;
        QString slug;
        QJsonObject text;
        QJsonObject places;
        QList<int> voters; // user ids
        QList<int> staff;
        QMap<QString, int> contests; // by key: "mayor", "measure-A"
        int questions = 0;
    };
    struct Candidate
    {
        int id = 0;
        int city = 0; // index
        int contest = 0;
        int user = 0; // 0: none
        QString name;
    };
    struct Question
    {
        int id = 0;
        int city = 0;
        int contest = 0;
        int author = 0;
        int cluster = 0;
        int topic = 0;
        int version = 0; // id of the newest
        int up = 0;
        int down = 0;
        qint64 minute = 0;
        const char *status = "approved";
        QString text;
        QString context;
        QStringList tags;
    };
    struct Answer
    {
        int id = 0;
        int candidate = 0; // index
        int question = 0;  // index
        qint64 minute = 0;
        bool published = false;
    };

    explicit DevelopmentData(SeedTexts texts);
    SeedTable &table(const char *name);
    int addUser(const QString &email, const QString &name, const char *role, int city, qint64 minute);
    void log(const char *event, int actor, const char *targetType, int target, int city, qint64 minute,
             const QJsonObject &data);

    void makeUsers();
    void makeVerifications();
    void makeElections();
    void makeRace(int city, int ballot, int order, const QJsonObject &race);
    void makeMeasure(int city, int ballot, int order, const QJsonObject &measure);
    void chooseQuestions();
    void addQuestion(int city, const QJsonObject &about, const QString &text, int cluster, int topic);
    void makeVotes();
    void makeVersions();
    void makeQuestions();
    void makeAnswers();
    void makeAnswer(const Candidate &candidate, int candidateIndex, int questionIndex);
    void makeVideo(int user, int answer, const QString &title, int seconds, qint64 minute, const char *status);
    void makeClaimsAndRebuttals();
    void makeModeration();
    void makeFollows();
    void makeCities();

    SeedTexts m_texts;
    Random m_random{20260601};
    QList<SeedTable> m_tables;
    QList<City> m_cities;
    QList<Candidate> m_candidates;
    QList<Question> m_questions;
    QList<Answer> m_answers;
    QList<int> m_moderators;
    int m_admin = 0;
};

} // namespace civicq::seeds
