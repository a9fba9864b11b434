// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// SQL, or the Python of an Alembic revision, to read: monospaced, highlighted, in colours that follow the theme. GUI thread.

#include <QtWidgets/QPlainTextEdit>

namespace civicq::widgets {

class SqlView : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit SqlView(QWidget *parent = nullptr);
    ~SqlView() override;

    void setSql(const QString &sql);
    void setPython(const QString &source);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setSource(const QString &text, const QString &language);

    struct Highlighting;
    std::unique_ptr<Highlighting> m_highlighting;
};

} // namespace civicq::widgets
