// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrases/connectionwords.h"

#include "phrases/explanation.h"

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;
using civicq::connections::ConnectionTestReport;
using civicq::connections::StageOutcome;
using civicq::connections::StageResult;
using civicq::connections::TestStage;

namespace civicq::phrases {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionTest)
};

QString tlsSentence(const QString &fact)
{
    if (fact == "none"_L1)
        return Words::tr("Not encrypted: others on the network can read what is sent.");
    if (fact == "local"_L1)
        return Words::tr("Not encrypted, which is fine: the connection does not leave this computer.");
    return fact.isEmpty() ? Words::tr("The server offers encryption.") : Words::tr("Encrypted with %1.").arg(fact);
}

QString privilegesSentence(const QStringList &facts)
{
    if (facts.contains("superuser"_L1))
        return Words::tr("This user is a superuser: everything is permitted.");
    QStringList lacking;
    if (facts.contains("create"_L1))
        lacking.append(Words::tr("may not create tables"));
    if (facts.contains("monitor"_L1))
        lacking.append(Words::tr("sees only its own sessions and statements"));
    return lacking.isEmpty() ? Words::tr("This user may read, create and watch.")
                             : Words::tr("This user %1.").arg(lacking.join(Words::tr(" and ")));
}

QString extensionsSentence(const QStringList &facts)
{
    QStringList parts;
    for (const QString &fact : facts) {
        const QString name = fact.section(u' ', 0, 0);
        if (fact.endsWith(" missing"_L1))
            parts.append(Words::tr("%1 is missing").arg(name));
        else if (fact.endsWith(" available"_L1))
            parts.append(Words::tr("%1 %2 can be installed").arg(name, fact.section(u' ', 1, 1)));
        else
            parts.append(fact);
    }
    return parts.join(u", "_s) + u'.';
}

QString found(const StageResult &result)
{
    const QString first = result.facts.value(0);
    switch (result.stage) {
    case TestStage::Name:
        return first.isEmpty() || first.startsWith(u'/') ? Words::tr("The server is on this computer.")
                                                         : result.facts.join(u", "_s);
    case TestStage::Tcp:
        return first.isEmpty() ? Words::tr("Through a local socket.") : Words::tr("%1 answers.").arg(first);
    case TestStage::Tls: return tlsSentence(first);
    case TestStage::Login: return first.isEmpty() ? Words::tr("Accepted.") : Words::tr("Accepted as %1.").arg(first);
    case TestStage::Database: return Words::tr("%1 is there.").arg(first);
    case TestStage::Version:
        return result.outcome == StageOutcome::Warning
                   ? Words::tr("PostgreSQL %1, which this program was not made for (14 to 18).").arg(first)
                   : Words::tr("PostgreSQL %1.").arg(first);
    case TestStage::Extensions: return extensionsSentence(result.facts);
    case TestStage::Privileges: return privilegesSentence(result.facts);
    }
    return {};
}

QString warningRemedy(const StageResult &result)
{
    switch (result.stage) {
    case TestStage::Tls:
        return Words::tr("Have the server's administrator turn on SSL, then choose the SSL mode require or better.");
    case TestStage::Version:
        return Words::tr("Most things will work; backups need client tools of the server's version.");
    case TestStage::Extensions:
        return Words::tr(
            "Searching for similar texts and slow statements will be missing until the server's administrator "
            "installs them.");
    case TestStage::Privileges: {
        QStringList remedies;
        if (result.facts.contains("create"_L1))
            remedies.append(Words::tr("Migrations need a user who may create tables."));
        if (result.facts.contains("monitor"_L1))
            remedies.append(Words::tr("For the figures of all sessions, have the role pg_monitor granted to it."));
        return remedies.join(u' ');
    }
    default: return {};
    }
}

} // namespace

QString stageTitle(TestStage stage)
{
    switch (stage) {
    case TestStage::Name: return Words::tr("Server name");
    case TestStage::Tcp: return Words::tr("Network");
    case TestStage::Tls: return Words::tr("Encryption");
    case TestStage::Login: return Words::tr("Login");
    case TestStage::Database: return Words::tr("Database");
    case TestStage::Version: return Words::tr("Server version");
    case TestStage::Extensions: return Words::tr("Extensions");
    case TestStage::Privileges: return Words::tr("Privileges");
    }
    return {};
}

QString stageSentence(const StageResult &result)
{
    switch (result.outcome) {
    case StageOutcome::NotReached:
    case StageOutcome::Running: return {};
    case StageOutcome::Failed: return result.error ? explain(*result.error).what : QString();
    case StageOutcome::Ok:
    case StageOutcome::Warning: return found(result);
    }
    return {};
}

QString stageRemedy(const StageResult &result)
{
    if (result.outcome == StageOutcome::Failed && result.error)
        return explain(*result.error).remedy;
    return result.outcome == StageOutcome::Warning ? warningRemedy(result) : QString();
}

QString outcomeWord(StageOutcome outcome)
{
    switch (outcome) {
    case StageOutcome::NotReached: return Words::tr("Not reached");
    case StageOutcome::Running: return Words::tr("Running");
    case StageOutcome::Ok: return Words::tr("OK");
    case StageOutcome::Warning: return Words::tr("Warning");
    case StageOutcome::Failed: return Words::tr("Failed");
    }
    return {};
}

QString testVerdict(const ConnectionTestReport &report)
{
    if (const StageResult *failure = report.failure())
        return Words::tr("No connection: %1").arg(stageSentence(*failure));
    return report.hasWarnings() ? Words::tr("The connection works, with something to know.")
                                : Words::tr("The connection works.");
}

} // namespace civicq::phrases
