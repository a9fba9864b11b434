// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A dump script taken apart as psql would: statements, rows of COPY ... FROM stdin, backslash commands. Knows quotes,
// dollar quotes, nested comments, parentheses and BEGIN ATOMIC bodies. Pulls from a ByteSource in pieces: memory is
// bounded by the largest statement. One thread at a time. Errors: Truncated (the script ends inside something), Corrupt
// (no script), the source's own.

#include "backups/bytesource.h"

#include <QtCore/QByteArrayList>

namespace civicq::backups {

struct SqlStatement
{
    QByteArray text;     // without comments before it and without its semicolon
    QByteArray skeleton; // its words for deciding on it: small letters, single spaces, '' for every string, no comments
    qint64 line = 0;     // of its first word, from 1

    [[nodiscard]] bool startsWith(QByteArrayView words) const; // whole words of the skeleton
    // Its words, quoted identifiers as one with their quotes; punctuation stands alone.
    [[nodiscard]] QByteArrayList words() const;
};

// What the comments of a dump tell of it.
struct SqlMarks
{
    int beginnings = 0;        // "PostgreSQL database dump"
    int completions = 0;       // "PostgreSQL database dump complete"
    bool endsComplete = false; // no statement after the last completion
    QByteArray serverVersion;  // "Dumped from database version"
    QByteArray toolVersion;    // "Dumped by pg_dump version"
    QByteArray civicq;         // our own header line, see backupheader.h
};

class SqlReader
{
public:
    enum class Item { Statement, Copy, Command, End };

    explicit SqlReader(std::unique_ptr<ByteSource> source) : m_source(std::move(source)) {}

    // The next item; rows of a Copy not read by readRows() are skipped (and counted).
    [[nodiscard]] core::Result<Item> next();
    [[nodiscard]] const SqlStatement &statement() const
    {
        return m_statement;
    } // of Statement and Copy; of Command: its line
    // After Copy: whole rows, as the server's COPY takes them; empty once there are no more.
    [[nodiscard]] core::Result<QByteArray> readRows();
    [[nodiscard]] qint64 rowCount() const { return m_rows; } // of the Copy, as far as it was read

    [[nodiscard]] const SqlMarks &marks() const { return m_marks; }
    [[nodiscard]] qint64 position() const { return m_source->position(); } // in the file, for progress
    [[nodiscard]] qint64 size() const { return m_source->size(); }
    [[nodiscard]] qint64 line() const { return m_line; }

private:
    [[nodiscard]] bool fill();                   // more bytes; false at the end or on an error
    [[nodiscard]] int peek(qsizetype ahead = 0); // -1 at the end
    int take();                                  // into the statement's text
    void drop();                                 // takes without keeping
    void beginToken();
    void addWord(QByteArrayView word);
    void readWord();
    void readString(bool escapes);
    [[nodiscard]] bool continuesString() const; // only white space with a line break since the last string
    void readQuotedName();
    bool readDollarQuote();
    void skipByteOrderMark();
    void skipLineComment();
    void skipBlockComment();
    void noteComment(const QByteArray &line);
    void trackBody(QByteArrayView word);
    [[nodiscard]] core::Result<Item> finishStatement();
    [[nodiscard]] core::Result<Item> readCommand();
    [[nodiscard]] std::unexpected<core::Error> endedInside(const QString &what) const;

    std::unique_ptr<ByteSource> m_source;
    QByteArray m_buffer;
    qsizetype m_position = 0;
    bool m_ended = false;
    core::Result<> m_failure;
    qint64 m_line = 1;

    SqlStatement m_statement;
    bool m_begun = false;        // a statement has its first word
    bool m_plainEscapes = false; // standard_conforming_strings = off
    int m_parentheses = 0;
    int m_bodyDepth = 0; // BEGIN ATOMIC ... END
    QByteArrayList m_firstWords;
    QString m_unfinished;         // the quote or comment the script ended in
    qsizetype m_stringEnd = -1;   // in the statement's text, behind its last string
    bool m_stringEscapes = false; // of that string
    bool m_started = false;

    bool m_inCopy = false;
    qint64 m_rows = 0;
    SqlMarks m_marks;
};

} // namespace civicq::backups
