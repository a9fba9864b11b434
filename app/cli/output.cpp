// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"

#include "phrases/explanation.h"

#include <QtCore/QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;
using civicq::core::ErrorCode;

namespace civicq::cli {

namespace {

void write(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

bool isNumber(const QString &cell)
{
    if (cell.isEmpty())
        return false;
    for (const QChar c : cell) {
        if (!c.isDigit() && !u".,%-+ "_s.contains(c))
            return false;
    }
    return true;
}

} // namespace

void Output::writeOut(const QString &text)
{
    write(stdout, text);
}

void Output::writeErr(const QString &text)
{
    write(stderr, text);
}

void Output::result(const QJsonObject &document, const QString &text)
{
    if (json)
        writeOut(QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Indented)));
    else if (!quiet && !text.isEmpty())
        writeOut(text.endsWith(u'\n') ? text : text + u'\n');
}

void Output::message(const QString &line)
{
    if (!quiet)
        writeErr(line + u'\n');
}

int Output::error(const core::Error &error)
{
    const phrases::Explanation words = phrases::explain(error);
    writeErr(words.oneLine() + u'\n');
    // The server's own words, where the sentence does not hold them already.
    for (const QString &line : words.details.split(u'\n', Qt::SkipEmptyParts)) {
        if (!words.oneLine().contains(line, Qt::CaseInsensitive))
            writeErr(u"  "_s + line + u'\n');
    }
    if (json) {
        const QJsonObject document{{u"error"_s, QJsonObject{{u"code"_s, core::errorCodeName(error.code)},
                                                            {u"message"_s, words.what},
                                                            {u"remedy"_s, words.remedy},
                                                            {u"sqlstate"_s, error.sqlState},
                                                            {u"details"_s, words.details}}}};
        writeOut(QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Indented)));
    }
    if (error.code == ErrorCode::InvalidArgument)
        return 2;
    return error.code == ErrorCode::Cancelled ? 130 : 1;
}

QString Output::table(const QList<QStringList> &rows)
{
    QList<qsizetype> widths;
    for (const QStringList &row : rows) {
        for (qsizetype column = 0; column < row.size(); ++column) {
            if (column == widths.size())
                widths.append(0);
            widths[column] = std::max(widths.at(column), row.at(column).size());
        }
    }
    QString text;
    for (qsizetype line = 0; line < rows.size(); ++line) {
        QString out;
        const QStringList &row = rows.at(line);
        for (qsizetype column = 0; column < row.size(); ++column) {
            // A heading stands as its column does.
            const QString &sample = line == 0 && rows.size() > 1 ? rows.at(1).value(column) : row.at(column);
            const QString &cell = row.at(column);
            out += isNumber(sample) ? cell.rightJustified(widths.at(column)) : cell.leftJustified(widths.at(column));
            out += u"  "_s;
        }
        while (out.endsWith(u' '))
            out.chop(1);
        text += out + u'\n';
    }
    return text;
}

} // namespace civicq::cli
