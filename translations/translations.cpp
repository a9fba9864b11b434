// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/translations.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QLibraryInfo>
#include <QtCore/QLocale>
#include <QtCore/QTranslator>

using namespace Qt::StringLiterals;

// Q_INIT_RESOURCE must stand outside a namespace: the resources are in a static library.
static void initializeResources()
{
    Q_INIT_RESOURCE(civicq_translations_translations);
}

namespace civicq::translations {

namespace {

void load(const QLocale &locale, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(locale, name, u"_"_s, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

// Dates and numbers speak the language of the texts. Where the system's do already they stay as they are, with their
// territory and what a person has set there. Asked by a day's name: on Linux LANGUAGE changes what the system's locale
// says its language is, but not how it writes.
void follow(const QLocale &language)
{
    const QLocale system = QLocale::system();
    const bool same = system.dayName(1) == language.dayName(1);
    QLocale::setDefault(same ? system : language);
}

// The first language of LANGUAGE, or of what else the system prefers, when there are texts in it; else nothing.
QString preferredLanguage()
{
    const QString first = QLocale::system().uiLanguages().value(0);
    const QString code = QLocale::languageToCode(QLocale(first).language());
    return QFile::exists(u":/i18n/civicq_%1.qm"_s.arg(code)) ? first : QString();
}

} // namespace

void install(const QString &language)
{
    initializeResources();
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    if (const QString spoken = language.isEmpty() ? preferredLanguage() : language; !spoken.isEmpty())
        follow(QLocale(spoken));
    load(locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // English first: it holds the plural forms, and is what is left where a language has no text.
    load(QLocale(QLocale::English), u"civicq"_s, u":/i18n"_s);
    if (locale.language() != QLocale::English)
        load(locale, u"civicq"_s, u":/i18n"_s);
}

} // namespace civicq::translations
