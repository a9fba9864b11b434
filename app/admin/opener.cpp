// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/opener.h"

#include "common/passworddialog.h"

using namespace Qt::StringLiterals;
using civicq::connections::PasswordSource;
using civicq::connections::Profile;
using civicq::postgres::ConnectionParameters;

namespace civicq::app {

Opener::Opener(const Parts &parts, QObject *parent) : QObject(parent), m_parts(parts) {}

Profile Opener::sandboxProfile(const ConnectionParameters &parameters)
{
    Profile profile;
    // Always the same, so that the window knows it again.
    profile.id = QUuid(u"{6f3c1d52-8d0b-4f0e-9a55-3d1f2f0c7a11}"_s);
    profile.name = tr("Sandbox");
    profile.parameters = parameters;
    profile.passwordSource = PasswordSource::Libpq;
    profile.isSandbox = true;
    return profile;
}

void Opener::open(const Profile &profile)
{
    const quint64 wish = ++m_wish;
    if (profile.isSandbox) {
        openSandbox();
        return;
    }
    if (profile.passwordSource == PasswordSource::Libpq) {
        m_parts.connection.open(profile, {});
    } else if (profile.passwordSource == PasswordSource::AskEachTime) {
        askPassword(profile);
    } else {
        m_parts.secrets.read(profile.id, this, [this, profile, wish](const core::Result<core::Secret> &secret) {
            if (wish != m_wish)
                return;
            if (secret)
                m_parts.connection.open(profile, *secret);
            else
                askPassword(profile); // none is kept, or the keychain cannot be asked: the person may know it
        });
    }
}

void Opener::openAgainWithPassword()
{
    const Profile profile = m_parts.connection.profile();
    ++m_wish;
    if (profile.isSandbox)
        openSandbox(); // its password is in a file of its own, not in anybody's head
    else
        askPassword(profile);
}

void Opener::askPassword(const Profile &profile)
{
    auto *dialog =
        new widgets::PasswordDialog(profile.name, profile.parameters.describe(), profile.parameters.user, m_window);
    const quint64 wish = m_wish;
    connect(dialog, &QDialog::accepted, this, [this, dialog, profile, wish] {
        if (wish == m_wish)
            m_parts.connection.open(profile, dialog->password());
    });
    dialog->open();
}

void Opener::openSandbox()
{
    const quint64 wish = ++m_wish;
    startSandbox(this, [this, wish](const core::Result<ConnectionParameters> &started) {
        if (started && wish == m_wish)
            m_parts.connection.open(sandboxProfile(*started), started->password);
        else if (!started && wish == m_wish)
            Q_EMIT failed(started.error());
    });
    Q_EMIT sandboxStarting();
}

void Opener::startSandbox(QObject *owner, std::function<void(const core::Result<ConnectionParameters> &)> started)
{
    const auto lifetime =
        m_parts.settings.stopSandboxOnExit ? sandbox::Lifetime::WithPrograms : sandbox::Lifetime::UntilStopped;
    core::TaskSpec<ConnectionParameters> start;
    start.title = tr("Start the sandbox");
    start.run = [box = &m_parts.sandbox, lifetime](core::TaskContext &context) {
        return box->start(context, lifetime);
    };
    start.verdict = [](const ConnectionParameters &parameters) {
        return tr("It runs: %1.").arg(parameters.describe());
    };
    m_parts.tasks.start<ConnectionParameters>(
        owner, std::move(start), [this, told = std::move(started)](const core::Result<ConnectionParameters> &result) {
            if (result)
                m_parts.profiles.setSandbox(sandboxProfile(*result));
            told(result);
        });
}

} // namespace civicq::app
