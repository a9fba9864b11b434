// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The entries of PostgreSQL's connection service file, to choose from. GUI thread; the entries were read elsewhere.
// Object names: serviceDialog, serviceList, serviceAccept.

#include "connections/servicefile.h"

#include <QtWidgets/QDialog>

class QListWidget;

namespace civicq::widgets {

class ServiceDialog final : public QDialog
{
    Q_OBJECT
public:
    ServiceDialog(const QList<connections::ServiceEntry> &entries, QWidget *parent);
    [[nodiscard]] QList<connections::ServiceEntry> chosen() const;

private:
    QList<connections::ServiceEntry> m_entries;
    QListWidget *m_list;
};

} // namespace civicq::widgets
