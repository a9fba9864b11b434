// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/alembicfailure.h"

#include "migrations/revisionnames.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>

#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace civicq::migrations {

using core::Error;
using core::ErrorCode;

namespace {

constexpr qsizetype linesKept = 40;
constexpr auto lockNotAvailable = "55P03"_L1;

QRegularExpression expression(const QString &pattern)
{
    return QRegularExpression(pattern, QRegularExpression::MultilineOption);
}

QString captured(const QString &text, const QRegularExpression &pattern, int group = 1)
{
    const auto match = pattern.match(text);
    return match.hasMatch() ? match.captured(group).trimmed() : QString();
}

// What it wrote last, without the lines that are ours.
QString endOf(const QString &text)
{
    QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    lines.removeIf([](const QString &line) { return line.startsWith("civicq-"_L1); });
    return lines.mid(qMax<qsizetype>(0, lines.size() - linesKept)).join(u'\n');
}

// The innermost line of a revision's file, else of env.py, that a traceback names: "0003_cities.py:41".
QString placeIn(const QString &text, const RevisionGraph &graph)
{
    static const QRegularExpression frame = expression(u"^\\s*File \"([^\"]+)\", line (\\d+)"_s);
    QString place;
    bool inRevision = false;
    for (auto it = frame.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString name = QFileInfo(QDir::fromNativeSeparators(match.captured(1))).fileName();
        const bool isRevision =
            std::any_of(graph.revisions().begin(), graph.revisions().end(),
                        [&](const Revision &revision) { return QFileInfo(revision.file).fileName() == name; });
        if (isRevision || (!inRevision && name == "env.py"_L1))
            place = name + u':' + match.captured(2);
        inRevision = inRevision || isRevision;
    }
    return place;
}

std::optional<Error> explainRefusal(const AlembicOutcome &outcome)
{
    static const QRegularExpression refusal = expression(u"^civicq-refused\\t(\\w+)\\t?(.*)$"_s);
    const QString kind = captured(outcome.errorText, refusal);
    if (kind.isEmpty())
        return std::nullopt;
    const QStringList words = captured(outcome.errorText, refusal, 2).split(u'\t');
    Error error;
    error.code = ErrorCode::VersionMismatch;
    error.hint = u"Nothing was run."_s;
    const QString wanted = outcome.target.describe();
    if (kind == "dialect"_L1)
        error.message =
            u"The project's configuration is for %1, and this database is PostgreSQL."_s.arg(words.value(0));
    else if (kind == "driver"_L1)
        error.message =
            u"The project connects with %1, which cannot be told to use the database that is connected."_s.arg(
                words.value(0));
    else if (kind == "several"_L1)
        error.message = u"The project connects to more than one database (%1 and %2), and only %3 was asked for."_s.arg(
            words.value(0), words.value(1), wanted);
    else
        error.message =
            u"The project's alembic reached another database (%1) than the one that is connected, %2."_s.arg(
                words.value(0), wanted);
    error.hint += kind == "driver"_L1
                      ? u" Use psycopg, psycopg2 or asyncpg in its address, or run alembic there by hand."_s
                      : u" Correct sqlalchemy.url in alembic.ini, or what env.py reads instead."_s;
    return error;
}

std::optional<Error> explainModule(const AlembicOutcome &outcome)
{
    static const QRegularExpression missing =
        expression(u"^(?:ModuleNotFoundError|ImportError): No module named '([^']+)'"_s);
    const QString module = captured(outcome.errorText, missing);
    if (module.isEmpty())
        return std::nullopt;
    const QString top = module.section(u'.', 0, 0);
    static const QHash<QString, QString> packages{{u"psycopg2"_s, u"psycopg2-binary"_s},
                                                  {u"psycopg"_s, u"psycopg[binary]"_s},
                                                  {u"dotenv"_s, u"python-dotenv"_s},
                                                  {u"jose"_s, u"python-jose"_s},
                                                  {u"yaml"_s, u"PyYAML"_s}};
    Error error;
    error.code = ErrorCode::ProcessFailed;
    error.message = u"The project needs the Python module %1, and %2 does not have it."_s.arg(
        module, QDir::toNativeSeparators(outcome.python));
    error.hint = u"Nothing was run. If it is a package: \"%1\" -m pip install %2. If it is the project's own, "
                 "prepend_sys_path in alembic.ini has to name the folder it lies in."_s.arg(
                     QDir::toNativeSeparators(outcome.python), packages.value(top, top));
    return error;
}

struct Pattern
{
    const char16_t *expression; // %1 and %2 of the texts are its captures
    ErrorCode code;
    const char16_t *message;
    const char16_t *hint;
};

// What Alembic, SQLAlchemy and Python say, and what it means. The first that fits is taken.
constexpr std::array patterns{
    Pattern{u"Can't locate revision identified by '([^']*)'", ErrorCode::NotFound,
            u"Alembic knows no revision %1: it is not among the project's files.",
            u"Nothing was run. Bring the file of that revision back; or, if the database's version is meant and its "
            "schema is known, stamp it."},
    Pattern{u"Multiple head revisions are present", ErrorCode::InvalidArgument,
            u"The project has several heads, and one was asked for.",
            u"Nothing was run. Merge them, name one, or say heads for all."},
    Pattern{u"Revision (\\S+) referenced from .* is not present", ErrorCode::Corrupt,
            u"A revision of the project names %1 as one that comes before it, and no file has that.",
            u"Nothing was run. Bring the file back, or correct the one that names it."},
    Pattern{u"Target database is not up to date", ErrorCode::InvalidArgument,
            u"The database is behind the project's revisions.", u"Upgrade it first, then try again."},
    Pattern{u"NoSuchModuleError: Can't load plugin: sqlalchemy\\.dialects:(\\S+)", ErrorCode::ProcessFailed,
            u"SQLAlchemy has no driver %1, which the project's address names.",
            u"Nothing was run. Write postgresql+psycopg2://, or install the package that brings that driver."},
    Pattern{u"Could not parse SQLAlchemy URL", ErrorCode::InvalidArgument,
            u"The project names no database address that SQLAlchemy understands.",
            u"Nothing was run. Set sqlalchemy.url in alembic.ini, or what env.py reads instead, to "
            "postgresql+psycopg2://USER@HOST/DATABASE; the run goes to the connected database in any case."},
    Pattern{
        u"KeyError: 'url'", ErrorCode::InvalidArgument, u"The project names no database address.",
        u"Nothing was run. Set sqlalchemy.url in alembic.ini to postgresql+psycopg2://; the run goes to the connected "
        "database in any case."},
    Pattern{u"KeyError: '([A-Z][A-Z0-9_]+)'", ErrorCode::InvalidArgument,
            u"The project reads the environment variable %1, and it is not set.",
            u"Nothing was run. Set it as the project's own documentation says, then start this program again."},
    Pattern{u"\\(psycopg2?\\.ProgrammingError\\) can't adapt type '([^']+)'", ErrorCode::ProcessFailed,
            u"The driver does not know how to send a value of the type %1.",
            u"Convert it in the revision (a list or a dictionary as JSON), or register an adapter in env.py."},
    Pattern{u"UndefinedObject\\) type \"(\\w+)\" does not exist", ErrorCode::Sql, u"The database has no type \"%1\".",
            u"If an extension brings it, create that first (CREATE EXTENSION), in a revision before this one."},
    Pattern{u"^(?:NameError|AttributeError|ImportError): (.+)$", ErrorCode::ProcessFailed,
            u"The project's Python says: %1.",
            u"A generated revision often lacks an import, of pgvector or the project's own types: add it there."},
};

std::optional<Error> explainPatterns(const AlembicOutcome &outcome, const RevisionGraph &graph)
{
    const QString text = outcome.errorText + outcome.output;
    for (const Pattern &pattern : patterns) {
        const auto match = expression(QString(pattern.expression)).match(text);
        if (!match.hasMatch())
            continue;
        Error error;
        error.code = pattern.code;
        error.message = QString(pattern.message);
        if (error.message.contains("%1"_L1))
            error.message = error.message.arg(match.captured(1));
        error.hint = QString(pattern.hint);
        if (pattern.code == ErrorCode::NotFound) {
            const QStringList near = RevisionNames(graph).nearest(match.captured(1));
            if (!near.isEmpty())
                error.hint += u" The nearest is %1."_s.arg(near.constFirst());
        }
        return error;
    }
    return std::nullopt;
}

std::optional<Error> explainConnection(const AlembicOutcome &outcome)
{
    const QString &text = outcome.errorText;
    const QString said = captured(text, expression(u"^.*OperationalError\\) (.+)$"_s));
    if (said.isEmpty() && !text.contains("ConnectionRefusedError"_L1))
        return std::nullopt;
    Error error;
    error.message = said;
    const int port = outcome.target.port > 0 ? outcome.target.port : 5432;
    error.arguments = {u"%1:%2"_s.arg(outcome.target.host.isEmpty() ? u"localhost"_s : outcome.target.host).arg(port)};
    if (text.contains("Connection refused"_L1) || text.contains("ConnectionRefusedError"_L1))
        error.code = ErrorCode::ConnectionRefused;
    else if (text.contains("password authentication failed"_L1) || text.contains("no password supplied"_L1))
        error.code = ErrorCode::AuthenticationFailed;
    else if (text.contains("could not translate host name"_L1))
        error.code = ErrorCode::HostNotFound;
    else if (text.contains("server closed the connection"_L1) || text.contains("terminating connection"_L1))
        error.code = ErrorCode::ConnectionLost;
    else
        error.code = ErrorCode::ProcessFailed;
    return error;
}

// A statement that the server refused: "(psycopg2.errors.DuplicateTable) relation "a" already exists".
std::optional<Error> explainStatement(const AlembicOutcome &outcome)
{
    static const QRegularExpression refused = expression(
        u"^sqlalchemy\\.exc\\.\\w+: \\((?:psycopg2?|asyncpg|sqlalchemy)[\\w.<> ']*?(\\w+)'?>?\\)(?: <[^>]*>:)? (.+)$"_s);
    static const QRegularExpression sql(u"\\[SQL: (.*?)\\]\\n(?:\\[|\\(|$)"_s,
                                        QRegularExpression::DotMatchesEverythingOption);
    static const QHash<QString, QString> states{{u"LockNotAvailable"_s, lockNotAvailable},
                                                {u"DuplicateTable"_s, u"42P07"_s},
                                                {u"DuplicateColumn"_s, u"42701"_s},
                                                {u"DuplicateObject"_s, u"42710"_s},
                                                {u"UndefinedTable"_s, u"42P01"_s},
                                                {u"UndefinedColumn"_s, u"42703"_s},
                                                {u"UndefinedObject"_s, u"42704"_s},
                                                {u"InsufficientPrivilege"_s, u"42501"_s},
                                                {u"UniqueViolation"_s, u"23505"_s},
                                                {u"NotNullViolation"_s, u"23502"_s},
                                                {u"CheckViolation"_s, u"23514"_s},
                                                {u"ForeignKeyViolation"_s, u"23503"_s},
                                                {u"SyntaxError"_s, u"42601"_s}};
    const auto match = refused.match(outcome.errorText);
    if (!match.hasMatch())
        return std::nullopt;
    Error error;
    error.code = ErrorCode::Sql;
    error.sqlState = states.value(match.captured(1));
    error.message = match.captured(2).trimmed();
    error.detail = captured(outcome.errorText, expression(u"^DETAIL:\\s+(.+)$"_s));
    error.hint = captured(outcome.errorText, expression(u"^HINT:\\s+(.+)$"_s));
    if (const QString statement = captured(outcome.errorText, sql); !statement.isEmpty())
        error.detail += (error.detail.isEmpty() ? QString() : u"\n"_s) + u"The statement: %1"_s.arg(statement);
    return error;
}

Error explainOther(const AlembicOutcome &outcome)
{
    Error error;
    error.code = ErrorCode::ProcessFailed;
    QString said = captured(outcome.errorText + u'\n' + outcome.output, expression(u"FAILED: (.+)$"_s));
    if (said.isEmpty())
        said = endOf(outcome.errorText).section(u'\n', -1).trimmed();
    error.message = said.isEmpty() ? u"Alembic ended with status %1 and said nothing."_s.arg(outcome.exitCode)
                                   : u"Alembic says: %1"_s.arg(said);
    return error;
}

} // namespace

bool isLockTimeout(const Error &error)
{
    return error.sqlState == lockNotAvailable;
}

Error explainAlembic(const AlembicOutcome &outcome, const RevisionGraph &graph)
{
    std::optional<Error> found = explainRefusal(outcome);
    if (!found)
        found = explainModule(outcome);
    if (!found)
        found = explainPatterns(outcome, graph);
    if (!found)
        found = explainConnection(outcome);
    // Lock timeouts are OperationalErrors too, and the statement's own account is the better one.
    if (auto statement = explainStatement(outcome);
        statement && (!found || found->code == ErrorCode::ProcessFailed || isLockTimeout(*statement))
        && !statement->sqlState.isEmpty())
        found = statement;
    Error error = found.value_or(explainOther(outcome));
    const QString place = placeIn(outcome.errorText, graph);
    error.doing = u"running alembic %1"_s.arg(outcome.arguments.join(u' '))
                  + (place.isEmpty() ? QString() : u", at %1"_s.arg(place));
    const QString end = endOf(outcome.errorText);
    error.detail += (error.detail.isEmpty() || end.isEmpty() ? QString() : u"\n"_s) + end;
    return error;
}

} // namespace civicq::migrations
