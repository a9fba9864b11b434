// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "driver.h"

#include <QtCore/QTimer>
#include <QtGui/QGenericPlugin>
#include <QtWidgets/QApplication>

namespace civicq::tests {

class DriverPlugin final : public QGenericPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "driver.json")
public:
    QObject *create(const QString &key, const QString &) override
    {
        if (key.compare(QLatin1StringView("CivicqDriver"), Qt::CaseInsensitive) != 0)
            return nullptr;
        // Made before the application object is whole: the driver itself starts with the event loop.
        auto *holder = new QObject;
        QTimer::singleShot(0, holder, [holder] { new Driver(qEnvironmentVariable("CIVICQ_DRIVER"), holder); });
        return holder;
    }
};

} // namespace civicq::tests

#include "driverplugin.moc"
