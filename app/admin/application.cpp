// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/application.h"

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;
using civicq::connections::Profile;

namespace civicq::app {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Application)
};

widgets::ThemeMode themeOf(const Options &options, const SettingsFile &file)
{
    return widgets::Theme::modeFromName(options.theme.isEmpty() ? file.text(u"theme"_s) : options.theme);
}

} // namespace

Application::Application(const Options &options)
    : paths(core::Paths::standard()), file(paths), settings(file.settings()),
      tools(processes, settings.clientToolFolder), sandbox(paths.sandbox(), tools, processes),
      profiles(connections::ProfileStore(paths.config)), connection(tasks, settings.pool),
      theme(themeOf(options, file)), windowState(paths.config + u"/window.ini"_s, QSettings::IniFormat),
      window(tasks, connection, theme, windowState), opener({tasks, connection, profiles, secrets, sandbox, settings}),
      walkthrough(walkthroughParts(*this)), m_options(options)
{
    postgres::ConnectionParameters own;
    own.database = QLatin1StringView(sandbox::Sandbox::databaseName);
    own.host = u"127.0.0.1"_s;
    profiles.setSandbox(Opener::sandboxProfile(own));
    opener.setWindow(&window);
    connectWindow();
    addPages(*this);
}

Application::~Application()
{
    connection.close();
    tasks.cancelAll();
    // The window is gone from the screen by now: nobody waits for this but the process itself.
    core::SilentTask task;
    (void)sandbox.leave(task);
}

QList<widgets::ConnectionEntry> Application::listConnections() const
{
    QList<widgets::ConnectionEntry> entries;
    for (const Profile &profile : profiles.profiles()) {
        widgets::ConnectionEntry entry;
        entry.id = profile.id;
        entry.name = profile.name;
        entry.group = profile.group;
        entry.detail = profile.parameters.describe();
        entry.isSandbox = profile.isSandbox;
        if (profile.isSandbox)
            entry.environment = postgres::Environment::Sandbox;
        entries.append(entry);
    }
    return entries;
}

void Application::connectWindow()
{
    using widgets::MainWindow;
    widgets::Preferences preferences;
    preferences.core = settings;
    preferences.theme = theme.mode();
    preferences.language = file.text(u"language"_s);
    window.setPreferences(preferences, {{{u"en"_s, u"English"_s}, {u"es"_s, u"Español"_s}}, paths.backups});
    window.setConnections([this] { return listConnections(); });
    QObject::connect(&window, &MainWindow::preferencesChanged, &window, [this](const widgets::Preferences &changed) {
        settings = changed.core;
        file.setSettings(settings);
        file.write(u"theme"_s, widgets::Theme::modeName(changed.theme));
        file.write(u"language"_s, changed.language);
    });
    QObject::connect(&window, &MainWindow::connectionChosen, &opener, [this](const widgets::ConnectionEntry &entry) {
        if (const Profile *profile = profiles.find(entry.id))
            opener.open(*profile);
    });
    QObject::connect(&window, &MainWindow::passwordWanted, &opener, &Opener::openAgainWithPassword);
    QObject::connect(&window, &MainWindow::sandboxRequested, &opener, &Opener::openSandbox);
    QObject::connect(&window, &MainWindow::practiceRequested, &walkthrough, &widgets::Walkthrough::start);
    QObject::connect(&opener, &Opener::sandboxStarting, &window, [this] {
        connection.close(); // what is on screen must not be taken for the database that comes
        window.showPreparing(Words::tr("Starting the sandbox…"));
    });
    QObject::connect(&opener, &Opener::failed, &window,
                     [this](const core::Error &error) { window.showProblem(error, [this] { opener.openSandbox(); }); });
}

core::Result<> Application::start()
{
    std::optional<Profile> wanted;
    for (const Profile &profile : profiles.profiles()) {
        if (profile.name.compare(m_options.connection, Qt::CaseInsensitive) == 0
            || (profile.isSandbox && m_options.connection.compare("sandbox"_L1, Qt::CaseInsensitive) == 0))
            wanted = profile;
    }
    if (!m_options.connection.isEmpty() && !wanted)
        return core::fail(
            core::ErrorCode::NotFound,
            Words::tr("There is no saved connection named %1. Start the program without --connection to see "
                      "the list; sandbox is always there.")
                .arg(m_options.connection));
    window.restore();
    window.show();
    if (wanted)
        opener.open(*wanted);
    return {};
}

} // namespace civicq::app
