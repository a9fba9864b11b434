// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/addressdialog.h"

#include "common/themeicons.h"
#include "common/typography.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;
using civicq::postgres::ConnectionParameters;

namespace civicq::widgets {

namespace {

constexpr int dialogWidth = 560;
constexpr int markSize = 18;
const QString example = u"postgresql://user@host:5432/database"_s;

QString describe(const ConnectionParameters &parameters)
{
    QStringList parts{AddressDialog::tr("Database %1").arg(parameters.describe())};
    if (!parameters.user.isEmpty())
        parts.append(AddressDialog::tr("user %1").arg(parameters.user));
    if (!parameters.password.isEmpty())
        parts.append(AddressDialog::tr("with a password"));
    if (!parameters.sslMode.isEmpty())
        parts.append(AddressDialog::tr("SSL mode %1").arg(parameters.sslMode));
    return parts.join(u", "_s) + u'.';
}

} // namespace

AddressDialog::AddressDialog(QWidget *parent)
    : QDialog(parent), m_field(new QLineEdit), m_mark(new QLabel), m_words(makeLabel({}, Type::Text, true))
{
    setObjectName(u"addressDialog"_s);
    setWindowTitle(tr("Paste address"));
    m_field->setObjectName(u"addressField"_s);
    m_field->setAccessibleName(tr("Address"));
    m_field->setPlaceholderText(example);
    m_words->setWordWrap(true);
    m_words->setMinimumHeight(40);
    m_words->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_mark->setFixedWidth(markSize);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_accept = buttons->button(QDialogButtonBox::Ok);
    m_accept->setObjectName(u"addressAccept"_s);
    m_accept->setText(tr("Use address"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_field, &QLineEdit::textChanged, this, &AddressDialog::understand);

    auto *intro =
        makeLabel(tr("The &address, as your provider or a colleague gave it; SQLAlchemy's form is understood too."));
    intro->setWordWrap(true);
    intro->setBuddy(m_field);
    auto *found = new QHBoxLayout;
    found->setSpacing(grid::unit);
    found->addWidget(m_mark, 0, Qt::AlignTop);
    found->addWidget(m_words, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::margin, grid::margin, grid::margin, grid::margin);
    layout->setSpacing(12);
    layout->addWidget(intro);
    layout->addWidget(m_field);
    layout->addLayout(found);
    layout->addStretch(1);
    layout->addWidget(buttons);
    resize(dialogWidth, sizeHint().height());

    // What was just copied is most likely what is meant; it is shown and not used until the button says so.
    const QString copied = QGuiApplication::clipboard()->text().trimmed();
    if (copied.startsWith("postgres"_L1) && copied.contains("://"_L1))
        m_field->setText(copied);
    understand();
}

void AddressDialog::understand()
{
    const QString text = m_field->text().trimmed();
    const auto parameters = ConnectionParameters::fromUri(text);
    m_accept->setEnabled(parameters.has_value());
    m_mark->setVisible(!text.isEmpty());
    m_mark->setPixmap(meaningIcon(parameters ? Meaning::Good : Meaning::Warning)
                          .pixmap(QSize(markSize, markSize), devicePixelRatio()));
    if (text.isEmpty()) {
        m_words->clear();
    } else if (!parameters) {
        m_words->setText(tr("This is not understood yet. An address looks like %1.").arg(example));
    } else {
        m_words->setText(describe(*parameters));
        m_draft = {};
        m_draft.profile.parameters = *parameters;
        m_draft.password = parameters->password;
        m_draft.passwordTyped = !parameters->password.isEmpty();
        m_draft.profile.parameters.password = {};
        m_draft.profile.name = parameters->describe();
    }
}

} // namespace civicq::widgets
