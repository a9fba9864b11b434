// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where each table of a backup or a restore stands: told by the threads that work, read by whoever looks on. Handed in
// with the request, where somebody does; shared, any thread. Bytes are the tables' sizes on the server (backup) or those
// of their rows in the file (restore); a total of 0 is not known.

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QString>

#include <mutex>

namespace civicq::backups {

struct TableStanding
{
    enum class State {
        Waiting,
        Rows,     // its rows are on their way
        Building, // its rows are in; keys and indexes are built or are to come
        Done,
    };

    QString table; // "schema.name"
    qint64 total = 0;
    qint64 done = 0;
    State state = State::Waiting;
    bool active = false; // somebody works on it at this moment
    int order = 0;       // of the change that made it what it is: later ones are larger
};

class TableBoard
{
public:
    // Everything that is to be done, all of it waiting; replaces what was there.
    void begin(QList<TableStanding> tables);
    void startRows(const QString &table);
    // `bytes` more of its rows are through, or so many in all.
    void advance(const QString &table, qint64 bytes);
    void reach(const QString &table, qint64 bytes);
    void startBuilding(const QString &table);
    // Its rows are in, and nobody is at work on what follows them.
    void pause(const QString &table);
    void finish(const QString &table);

    // Grows with each change; cheap to ask.
    [[nodiscard]] int version() const;
    [[nodiscard]] QList<TableStanding> standings() const;

private:
    template<typename Change>
    void change(const QString &table, Change how);

    mutable std::mutex m_mutex; // guards what follows
    QList<TableStanding> m_tables;
    QHash<QString, qsizetype> m_places;
    int m_version = 0;
};

} // namespace civicq::backups
