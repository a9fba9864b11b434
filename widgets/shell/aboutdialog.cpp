// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/aboutdialog.h"

#include "common/themeicons.h"
#include "common/typography.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>

using namespace Qt::StringLiterals;

namespace civicq::widgets {

namespace {

constexpr int readingWidth = 400; // the words wrap, in whatever language

QLabel *paragraph(const QString &text, Type type = Type::Text, bool secondary = false)
{
    QLabel *label = makeLabel(text, type, secondary);
    label->setWordWrap(true);
    label->setFixedWidth(readingWidth);
    return label;
}

} // namespace

AboutDialog::AboutDialog(QWidget *parent) : QDialog(parent)
{
    setObjectName(u"aboutDialog"_s);
    setWindowTitle(tr("About CivicQ Admin"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::margin, grid::margin, grid::margin, grid::gap);
    layout->setSpacing(grid::unit);
    auto *mark = new QLabel;
    mark->setPixmap(QApplication::windowIcon().pixmap(QSize(64, 64), devicePixelRatio()));
    layout->addWidget(mark);
    layout->addWidget(makeLabel(tr("CivicQ Admin %1").arg(QCoreApplication::applicationVersion()), Type::Title));
    layout->addWidget(paragraph(tr("Runs the database of a CivicQ city: migrations, seeds, backups, health.")));
    layout->addWidget(paragraph(tr("Free software under the GNU General Public License, version 3 or later.\nIt comes "
                                   "without any warranty."),
                                Type::Text, true));
    layout->addWidget(
        paragraph(tr("Built with Qt %1, KDE Frameworks and the Breeze icons.").arg(QLatin1StringView(qVersion())),
                  Type::Small, true));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addSpacing(grid::unit);
    layout->addWidget(buttons);
    layout->setSizeConstraint(QLayout::SetFixedSize); // there is nothing to gain by drawing it larger
}

} // namespace civicq::widgets
