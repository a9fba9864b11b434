// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A password or passphrase. Its own type so that it cannot slip into a log, a JSON document or a command line: there is
// no conversion to QString but reveal(), whose calls can be counted.

#include <QtCore/QDebug>
#include <QtCore/QString>

#include <utility>

namespace civicq::core {

class Secret
{
public:
    Secret() = default;
    explicit Secret(QString text) : m_text(std::move(text)) {}

    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    [[nodiscard]] const QString &reveal() const { return m_text; }
    bool operator==(const Secret &) const = default;

private:
    QString m_text;
};

inline QDebug operator<<(QDebug debug, const Secret &secret)
{
    debug << (secret.isEmpty() ? "Secret(empty)" : "Secret(***)");
    return debug;
}

} // namespace civicq::core
