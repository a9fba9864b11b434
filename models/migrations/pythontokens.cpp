// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/pythontokens.h"

#include <QtCore/QByteArray>

#include <vector>

namespace civicq::migrations {

namespace {

using Kind = PythonToken::Kind;

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

// A byte above 127 is part of a letter: Python's names may have any script's.
bool isNamePart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (c & 0x80) != 0;
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\f';
}

class PythonTokenizer
{
public:
    PythonTokenizer(QByteArrayView source, const std::function<void(PythonStatement)> &take)
        : m_source(source), m_take(take)
    {
        if (m_source.startsWith(byteOrderMark))
            m_source = m_source.sliced(byteOrderMark.size());
    }

    void run()
    {
        while (m_at < m_source.size()) {
            if (m_lineBegins)
                beginLine();
            else
                readToken();
        }
        endStatement();
    }

private:
    char at(qsizetype ahead = 0) const { return m_at + ahead < m_source.size() ? m_source.at(m_at + ahead) : '\n'; }

    void beginLine()
    {
        m_lineBegins = false;
        if (m_depth == 0)
            m_indented = at() == ' ' || at() == '\t';
    }

    void endLine()
    {
        ++m_at;
        ++m_line;
        m_lineBegins = true;
        if (m_depth == 0)
            endStatement();
    }

    void endStatement()
    {
        if (!m_statement.empty() && !m_inBody)
            m_take(m_statement);
        m_statement.clear();
        m_inBody = false;
    }

    void readToken()
    {
        const char c = at();
        if (c == '\n') {
            endLine();
        } else if (c == '\\' && (at(1) == '\n' || at(1) == '\r')) { // the statement goes on
            m_at += at(1) == '\r' ? 3 : 2;
            ++m_line;
        } else if (isSpace(c)) {
            ++m_at;
        } else if (c == '#') {
            const qsizetype end = m_source.indexOf('\n', m_at);
            m_at = end < 0 ? m_source.size() : end;
        } else if (!readString()) {
            readWord();
        }
    }

    // With its prefix: r"", b"", f"" and their kin.
    bool readString()
    {
        constexpr QByteArrayView prefixes("rRbBuUfF");
        bool raw = false;
        bool plain = true;
        qsizetype ahead = 0;
        for (; ahead < 3 && prefixes.contains(at(ahead)); ++ahead) {
            const char prefix = static_cast<char>(at(ahead) | 0x20);
            raw = raw || prefix == 'r';
            plain = plain && prefix != 'f' && prefix != 'b';
        }
        const char quote = at(ahead);
        if (quote != '\'' && quote != '"')
            return false;
        m_at += ahead;
        const int line = m_line;
        const QByteArrayView text = readQuoted(quote, at(1) == quote && at(2) == quote);
        append({plain ? Kind::String : Kind::Other, text, line, raw});
        return true;
    }

    QByteArrayView readQuoted(char quote, bool triple)
    {
        const qsizetype quotes = triple ? 3 : 1;
        m_at += quotes;
        const qsizetype begin = m_at;
        for (; m_at < m_source.size(); ++m_at) {
            const char c = m_source.at(m_at);
            if (c == quote && (!triple || (at(1) == quote && at(2) == quote))) {
                const qsizetype end = m_at;
                m_at += quotes;
                return m_source.sliced(begin, end - begin);
            }
            if (c == '\\')
                ++m_at; // in a raw string too a quote after it does not close
            if (at() == '\n') {
                if (c != '\\' && !triple)
                    break; // not closed: Python would refuse the file
                ++m_line;
            }
        }
        m_at = std::min(m_at, m_source.size());
        return m_source.sliced(begin, m_at - begin);
    }

    void readWord()
    {
        const qsizetype begin = m_at;
        if (isNamePart(at())) {
            while (m_at < m_source.size() && isNamePart(m_source.at(m_at)))
                ++m_at;
            append({Kind::Name, m_source.sliced(begin, m_at - begin), m_line});
            return;
        }
        const char c = at();
        ++m_at;
        if (c == ';' && m_depth == 0) {
            endStatement();
            return;
        }
        if (c == '(' || c == '[' || c == '{')
            ++m_depth;
        else if ((c == ')' || c == ']' || c == '}') && m_depth > 0)
            --m_depth;
        append({Kind::Operator, m_source.sliced(begin, 1), m_line});
    }

    void append(const PythonToken &token)
    {
        if (m_statement.empty())
            m_inBody = m_indented;
        m_statement.push_back(token);
    }

    QByteArrayView m_source;
    const std::function<void(PythonStatement)> &m_take;
    qsizetype m_at = 0;
    int m_line = 1;
    int m_depth = 0;
    bool m_lineBegins = true;
    bool m_indented = false;
    bool m_inBody = false;
    std::vector<PythonToken> m_statement;
};

} // namespace

QString PythonToken::value() const
{
    if (!text.contains('\r') && (raw || !text.contains('\\')))
        return QString::fromUtf8(text);
    QByteArray value;
    value.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        const char next = i + 1 < text.size() ? text.at(i + 1) : '\0';
        if (c == '\r' && next == '\n')
            continue;
        if (c != '\\' || raw || next == '\0') {
            value += c;
            continue;
        }
        ++i;
        if (next == '\r' && i + 1 < text.size() && text.at(i + 1) == '\n')
            ++i;
        else if (next != '\n')
            value += next == 'n' ? '\n' : next == 't' ? '\t' : next;
    }
    return QString::fromUtf8(value);
}

void pythonStatements(QByteArrayView source, const std::function<void(PythonStatement)> &take)
{
    PythonTokenizer(source, take).run();
}

} // namespace civicq::migrations
