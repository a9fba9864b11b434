// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/translations.h"

#include <QtCore/QCoreApplication>
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

} // namespace

void install(const QString &language)
{
    initializeResources();
    const QLocale locale = language.isEmpty() ? QLocale() : QLocale(language);
    load(locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // English first: it holds the plural forms, and is what is left where a language has no text.
    load(QLocale(QLocale::English), u"civicq"_s, u":/i18n"_s);
    if (locale.language() != QLocale::English)
        load(locale, u"civicq"_s, u":/i18n"_s);
}

} // namespace civicq::translations
