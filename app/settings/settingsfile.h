// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The settings both programs share, as civicq-admin.ini in Paths::config, and what only the window wants to remember as
// text under names of its own. A value that makes no sense gives way to the default. Main thread.

#include "core/paths.h"
#include "core/settings.h"

#include <QtCore/QSettings>

namespace civicq::app {

class SettingsFile
{
public:
    explicit SettingsFile(const core::Paths &paths);

    [[nodiscard]] core::Settings settings() const;
    void setSettings(const core::Settings &settings);

    [[nodiscard]] QString text(const QString &name) const;
    void write(const QString &name, const QString &value);

private:
    [[nodiscard]] qint64 number(const char *name, qint64 fallback, qint64 least, qint64 most) const;
    mutable QSettings m_file;
};

} // namespace civicq::app
