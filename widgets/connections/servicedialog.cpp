// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/servicedialog.h"

#include "common/typography.h"

#include <QtCore/QDir>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;
using civicq::connections::ServiceEntry;

namespace civicq::widgets {

namespace {
constexpr int serviceDialogWidth = 520;
constexpr int dialogHeight = 360;
} // namespace

ServiceDialog::ServiceDialog(const QList<ServiceEntry> &entries, QWidget *parent)
    : QDialog(parent), m_entries(entries), m_list(new QListWidget)
{
    setObjectName(u"serviceDialog"_s);
    setWindowTitle(tr("Take from pg_service.conf"));
    m_list->setObjectName(u"serviceList"_s);
    m_list->setAccessibleName(tr("Entries"));
    for (const ServiceEntry &entry : entries) {
        auto *item = new QListWidgetItem(u"%1 – %2"_s.arg(entry.name, entry.parameters.describe()), m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
        item->setSizeHint(QSize(0, grid::tableRow));
        item->setToolTip(QDir::toNativeSeparators(entry.path));
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    QPushButton *accept = buttons->button(QDialogButtonBox::Ok);
    accept->setObjectName(u"serviceAccept"_s);
    accept->setText(tr("Add chosen"));
    accept->setEnabled(false);
    connect(m_list, &QListWidget::itemChanged, this, [this, accept] { accept->setEnabled(!chosen().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    QStringList places;
    for (const QString &path : connections::serviceFilePaths())
        places.append(QDir::toNativeSeparators(path));
    const QString nothing =
        tr("There is no connection service file with entries in it. PostgreSQL looks for one here:\n%1")
            .arg(places.join(u'\n'));
    m_list->setVisible(!entries.isEmpty());
    auto *intro = makeLabel(
        entries.isEmpty()
            ? nothing
            : tr("Each one chosen becomes a connection that refers to its entry: a change of the file still counts."));
    intro->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::margin, grid::margin, grid::margin, grid::margin);
    layout->setSpacing(12);
    layout->addWidget(intro);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    if (entries.isEmpty()) {
        accept->hide();
        buttons->button(QDialogButtonBox::Cancel)->setText(tr("Close"));
        layout->addStretch(1);
    }
    resize(serviceDialogWidth, entries.isEmpty() ? layout->totalHeightForWidth(serviceDialogWidth) : dialogHeight);
}

QList<ServiceEntry> ServiceDialog::chosen() const
{
    QList<ServiceEntry> entries;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            entries.append(m_entries.at(row));
    }
    return entries;
}

} // namespace civicq::widgets
