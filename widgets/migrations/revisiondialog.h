// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Asks for a new revision, or for one that merges the heads, and says before it is written what will be written and where.
// Nothing in a database changes. GUI thread, window-modal. Object names: revisionDialog, revisionMessage, revisionParent,
// revisionLabel, revisionAccept, revisionCancel.

#include "migrations/migrationfolder.h"
#include "migrations/newrevision.h"

#include <QtWidgets/QDialog>

#include <functional>

class QComboBox;
class QLineEdit;

namespace civicq::widgets {

class RevisionDialog : public QDialog
{
    Q_OBJECT
public:
    enum class Kind { New, Merge };
    // `after`: the revision that is chosen in the list, offered beside the heads; may be empty.
    static RevisionDialog *ask(QWidget *parent, Kind kind, const migrations::MigrationFolder &folder,
                               const QString &after, std::function<void(const migrations::NewRevision &)> accepted);

private:
    RevisionDialog(Kind kind, const migrations::MigrationFolder &folder, const QString &after, QWidget *parent);

    void addFields(const migrations::RevisionGraph &graph, const QString &after, class QFormLayout *form);
    [[nodiscard]] migrations::NewRevision wanted() const;

    Kind m_kind;
    QLineEdit *m_message;
    QLineEdit *m_label = nullptr;
    QComboBox *m_parent = nullptr;
};

} // namespace civicq::widgets
