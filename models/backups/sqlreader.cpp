// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/sqlreader.h"

#include "backups/copyform.h"

#include <algorithm>
#include <cstring>
#include <utility>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::backups {

namespace {

constexpr qsizetype longestStatement =
    512 * 1024 * 1024; // the server takes 1 GB; binary rubbish without a semicolon ends here

bool isSpace(int c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

bool startsWord(int c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
}

bool continuesWord(int c)
{
    return startsWord(c) || (c >= '0' && c <= '9') || c == '$';
}

QByteArray valueAfter(const QByteArray &line, const char *prefix)
{
    return line.startsWith(prefix) ? line.mid(static_cast<qsizetype>(std::strlen(prefix))).trimmed() : QByteArray();
}

} // namespace

bool SqlStatement::startsWith(QByteArrayView wanted) const
{
    return skeleton.startsWith(wanted) && (skeleton.size() == wanted.size() || skeleton.at(wanted.size()) == ' ');
}

QByteArrayList SqlStatement::words() const
{
    QByteArrayList list;
    qsizetype from = 0;
    while (from < skeleton.size()) {
        qsizetype to = from;
        for (bool quoted = false; to < skeleton.size() && (quoted || skeleton.at(to) != ' '); ++to) {
            if (skeleton.at(to) == '"')
                quoted = !quoted;
        }
        list.append(skeleton.mid(from, to - from));
        from = to + 1;
    }
    return list;
}

bool SqlReader::fill()
{
    if (m_ended)
        return false;
    auto piece = m_source->read();
    if (!piece) {
        m_failure = core::fail(piece.error());
        m_ended = true;
        return false;
    }
    if (piece->isEmpty()) {
        m_ended = true;
        return false;
    }
    m_buffer.remove(0, m_position);
    m_position = 0;
    m_buffer += *piece;
    return true;
}

int SqlReader::peek(qsizetype ahead)
{
    while (m_position + ahead >= m_buffer.size()) {
        if (!fill())
            return -1;
    }
    return static_cast<unsigned char>(m_buffer.at(m_position + ahead));
}

int SqlReader::take()
{
    const int c = peek();
    if (c < 0)
        return c;
    m_statement.text += static_cast<char>(c);
    drop();
    return c;
}

void SqlReader::drop()
{
    if (peek() == '\n')
        ++m_line;
    ++m_position;
}

void SqlReader::beginToken()
{
    if (m_begun)
        return;
    m_begun = true;
    m_statement = {};
    m_statement.line = m_line;
    m_firstWords.clear();
    m_parentheses = 0;
    m_bodyDepth = 0;
    m_stringEnd = -1;
}

void SqlReader::addWord(QByteArrayView word)
{
    if (!m_statement.skeleton.isEmpty())
        m_statement.skeleton += ' ';
    m_statement.skeleton += word;
}

// The word's letters are in the text already when it turns out to introduce a string: e'...'.
void SqlReader::readWord()
{
    QByteArray word;
    while (continuesWord(peek()))
        word += static_cast<char>(take());
    word = word.toLower();
    if (peek() == '\'' && (word == "e" || word == "b" || word == "x" || word == "n")) {
        readString(word == "e" || (word == "n" && m_plainEscapes));
        return;
    }
    addWord(word);
    trackBody(word);
}

// Inside CREATE FUNCTION or PROCEDURE, BEGIN ATOMIC ... END holds semicolons that end nothing. psql does not look for ATOMIC
// and takes a function named "begin" for a body; the server does not, and it is the server that runs the statement.
void SqlReader::trackBody(QByteArrayView word)
{
    if (m_firstWords.size() < 4)
        m_firstWords.append(word.toByteArray());
    const qsizetype kind = m_firstWords.value(1) == "or" ? 3 : 1;
    const QByteArray &what = m_firstWords.value(kind);
    if (m_firstWords.value(0) != "create" || (what != "function" && what != "procedure") || m_parentheses != 0)
        return;
    if ((m_bodyDepth == 0 && m_statement.skeleton.endsWith(" begin atomic")) || (word == "case" && m_bodyDepth > 0))
        ++m_bodyDepth;
    else if (word == "end" && m_bodyDepth > 0)
        --m_bodyDepth;
}

// 'a' and 'b' with a line break between are one string to the server, read by the rules of its first piece.
bool SqlReader::continuesString() const
{
    if (m_stringEnd < 0)
        return false;
    const QByteArrayView between = QByteArrayView(m_statement.text).sliced(m_stringEnd);
    return std::ranges::all_of(between, [](char c) { return isSpace(static_cast<unsigned char>(c)); })
           && (between.contains('\n') || between.contains('\r'));
}

void SqlReader::readString(bool escapes)
{
    if (continuesString())
        escapes = m_stringEscapes;
    take();
    for (;;) {
        const int c = take();
        if (c < 0) {
            m_unfinished = u"a quoted string"_s;
            return;
        }
        if (c == '\\' && escapes)
            take();
        else if (c == '\'' && peek() != '\'')
            break;
        else if (c == '\'')
            take();
    }
    m_stringEnd = m_statement.text.size();
    m_stringEscapes = escapes;
    addWord("''");
}

void SqlReader::readQuotedName()
{
    const qsizetype from = m_statement.text.size();
    take();
    for (;;) {
        const int c = take();
        if (c < 0) {
            m_unfinished = u"a quoted name"_s;
            return;
        }
        if (c == '"' && peek() != '"')
            break;
        if (c == '"')
            take();
    }
    addWord(QByteArrayView(m_statement.text).sliced(from));
}

bool SqlReader::readDollarQuote()
{
    qsizetype length = 1;
    while (continuesWord(peek(length)) && peek(length) != '$')
        ++length;
    const int first = peek(1);
    if (peek(length) != '$' || (first >= '0' && first <= '9'))
        return false;
    QByteArray tag;
    for (qsizetype i = 0; i <= length; ++i)
        tag += static_cast<char>(take());
    const qsizetype bodyFrom = m_statement.text.size();
    for (;;) {
        const int c = take();
        if (c < 0) {
            m_unfinished = u"a dollar-quoted string"_s;
            return true;
        }
        if (c == '$' && m_statement.text.size() - bodyFrom >= tag.size() && m_statement.text.endsWith(tag))
            break;
    }
    addWord("''");
    return true;
}

void SqlReader::noteComment(const QByteArray &line)
{
    if (line == "-- PostgreSQL database dump complete") {
        ++m_marks.completions;
        m_marks.endsComplete = true;
    } else if (line == "-- PostgreSQL database dump") {
        ++m_marks.beginnings;
        m_marks.endsComplete = false;
    } else if (m_marks.serverVersion.isEmpty() && line.startsWith("-- Dumped from database version ")) {
        m_marks.serverVersion = valueAfter(line, "-- Dumped from database version ");
    } else if (m_marks.toolVersion.isEmpty() && line.startsWith("-- Dumped by pg_dump version ")) {
        m_marks.toolVersion = valueAfter(line, "-- Dumped by pg_dump version ");
    } else if (m_marks.civicq.isEmpty() && line.startsWith("-- CivicQ backup ")) {
        m_marks.civicq = line;
    }
}

void SqlReader::skipLineComment()
{
    QByteArray line;
    for (int c = peek(); c >= 0 && c != '\n' && c != '\r'; c = peek()) {
        line += static_cast<char>(c);
        drop();
    }
    if (!m_begun)
        noteComment(line.trimmed());
    else
        m_statement.text += ' '; // what stood on both sides stays apart
}

void SqlReader::skipBlockComment()
{
    int depth = 0;
    do {
        const int c = peek();
        const int after = peek(1);
        if (c < 0) {
            m_unfinished = u"a comment"_s;
            return;
        }
        const bool opens = c == '/' && after == '*';
        const bool closes = c == '*' && after == '/';
        depth += opens ? 1 : closes ? -1 : 0;
        drop();
        if (opens || closes)
            drop();
    } while (depth > 0);
    if (m_begun)
        m_statement.text += ' ';
}

// What editors of Windows put before UTF-8.
void SqlReader::skipByteOrderMark()
{
    if (!std::exchange(m_started, true) && peek() == 0xef && peek(1) == 0xbb && peek(2) == 0xbf)
        m_position += 3;
}

Result<SqlReader::Item> SqlReader::next()
{
    while (m_inCopy) {
        const auto rows = readRows();
        if (!rows)
            return core::fail(rows.error());
    }
    skipByteOrderMark();
    for (;;) {
        const int c = peek();
        const int after = c == '-' || c == '/' ? peek(1) : 0;
        if (!m_unfinished.isEmpty())
            return endedInside(m_unfinished);
        if (c < 0)
            break;
        if (m_statement.text.size() > longestStatement)
            return core::fail(ErrorCode::Corrupt, u"line %1 begins a statement without an end"_s.arg(m_statement.line));
        if (c == '-' && after == '-') {
            skipLineComment();
        } else if (c == '/' && after == '*') {
            skipBlockComment();
        } else if (c == '\\') {
            return readCommand();
        } else if (c == ';' && m_begun && m_parentheses == 0 && m_bodyDepth == 0) {
            drop();
            return finishStatement();
        } else if (isSpace(c) || (c == ';' && !m_begun)) {
            if (m_begun)
                take();
            else
                drop();
        } else {
            beginToken();
            if (startsWord(c)) {
                readWord();
            } else if (c == '\'') {
                readString(m_plainEscapes);
            } else if (c == '"') {
                readQuotedName();
            } else if (c != '$' || !readDollarQuote()) {
                m_parentheses += c == '(' ? 1 : c == ')' ? -1 : 0;
                m_parentheses = std::max(0, m_parentheses);
                const char single = static_cast<char>(take());
                addWord(QByteArrayView(&single, 1));
            }
        }
    }
    if (!m_failure)
        return core::fail(m_failure.error());
    if (m_begun)
        return endedInside(u"a statement"_s);
    return Item::End;
}

Result<SqlReader::Item> SqlReader::finishStatement()
{
    m_begun = false;
    m_marks.endsComplete = false;
    if (m_statement.startsWith("set standard_conforming_strings = off"))
        m_plainEscapes = true;
    else if (m_statement.startsWith("set standard_conforming_strings = on"))
        m_plainEscapes = false;
    if (m_statement.text.contains('\0')) // to the server the statement would end there
        return core::fail(ErrorCode::Corrupt, u"the statement in line %1 holds zero bytes"_s.arg(m_statement.line));
    if (!m_statement.startsWith("copy") || copyForm(m_statement.words()) != CopyForm::FromStdin)
        return Item::Statement;
    // The rows begin on the next line.
    while (peek() >= 0 && peek() != '\n')
        drop();
    if (peek() >= 0)
        drop();
    m_inCopy = true;
    m_rows = 0;
    return Item::Copy;
}

Result<QByteArray> SqlReader::readRows()
{
    if (!m_inCopy)
        return QByteArray();
    for (;;) {
        const char *const begin = m_buffer.constData() + m_position;
        const char *const end = m_buffer.constData() + m_buffer.size();
        const char *line = begin;
        while (const void *found =
                   line < end ? std::memchr(line, '\n', static_cast<std::size_t>(end - line)) : nullptr) {
            const char *const newline = static_cast<const char *>(found);
            const auto length = newline - line;
            const bool last =
                length >= 2 && line[0] == '\\' && line[1] == '.' && (length == 2 || (length == 3 && line[2] == '\r'));
            if (last) {
                m_inCopy = false;
                QByteArray rows(begin, line - begin);
                m_position += newline + 1 - begin;
                ++m_line;
                return rows;
            }
            ++m_rows;
            ++m_line;
            line = newline + 1;
        }
        if (line > begin) {
            QByteArray rows(begin, line - begin);
            m_position += line - begin;
            return rows;
        }
        if (!fill()) {
            if (!m_failure)
                return core::fail(m_failure.error());
            return endedInside(u"the rows of a table"_s);
        }
    }
}

Result<SqlReader::Item> SqlReader::readCommand()
{
    SqlStatement command;
    command.line = m_line;
    if (m_begun) // "SELECT 1 \g": it ends or sends what was begun, whatever it is
        command.text = m_statement.text;
    for (int c = peek(); c >= 0 && c != '\n'; c = peek()) {
        command.text += static_cast<char>(c);
        drop();
    }
    if (m_ended && peek() < 0)
        return endedInside(u"a command"_s); // half of one means something else
    command.text = command.text.trimmed();
    command.skeleton = (m_begun ? "\\ " : "") + command.text.toLower();
    m_begun = false;
    m_statement = std::move(command);
    return Item::Command;
}

std::unexpected<core::Error> SqlReader::endedInside(const QString &what) const
{
    if (!m_failure)
        return core::fail(m_failure.error());
    return core::fail(ErrorCode::Truncated, u"the script ends inside %1"_s.arg(what));
}

} // namespace civicq::backups
