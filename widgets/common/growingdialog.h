// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A dialog that grows with what is said in it, so that it is read whole; it never shrinks under the hand. GUI thread.

#include <QtWidgets/QDialog>

namespace civicq::widgets {

class GrowingDialog : public QDialog
{
    Q_OBJECT
public:
    using QDialog::QDialog;

protected:
    bool event(QEvent *event) override;
};

} // namespace civicq::widgets
