// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "core/lockfile.h"
#include "store/sqliteerror.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QUuid>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>
#include <QtSql/QSqlRecord>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;
using civicq::core::Error;
using civicq::core::ErrorCode;
using civicq::core::Result;

namespace civicq::store {

namespace {

constexpr int busyMilliseconds = 5'000;
constexpr std::chrono::milliseconds openingPatience(2 * busyMilliseconds);
constexpr int applicationId = 0x43515341; // "CQSA", in the file's header: whose file it is

std::unexpected<Error> refuse(ErrorCode code, const QString &message, const QString &hint, const QStringList &arguments)
{
    Error error = core::fail(code, message, arguments).error();
    error.hint = hint;
    return core::fail(std::move(error));
}

// Under another name beside the original, together with the log that belongs to it.
Result<QString> putAside(const QString &path)
{
    const QString stamp = QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"_s);
    QString kept = path + u".damaged-"_s + stamp;
    for (int attempt = 2; QFileInfo::exists(kept); ++attempt)
        kept = path + u".damaged-%1-%2"_s.arg(stamp).arg(attempt);
    for (const QString &ending : {QString(), u"-wal"_s, u"-shm"_s}) {
        QFile file(path + ending);
        if (file.exists() && !file.rename(kept + ending))
            return core::fail(ErrorCode::Io, file.errorString(), {path});
    }
    return kept;
}

} // namespace

Store::Store(QString path, QString connectionName) : m_path(std::move(path)), m_connection(std::move(connectionName)) {}

Store::~Store()
{
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<Store::Opened> Store::open(const QString &path, const QList<SchemaStep> &steps)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder))
        return core::fail(ErrorCode::Io, u"the folder %1 cannot be made"_s.arg(folder), {folder});
    // Of two programs starting at once, one opens and makes the tables, the other finds them.
    const auto lock = core::lockFile(path + u".lock"_s);
    if (!core::takeLock(*lock, openingPatience)) {
        const bool denied = lock->error() == QLockFile::PermissionError;
        if (denied)
            return core::fail(ErrorCode::PermissionDenied, u"%1 cannot be written"_s.arg(folder), {folder});
        return refuse(ErrorCode::Busy, u"another program is opening %1"_s.arg(path), u"Try again in a moment."_s,
                      {path});
    }
    Opened opened;
    for (;;) {
        auto store = openFile(path);
        Result<> ready;
        if (store)
            ready = (*store)->migrate(steps);
        else
            ready = core::fail(store.error());
        if (ready) {
            opened.store = std::move(*store);
            return opened;
        }
        if (ready.error().code != ErrorCode::Corrupt || opened.putAside)
            return core::fail(ready.error());
        if (store)
            store->reset(); // let go of the file first: Windows renames no open one
        const auto kept = putAside(path);
        if (!kept)
            return core::fail(kept.error());
        opened.putAside = ready.error();
        opened.putAside->detail = ready.error().message;
        opened.putAside->message = u"%1 was damaged; it was kept as %2 and a new one was begun"_s.arg(path, *kept);
        opened.putAside->hint =
            u"What this program remembered of the past is gone; databases and backups are untouched."_s;
        opened.putAside->arguments = {path, *kept};
    }
}

Result<std::unique_ptr<Store>> Store::openFile(const QString &path)
{
    const QString name = u"civicq-store-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::unique_ptr<Store> store(new Store(path, name));
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(path);
        database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busyMilliseconds));
        if (!database.open())
            return core::fail(sqliteError(database.lastError(), path));
    }
    if (const auto prepared = store->prepare(); !prepared)
        return core::fail(prepared.error());
    return store;
}

Result<> Store::prepare()
{
    const auto owner = query(u"PRAGMA application_id"_s);
    if (!owner)
        return core::fail(owner.error());
    const auto tables = query(u"SELECT count(*) FROM sqlite_master"_s);
    if (!tables)
        return core::fail(tables.error());
    const bool isNew = tables->first().first().toInt() == 0;
    if (!isNew && owner->first().first().toInt() != applicationId)
        return refuse(ErrorCode::AlreadyExists, u"%1 belongs to another program"_s.arg(m_path),
                      u"Move it to another folder, then start again."_s, {m_path});
    if (!isNew) {
        const auto check = query(u"PRAGMA quick_check(1)"_s);
        if (!check)
            return core::fail(check.error());
        const QString verdict = check->isEmpty() ? QString() : check->first().first().toString();
        if (verdict != "ok"_L1)
            return core::fail(ErrorCode::Corrupt, verdict, {m_path});
    }
    // FULL: what was committed is on the disk, not only on its way there.
    for (const QString &sql :
         {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s, u"PRAGMA foreign_keys = ON"_s}) {
        if (const auto set = query(sql); !set)
            return core::fail(set.error());
    }
    if (!isNew)
        return {};
    return transaction([this]() -> Result<> {
        for (const QString &sql : {u"PRAGMA application_id = %1"_s.arg(applicationId),
                                   u"CREATE TABLE IF NOT EXISTS schema_version (capability TEXT PRIMARY KEY, "
                                   "version INTEGER NOT NULL)"_s}) {
            if (const auto made = execute(sql); !made)
                return core::fail(made.error());
        }
        return {};
    });
}

Result<> Store::migrate(const QList<SchemaStep> &steps)
{
    QList<SchemaStep> sorted = steps;
    std::stable_sort(sorted.begin(), sorted.end(), [](const SchemaStep &a, const SchemaStep &b) {
        return std::tie(a.capability, a.version) < std::tie(b.capability, b.version);
    });
    for (qsizetype i = 0; i < sorted.size(); ++i) {
        const SchemaStep &step = sorted.at(i);
        const bool begins = i == 0 || sorted.at(i - 1).capability != step.capability;
        if (step.version != (begins ? 1 : sorted.at(i - 1).version + 1))
            return core::fail(ErrorCode::InvalidArgument,
                              u"the steps of %1 are not numbered 1, 2, 3"_s.arg(step.capability));
        const bool ends = i + 1 == sorted.size() || sorted.at(i + 1).capability != step.capability;
        if (const int have = version(step.capability); ends && have > step.version) {
            return refuse(ErrorCode::VersionMismatch,
                          u"%1 was written by a newer version of this program"_s.arg(m_path),
                          u"Install that version or a later one; the file was left as it is."_s,
                          {m_path, step.capability, QString::number(have), QString::number(step.version)});
        }
    }
    return transaction([&]() -> Result<> {
        for (const SchemaStep &step : std::as_const(sorted)) {
            if (version(step.capability) >= step.version)
                continue;
            for (const QString &sql : step.statements) {
                if (const auto done = execute(sql); !done)
                    return core::fail(done.error().during(
                        u"changing the tables of %1 to version %2"_s.arg(step.capability).arg(step.version)));
            }
            const auto noted = execute(u"INSERT INTO schema_version VALUES (?, ?) ON CONFLICT (capability) "
                                       "DO UPDATE SET version = excluded.version"_s,
                                       {step.capability, step.version});
            if (!noted)
                return core::fail(noted.error());
        }
        return {};
    });
}

Result<qint64> Store::execute(const QString &sql, const QVariantList &values)
{
    QSqlQuery statement(QSqlDatabase::database(m_connection, false));
    bool done = statement.prepare(sql);
    for (qsizetype i = 0; done && i < values.size(); ++i)
        statement.bindValue(static_cast<int>(i), values.at(i));
    done = done && statement.exec();
    if (!done)
        return core::fail(sqliteError(statement.lastError(), m_path));
    return std::max<qint64>(statement.numRowsAffected(), 0);
}

Result<QList<QVariantList>> Store::query(const QString &sql, const QVariantList &values) const
{
    QSqlQuery statement(QSqlDatabase::database(m_connection, false));
    statement.setForwardOnly(true);
    bool done = statement.prepare(sql);
    for (qsizetype i = 0; done && i < values.size(); ++i)
        statement.bindValue(static_cast<int>(i), values.at(i));
    done = done && statement.exec();
    QList<QVariantList> rows;
    while (done && statement.next()) {
        QVariantList row;
        for (int column = 0; column < statement.record().count(); ++column)
            row.append(statement.value(column));
        rows.append(std::move(row));
    }
    if (statement.lastError().isValid())
        return core::fail(sqliteError(statement.lastError(), m_path));
    return rows;
}

Result<> Store::transaction(const std::function<Result<>()> &body)
{
    // IMMEDIATE: a writer waits for its turn at the beginning, where waiting can still succeed.
    if (const auto begun = execute(u"BEGIN IMMEDIATE"_s); !begun)
        return core::fail(begun.error());
    Result<> done = body();
    if (done) {
        if (const auto committed = execute(u"COMMIT"_s); !committed)
            done = core::fail(committed.error());
    }
    if (!done)
        static_cast<void>(execute(u"ROLLBACK"_s)); // already rolled back by SQLite after some errors
    return done;
}

int Store::version(const QString &capability) const
{
    const auto rows = query(u"SELECT version FROM schema_version WHERE capability = ?"_s, {capability});
    return rows && !rows->isEmpty() ? rows->first().first().toInt() : 0;
}

} // namespace civicq::store
