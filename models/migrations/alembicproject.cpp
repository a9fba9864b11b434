// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations/alembicproject.h"

#include "migrations/chaincheck.h"
#include "migrations/failures.h"
#include "migrations/pythonrevision.h"
#include "migrations/scriptfiles.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QHash>
#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace civicq::migrations {

using core::ErrorCode;
using core::Result;

namespace {

QString configurationOf(const QString &path)
{
    const QFileInfo info(path);
    return info.isDir() ? QDir(path).filePath(u"alembic.ini"_s) : path;
}

// The section [alembic], as Python's configparser reads it: further lines of a value are indented, %(here)s is the
// file's folder and %% a per cent sign.
Result<QHash<QString, QString>> readSection(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return core::fail(ErrorCode::NotFound, u"%1 could not be read: %2"_s.arg(path, file.errorString()), {path});
    QHash<QString, QString> values;
    QString key;
    bool inSection = false;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString &line : lines) {
        const QString text = line.trimmed();
        if (text.isEmpty() || text.startsWith(u'#') || text.startsWith(u';'))
            continue;
        if (text.startsWith(u'[') && !line.startsWith(u' ')) {
            inSection = text == "[alembic]"_L1;
            key.clear();
        } else if (inSection && line.at(0).isSpace() && !key.isEmpty()) {
            values[key] += u'\n' + text;
        } else if (inSection) {
            static const QRegularExpression entry(u"^([^=:]+?)\\s*[=:]\\s*(.*)$"_s);
            const auto match = entry.match(text);
            key = match.captured(1).toLower();
            values.insert(key, match.captured(2));
        }
    }
    for (QString &value : values) {
        value.replace(u"%(here)s"_s, QFileInfo(path).absolutePath());
        value.replace(u"%%"_s, u"%"_s);
    }
    return values;
}

// Several folders in one value; which character parts them is a setting of its own, under its old name or its new one.
QStringList splitLocations(const QHash<QString, QString> &values)
{
    static const QRegularExpression spaces(u"\\s+"_s);
    static const QRegularExpression legacy(u",\\s*|\\s+"_s);
    const QString text = values.value(u"version_locations"_s);
    const QString separator = values.value(u"path_separator"_s, values.value(u"version_path_separator"_s));
    QStringList parts;
    if (separator == "os"_L1)
        parts = text.split(QDir::listSeparator());
    else if (separator == ":"_L1 || separator == ";"_L1)
        parts = text.split(separator);
    else if (separator == "newline"_L1)
        parts = text.split(u'\n');
    else
        parts = text.split(separator == "space"_L1 ? spaces : legacy);
    for (QString &part : parts)
        part = part.trimmed();
    parts.removeAll(QString());
    return parts;
}

bool isRevisionFile(const QString &name)
{
    return !name.startsWith(".#"_L1) && !name.startsWith("__init__"_L1);
}

// Files by name, then folders by name, as Alembic walks.
void collectFiles(const QString &folder, bool recursive, QStringList &files)
{
    const QDir dir(folder);
    for (const QString &name : fileNames(dir, u".py", Qt::CaseSensitive)) {
        if (isRevisionFile(name))
            files.append(dir.filePath(name));
    }
    if (!recursive)
        return;
    for (const QString &name : folderNames(dir)) {
        if (name != "__pycache__"_L1)
            collectFiles(dir.filePath(name), recursive, files);
    }
}

} // namespace

bool isAlembicProject(const QString &path)
{
    const QFileInfo info(path);
    return info.isFile() ? info.suffix() == "ini"_L1 : info.isDir() && QFileInfo::exists(configurationOf(path));
}

Result<AlembicLocations> alembicLocations(const QString &path)
{
    AlembicLocations locations;
    locations.configuration = configurationOf(path);
    const auto values = readSection(locations.configuration);
    if (!values)
        return core::fail(values.error());
    const QString script = values->value(u"script_location"_s);
    if (script.isEmpty())
        return core::fail(ErrorCode::Corrupt,
                          u"%1 does not say script_location in its section [alembic]."_s.arg(locations.configuration));
    // Alembic takes relative paths from where it is started, which is where alembic.ini is.
    const QDir here = QFileInfo(locations.configuration).absoluteDir();
    locations.scriptLocation = QDir::cleanPath(here.absoluteFilePath(script));
    for (const QString &location : splitLocations(*values))
        locations.versions.append(location.contains(u':') && !QDir::isAbsolutePath(location)
                                      ? location
                                      : QDir::cleanPath(here.absoluteFilePath(location)));
    if (locations.versions.isEmpty())
        locations.versions = {locations.scriptLocation + u"/versions"_s};
    locations.recursive = values->value(u"recursive_version_locations"_s) == "true"_L1;
    return locations;
}

Result<MigrationFolder> readAlembicProject(const QString &path)
{
    const auto locations = alembicLocations(path);
    if (!locations)
        return core::fail(locations.error());
    MigrationFolder result;
    result.path = path;
    result.kind = MigrationFolder::Kind::Alembic;
    QStringList files;
    for (const QString &folder : locations->versions) {
        if (!QFileInfo(folder).isDir())
            result.problems.append(unreadableFile(locations->configuration, u"There is no folder \"%1\"."_s.arg(folder),
                                                  u"Correct version_locations or script_location."_s));
        else
            collectFiles(folder, locations->recursive, files);
    }
    files.removeDuplicates();
    ScriptFiles scripts = readScripts(files, parsePythonRevision);
    result.problems += scripts.problems;
    result.graph = RevisionGraph(std::move(scripts.revisions));
    result.problems += checkChain(result.graph, result.problems);
    return result;
}

} // namespace civicq::migrations
