// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/application.h"
#include "translations/translations.h"

#include <QtCore/QCommandLineParser>
#include <QtGui/QIcon>
#include <QtWidgets/QApplication>

#include <cstdio>
#include <cstring>

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(main)
};

// Without a display there is no QApplication, but a script may still ask which version this is.
bool asksForVersion(int argc, char *argv[])
{
    for (int place = 1; place < argc; ++place) {
        if (std::strcmp(argv[place], "--version") == 0 || std::strcmp(argv[place], "-v") == 0)
            return true;
    }
    return false;
}

QIcon windowIcon()
{
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 256})
        icon.addFile(u":/icons/app/civicq-admin-%1.png"_s.arg(size));
    return icon;
}

int say(const QString &sentence, int status)
{
    std::fprintf(stderr, "civicq-admin: %s\n", qPrintable(sentence));
    return status;
}

} // namespace

int main(int argc, char *argv[])
{
    if (asksForVersion(argc, argv)) {
        std::puts("civicq-admin " CIVICQ_VERSION);
        return 0;
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"civicq-admin"_s);
    QApplication::setApplicationDisplayName(u"CivicQ Admin"_s);
    QApplication::setApplicationVersion(QStringLiteral(CIVICQ_VERSION));
    QApplication::setDesktopFileName(u"civicq-admin"_s);
    QApplication::setWindowIcon(windowIcon());
    {
        const civicq::app::SettingsFile file(civicq::core::Paths::standard());
        civicq::translations::install(file.text(u"language"_s));
    }

    QCommandLineParser parser;
    parser.setApplicationDescription(Words::tr("Runs the database of a CivicQ city."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption(
        {u"connection"_s, Words::tr("Open this saved connection; \"sandbox\" is always there"), u"name"_s});
    parser.addOption({u"theme"_s, Words::tr("light or dark, for this run"), u"theme"_s});
    if (!parser.parse(QApplication::arguments()))
        return say(parser.errorText() + u'.', 2);
    if (parser.isSet(u"help"_s))
        parser.showHelp(0);
    const QString theme = parser.value(u"theme"_s);
    if (!theme.isEmpty() && theme != "light"_L1 && theme != "dark"_L1)
        return say(Words::tr("--theme is light or dark, not %1.").arg(theme), 2);

    civicq::app::Application app({parser.value(u"connection"_s), theme});
    if (const auto started = app.start(); !started)
        return say(started.error().message, 1);
    return QApplication::exec();
}
