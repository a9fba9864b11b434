// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An error in the page's own voice: what happened, what to do, the source's words under "Details", ready to copy.

#include "phrases/explanation.h"

#include <QtWidgets/QWidget>

#include <functional>

class QBoxLayout;

namespace civicq::widgets {

class ErrorView : public QWidget
{
    Q_OBJECT
public:
    explicit ErrorView(const phrases::Explanation &explanation, QWidget *parent = nullptr);
    void addAction(const QString &text, const QString &name, std::function<void()> run);

private:
    QBoxLayout *m_buttons;
};

} // namespace civicq::widgets
