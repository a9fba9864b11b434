// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/scriptparser.h"

#include "migrations/nearestnames.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QRegularExpression>
#include <QtCore/QStringDecoder>

#include <utility>

using namespace Qt::StringLiterals;

namespace civicq::migrations {

namespace {

constexpr qsizetype longestIdentifier = 32; // alembic_version.version_num is varchar(32)

class Parser
{
public:
    Parser(const QByteArray &bytes, const QString &file) : m_bytes(bytes) { m_revision.file = file; }

    ParsedScript run()
    {
        QStringDecoder utf8(QStringDecoder::Utf8);
        const QString text = utf8(m_bytes);
        if (utf8.hasError() || m_bytes.contains('\0')) {
            fail(Problem::Kind::UnreadableFile, 0, u"The file is not UTF-8 text."_s, u"Save it as UTF-8."_s);
            return finish();
        }
        readLines();
        checkHeader();
        return finish();
    }

private:
    enum class Part { Header, Up, Down };

    void fail(Problem::Kind kind, int line, const QString &message, const QString &mend)
    {
        m_problems.append({kind, Problem::Severity::Error, m_revision.file, line, m_revision.id, message, mend});
    }
    void badHeader(int line, const QString &message, const QString &mend)
    {
        fail(Problem::Kind::BadHeader, line, message, mend);
    }

    void readLines()
    {
        Part part = Part::Header;
        int number = 0;
        for (qsizetype begin = 0; begin < m_bytes.size();) {
            qsizetype end = m_bytes.indexOf('\n', begin);
            end = end < 0 ? m_bytes.size() : end + 1;
            const QByteArray line = m_bytes.mid(begin, end - begin);
            begin = end;
            ++number;
            if (!isMarker(line, number, part))
                readLine(line, number, part);
        }
    }

    bool isMarker(const QByteArray &line, int number, Part &part)
    {
        if (!line.startsWith("--") || !line.contains("==")) // most lines: SQL
            return false;
        static const QRegularExpression marker(u"^--\\s*==+\\s*(\\w+)\\s*==+\\s*$"_s);
        const auto match = marker.match(QString::fromUtf8(line).trimmed());
        if (!match.hasMatch())
            return false;
        const QString name = match.captured(1);
        if (name == u"up" && part == Part::Header) {
            part = Part::Up;
            m_revision.up.firstLine = number + 1;
        } else if (name == u"down" && part == Part::Up) {
            part = Part::Down;
            m_revision.down = SqlPart{{}, number + 1};
        } else {
            badHeader(number, u"The marker \"%1\" does not belong here."_s.arg(name),
                      u"A file has one up part, and after it at most one down part."_s);
        }
        return true;
    }

    void readLine(const QByteArray &line, int number, Part part)
    {
        if (part == Part::Up)
            m_revision.up.text += line;
        else if (part == Part::Down)
            m_revision.down->text += line;
        else
            readHeaderLine(QString::fromUtf8(line).trimmed(), number);
    }

    void readHeaderLine(QString line, int number)
    {
        if (number == 1 && line.startsWith(QChar(QChar::ByteOrderMark)))
            line.remove(0, 1);
        static const QRegularExpression entry(u"^--\\s*([A-Za-z][A-Za-z_-]*):(?:\\s+(.*))?$"_s);
        const auto match = entry.match(line);
        if (match.hasMatch() && !match.captured(1).startsWith(u"SPDX-"_s))
            readEntry(match.captured(1), match.captured(2).trimmed(), number);
        else if (!line.isEmpty() && !line.startsWith(u"--"_s))
            badHeader(number, u"SQL stands before the up part."_s, u"Put the line \"-- ==== up ====\" above it."_s);
    }

    void readEntry(const QString &key, const QString &value, int number)
    {
        static const QStringList known{u"revision"_s, u"parents"_s, u"labels"_s,       u"depends-on"_s,
                                       u"message"_s,  u"date"_s,    u"transactional"_s};
        if (!known.contains(key)) {
            const QStringList like = nearestNames(key, known, 1);
            badHeader(number, u"The header has no entry \"%1\"."_s.arg(key),
                      like.isEmpty() ? u"The entries are: %1."_s.arg(known.join(u", "_s))
                                     : u"\"%1\" may be meant."_s.arg(like.constFirst()));
            return;
        }
        if (m_seen.contains(key)) {
            badHeader(number, u"The entry \"%1\" stands twice."_s.arg(key), u"Keep one of them."_s);
            return;
        }
        m_seen.append(key);
        takeEntry(key, value, number);
    }

    void takeEntry(const QString &key, const QString &value, int number)
    {
        if (key == u"revision") {
            m_revision.id = value;
            m_revision.idLine = number;
            checkIdentifier(value, number);
        } else if (key == u"parents") {
            m_revision.parents = readNames(value, number);
            m_revision.parentsLine = number;
        } else if (key == u"labels") {
            m_revision.labels = readNames(value, number);
            m_revision.labelsLine = number;
        } else if (key == u"depends-on") {
            m_revision.dependsOn = readNames(value, number);
            m_revision.dependsOnLine = number;
        } else if (key == u"message") {
            m_revision.message = value;
        } else if (key == u"date") {
            takeDate(value, number);
        } else if (value == u"no" || value == u"yes") {
            m_revision.transactional = value == u"yes";
        } else {
            badHeader(number, u"\"%1\" says neither yes nor no."_s.arg(value),
                      u"Write \"transactional: no\", or leave the entry out."_s);
        }
    }

    void takeDate(const QString &value, int number)
    {
        m_revision.date = QDateTime::fromString(value, Qt::ISODateWithMs);
        if (!m_revision.date.isValid() || m_revision.date.timeSpec() == Qt::LocalTime)
            badHeader(number, u"\"%1\" is not a date with time and zone."_s.arg(value),
                      u"Write it like 2026-11-22T13:00:00Z."_s);
    }

    void checkIdentifier(const QString &name, int number)
    {
        static const QRegularExpression form(u"^\\w+$"_s, QRegularExpression::UseUnicodePropertiesOption);
        if (!form.match(name).hasMatch())
            badHeader(number, u"\"%1\" cannot be an identifier."_s.arg(name),
                      u"Use letters, digits and underscores only."_s);
        else if (name.size() > longestIdentifier)
            badHeader(number, u"The identifier \"%1\" is longer than 32 characters."_s.arg(name),
                      u"The version table cannot hold it: shorten it."_s);
        else if (name == u"head" || name == u"heads" || name == u"base" || name == u"none")
            badHeader(number, u"\"%1\" has a meaning of its own and cannot be an identifier."_s.arg(name),
                      u"Choose another."_s);
    }

    QStringList readNames(const QString &value, int number)
    {
        if (value == u"none" || value.isEmpty())
            return {};
        QStringList names;
        for (const QString &part : value.split(u',')) {
            const QString name = part.trimmed();
            if (name.isEmpty() || name.contains(u' ') || names.contains(name))
                badHeader(number, u"\"%1\" is not a list of different names."_s.arg(value),
                          u"Put one comma between names."_s);
            else
                names.append(name);
        }
        return names;
    }

    void checkHeader()
    {
        for (const QString &key : {u"revision"_s, u"parents"_s}) {
            if (!m_seen.contains(key))
                badHeader(1, u"The header does not say \"%1\"."_s.arg(key),
                          u"Write a line \"-- %1: …\" before the up part."_s.arg(key));
        }
        if (m_revision.up.firstLine == 0)
            badHeader(1, u"The file has no up part."_s, u"Put the line \"-- ==== up ====\" before its SQL."_s);
    }

    ParsedScript finish()
    {
        if (m_revision.id.isEmpty())
            return {std::nullopt, std::move(m_problems)};
        m_revision.fileHash = QCryptographicHash::hash(m_bytes, QCryptographicHash::Sha256).toHex();
        return {std::move(m_revision), std::move(m_problems)};
    }

    const QByteArray &m_bytes;
    Revision m_revision;
    QStringList m_seen;
    QList<Problem> m_problems;
};

} // namespace

ParsedScript parseScript(const QByteArray &bytes, const QString &file)
{
    return Parser(bytes, file).run();
}

} // namespace civicq::migrations
