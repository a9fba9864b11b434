// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// civicq-bench-historydrawn FOLDER: reads, checks and draws a history as the Migrations page does, then scrolls through
// it; says how long each took. Ends with status 1 where it took more than what is asked for: 300 ms until it is drawn,
// 16 ms for a picture while scrolling.
#include "migrations/historysnapshot.h"
#include "migrations/historyview.h"
#include "migrations/migrationmodel.h"

#include <QtCore/QElapsedTimer>
#include <QtGui/QImage>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTableView>

#include <algorithm>
#include <cstdio>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace civicq;

namespace {

constexpr int rounds = 5;
constexpr double drawnWithin = 300.0;
constexpr double pictureWithin = 16.0;

struct Times
{
    double read = 0;
    double drawn = 0; // all of it, reading included
};

double milliseconds(const QElapsedTimer &clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

Times once(const QString &folder, migrations::MigrationModel &model, widgets::HistoryView &view, QImage &picture)
{
    model.setSnapshot({});
    QElapsedTimer clock;
    clock.start();
    auto read = migrations::readFolder(folder);
    if (!read)
        qFatal("%s", qPrintable(read.error().toString()));
    migrations::DatabaseState state;
    state.versions = {read->graph.at(read->graph.size() / 2).id};
    const auto snapshot = migrations::makeSnapshot(std::move(*read), std::move(state));
    const Times begun{milliseconds(clock), 0};
    model.setSnapshot(snapshot);
    view.render(&picture);
    return {begun.read, milliseconds(clock)};
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QString folder = QCoreApplication::arguments().value(1);
    migrations::MigrationModel model;
    widgets::HistoryView view(model);
    view.resize(640, 560);
    view.show();
    QImage picture(view.size(), QImage::Format_ARGB32_Premultiplied);
    QList<double> read;
    QList<double> drawn;
    for (int round = 0; round <= rounds; ++round) {
        const Times times = once(folder, model, view, picture);
        if (round == 0) // warms the file cache and the fonts
            continue;
        read.append(times.read);
        drawn.append(times.drawn);
    }
    auto *table = view.findChild<QTableView *>(u"migrationHistory"_s);
    QScrollBar *bar = table->verticalScrollBar();
    QList<double> pictures;
    for (int step = 0; step < 300; ++step) {
        bar->setValue(bar->maximum() * step / 300);
        QElapsedTimer clock;
        clock.start();
        view.render(&picture);
        pictures.append(milliseconds(clock));
    }
    std::sort(pictures.begin(), pictures.end());
    const double ninetyNinth = pictures.at(pictures.size() * 99 / 100);
    std::printf("%-22s %6.0f ms  (read and checked in %.0f)\n", "drawn, 10,000 rows", median(drawn), median(read));
    std::printf("%-22s %6.1f ms  (median %.1f, longest %.1f): 99 of 100 pictures\n", "while scrolling", ninetyNinth,
                median(pictures), pictures.constLast());
    const bool good = median(drawn) < drawnWithin && ninetyNinth < pictureWithin;
    if (!good)
        std::printf("asked for: %.0f ms and %.0f ms\n", drawnWithin, pictureWithin);
    return good ? 0 : 1;
}
