// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/connectionjobs.h"

#include "common/passworddialog.h"
#include "connections/opening.h"
#include "phrases/connectionwords.h"

#include <QtCore/QTimer>

#include <mutex>

using namespace Qt::StringLiterals;
using civicq::connections::ConnectionTestReport;
using civicq::connections::MarkedDatabase;
using civicq::connections::PasswordSource;
using civicq::connections::Profile;
using civicq::connections::StageResult;
using civicq::core::Result;
using civicq::core::Secret;
using civicq::postgres::ConnectionParameters;

namespace civicq::widgets {

namespace {
constexpr int feedInterval = 40; // milliseconds between two looks at what the test has found
} // namespace

// What the worker has to tell of; outlives either side.
struct ConnectionJobs::Feed
{
    std::mutex mutex;
    QList<StageResult> news;              // guarded
    std::optional<MarkedDatabase> marked; // written before the task ends, read after

    void add(const StageResult &result)
    {
        const std::scoped_lock lock(mutex);
        news.append(result);
    }
    QList<StageResult> take()
    {
        const std::scoped_lock lock(mutex);
        return std::exchange(news, {});
    }
};

ConnectionJobs::ConnectionJobs(core::TaskRunner &tasks, connections::SecretStore &secrets,
                               connections::ProfileStore store, QWidget *parent)
    : QObject(parent), m_tasks(tasks), m_secrets(secrets), m_store(std::move(store)), m_window(parent)
{}

void ConnectionJobs::withPassword(const Draft &draft, std::function<void(const ConnectionParameters &)> go)
{
    const Profile &profile = draft.profile;
    const bool inForm = profile.passwordSource == PasswordSource::Keychain && (draft.passwordTyped || draft.isNew);
    if (profile.passwordSource == PasswordSource::Libpq || inForm) {
        const bool given = profile.passwordSource != PasswordSource::Libpq;
        go(connections::sessionParameters(profile, given ? draft.password : Secret()));
    } else if (profile.passwordSource == PasswordSource::AskEachTime) {
        askPassword(draft, std::move(go));
    } else {
        m_secrets.read(profile.id, this, [this, draft, go](const Result<Secret> &secret) {
            if (secret)
                go(connections::sessionParameters(draft.profile, *secret));
            else
                askPassword(draft, go);
        });
    }
}

void ConnectionJobs::askPassword(const Draft &draft, std::function<void(const ConnectionParameters &)> go)
{
    const Profile &profile = draft.profile;
    auto *dialog = new PasswordDialog(profile.name, profile.parameters.describe(), profile.parameters.user, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [dialog, profile, go = std::move(go)] { go(connections::sessionParameters(profile, dialog->password())); });
    connect(dialog, &QDialog::rejected, this, [this, id = profile.id] { Q_EMIT passwordRefused(id); });
    dialog->open();
}

void ConnectionJobs::test(const Draft &draft)
{
    m_test.cancel();
    withPassword(draft,
                 [this, id = draft.profile.id](const ConnectionParameters &parameters) { runTest(id, parameters); });
}

void ConnectionJobs::runTest(const QUuid &id, const ConnectionParameters &parameters)
{
    Q_EMIT testBegan();
    const auto feed = std::make_shared<Feed>();
    auto *timer = new QTimer(this);
    const auto tell = [this, feed] {
        for (const StageResult &result : feed->take())
            Q_EMIT stageChanged(result);
    };
    connect(timer, &QTimer::timeout, this, tell);
    timer->start(feedInterval);
    core::TaskSpec<ConnectionTestReport> spec;
    spec.title = tr("Test connection");
    spec.subject = parameters.describe();
    spec.verdict = &phrases::testVerdict;
    spec.run = [parameters, feed](core::TaskContext &context) {
        auto report =
            connections::testConnection(context, parameters, [&](const StageResult &result) { feed->add(result); });
        if (report && report->passed()) {
            if (auto marked = connections::readMark(context, parameters))
                feed->marked = std::move(*marked);
        }
        return report;
    };
    m_test = m_tasks.start<ConnectionTestReport>(
        this, std::move(spec), [this, id, feed, timer, tell](const Result<ConnectionTestReport> &report) {
            timer->deleteLater();
            tell();
            if (report)
                Q_EMIT testEnded(id, *report);
            else
                Q_EMIT testStopped(id);
            if (feed->marked)
                Q_EMIT markRead(id, *feed->marked);
        });
}

void ConnectionJobs::cancelTest()
{
    m_test.cancel();
}

void ConnectionJobs::deliver(const QUuid &id, const Result<MarkedDatabase> &marked)
{
    if (marked)
        Q_EMIT markRead(id, *marked);
    else
        Q_EMIT markFailed(id, marked.error());
}

void ConnectionJobs::readMark(const Draft &draft)
{
    withPassword(draft, [this, id = draft.profile.id](const ConnectionParameters &parameters) {
        core::TaskSpec<MarkedDatabase> spec;
        spec.quiet = true;
        spec.run = [parameters](core::TaskContext &context) { return connections::readMark(context, parameters); };
        m_tasks.start<MarkedDatabase>(this, std::move(spec),
                                      [this, id](const Result<MarkedDatabase> &marked) { deliver(id, marked); });
    });
}

void ConnectionJobs::setMark(const Draft &draft, postgres::Environment wanted, const QString &confirmedName)
{
    withPassword(draft, [this, id = draft.profile.id, wanted, confirmedName](const ConnectionParameters &parameters) {
        core::TaskSpec<MarkedDatabase> spec;
        spec.title = tr("Say what the database is used for");
        spec.subject = parameters.describe();
        spec.verdict = [](const MarkedDatabase &marked) {
            return tr("%1 now says: %2.").arg(marked.database, postgres::environmentName(marked.mark.environment));
        };
        spec.run = [parameters, wanted, confirmedName](core::TaskContext &context) {
            return connections::setMark(context, parameters, wanted, confirmedName);
        };
        m_tasks.start<MarkedDatabase>(this, std::move(spec), [this, id](const Result<MarkedDatabase> &marked) {
            if (marked)
                Q_EMIT markSet(id);
            deliver(id, marked);
        });
    });
}

void ConnectionJobs::save(const Draft &draft)
{
    core::TaskSpec<Profile> spec;
    spec.quiet = true;
    spec.run = [store = m_store, profile = draft.profile](core::TaskContext &) mutable { return store.save(profile); };
    m_tasks.start<Profile>(this, std::move(spec), [this, draft](const Result<Profile> &profile) {
        if (!profile) {
            Q_EMIT saveFailed(profile.error());
            return;
        }
        keepPassword(draft, *profile);
        Q_EMIT saved(draft, *profile);
    });
}

void ConnectionJobs::keepPassword(const Draft &draft, const Profile &profile)
{
    if (profile.passwordSource != PasswordSource::Keychain) {
        m_secrets.remove(profile.id, this, [](const Result<> &) {}); // none may be kept; without a keychain none is
        return;
    }
    if (!draft.passwordTyped)
        return;
    const auto done = [this, profile](const Result<> &kept) {
        if (!kept)
            Q_EMIT passwordNotKept(profile, kept.error());
    };
    if (draft.password.isEmpty())
        m_secrets.remove(profile.id, this, done);
    else
        m_secrets.write(profile.id, draft.password, this, done);
}

void ConnectionJobs::remove(const Profile &profile)
{
    core::TaskSpec<core::Nothing> spec;
    spec.quiet = true;
    spec.run = [store = m_store, id = profile.id](core::TaskContext &) mutable -> Result<core::Nothing> {
        const auto removed = store.remove(id);
        return removed ? Result<core::Nothing>() : core::fail(removed.error());
    };
    m_tasks.start<core::Nothing>(this, std::move(spec), [this, profile](const Result<core::Nothing> &done) {
        if (done)
            Q_EMIT removed(profile);
        else
            Q_EMIT removeFailed(done.error());
    });
}

void ConnectionJobs::forget(const QUuid &id)
{
    m_secrets.remove(id, this, [](const Result<> &) {}); // a keychain that is not there keeps nothing
}

void ConnectionJobs::readServices()
{
    using Entries = QList<connections::ServiceEntry>;
    core::TaskSpec<Entries> spec;
    spec.quiet = true;
    spec.run = [](core::TaskContext &) -> Result<Entries> { return connections::serviceEntries(); };
    m_tasks.start<Entries>(this, std::move(spec), [this](const Result<Entries> &entries) {
        Q_EMIT servicesRead(entries ? *entries : Entries());
    });
}

} // namespace civicq::widgets
