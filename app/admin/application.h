// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Everything the window stands on, made once, in the order it depends on each other, and taken down in reverse. GUI
// thread. Pages are added in composition.cpp.

#include "admin/opener.h"
#include "backups/walkthrough.h"
#include "connections/activeconnection.h"
#include "connections/keychain.h"
#include "connections/profilemodel.h"
#include "core/paths.h"
#include "core/process.h"
#include "core/taskrunner.h"
#include "postgres/clienttools.h"
#include "sandbox/sandbox.h"
#include "settings/settingsfile.h"
#include "shell/mainwindow.h"
#include "shell/theme.h"

#include <QtCore/QSettings>

namespace civicq::app {

struct Options
{
    QString connection; // --connection
    QString theme;      // --theme; empty: as set
};

class Application;
[[nodiscard]] widgets::WalkthroughParts walkthroughParts(Application &app);

class Application
{
public:
    explicit Application(const Options &options);
    ~Application();
    Application(const Application &) = delete;
    Application &operator=(const Application &) = delete;

    // Where --connection names none that is saved: the sentence to say, and nothing was opened.
    [[nodiscard]] core::Result<> start();

    // What pages are made of (composition.cpp).
    core::Paths paths;
    SettingsFile file;
    core::Settings settings; // as they are now; changes in the dialog come here
    core::SystemProcessRunner processes;
    postgres::ClientTools tools;
    sandbox::Sandbox sandbox;
    core::TaskRunner tasks;
    connections::Keychain secrets;
    connections::ProfileModel profiles;
    connections::ActiveConnection connection;
    widgets::Theme theme;
    QSettings windowState;
    widgets::MainWindow window;
    Opener opener;
    widgets::Walkthrough walkthrough;

private:
    void connectWindow();
    [[nodiscard]] QList<widgets::ConnectionEntry> listConnections() const;

    Options m_options;
};

// One function a page, in composition.cpp.
void addPages(Application &app);

} // namespace civicq::app
