// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/alembicpython.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QStandardPaths>

using namespace Qt::StringLiterals;

namespace civicq::migrations {

using core::Result;

namespace {

constexpr int foldersAbove = 3; // a project is often a folder of a repository, and its environment at the top

QString pythonOf(const QString &environment)
{
#if defined(Q_OS_WIN)
    return environment + u"/Scripts/python.exe"_s;
#else
    return environment + u"/bin/python"_s;
#endif
}

// An alembic as pip installs it: a script that names its Python in the first line, or on Windows a program beside it.
QString pythonOfScript(const QString &script)
{
    const QDir folder = QFileInfo(script).absoluteDir();
#if defined(Q_OS_WIN)
    for (const QString &place : {u"python.exe"_s, u"../python.exe"_s}) {
        if (QFileInfo::exists(folder.filePath(place)))
            return QDir::cleanPath(folder.filePath(place));
    }
    return {};
#else
    QFile file(script);
    if (file.open(QIODevice::ReadOnly) && file.peek(2) == "#!") {
        QString line = QString::fromUtf8(file.readLine()).mid(2).trimmed();
        if (line.startsWith("/usr/bin/env "_L1))
            return QStandardPaths::findExecutable(line.section(u' ', -1));
        line = line.section(u' ', 0, 0);
        if (line.section(u'/', -1).startsWith("python"_L1))
            return line;
    }
    const QString beside = folder.filePath(u"python"_s);
    return QFileInfo::exists(beside) ? beside : QString();
#endif
}

void addEnvironments(QStringList &candidates, const QString &projectFolder)
{
    QDir folder(projectFolder);
    for (int level = 0; level <= foldersAbove; ++level) {
        for (const QString &name : {u".venv"_s, u"venv"_s, u"env"_s, u".env"_s}) {
            const QString python = pythonOf(folder.filePath(name));
            if (QFileInfo(python).isExecutable())
                candidates.append(python);
        }
        if (!folder.cdUp())
            return;
    }
}

} // namespace

QStringList pythonCandidates(const QString &program, const QString &projectFolder)
{
    QStringList candidates;
    if (!program.isEmpty()) {
        const QString name = QFileInfo(program).fileName();
        candidates.append(QFileInfo(program).isDir()                           ? pythonOf(program)
                          : name.startsWith("alembic"_L1, Qt::CaseInsensitive) ? pythonOfScript(program)
                                                                               : program);
        candidates.removeAll(QString());
        return candidates.isEmpty() ? QStringList{program} : candidates; // what was named, or nothing
    }
    addEnvironments(candidates, projectFolder);
    if (const QString active = qEnvironmentVariable("VIRTUAL_ENV"); !active.isEmpty())
        candidates.append(pythonOf(active));
    if (const QString alembic = QStandardPaths::findExecutable(u"alembic"_s); !alembic.isEmpty())
        candidates.append(pythonOfScript(alembic));
    for (const QString &name : {u"python3"_s, u"python"_s})
        candidates.append(QStandardPaths::findExecutable(name));
    candidates.removeAll(QString());
    candidates.removeDuplicates();
    return candidates;
}

Result<AlembicPython> findAlembicPython(core::TaskContext &context, const AlembicTools &tools,
                                        const QString &projectFolder)
{
    QStringList without;
    const QStringList candidates = pythonCandidates(tools.program, projectFolder);
    for (const QString &python : candidates) {
        core::ProcessRequest request;
        request.program = python;
        request.arguments = {u"-c"_s, u"import sqlalchemy, alembic; print(alembic.__version__)"_s};
        request.workingFolder = projectFolder;
        const auto answer = tools.processes->run(context, request);
        if (!answer && answer.error().code == core::ErrorCode::Cancelled)
            return core::fail(answer.error());
        if (answer && answer->exitCode == 0)
            return AlembicPython{python, QString::fromUtf8(answer->output).trimmed()};
        without.append(QDir::toNativeSeparators(python));
    }
    core::Error error;
    error.code = core::ErrorCode::ProcessFailed;
    error.message = without.isEmpty() ? u"No Python was found, and an Alembic project needs one to run."_s
                                      : u"Alembic is not installed for the Python that this project would run with."_s;
    error.hint = u"Install what the project needs (python -m venv .venv in its folder, then pip install with alembic "
                 "and the driver), or name the project's Python in the settings, or with --alembic."_s;
    if (!without.isEmpty())
        error.detail = u"Tried: %1"_s.arg(without.join(u", "_s));
    return core::fail(std::move(error));
}

} // namespace civicq::migrations
