// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A folder for files that are needed for a while, in the system's temporary folder, for nobody else's eyes. It goes with
// the object; one that a crash left is recognised by name and lock and goes when the next one is made. One thread at a
// time. isValid() says whether it could be made; if not, lastFileError() says why.

#include <QtCore/QLockFile>
#include <QtCore/QString>

#include <memory>

namespace civicq::core {

class ScratchFolder
{
public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder &) = delete;
    ScratchFolder &operator=(const ScratchFolder &) = delete;

    [[nodiscard]] bool isValid() const { return m_made; }
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] QString filePath(const QString &name) const { return m_path + u'/' + name; }

private:
    void removeLeftovers() const;

    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
    bool m_made = false;
};

} // namespace civicq::core
