// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// civicq-db test: tries the connection step by step.
#include "cli/command.h"
#include "connections/connectiontest.h"
#include "core/units.h"
#include "phrases/connectionwords.h"
#include "phrases/explanation.h"

#include <QtCore/QJsonArray>

using namespace Qt::StringLiterals;
using civicq::connections::ConnectionTestReport;
using civicq::connections::StageOutcome;
using civicq::connections::StageResult;

namespace civicq::cli {

namespace {

QJsonObject document(const ConnectionTestReport &report)
{
    QJsonArray stages;
    for (const StageResult &result : report.stages) {
        QJsonObject stage{{u"stage"_s, connections::testStageName(result.stage)},
                          {u"outcome"_s, connections::stageOutcomeName(result.outcome)},
                          {u"milliseconds"_s, static_cast<qint64>(result.time.count())},
                          {u"facts"_s, QJsonArray::fromStringList(result.facts)}};
        if (result.error) {
            stage.insert("error"_L1, core::errorCodeName(result.error->code));
            stage.insert("message"_L1, phrases::stageSentence(result));
            stage.insert("remedy"_L1, phrases::stageRemedy(result));
        }
        stages.append(stage);
    }
    return {{u"passed"_s, report.passed()}, {u"stages"_s, stages}};
}

QString lines(const ConnectionTestReport &report)
{
    QString text;
    for (const StageResult &result : report.stages) {
        QString line = phrases::outcomeWord(result.outcome).leftJustified(12) + u' '
                       + phrases::stageTitle(result.stage).leftJustified(16) + phrases::stageSentence(result);
        if (result.outcome != StageOutcome::NotReached)
            line += u" (%1)"_s.arg(core::formatDuration(result.time));
        text += line.trimmed() + u'\n';
        if (const QString remedy = phrases::stageRemedy(result); !remedy.isEmpty())
            text += QString(29, u' ') + remedy + u'\n';
    }
    return text + phrases::testVerdict(report);
}

int run(Context &context)
{
    const auto parameters = context.database();
    if (!parameters)
        return context.report(parameters.error());
    const auto report = connections::testConnection(context.task, *parameters);
    context.task.clear();
    if (!report)
        return context.report(report.error());
    context.output.result(document(*report), lines(*report));
    return report->passed() ? Done : Failed;
}

} // namespace

void addTest(CLI::App &app, Context &context)
{
    app.add_subcommand("test", "Try the connection step by step, from the name to the privileges")
        ->callback([&context] { context.status = run(context); });
}

} // namespace civicq::cli
