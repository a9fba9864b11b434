// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The frame of the tour: steps that each say what was checked, pictures that are looked over for cut-off texts, and the
// programs used to check from outside (psql, pg_dump, civicq-db) what the window claims. One thread.

#include "driver/driverclient.h"

#include <QtCore/QElapsedTimer>

#include <functional>
#include <memory>

namespace civicq::tests {

struct Look
{
    QString theme = QStringLiteral("light"); // or "dark"
    int scale = 1;                           // 2: as on a screen with twice the dots
    QString language = QStringLiteral("en");
    QString prefix;
};

class Tour
{
public:
    Tour(const QString &home, const QString &pictures);

    // A new window in that look. Its pictures are called <prefix><name>.png.
    [[nodiscard]] bool openWindow(const Look &look, const QStringList &arguments = {});
    DriverClient &window() { return *m_window; }

    // Runs `body`; it returns what was checked, or throws what did not hold (by require()). Prints one line.
    void step(const QString &what, const std::function<QString()> &body);
    // Inside a step: ends it when `held` is false.
    void require(bool held, const QString &otherwise = {});
    // Takes the picture of the topmost dialog or the window, and fails the step when a text in it is cut off.
    // `widget`: of that instead.
    void picture(const QString &name, const QString &widget = {});

    // The first column of the first row; ends the step when psql fails.
    [[nodiscard]] QString ask(const QString &sql, const QString &database = QStringLiteral("civicq"));
    // pg_dump of a database of the sandbox, without what differs by nature.
    [[nodiscard]] QByteArray dump(const QString &database);
    // civicq-db with these arguments on the sandbox, or on `target`: what it printed; ends the step when its status is
    // not 0.
    [[nodiscard]] QByteArray civicqDb(const QStringList &arguments,
                                      const QStringList &target = {QStringLiteral("--connection"),
                                                                   QStringLiteral("sandbox")});
    // Of a database of the sandbox.
    [[nodiscard]] QString url(const QString &database);

    [[nodiscard]] int failures() const { return m_failures; }

private:
    [[nodiscard]] QByteArray run(const QString &program, const QStringList &arguments);

    QString m_home;
    QString m_pictures;
    QString m_prefix;
    std::unique_ptr<DriverClient> m_window;
    int m_failures = 0;
    int m_steps = 0;
};

} // namespace civicq::tests
