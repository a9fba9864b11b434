// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The fields of one connection. GUI thread; knows nothing of files, keychains or servers. Object names of the fields:
// profileName, profileGroup, profileHost, profilePort, profileDatabase, profileUser, profilePasswordSource,
// profilePassword, profileSslMode, profileSslRootCert, profileSslCert, profileSslKey, profileService, profilePassFile,
// profileTimeout, profileOptions, moreOptions (the button that unfolds).

#include "connections/draft.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QToolButton;

namespace civicq::widgets {

class Card;
class OptionsModel;

class ProfileForm final : public QWidget
{
    Q_OBJECT
public:
    explicit ProfileForm(QWidget *parent = nullptr);

    void setDraft(const Draft &draft);
    [[nodiscard]] Draft draft() const;
    void setGroups(const QStringList &groups); // offered for the group
    void focusName();
    void unfold(bool open);

Q_SIGNALS:
    void edited(); // by a person, at every change

private:
    Card *makeServerCard();
    Card *makeEncryptionCard();
    Card *makeOptionsCard();
    void addPasswordRows(QFormLayout *form);
    QLineEdit *addFile(QFormLayout *form, const QString &label, const QString &name, const QString &toolTip);
    QLineEdit *makeField(const QString &name, const QString &label, const QString &placeholder = {});
    void showWhatApplies();

    Draft m_draft; // what no field shows: id, whether it is new
    bool m_filling = false;
    QLineEdit *m_name = nullptr;
    QComboBox *m_group = nullptr;
    QLineEdit *m_host = nullptr;
    QLineEdit *m_port = nullptr;
    QLineEdit *m_database = nullptr;
    QLineEdit *m_user = nullptr;
    QComboBox *m_source = nullptr;
    QLineEdit *m_password = nullptr;
    QFormLayout *m_serverForm = nullptr;
    QComboBox *m_sslMode = nullptr;
    QFormLayout *m_sslForm = nullptr;
    QList<QWidget *> m_sslFiles;
    QLineEdit *m_sslRootCert = nullptr;
    QLineEdit *m_sslCert = nullptr;
    QLineEdit *m_sslKey = nullptr;
    QToolButton *m_more = nullptr;
    QWidget *m_moreBody = nullptr;
    QLineEdit *m_service = nullptr;
    QLineEdit *m_passFile = nullptr;
    QLineEdit *m_timeout = nullptr;
    OptionsModel *m_options;
};

} // namespace civicq::widgets
