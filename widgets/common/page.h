// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the shell knows of a capability: a title, one sentence that says how things stand, a main action, commands for the
// search field, and a body. GUI thread. A page is made once in app/admin with the models it needs and lives as long as
// the window; it works only while it is shown (setShown), so that nothing polls unseen.

#include <QtGui/QAction>
#include <QtWidgets/QWidget>

class QLabel;
class QBoxLayout;

namespace civicq::widgets {

struct PageInfo
{
    QString id;                  // "overview": for state that is remembered, and for links between pages
    QString title;               // tr("Overview")
    QString iconName;            // of the Breeze theme: "speedometer"
    QString toolTip;             // one sentence on what is done here
    QStringList keywords;        // other words the search field finds it by
    bool needsConnection = true; // without one the shell shows how to get one instead
};

class Page : public QWidget
{
    Q_OBJECT
public:
    explicit Page(PageInfo info, QWidget *parent = nullptr);

    [[nodiscard]] const PageInfo &info() const { return m_info; }
    [[nodiscard]] QString sentence() const;

    [[nodiscard]] int heightForWidth(int width) const override;

    // Called by the shell when the page comes into view or leaves it (also when the window is minimized).
    virtual void setShown(bool shown);
    // What a person can do here, for Ctrl+K; texts as on the buttons.
    [[nodiscard]] virtual QList<QAction *> commands() const { return {}; }
    // What would be lost if the program ended now, in a sentence; empty when nothing would.
    [[nodiscard]] virtual QString unsavedWork() const { return {}; }

Q_SIGNALS:
    void sentenceChanged(const QString &sentence);
    void pageRequested(const QString &id); // "take me there"

protected:
    void setSentence(const QString &sentence);
    // The one main action, as a button at the right of the title; secondary ones to its left, icons alone where there is
    // no room for their words. The button's object name is the action's with "Button" after it.
    void addHeaderAction(QAction *action, bool main);
    // Everything below the header; takes ownership.
    void setBody(QWidget *body);
    // The body scrolls in itself: the page takes the height there is, and is scrolled only below the least it needs.
    // Otherwise it is scrolled as soon as it has not the height it would like.
    void setBodyScrolls() { m_bodyScrolls = true; }
    bool event(QEvent *event) override;

private:
    void fitActions();

    PageInfo m_info;
    QLabel *m_title;
    QLabel *m_sentence;
    QBoxLayout *m_actions;
    QBoxLayout *m_layout;
    int m_secondaryActions = 0;
    QWidget *m_body = nullptr;
    bool m_bodyScrolls = false;
};

} // namespace civicq::widgets
