// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/connectionspage.h"

#include "common/card.h"
#include "common/messagestrip.h"
#include "common/statepane.h"
#include "common/themeicons.h"
#include "common/typography.h"
#include "connections/environmentcard.h"
#include "connections/profileform.h"
#include "connections/profilelist.h"
#include "connections/testcard.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;
using civicq::connections::Profile;

namespace civicq::widgets {

namespace {
constexpr int listWidth = 256;
constexpr int formWidth = 720; // no wider than is good to read
} // namespace

PageInfo ConnectionsPage::describe()
{
    PageInfo info;
    info.id = u"connections"_s;
    info.title = tr("Connections");
    info.iconName = u"network-connect"_s;
    info.toolTip = tr("Where your databases are, and how to reach them");
    info.keywords = {tr("server"),      tr("login"),   tr("password"), tr("production"),
                     tr("environment"), tr("profile"), u"SSL"_s};
    info.needsConnection = false;
    return info;
}

ConnectionsPage::ConnectionsPage(const Parts &parts, QWidget *parent)
    : Page(describe(), parent), m_parts(parts),
      m_jobs(new ConnectionJobs(parts.tasks, parts.secrets, parts.profiles.store(), this)), m_list(new ProfileList)
{
    makeActions();
    auto *split = new QSplitter;
    split->setObjectName(u"connectionsSplit"_s);
    split->setChildrenCollapsible(false);
    split->addWidget(makeSidebar());
    split->addWidget(makeEditor());
    split->setStretchFactor(1, 1);
    split->setSizes({listWidth, formWidth});
    split->setHandleWidth(grid::gap);
    split->handle(1)->setAccessibleName(tr("Width of the list"));
    m_pane = new StatePane(split);
    setBody(m_pane);
    setBodyScrolls();

    connectJobs();
    connect(m_list, &ProfileList::chosen, this, &ConnectionsPage::choose);
    connect(m_list, &ProfileList::activated, this, [this](const QUuid &id) {
        if (id == m_chosen)
            openChosen();
    });
    connect(m_form, &ProfileForm::edited, this, &ConnectionsPage::formEdited);
    connect(&m_parts.profiles, &QAbstractItemModel::modelReset, this, &ConnectionsPage::refresh);
    connect(&m_parts.connection, &connections::ActiveConnection::changed, this, &ConnectionsPage::refresh);
    refresh();
}

ConnectionsPage::~ConnectionsPage() = default;

QAction *ConnectionsPage::makeAction(const QString &name, const QString &iconName, const QString &text,
                                     const QString &toolTip, void (ConnectionsPage::*slot)())
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setObjectName(name);
    action->setToolTip(toolTip);
    connect(action, &QAction::triggered, this, slot);
    return action;
}

void ConnectionsPage::makeActions()
{
    m_new = makeAction(u"newConnection"_s, u"list-add"_s, tr("New connection"), tr("Begin with empty fields"),
                       &ConnectionsPage::newConnection);
    m_paste = makeAction(u"pasteAddress"_s, u"edit-paste"_s, tr("Paste address"),
                         tr("Take host, port, database, user and password from a postgresql:// address"),
                         &ConnectionsPage::pasteAddress);
    m_import = makeAction(u"importServices"_s, u"document-import"_s, tr("Take from pg_service.conf"),
                          tr("Choose among the entries of PostgreSQL's connection service file"),
                          &ConnectionsPage::importServices);
    m_duplicate = makeAction(u"duplicateConnection"_s, u"edit-copy"_s, tr("Duplicate connection"),
                             tr("Begin a new one with the fields of this one"), &ConnectionsPage::duplicate);
    m_open = makeAction(u"connectProfile"_s, u"network-connect"_s, tr("Connect"), tr("Work on this database"),
                        &ConnectionsPage::openChosen);
    m_undo = makeAction(u"undoRemove"_s, u"edit-undo"_s, tr("Undo"), tr("Bring the connection back"),
                        &ConnectionsPage::undoRemove);
    addHeaderAction(m_paste, false);
    addHeaderAction(m_new, false);
    addHeaderAction(m_open, true);
    for (const QAction *action : {m_paste, m_new, m_open})
        m_headerButtons.append(findChild<QPushButton *>(action->objectName() + u"Button"_s));
}

QList<QAction *> ConnectionsPage::commands() const
{
    return {m_new, m_paste, m_import, m_duplicate, m_open};
}

QWidget *ConnectionsPage::makeSidebar()
{
    auto *more = new QToolButton;
    more->setObjectName(u"moreConnections"_s);
    more->setText(tr("More"));
    more->setIcon(icon(u"application-menu"_s));
    more->setToolTip(tr("More ways to get a connection"));
    more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    more->setAutoRaise(true);
    auto *menu = new QMenu(more);
    menu->addActions({m_duplicate, m_paste, m_import});
    connect(more, &QToolButton::clicked, menu,
            [more, menu] { menu->popup(more->mapToGlobal(QPoint(0, -menu->sizeHint().height()))); });
    auto *inner = new QWidget;
    auto *layout = new QVBoxLayout(inner);
    layout->setContentsMargins(grid::unit, grid::unit, grid::unit, grid::unit);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_list, 1);
    layout->addWidget(more, 0, Qt::AlignLeft);
    auto *card = new Card;
    card->setBody(inner, true);
    card->setMinimumWidth(200);
    return card;
}

QWidget *ConnectionsPage::makeEditor()
{
    m_form = new ProfileForm;
    m_test = new TestCard;
    m_test->hide();
    m_environment = new EnvironmentCard;
    auto *cards = new QWidget;
    auto *column = new QVBoxLayout(cards);
    column->setContentsMargins(0, 0, grid::unit, 0);
    column->setSpacing(grid::gap);
    column->addWidget(m_test);
    column->addWidget(m_form);
    column->addWidget(m_environment);
    column->addStretch(1);
    cards->setMaximumWidth(formWidth);
    m_scroll = new QScrollArea;
    m_scroll->setWidget(cards);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    cards->setAutoFillBackground(false);

    m_strip = new MessageStrip(Meaning::Notice);
    m_strip->setObjectName(u"connectionsMessage"_s);
    m_strip->hide();
    m_undoStrip = new MessageStrip(Meaning::Notice);
    m_undoStrip->addButton(m_undo);
    m_undoStrip->hide();
    auto *editor = new QWidget;
    auto *layout = new QVBoxLayout(editor);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_strip);
    layout->addWidget(m_undoStrip);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(makeButtons());
    return editor;
}

QWidget *ConnectionsPage::makeButtons()
{
    const auto button = [this](const QString &name, const QString &iconName, const QString &text,
                               const QString &toolTip, void (ConnectionsPage::*slot)()) {
        auto *made = new QPushButton(icon(iconName), text);
        made->setObjectName(name);
        made->setToolTip(toolTip);
        connect(made, &QPushButton::clicked, this, slot);
        return made;
    };
    m_remove = button(u"removeConnection"_s, u"edit-delete"_s, tr("Remove"),
                      tr("Forget this connection; its database stays as it is"), &ConnectionsPage::removeChosen);
    m_testButton = button(u"testConnection"_s, u"dialog-ok"_s, tr("Test connection"),
                          tr("Try it step by step, with what the fields say now"), &ConnectionsPage::testChosen);
    m_discard = button(u"discardChanges"_s, u"edit-undo"_s, tr("Discard changes"), tr("Back to what is saved"),
                       &ConnectionsPage::discard);
    m_save =
        button(u"saveConnection"_s, u"document-save"_s, tr("Save"), tr("Keep this connection"), &ConnectionsPage::save);
    auto *bar = new QWidget;
    bar->setMaximumWidth(formWidth);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, grid::unit, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_remove);
    layout->addStretch(1);
    layout->addWidget(m_testButton);
    layout->addWidget(m_discard);
    layout->addWidget(m_save);
    return bar;
}

void ConnectionsPage::setShown(bool shown)
{
    if (shown) {
        m_parts.profiles.reload(); // civicq-db may have changed it
        refresh();
    } else {
        forgetRemoved();
    }
}

QList<Profile> ConnectionsPage::savedProfiles() const
{
    QList<Profile> profiles = m_parts.profiles.profiles();
    profiles.removeIf([](const Profile &profile) { return profile.isSandbox; });
    return profiles;
}

Draft ConnectionsPage::draftOf(const QUuid &id) const
{
    if (m_drafts.contains(id))
        return m_drafts.value(id);
    const Profile *saved = m_parts.profiles.find(id);
    return saved ? Draft{*saved, {}, false, false} : Draft();
}

void ConnectionsPage::choose(const QUuid &id)
{
    if (id == m_chosen)
        return;
    m_chosen = id;
    m_strip->hide();
    m_jobs->cancelTest();
    m_test->hide();
    m_form->setDraft(draftOf(id));
    m_environment->setUnread();
    refresh();
}

void ConnectionsPage::startDraft(Draft draft)
{
    draft.isNew = true;
    if (draft.profile.id.isNull())
        draft.profile.id = QUuid::createUuid();
    m_drafts.insert(draft.profile.id, draft);
    choose(draft.profile.id);
    m_scroll->ensureVisible(0, 0);
    m_form->focusName();
}

void ConnectionsPage::formEdited()
{
    const Draft now = m_form->draft();
    const Profile *saved = m_parts.profiles.find(m_chosen);
    if (!now.isNew && saved && now == Draft{*saved, {}, false, false})
        m_drafts.remove(m_chosen);
    else
        m_drafts.insert(m_chosen, now);
    refresh();
}

QString ConnectionsPage::unsavedWork() const
{
    int count = 0;
    for (const Draft &draft : std::as_const(m_drafts)) {
        Draft untouched;
        untouched.isNew = true;
        untouched.profile.id = draft.profile.id;
        count += draft == untouched ? 0 : 1; // begun, and nothing typed yet
    }
    return count > 0 ? tr("%n connection(s) are not saved.", nullptr, count) : QString();
}

void ConnectionsPage::refresh()
{
    refreshList();
    const QList<Profile> saved = savedProfiles();
    const bool none = saved.isEmpty() && m_drafts.isEmpty();
    if (none && m_parts.profiles.error()) {
        m_pane->showError(*m_parts.profiles.error(), [this] {
            m_parts.profiles.reload();
            refresh();
        });
    } else if (none) {
        const bool inSandbox = m_parts.connection.isOpen() && m_parts.connection.profile().isSandbox;
        m_pane->showEmpty(
            {u"network-connect"_s, tr("No saved connections yet"),
             tr("A connection says where a CivicQ database is and how to log in. Its password stays in this "
                "computer's keychain.")
                 + u' '
                 + (inSandbox ? tr("The sandbox, where you can try everything, is open and needs none.")
                              : tr("To try things without one, start the sandbox from the switcher above."))},
            {m_new, m_paste, m_import});
    } else {
        m_pane->showContent();
    }
    const bool edited = m_drafts.contains(m_chosen);
    const bool isNew = edited && m_drafts.value(m_chosen).isNew;
    m_open->setEnabled(!m_chosen.isNull());
    m_open->setText(edited ? tr("Save and connect") : tr("Connect"));
    for (QPushButton *button : std::as_const(m_headerButtons))
        button->setVisible(!none); // else they stand below the words that say there is nothing yet
    m_duplicate->setEnabled(!m_chosen.isNull());
    m_save->setEnabled(edited);
    m_discard->setVisible(edited);
    m_discard->setText(isNew ? tr("Do not add it") : tr("Discard changes"));
    m_remove->setVisible(!isNew && !m_chosen.isNull());
    QString sentence = none ? tr("Where your databases are, and how to reach them.")
                            : tr("%n saved connection(s).", nullptr, static_cast<int>(saved.size()));
    if (!m_drafts.isEmpty())
        sentence += u' ' + tr("%n not saved.", nullptr, static_cast<int>(m_drafts.size()));
    setSentence(sentence);
}

void ConnectionsPage::refreshList()
{
    QList<ProfileList::Entry> entries;
    QStringList groups;
    const QUuid open = m_parts.connection.isOpen() ? m_parts.connection.profile().id : QUuid();
    const auto add = [&](const Profile &profile, bool edited) {
        entries.append({profile, edited, profile.id == open});
        if (!profile.group.isEmpty() && !groups.contains(profile.group))
            groups.append(profile.group);
    };
    const QList<Profile> saved = savedProfiles();
    for (const Profile &profile : saved)
        add(m_drafts.contains(profile.id) ? m_drafts.value(profile.id).profile : profile,
            m_drafts.contains(profile.id));
    for (const Draft &draft : std::as_const(m_drafts)) {
        if (draft.isNew)
            add(draft.profile, true);
    }
    if (m_chosen.isNull() && !entries.isEmpty()) {
        m_chosen = entries.first().profile.id;
        m_form->setDraft(draftOf(m_chosen));
    }
    m_list->setEntries(entries);
    m_list->select(m_chosen);
    m_form->setGroups(groups);
}

} // namespace civicq::widgets
