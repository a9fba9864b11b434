// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/profileform.h"

#include "common/card.h"
#include "common/themeicons.h"
#include "common/typography.h"
#include "connections/optionsmodel.h"
#include "connections/optionstable.h"

#include <QtGui/QAction>
#include <QtGui/QIntValidator>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;
using civicq::connections::PasswordSource;
using civicq::postgres::ConnectionParameters;

namespace civicq::widgets {

namespace {

constexpr int labelWidth = 136;
constexpr int portWidth = 88;
constexpr int besideLabels = 480; // pixels of a card's body

// Fields beside their labels where there is room for both, below them where there is not.
class FormBody final : public QWidget
{
protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QWidget::resizeEvent(event);
        if (auto *form = qobject_cast<QFormLayout *>(layout()))
            form->setRowWrapPolicy(width() < besideLabels ? QFormLayout::WrapAllRows : QFormLayout::DontWrapRows);
    }
};

QFormLayout *makeForm(Card *card)
{
    auto *body = new FormBody;
    auto *form = new QFormLayout(body);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(grid::gap);
    form->setVerticalSpacing(12);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setFormAlignment(Qt::AlignLeft | Qt::AlignTop);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    card->setBody(body);
    return form;
}

// Label and field in one row; the labels of all cards end at the same place.
void addRow(QFormLayout *form, const QString &text, QWidget *field, QWidget *buddy = nullptr)
{
    auto *label = new QLabel(text);
    label->setMinimumWidth(labelWidth);
    label->setBuddy(buddy ? buddy : field);
    form->addRow(label, field);
}

// As wide as the card lets it be, however long its texts are.
QComboBox *makeBox(const QString &name, const QString &label)
{
    auto *box = new QComboBox;
    box->setObjectName(name);
    box->setAccessibleName(label);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(16);
    return box;
}

QLabel *hint(const QString &text)
{
    QLabel *label = makeLabel(text, Type::Small, true);
    label->setWordWrap(true);
    return label;
}

int indexOf(const QComboBox *box, const QVariant &value)
{
    return std::max(0, box->findData(value));
}

} // namespace

ProfileForm::ProfileForm(QWidget *parent) : QWidget(parent), m_options(new OptionsModel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::gap);
    layout->addWidget(makeServerCard());
    layout->addWidget(makeEncryptionCard());
    layout->addWidget(makeOptionsCard());
    const auto tell = [this] {
        if (!m_filling)
            Q_EMIT edited();
    };
    for (const QLineEdit *field : findChildren<QLineEdit *>())
        connect(field, &QLineEdit::textEdited, this, tell);
    connect(m_group, &QComboBox::currentTextChanged, this, tell);
    for (const QComboBox *box : {m_source, m_sslMode}) {
        connect(box, &QComboBox::currentIndexChanged, this, [this, tell] {
            showWhatApplies();
            tell();
        });
    }
    connect(m_options, &OptionsModel::edited, this, tell);
    setDraft({});
}

QLineEdit *ProfileForm::makeField(const QString &name, const QString &label, const QString &placeholder)
{
    auto *field = new QLineEdit;
    field->setObjectName(name);
    field->setAccessibleName(label);
    field->setPlaceholderText(placeholder);
    return field;
}

Card *ProfileForm::makeServerCard()
{
    auto *card = new Card(tr("Connection"));
    m_serverForm = makeForm(card);
    m_name = makeField(u"profileName"_s, tr("Name"), tr("For you, and for civicq-db --connection"));
    addRow(m_serverForm, tr("&Name"), m_name);
    m_group = makeBox(u"profileGroup"_s, tr("Group"));
    m_group->setEditable(true);
    m_group->setInsertPolicy(QComboBox::NoInsert);
    m_group->lineEdit()->setPlaceholderText(tr("None"));
    addRow(m_serverForm, tr("&Group"), m_group);

    m_host = makeField(u"profileHost"_s, tr("Host"), u"localhost"_s);
    m_host->setToolTip(tr("Name or address of the server; a folder for a local socket; several with commas between"));
    m_port = makeField(u"profilePort"_s, tr("Port"), u"5432"_s);
    m_port->setValidator(new QIntValidator(1, 65535, m_port));
    m_port->setFixedWidth(portWidth);
    auto *place = new QWidget;
    auto *row = new QHBoxLayout(place);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid::unit);
    auto *portLabel = new QLabel(tr("&Port"));
    portLabel->setBuddy(m_port);
    row->addWidget(m_host, 1);
    row->addSpacing(grid::unit);
    row->addWidget(portLabel);
    row->addWidget(m_port);
    addRow(m_serverForm, tr("&Host"), place, m_host);
    m_database = makeField(u"profileDatabase"_s, tr("Database"), tr("As the user is called"));
    addRow(m_serverForm, tr("&Database"), m_database);
    m_user = makeField(u"profileUser"_s, tr("User"), tr("As you are called on this computer"));
    addRow(m_serverForm, tr("&User"), m_user);
    addPasswordRows(m_serverForm);
    return card;
}

void ProfileForm::addPasswordRows(QFormLayout *form)
{
    m_source = makeBox(u"profilePasswordSource"_s, tr("Where the password is"));
    m_source->addItem(tr("Keep it in this computer's keychain"), static_cast<int>(PasswordSource::Keychain));
    m_source->addItem(tr("Ask for it each time"), static_cast<int>(PasswordSource::AskEachTime));
    m_source->addItem(tr("None here: PostgreSQL's password file or a certificate"),
                      static_cast<int>(PasswordSource::Libpq));
    addRow(form, tr("Pass&word"), m_source);
    m_password = makeField(u"profilePassword"_s, tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    QAction *reveal = m_password->addAction(icon(u"password-show-on"_s), QLineEdit::TrailingPosition);
    reveal->setCheckable(true);
    reveal->setToolTip(tr("Show the password"));
    for (QToolButton *button : m_password->findChildren<QToolButton *>())
        button->setAccessibleName(reveal->toolTip());
    connect(reveal, &QAction::toggled, m_password,
            [this](bool shown) { m_password->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
    connect(m_password, &QLineEdit::textEdited, this, [this] { m_draft.passwordTyped = true; });
    addRow(form, QString(), m_password);
}

Card *ProfileForm::makeEncryptionCard()
{
    auto *card = new Card(tr("Encryption"));
    m_sslForm = makeForm(card);
    m_sslMode = makeBox(u"profileSslMode"_s, tr("SSL mode"));
    m_sslMode->addItem(tr("prefer – encrypt if the server can (the default)"), QString());
    m_sslMode->addItem(tr("require – encrypt or do not connect"), u"require"_s);
    m_sslMode->addItem(tr("verify-ca – and the certificate must be trusted"), u"verify-ca"_s);
    m_sslMode->addItem(tr("verify-full – and it must be this server's"), u"verify-full"_s);
    m_sslMode->addItem(tr("allow – encrypt only if the server insists"), u"allow"_s);
    m_sslMode->addItem(tr("disable – never encrypt"), u"disable"_s);
    addRow(m_sslForm, tr("&SSL mode"), m_sslMode);
    m_sslRootCert = addFile(m_sslForm, tr("&Root certificate"), u"profileSslRootCert"_s,
                            tr("Whom to trust: the authority that issued the server's certificate"));
    m_sslCert =
        addFile(m_sslForm, tr("Your &certificate"), u"profileSslCert"_s, tr("Only where the server asks for one"));
    m_sslKey = addFile(m_sslForm, tr("Your &key"), u"profileSslKey"_s, tr("The private key of your certificate"));
    return card;
}

QLineEdit *ProfileForm::addFile(QFormLayout *form, const QString &label, const QString &name, const QString &toolTip)
{
    const QString plain = QString(label).remove(u'&');
    auto *field = makeField(name, plain, tr("PostgreSQL's usual place"));
    field->setToolTip(toolTip);
    auto *choose = new QToolButton;
    choose->setIcon(icon(u"document-open"_s));
    choose->setToolTip(tr("Choose a file"));
    choose->setAccessibleName(tr("Choose a file: %1").arg(plain));
    connect(choose, &QToolButton::clicked, this, [this, field, plain] {
        auto *dialog = new QFileDialog(this, plain, field->text());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, field, [this, field](const QString &path) {
            field->setText(path);
            Q_EMIT edited();
        });
        dialog->open();
    });
    auto *both = new QWidget;
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid::unit);
    row->addWidget(field, 1);
    row->addWidget(choose);
    addRow(form, label, both, field);
    m_sslFiles.append(both);
    return field;
}

Card *ProfileForm::makeOptionsCard()
{
    auto *card = new Card;
    m_more = new QToolButton;
    m_more->setObjectName(u"moreOptions"_s);
    m_more->setText(tr("More options"));
    m_more->setToolTip(tr("Service, password file, time limit, and every other option of PostgreSQL's client library"));
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setAutoRaise(true);
    connect(m_more, &QToolButton::clicked, this, [this] { unfold(m_moreBody->isHidden()); });
    QFormLayout *form = makeForm(card);
    m_moreBody = form->parentWidget();
    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_more, 0, Qt::AlignLeft);
    layout->addWidget(m_moreBody);
    card->setBody(body);
    m_service = makeField(u"profileService"_s, tr("Service"), tr("None"));
    m_service->setToolTip(tr("An entry of pg_service.conf: it fills in what is left empty above"));
    addRow(form, tr("Ser&vice"), m_service);
    m_passFile = makeField(u"profilePassFile"_s, tr("Password file"), tr("PostgreSQL's usual place"));
    addRow(form, tr("Password &file"), m_passFile);
    m_timeout = makeField(u"profileTimeout"_s, tr("Time limit in seconds"), u"10"_s);
    m_timeout->setValidator(new QIntValidator(0, 3600, m_timeout));
    m_timeout->setFixedWidth(portWidth);
    m_timeout->setToolTip(tr("How many seconds to wait for the server; 0 for as long as it takes"));
    addRow(form, tr("&Time limit (s)"), m_timeout);
    addRow(form, tr("&Other options"), new OptionsTable(m_options));
    form->addRow(QString(), hint(tr("As PostgreSQL names them: target_session_attrs, options, hostaddr, …")));
    unfold(false);
    return card;
}

void ProfileForm::unfold(bool open)
{
    m_moreBody->setVisible(open);
    m_more->setIcon(icon(open ? u"arrow-down"_s : u"arrow-right"_s));
    m_more->setAccessibleDescription(open ? tr("unfolded") : tr("folded"));
}

void ProfileForm::showWhatApplies()
{
    const bool keychain = m_source->currentData().toInt() == static_cast<int>(PasswordSource::Keychain);
    m_serverForm->setRowVisible(m_password, keychain);
    const QString mode = m_sslMode->currentData().toString();
    for (QWidget *file : std::as_const(m_sslFiles))
        m_sslForm->setRowVisible(file, mode != "disable"_L1);
}

void ProfileForm::setDraft(const Draft &draft)
{
    m_filling = true;
    m_draft = draft;
    const ConnectionParameters &parameters = draft.profile.parameters;
    const auto number = [](int value, int usual) { return value == usual ? QString() : QString::number(value); };
    m_name->setText(draft.profile.name);
    m_group->setCurrentText(draft.profile.group);
    m_host->setText(parameters.host);
    m_port->setText(number(parameters.port, 0));
    m_database->setText(parameters.database);
    m_user->setText(parameters.user);
    m_source->setCurrentIndex(indexOf(m_source, static_cast<int>(draft.profile.passwordSource)));
    m_password->setText(draft.password.reveal());
    m_password->setPlaceholderText(draft.isNew ? tr("Kept once the connection is saved")
                                               : tr("Type to replace the one that is kept"));
    m_sslMode->setCurrentIndex(indexOf(m_sslMode, parameters.sslMode == "prefer"_L1 ? QString() : parameters.sslMode));
    m_sslRootCert->setText(parameters.sslRootCert);
    m_sslCert->setText(parameters.sslCert);
    m_sslKey->setText(parameters.sslKey);
    m_service->setText(parameters.service);
    m_passFile->setText(parameters.passFile);
    m_timeout->setText(number(parameters.connectTimeoutSeconds, ConnectionParameters().connectTimeoutSeconds));
    m_options->setOptions(parameters.extra);
    unfold(!parameters.service.isEmpty() || !parameters.passFile.isEmpty() || !parameters.extra.isEmpty());
    showWhatApplies();
    m_filling = false;
}

Draft ProfileForm::draft() const
{
    Draft draft = m_draft;
    connections::Profile &profile = draft.profile;
    ConnectionParameters &parameters = profile.parameters;
    profile.name = m_name->text().trimmed();
    profile.group = m_group->currentText().trimmed();
    profile.passwordSource = static_cast<PasswordSource>(m_source->currentData().toInt());
    parameters.host = m_host->text().trimmed();
    parameters.port = m_port->text().toInt();
    parameters.database = m_database->text();
    parameters.user = m_user->text();
    parameters.sslMode = m_sslMode->currentData().toString();
    parameters.sslRootCert = m_sslRootCert->text();
    parameters.sslCert = m_sslCert->text();
    parameters.sslKey = m_sslKey->text();
    parameters.service = m_service->text().trimmed();
    parameters.passFile = m_passFile->text();
    const bool usualTime = m_timeout->text().isEmpty();
    parameters.connectTimeoutSeconds =
        usualTime ? ConnectionParameters().connectTimeoutSeconds : m_timeout->text().toInt();
    parameters.extra = m_options->options();
    draft.password = core::Secret(m_password->text());
    return draft;
}

void ProfileForm::setGroups(const QStringList &groups)
{
    const QString now = m_group->currentText();
    m_filling = true;
    m_group->clear();
    m_group->addItems(groups);
    m_group->setCurrentText(now);
    m_filling = false;
}

void ProfileForm::focusName()
{
    m_name->setFocus();
    m_name->selectAll();
}

} // namespace civicq::widgets
