// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/pythonrevision.h"

#include "migrations/pythontokens.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace civicq::migrations {

namespace {

using Kind = PythonToken::Kind;
using Tokens = QList<PythonToken>;

struct Assignment
{
    QString name;
    Tokens value;
    int line = 0;
};

// `name = value` or `name: annotation = value`.
std::optional<Assignment> assignment(const Tokens &statement)
{
    if (statement.size() < 3 || statement.first().kind != Kind::Name)
        return std::nullopt;
    const QString &second = statement.at(1).text;
    qsizetype equals = 1;
    if (second == ":"_L1) {
        while (equals < statement.size() && statement.at(equals).text != "="_L1)
            ++equals;
    } else if (second != "="_L1) {
        return std::nullopt;
    }
    // `==` compares.
    if (equals + 1 >= statement.size()
        || (statement.at(equals + 1).kind == Kind::Operator && statement.at(equals + 1).text == "="_L1))
        return std::nullopt;
    return Assignment{statement.first().text, statement.mid(equals + 1), statement.first().line};
}

// None, "a", ("a", "b"), ["a", "b"], "a", "b". No list: it is not written down plainly.
std::optional<QStringList> names(Tokens value)
{
    if (value.size() == 1 && value.first().kind == Kind::Name && value.first().text == "None"_L1)
        return QStringList();
    while (value.size() >= 2 && value.first().kind == Kind::Operator
           && ((value.first().text == "("_L1 && value.last().text == ")"_L1)
               || (value.first().text == "["_L1 && value.last().text == "]"_L1)))
        value = value.mid(1, value.size() - 2);
    QStringList found;
    bool joins = false; // "a" "b" is one string
    for (const PythonToken &token : value) {
        if (token.kind == Kind::Operator && token.text == ","_L1) {
            joins = false;
        } else if (token.kind == Kind::String) {
            if (joins)
                found.last() += token.text;
            else
                found.append(token.text);
            joins = true;
        } else {
            return std::nullopt;
        }
    }
    found.removeAll(QString());
    return found;
}

class ScriptReader
{
public:
    ScriptReader(const QByteArray &bytes, const QString &file) : m_bytes(bytes) { m_revision.file = file; }

    ParsedScript run()
    {
        // What a revision is stands above what it does.
        const qsizetype head = m_bytes.indexOf("\ndef upgrade(");
        const auto statements = pythonStatements(QString::fromUtf8(head < 0 ? m_bytes : m_bytes.left(head + 1)));
        bool first = true;
        for (const Tokens &statement : statements) {
            if (first && statement.size() == 1 && statement.first().kind == Kind::String)
                readDocumentation(statement.first().text);
            first = false;
            if (const auto found = assignment(statement))
                read(*found);
        }
        if (m_revision.id.isEmpty() && m_problems.isEmpty())
            readFileName();
        if (m_revision.id.isEmpty())
            return {std::nullopt, m_problems};
        m_revision.python = m_bytes;
        m_revision.checksum = QCryptographicHash::hash(m_bytes, QCryptographicHash::Sha256).toHex();
        return {m_revision, m_problems};
    }

private:
    void problem(int line, const QString &message, const QString &mend)
    {
        m_problems.append(
            {Problem::Kind::BadHeader, Problem::Severity::Error, m_revision.file, line, m_revision.id, message, mend});
    }

    void read(const Assignment &found)
    {
        static const QStringList known{u"revision"_s, u"down_revision"_s, u"branch_labels"_s, u"depends_on"_s};
        if (!known.contains(found.name))
            return;
        const auto value = names(found.value);
        if (!value) {
            problem(found.line,
                    u"\"%1\" is worked out when the file runs, and cannot be read without Python."_s.arg(found.name),
                    u"Write it down as a string, a tuple of strings, or None."_s);
            return;
        }
        if (found.name == "revision"_L1) {
            m_revision.id = value->value(0);
            m_revision.idLine = found.line;
        } else if (found.name == "down_revision"_L1) {
            m_revision.parents = *value;
            m_revision.parentsLine = found.line;
        } else if (found.name == "branch_labels"_L1) {
            m_revision.labels = *value;
            m_revision.labelsLine = found.line;
        } else {
            m_revision.dependsOn = *value;
            m_revision.dependsOnLine = found.line;
        }
    }

    void readDocumentation(const QString &text)
    {
        m_revision.message = text.trimmed().section(u"\n\n"_s, 0, 0).simplified();
        static const QRegularExpression created(u"^Create Date:\\s*(\\S+)[ T](\\S+)"_s,
                                                QRegularExpression::MultilineOption);
        const auto match = created.match(text);
        if (!match.hasMatch())
            return;
        // Microseconds are more than Qt reads; the zone of whoever wrote it is not written down, and UTC as good as any.
        QString time = match.captured(2);
        static const QRegularExpression fraction(u"(\\.\\d{3})\\d*"_s);
        time.replace(fraction, u"\\1"_s);
        m_revision.date = QDateTime(QDate::fromString(match.captured(1), Qt::ISODate),
                                    QTime::fromString(time, Qt::ISODateWithMs), QTimeZone::UTC);
    }

    // Before Alembic 0.2 the file's name was the identifier.
    void readFileName()
    {
        static const QRegularExpression legacy(u"^([a-f0-9]+)\\.py$"_s);
        const auto match = legacy.match(QFileInfo(m_revision.file).fileName());
        if (match.hasMatch())
            m_revision.id = match.captured(1);
        else
            problem(1, u"The file does not say which revision it is."_s, u"Write revision = \"…\" near its top."_s);
    }

    const QByteArray &m_bytes;
    Revision m_revision;
    QList<Problem> m_problems;
};

} // namespace

ParsedScript parsePythonRevision(const QByteArray &bytes, const QString &file)
{
    return ScriptReader(bytes, file).run();
}

} // namespace civicq::migrations
