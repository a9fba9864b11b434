// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A file that is seen under its name only once it is whole: written under a temporary name in the same folder, forced to
// the disk, then renamed. Dropped before finish() (failure, cancel) it leaves nothing; after a crash its leftover is
// recognised by name and lock and removed by removeLeftovers(). One thread at a time. Errors: NoSpace, PermissionDenied,
// NotFound (the folder is gone), AlreadyExists; arguments: path.

#include "core/result.h"

#include <QtCore/QByteArrayView>
#include <QtCore/QFile>
#include <QtCore/QLockFile>
#include <QtCore/QString>

#include <memory>

namespace civicq::core {

class PartFile
{
public:
    enum class Existing {
        Refuse,   // a file of that name is kept; Error AlreadyExists
        NextName, // name_2.sql.gz, name_3.sql.gz, ...
        Replace,  // in one step
    };

    // The folder is made where it is missing.
    [[nodiscard]] static Result<PartFile> begin(const QString &finalPath);
    PartFile(PartFile &&) noexcept = default;
    PartFile &operator=(PartFile &&) = delete;
    ~PartFile();

    [[nodiscard]] Result<> write(QByteArrayView bytes);
    // All that was written is on the disk; the file at path() may be read back before finish().
    [[nodiscard]] Result<> sync();
    // Gives the file its name; returns the path it has now.
    [[nodiscard]] Result<QString> finish(Existing existing);

    [[nodiscard]] QString path() const { return m_file->fileName(); }
    [[nodiscard]] const QString &finalPath() const { return m_finalPath; }
    [[nodiscard]] qint64 size() const { return m_size; }

    // Removes what crashed runs on this computer left in `folder`; never one that is still being written. How many.
    static int removeLeftovers(const QString &folder);

private:
    PartFile() = default;
    [[nodiscard]] std::unexpected<Error> failure() const;

    QString m_finalPath;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<QFile> m_file;
    qint64 m_size = 0;
};

// "name_2.sql.gz" of "name.sql.gz" and 2: the number goes before the suffixes.
[[nodiscard]] QString numberedPath(const QString &path, int number);

} // namespace civicq::core
