// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The steps of a wizard at its left: which are done, which is now, which are to come. For the eyes only; the step's own
// title says the same to a screen reader.

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

namespace civicq::widgets {

class WizardSteps : public QWidget
{
    Q_OBJECT
public:
    explicit WizardSteps(QWidget *parent = nullptr);
    void setSteps(const QStringList &titles);
    void setCurrent(int step);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintStep(QPainter &painter, int step) const;

    QStringList m_titles;
    int m_current = 0;
};

} // namespace civicq::widgets
