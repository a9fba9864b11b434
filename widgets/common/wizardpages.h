// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a wizard's pages are made of: the step a capability writes, and the summary and verdict that every wizard has.

#include "common/palette.h"
#include "core/error.h"
#include "postgres/environment.h"

#include <QtCore/QPair>
#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

class QBoxLayout;
class QLabel;
class QLineEdit;

namespace civicq::widgets {

using Facts = QList<QPair<QString, QString>>; // "File": "C:/…/civicq_backup.sql.gz"

// What will happen, before the last click.
struct WizardPlan
{
    QString sentence; // "civicq will be backed up into one file."
    Facts facts;
    QStringList losses; // what will be lost or overwritten; empty: nothing
    QString database;   // the one it touches
    QString server;
    postgres::Environment environment = postgres::Environment::Unknown;
    QString actionText;     // "Back up now"
    bool dangerous = false; // cannot be undone: never the default button, on production the name is typed
    bool typeName = false;  // ask for the database's name anyway
};

// How it ended.
struct WizardVerdict
{
    Meaning meaning = Meaning::Good;
    QString headline; // "civicq is backed up."
    Facts facts;      // what was checked, where the file is
    QString next;     // what to do next
};

// One step with few fields: a title, a sentence, a body. GUI thread; owned by the wizard.
class WizardStep : public QWidget
{
    Q_OBJECT
public:
    WizardStep(const QString &objectName, const QString &title, const QString &lead = {});
    [[nodiscard]] QString title() const { return m_title; }

    virtual void enter() {}                                        // about to be shown
    [[nodiscard]] virtual bool isComplete() const { return true; } // Next is enabled; tell changes by completeChanged()
    // Next was pressed: a sentence why not, or empty.
    [[nodiscard]] virtual QString refusal() { return {}; }

Q_SIGNALS:
    void completeChanged();

protected:
    void setBody(QWidget *body); // takes ownership

private:
    QString m_title;
    QBoxLayout *m_layout;
};

// Facts in two columns: names quiet, values selectable.
[[nodiscard]] QWidget *makeFacts(const Facts &facts);

class SummaryPage final : public WizardStep
{
    Q_OBJECT
public:
    SummaryPage();
    void setPlan(const WizardPlan &plan);
    [[nodiscard]] bool isComplete() const override;
    [[nodiscard]] QString typedName() const;

private:
    void addNameField(QBoxLayout *layout, const QString &database);

    QWidget *m_body = nullptr;
    QBoxLayout *m_place;
    QLineEdit *m_name = nullptr;
    QString m_wanted;
};

class VerdictPage final : public QWidget
{
    Q_OBJECT
public:
    VerdictPage();
    void showVerdict(const WizardVerdict &verdict);
    void showError(const core::Error &error);

private:
    void replace(QWidget *body);

    QBoxLayout *m_layout;
    QWidget *m_body = nullptr;
};

} // namespace civicq::widgets
