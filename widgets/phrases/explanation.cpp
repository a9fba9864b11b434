// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrases/explanation.h"

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;
using civicq::core::Error;
using civicq::core::ErrorCode;

namespace civicq::phrases {

namespace {

struct Phrases
{
    Q_DECLARE_TR_FUNCTIONS(Explanation)
};

QString sentence(QString text)
{
    text = text.trimmed();
    if (text.isEmpty())
        return text;
    text[0] = text.at(0).toUpper();
    static const QString ends = u".!?…"_s;
    return ends.contains(text.back()) ? text : text + u'.';
}

QString argument(const Error &error, qsizetype index)
{
    return error.arguments.value(index);
}

QString hostOf(const Error &error)
{
    const QString host = argument(error, 0);
    return host.isEmpty() ? Phrases::tr("this computer") : host;
}

void explainTls(const Error &error, Explanation &out)
{
    if (error.message.contains("does not support SSL"_L1)) {
        out.what = Phrases::tr("This connection requires encryption, and the server does not offer it.");
        out.remedy =
            Phrases::tr("Have the server's administrator turn on SSL, or choose the SSL mode prefer on a network "
                        "you trust.");
    } else if (error.message.contains("certificate verify failed"_L1)) {
        out.what = Phrases::tr("The server's certificate was not issued by an authority this connection trusts.");
        out.remedy = Phrases::tr("Ask the server's administrator for the root certificate, and name its file here.");
    } else if (error.message.contains("does not match host name"_L1)) {
        out.what = Phrases::tr("The server's certificate is for another name than %1.").arg(hostOf(error));
        out.remedy = Phrases::tr("Use the name the certificate was made for; if that is the right one, ask the "
                                 "administrator before trusting this server.");
    } else {
        out.what = Phrases::tr("The encrypted connection could not be set up.");
        out.remedy = Phrases::tr("Check the SSL mode and the certificate files of this connection.");
    }
}

void explainLogin(const Error &error, Explanation &out)
{
    if (error.message.contains("pg_hba.conf"_L1)) {
        out.what = Phrases::tr("The server does not accept this user and database from this computer.");
        out.remedy = Phrases::tr("Ask the server's administrator to permit it in pg_hba.conf.");
    } else if (error.message.contains("no password supplied"_L1)) {
        out.what = Phrases::tr("The server asks for a password, and none was given.");
        out.remedy = Phrases::tr("Enter the password, or add it to PostgreSQL's password file.");
    } else {
        out.what = Phrases::tr("The server refused the login.");
        out.remedy = Phrases::tr("Check user name and password.");
    }
}

// Of a connection that could not be made or was lost.
bool explainConnection(const Error &error, Explanation &out)
{
    switch (error.code) {
    case ErrorCode::HostNotFound:
        out.what = Phrases::tr("There is no computer named %1 on this network.").arg(hostOf(error));
        out.remedy = Phrases::tr("Check the host's spelling, and that the VPN is up if the server is behind one.");
        return true;
    case ErrorCode::ConnectionRefused:
        out.what = Phrases::tr("No PostgreSQL server answers at %1.").arg(hostOf(error));
        out.remedy = Phrases::tr("Check that the server is running, and that host and port are right.");
        return true;
    case ErrorCode::Timeout:
        if (!error.hint.isEmpty()) // not the network: whoever waited says for what
            return false;
        out.what = Phrases::tr("The server did not answer in time.");
        out.remedy = Phrases::tr("Check the network and the firewall, then try again.");
        return true;
    case ErrorCode::ConnectionLost:
        out.what = Phrases::tr("The connection to the server was lost.");
        out.remedy = Phrases::tr("Nothing more was changed. Check the network, then connect again.");
        return true;
    case ErrorCode::NotPostgres:
        out.what = Phrases::tr("Something answers at %1, but it is not PostgreSQL.").arg(hostOf(error));
        out.remedy = Phrases::tr("Check the port: PostgreSQL's is 5432 unless it was changed.");
        return true;
    case ErrorCode::TlsFailed: explainTls(error, out); return true;
    case ErrorCode::AuthenticationFailed: explainLogin(error, out); return true;
    case ErrorCode::DatabaseMissing:
        out.what = Phrases::tr("The server has no database of that name.");
        out.remedy = Phrases::tr("Check the database's spelling, or create it first.");
        return true;
    case ErrorCode::TooManyConnections:
        out.what = Phrases::tr("The server takes no more connections.");
        out.remedy = Phrases::tr("Close programs that use the database, or ask its administrator to raise "
                                 "max_connections.");
        return true;
    default: return false;
    }
}

// Of files and programs on this computer.
bool explainComputer(const Error &error, Explanation &out)
{
    if (argument(error, 1) == "no-folder"_L1 && error.code != ErrorCode::PermissionDenied
        && error.code != ErrorCode::NoSpace) {
        out.what = Phrases::tr("There can be no folder %1.").arg(argument(error, 0));
        out.remedy = Phrases::tr("Nothing was changed. Choose another folder.");
        return true;
    }
    switch (error.code) {
    case ErrorCode::NoSpace:
        out.what = Phrases::tr("The disk is full.");
        out.remedy = Phrases::tr("Free some space or choose another folder, then try again.");
        return true;
    case ErrorCode::PermissionDenied:
        out.what = argument(error, 0).isEmpty()
                       ? Phrases::tr("That is not permitted: %1").arg(sentence(error.message))
                       : Phrases::tr("%1 may not be read or written by you.").arg(argument(error, 0));
        out.remedy = error.sqlState.isEmpty() ? Phrases::tr("Choose another place, or change its permissions.")
                                              : Phrases::tr("Log in as a user with the rights it needs.");
        return true;
    case ErrorCode::ToolMissing:
        out.what = argument(error, 1).isEmpty()
                       ? Phrases::tr("The program %1 was not found on this computer.").arg(argument(error, 0))
                       : Phrases::tr("The program %1, version %2 or newer, was not found on this computer.")
                             .arg(argument(error, 0), argument(error, 1));
        out.remedy =
            Phrases::tr("Install the PostgreSQL client tools from https://www.postgresql.org/download/, or name "
                        "their folder in the settings.");
        return true;
    case ErrorCode::ToolTooOld:
        out.what = Phrases::tr("%1 on this computer is version %2, older than the server: version %3 is needed.")
                       .arg(argument(error, 0), argument(error, 1), argument(error, 2));
        out.remedy = Phrases::tr("Install the PostgreSQL %1 client tools from https://www.postgresql.org/download/.")
                         .arg(argument(error, 2));
        return true;
    case ErrorCode::KeychainUnavailable:
        out.what = Phrases::tr("This computer's keychain cannot be reached.");
        out.remedy = Phrases::tr("Have the password asked for each time, or keep it in PostgreSQL's password file.");
        return true;
    default: return false;
    }
}

// Of the sandbox's own server.
bool explainSandbox(const Error &error, Explanation &out)
{
    switch (error.code) {
    case ErrorCode::RunsAsRoot:
        out.what = Phrases::tr("PostgreSQL refuses to run as root, so there can be no sandbox for this account.");
        out.remedy = Phrases::tr("Run this program as an ordinary user.");
        return true;
    case ErrorCode::DataFolderVersion:
        out.what =
            argument(error, 2).isEmpty()
                ? Phrases::tr("The sandbox was made by PostgreSQL %1, which is not on this computer.")
                      .arg(argument(error, 1))
                : Phrases::tr(
                      "The sandbox was made by PostgreSQL %1; this computer has PostgreSQL %2, which cannot read it.")
                      .arg(argument(error, 1), argument(error, 2));
        out.remedy =
            Phrases::tr("Install PostgreSQL %1 to keep what is in it, or reset the sandbox to get a fresh one.")
                .arg(argument(error, 1));
        return true;
    default: return false;
    }
}

// Of development data that may not go where it should go.
bool explainSeeds(const Error &error, Explanation &out)
{
    switch (error.code) {
    case ErrorCode::NotMigrated:
        out.what = Phrases::tr("This database does not have the CivicQ schema yet, or only part of it.");
        out.remedy = Phrases::tr("Run the migrations first, then try again.");
        return true;
    default: return false;
    }
}

// Of files that are encrypted.
bool explainEncryption(const Error &error, Explanation &out)
{
    const QString kind = argument(error, 0);
    const QString keys = error.arguments.mid(1).join(u", "_s);
    if (error.code != ErrorCode::AuthenticationFailed || !kind.startsWith("openpgp-"_L1))
        return false;
    if (kind == "openpgp-passphrase-wrong"_L1) {
        out.what = Phrases::tr("The passphrase does not open this backup.");
        out.remedy = Phrases::tr("Nothing was changed. Check the passphrase for capital letters and spaces, and try "
                                 "again. If it is surely the right one, the beginning of the file is damaged: use "
                                 "another backup.");
    } else if (kind == "openpgp-key-missing"_L1) {
        out.what = Phrases::tr("This backup is encrypted for another key than the one given.");
        out.remedy = Phrases::tr("Nothing was changed. Bring the secret key %1.").arg(keys);
    } else {
        out.what = Phrases::tr("This backup is encrypted, and what opens it was not given.");
        out.remedy = keys.isEmpty()
                         ? Phrases::tr("Nothing was changed. Give its passphrase.")
                         : Phrases::tr("Nothing was changed. Give the secret key %1 and its passphrase.").arg(keys);
    }
    if (!error.hint.isEmpty())
        out.remedy += u' ' + sentence(error.hint);
    return true;
}

// "Line 12" of a script does what a backup does not do.
QString forbiddenThing(const QString &name)
{
    if (name == "forbidden-program"_L1)
        return Phrases::tr("runs a program on the server");
    if (name == "forbidden-server-file"_L1)
        return Phrases::tr("reads or writes a file on the server");
    if (name == "forbidden-outside-call"_L1)
        return Phrases::tr("calls a function that reaches outside the database");
    if (name == "forbidden-query"_L1)
        return Phrases::tr("runs a query, which a backup does not do");
    if (name == "forbidden-other-server"_L1)
        return Phrases::tr("connects to another server");
    if (name == "forbidden-server-wide"_L1)
        return Phrases::tr("changes more than the database that is restored");
    if (name == "forbidden-other-database"_L1)
        return Phrases::tr("goes on in another database, as files of pg_dump --create and pg_dumpall do");
    if (name == "forbidden-misreading"_L1)
        return Phrases::tr("changes how the rest of the file is to be read");
    if (name == "forbidden-local-program"_L1)
        return Phrases::tr("runs a program on this computer");
    if (name == "forbidden-local-file"_L1)
        return Phrases::tr("reads or writes a file on this computer");
    return Phrases::tr("is nothing that pg_dump writes");
}

bool explainForbidden(const Error &error, Explanation &out)
{
    if (error.code != ErrorCode::PermissionDenied || !argument(error, 2).startsWith("forbidden-"_L1))
        return false;
    const QString file = argument(error, 0).section(u'/', -1);
    const QString line = argument(error, 1);
    const QString thing = forbiddenThing(argument(error, 2));
    out.what = file.isEmpty()
                   ? Phrases::tr("The backup was stopped at line %1, which %2: %3").arg(line, thing, argument(error, 3))
                   : Phrases::tr("%1 was stopped at line %2, which %3: %4").arg(file, line, thing, argument(error, 3));
    out.what = sentence(out.what);
    out.remedy = Phrases::tr("Nothing was changed. Ask whoever made the file what that line is for, or use another "
                             "backup.");
    if (!error.hint.isEmpty())
        out.remedy += u' ' + sentence(error.hint);
    return true;
}

// Of backups and what is restored from them.
bool explainBackup(const Error &error, Explanation &out)
{
    const bool damaged = error.code == ErrorCode::Truncated || error.code == ErrorCode::Corrupt;
    if (damaged && argument(error, 0).contains(u'/')) {
        out.what =
            Phrases::tr("%1 cannot be restored: %2").arg(argument(error, 0).section(u'/', -1), sentence(error.message));
        out.remedy = Phrases::tr("Nothing was changed. Use another backup.");
        return true;
    }
    if (error.code == ErrorCode::ProductionProtected && argument(error, 1) == "restore"_L1) {
        out.what = Phrases::tr("%1 is marked as production, and its name was not confirmed.").arg(argument(error, 0));
        out.remedy = error.hint.isEmpty() ? Phrases::tr("Nothing was changed. Type the database's name to go on.")
                                          : sentence(error.hint);
        return true;
    }
    return false;
}

} // namespace

Explanation explain(const Error &error)
{
    Explanation out;
    if (error.code == ErrorCode::Cancelled) {
        out.what = Phrases::tr("Cancelled.");
    } else if (error.code == ErrorCode::ExtensionMissing) {
        out.what = Phrases::tr("The server does not have the extension %1.").arg(argument(error, 0));
        out.remedy = Phrases::tr("Ask the server's administrator to install it, then try again.");
    } else if (!explainForbidden(error, out) && !explainEncryption(error, out) && !explainConnection(error, out)
               && !explainComputer(error, out) && !explainSandbox(error, out) && !explainBackup(error, out)
               && !explainSeeds(error, out)) {
        out.what = sentence(error.message);
        out.remedy = sentence(error.hint);
    }
    QStringList details;
    if (!error.doing.isEmpty())
        details.append(Phrases::tr("While: %1").arg(error.doing));
    details.append(error.sqlState.isEmpty() ? error.message : error.message + u" (SQLSTATE "_s + error.sqlState + u')');
    if (!error.detail.isEmpty())
        details.append(error.detail);
    if (!error.hint.isEmpty())
        details.append(error.hint);
    out.details = details.join(u'\n');
    return out;
}

} // namespace civicq::phrases
