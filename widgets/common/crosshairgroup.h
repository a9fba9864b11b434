// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One moment that several charts read at once: wherever the pointer or the arrow keys are, all show their values of that
// time. GUI thread; shared by the charts of a page, owned by it.

#include <QtCore/QObject>

#include <optional>

namespace civicq::widgets {

class CrosshairGroup final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] std::optional<double> time() const { return m_time; } // milliseconds since the epoch
    void setTime(std::optional<double> time)
    {
        if (m_time == time)
            return;
        m_time = time;
        Q_EMIT moved();
    }

Q_SIGNALS:
    void moved();

private:
    std::optional<double> m_time;
};

} // namespace civicq::widgets
