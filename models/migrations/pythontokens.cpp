// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/pythontokens.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace civicq::migrations {

namespace {

using Kind = PythonToken::Kind;

bool isNamePart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

class Tokenizer
{
public:
    explicit Tokenizer(const QString &source) : m_source(source) {}

    QList<QList<PythonToken>> run()
    {
        while (m_at < m_source.size()) {
            if (m_lineBegins)
                beginLine();
            else
                readToken();
        }
        endStatement();
        return m_statements;
    }

private:
    QChar at(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_source.size() ? m_source.at(m_at + ahead) : QChar(u'\n');
    }

    void beginLine()
    {
        m_lineBegins = false;
        if (m_depth == 0)
            m_indented = at() == u' ' || at() == u'\t';
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
        if (!m_statement.isEmpty() && !m_inBody)
            m_statements.append(m_statement);
        m_statement.clear();
        m_inBody = false;
    }

    void readToken()
    {
        const QChar c = at();
        if (c == u'\n') {
            endLine();
        } else if (c == u'\\' && at(1) == u'\n') { // the statement goes on
            m_at += 2;
            ++m_line;
        } else if (c.isSpace()) {
            ++m_at;
        } else if (c == u'#') {
            while (at() != u'\n')
                ++m_at;
        } else if (!readString()) {
            readWord();
        }
    }

    // With its prefix: r"", b"", f"" and their kin.
    bool readString()
    {
        qsizetype ahead = 0;
        while (ahead < 3 && u"rRbBuUfF"_s.contains(at(ahead)))
            ++ahead;
        const QChar quote = at(ahead);
        if (quote != u'\'' && quote != u'"')
            return false;
        const QString prefix = m_source.mid(m_at, ahead).toLower();
        m_at += ahead;
        const bool triple = at(1) == quote && at(2) == quote;
        const int line = m_line;
        const QString value = readQuoted(quote, triple, prefix.contains(u'r'));
        const bool plain = !prefix.contains(u'f') && !prefix.contains(u'b');
        append(plain ? Kind::String : Kind::Other, value, line);
        return true;
    }

    QString readQuoted(QChar quote, bool triple, bool raw)
    {
        m_at += triple ? 3 : 1;
        QString value;
        while (m_at < m_source.size()) {
            const QChar c = at();
            if (c == quote && (!triple || (at(1) == quote && at(2) == quote))) {
                m_at += triple ? 3 : 1;
                return value;
            }
            if (c == u'\n') {
                if (!triple)
                    return value; // not closed: Python would refuse the file
                ++m_line;
            }
            if (c == u'\\' && !raw) {
                ++m_at;
                if (at() == u'\n')
                    ++m_line;
                else
                    value += at() == u'n' ? QChar(u'\n') : at() == u't' ? QChar(u'\t') : at();
            } else {
                value += c;
            }
            ++m_at;
        }
        return value;
    }

    void readWord()
    {
        const qsizetype begin = m_at;
        const int line = m_line;
        if (isNamePart(at())) {
            while (m_at < m_source.size() && isNamePart(at()))
                ++m_at;
            append(Kind::Name, m_source.mid(begin, m_at - begin), line);
            return;
        }
        const QChar c = at();
        ++m_at;
        if (c == u'(' || c == u'[' || c == u'{')
            ++m_depth;
        else if ((c == u')' || c == u']' || c == u'}') && m_depth > 0)
            --m_depth;
        append(Kind::Operator, c, line);
        if (c == u';' && m_depth == 0) {
            m_statement.removeLast();
            endStatement();
        }
    }

    void append(Kind kind, const QString &text, int line)
    {
        if (m_statement.isEmpty())
            m_inBody = m_indented;
        m_statement.append({kind, text, line});
    }

    const QString &m_source;
    qsizetype m_at = 0;
    int m_line = 1;
    int m_depth = 0;
    bool m_lineBegins = true;
    bool m_indented = false;
    bool m_inBody = false;
    QList<PythonToken> m_statement;
    QList<QList<PythonToken>> m_statements;
};

} // namespace

QList<QList<PythonToken>> pythonStatements(const QString &source)
{
    QString lines = source;
    lines.replace(u"\r\n"_s, u"\n"_s);
    return Tokenizer(lines).run();
}

} // namespace civicq::migrations
