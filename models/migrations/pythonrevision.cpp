// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/pythonrevision.h"

#include "migrations/pythontokens.h"

#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>
#include <QtCore/QTimeZone>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace civicq::migrations {

namespace {

using Kind = PythonToken::Kind;

struct Assignment
{
    QByteArrayView name;
    PythonStatement value;
    int line = 0;
};

// `name = value` or `name: annotation = value`.
std::optional<Assignment> assignment(PythonStatement statement)
{
    if (statement.size() < 3 || statement.front().kind != Kind::Name)
        return std::nullopt;
    std::size_t equals = 1;
    if (statement[1].is(':')) {
        while (equals < statement.size() && !statement[equals].is('='))
            ++equals;
    } else if (!statement[1].is('=')) {
        return std::nullopt;
    }
    // `==` compares.
    if (equals + 1 >= statement.size() || statement[equals + 1].is('='))
        return std::nullopt;
    return Assignment{statement.front().text, statement.subspan(equals + 1), statement.front().line};
}

// None, "a", ("a", "b"), ["a", "b"], "a", "b". No list: it is not written down plainly.
std::optional<QStringList> names(PythonStatement value)
{
    if (value.size() == 1 && value.front().kind == Kind::Name && value.front().text == "None")
        return QStringList();
    while (value.size() >= 2
           && ((value.front().is('(') && value.back().is(')')) || (value.front().is('[') && value.back().is(']'))))
        value = value.subspan(1, value.size() - 2);
    QStringList found;
    bool joins = false; // "a" "b" is one string
    for (const PythonToken &token : value) {
        if (token.is(',')) {
            joins = false;
        } else if (token.kind == Kind::String) {
            if (joins)
                found.last() += token.value();
            else
                found.append(token.value());
            joins = true;
        } else {
            return std::nullopt;
        }
    }
    found.removeAll(QString());
    return found;
}

// Of "2026-03-01 10:00:00.123456+02:00", as Python prints a time; without a zone, which is nowhere written down, UTC is
// as good as any. Field by field: a date parser that knows every form costs more than reading the rest of the file.
QDateTime creationDate(QStringView words)
{
    const auto number = [&words](qsizetype at, qsizetype digits) { return words.mid(at, digits).toInt(); };
    const QDate date(number(0, 4), number(5, 2), number(8, 2));
    qsizetype end = 19;
    int milliseconds = 0;
    if (words.mid(end, 1) == "."_L1) {
        for (int unit = 100; ++end < words.size() && words.at(end).isDigit(); unit /= 10)
            milliseconds += words.at(end).digitValue() * unit;
    }
    const QTime time(number(11, 2), number(14, 2), number(17, 2), milliseconds);
    const QStringView zone = words.mid(end, 6);
    const int minutes = zone.mid(1, 2).toInt() * 60 + zone.mid(4, 2).toInt();
    const int sign = zone.startsWith(u'+') ? 1 : zone.startsWith(u'-') ? -1 : 0;
    return QDateTime(date, time, QTimeZone::UTC).addSecs(-sign * minutes * 60);
}

class ScriptReader
{
public:
    ScriptReader(const QByteArray &bytes, const QString &file) : m_bytes(bytes) { m_revision.file = file; }

    ParsedScript run()
    {
        // What a revision is stands above what it does.
        const qsizetype head = m_bytes.indexOf("\ndef upgrade(");
        bool first = true;
        pythonStatements(QByteArrayView(m_bytes).first(head < 0 ? m_bytes.size() : head + 1),
                         [&](PythonStatement statement) {
                             if (first && statement.size() == 1 && statement.front().kind == Kind::String)
                                 readDocumentation(statement.front().value());
                             first = false;
                             if (const auto found = assignment(statement))
                                 read(*found);
                         });
        if (m_revision.id.isEmpty() && m_problems.isEmpty())
            readFileName();
        if (m_revision.id.isEmpty())
            return {std::nullopt, std::move(m_problems)};
        m_revision.python = m_bytes;
        return {std::move(m_revision), std::move(m_problems)};
    }

private:
    void problem(int line, const QString &message, const QString &mend)
    {
        m_problems.append(
            {Problem::Kind::BadHeader, Problem::Severity::Error, m_revision.file, line, m_revision.id, message, mend});
    }

    void read(const Assignment &found)
    {
        static constexpr std::array<QByteArrayView, 4> known{"revision", "down_revision", "branch_labels",
                                                             "depends_on"};
        if (!std::ranges::contains(known, found.name))
            return;
        const auto value = names(found.value);
        if (!value) {
            problem(found.line,
                    u"\"%1\" is worked out when the file runs, and cannot be read without Python."_s.arg(
                        QString::fromLatin1(found.name)),
                    u"Write it down as a string, a tuple of strings, or None."_s);
            return;
        }
        if (found.name == "revision") {
            m_revision.id = value->value(0);
            m_revision.idLine = found.line;
        } else if (found.name == "down_revision") {
            m_revision.parents = *value;
            m_revision.parentsLine = found.line;
        } else if (found.name == "branch_labels") {
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
        constexpr auto title = "Create Date:"_L1;
        const qsizetype at = text.startsWith(title) ? 0 : text.indexOf(u"\nCreate Date:") + 1;
        if (at == 0 && !text.startsWith(title))
            return;
        const QStringView line = QStringView(text).sliced(at + title.size());
        const qsizetype end = line.indexOf(u'\n');
        m_revision.date = creationDate(line.first(end < 0 ? line.size() : end).trimmed());
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
