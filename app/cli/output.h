// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Everything civicq-db prints. With --json: one document on stdout, at the end; messages on stderr. Without: text for
// people on stdout. UTF-8 on every system. Main thread.

#include "core/result.h"

#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QStringList>

namespace civicq::cli {

class Output
{
public:
    bool json = false;
    bool quiet = false;

    // The command's result: the document with --json, else the text (nothing with --quiet).
    void result(const QJsonObject &document, const QString &text);
    // A line for people on stderr (nothing with --quiet).
    void message(const QString &line);
    // The error in a sentence on stderr, and with --json {"error": {...}} on stdout. Returns the exit status: 2 for
    // InvalidArgument, 130 for Cancelled, else 1.
    int error(const core::Error &error);
    // Columns aligned, first row the heading; numbers right-aligned.
    [[nodiscard]] static QString table(const QList<QStringList> &rows);

    static void writeOut(const QString &text);
    static void writeErr(const QString &text);
};

} // namespace civicq::cli
