// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/backuplistmodel.h"

#include "core/units.h"

#include <QtCore/QFileInfo>
#include <QtCore/QLocale>

#include <utility>

using namespace Qt::StringLiterals;

namespace civicq::backups {

namespace {

constexpr int minute = 60;
constexpr int hour = 60 * minute;
constexpr int day = 24 * hour;

QString dateText(const QDateTime &when)
{
    return QLocale().toString(when.toLocalTime(), QLocale::LongFormat);
}

QVariant sortValue(const BackupEntry &entry, int column)
{
    switch (column) {
    case BackupListModel::Name: return QFileInfo(entry.path).fileName();
    case BackupListModel::Made: return entry.header.made;
    case BackupListModel::Database: return entry.header.database;
    case BackupListModel::Holds: return BackupListModel::holdsText(entry.header);
    case BackupListModel::Size: return entry.bytes;
    case BackupListModel::Checked: return static_cast<int>(checkState(entry));
    case BackupListModel::Protected: return entry.encrypted;
    case BackupListModel::Where: return entry.known ? entry.known->copies.size() : 0;
    default: return {};
    }
}

} // namespace

CheckState checkState(const BackupEntry &entry)
{
    if (entry.isDamaged())
        return CheckState::Damaged;
    if (!entry.known)
        return CheckState::NotChecked;
    if (entry.known->isProven())
        return CheckState::Proven;
    return entry.known->proven.isValid() ? CheckState::Differs : CheckState::Whole;
}

void BackupListModel::setBackups(QList<BackupEntry> backups)
{
    beginResetModel();
    m_backups = std::move(backups);
    endResetModel();
}

int BackupListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_backups.size());
}

int BackupListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString BackupListModel::holdsText(const BackupHeader &header)
{
    if (!header.tables.isEmpty()) {
        const int count = static_cast<int>(header.tables.size());
        return header.part == Part::SchemaOnly ? tr("%n table(s), without rows", nullptr, count)
               : header.part == Part::DataOnly ? tr("%n table(s), rows only", nullptr, count)
                                               : tr("%n table(s)", nullptr, count);
    }
    switch (header.part) {
    case Part::Everything: return tr("Everything");
    case Part::SchemaOnly: return tr("Definitions, no rows");
    case Part::DataOnly: return tr("Rows, no definitions");
    }
    return {};
}

QString BackupListModel::agoText(const QDateTime &when, const QDateTime &now)
{
    const qint64 seconds = when.secsTo(now);
    if (seconds < minute)
        return tr("just now");
    if (seconds < hour)
        return tr("%n minute(s) ago", nullptr, static_cast<int>(seconds / minute));
    if (seconds < 2 * day)
        return tr("%n hour(s) ago", nullptr, static_cast<int>(seconds / hour));
    return tr("%n day(s) ago", nullptr, static_cast<int>(seconds / day));
}

QString BackupListModel::ageText(const QDateTime &when, const QDateTime &now)
{
    const qint64 seconds = when.secsTo(now);
    if (seconds < minute)
        return tr("a moment old");
    if (seconds < hour)
        return tr("%n minute(s) old", nullptr, static_cast<int>(seconds / minute));
    if (seconds < 2 * day)
        return tr("%n hour(s) old", nullptr, static_cast<int>(seconds / hour));
    return tr("%n day(s) old", nullptr, static_cast<int>(seconds / day));
}

QVariant BackupListModel::display(const BackupEntry &entry, int column) const
{
    switch (column) {
    case Made: return agoText(entry.header.made);
    case Size: return core::formatBytes(entry.bytes);
    case Checked:
        switch (checkState(entry)) {
        case CheckState::NotChecked: return tr("Not checked");
        case CheckState::Whole: return tr("Whole");
        case CheckState::Proven: return tr("Proven");
        case CheckState::Differs: return tr("Proof failed");
        case CheckState::Damaged: return tr("Damaged");
        }
        return {};
    case Protected: return entry.encrypted ? tr("Encrypted") : tr("Open");
    case Where:
        return entry.known && !entry.known->copies.isEmpty()
                   ? tr("Here and in %n other place(s)", nullptr, static_cast<int>(entry.known->copies.size()))
                   : tr("Here alone");
    default: return sortValue(entry, column);
    }
}

QVariant BackupListModel::toolTip(const BackupEntry &entry, int column) const
{
    switch (column) {
    case Name: return entry.path;
    case Made: return dateText(entry.header.made);
    case Database: return tr("PostgreSQL %1").arg(entry.header.serverVersion);
    case Holds: return entry.header.tables.isEmpty() ? QVariant() : QVariant(entry.header.tables.join(u'\n'));
    case Size: return tr("%1 bytes").arg(core::formatCount(entry.bytes));
    case Checked:
        if (entry.broken)
            return tr("Its end is missing or damaged: it cannot be restored");
        if (!entry.known)
            return tr("Not read to its end on this computer since it last changed; \"Verify\" does that");
        if (checkState(entry) == CheckState::Proven)
            return tr("Restored on %1 and found equal: %2 rows")
                .arg(dateText(entry.known->proven), core::formatCount(entry.known->rows));
        if (checkState(entry) == CheckState::Differs)
            return tr("Restored on %1, and not equal: %2")
                .arg(dateText(entry.known->proven), entry.known->proofProblem);
        if (!entry.known->valid)
            return tr("It did not read to its end on %1: it cannot be restored").arg(dateText(entry.known->checked));
        return tr("Read to its end on %1: %2 rows")
            .arg(dateText(entry.known->checked), core::formatCount(entry.known->rows));
    case Protected:
        return entry.encrypted ? tr("Only its passphrase or its key opens it")
                               : tr("Whoever has the file can read what is in it");
    case Where: return (QStringList{entry.path} + (entry.known ? entry.known->copies : QStringList())).join(u'\n');
    default: return {};
    }
}

QVariant BackupListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const BackupEntry &entry = m_backups.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return display(entry, index.column());
    case Qt::ToolTipRole: return toolTip(entry, index.column());
    case SortRole: return sortValue(entry, index.column());
    case StateRole: return index.column() == Checked ? QVariant(static_cast<int>(checkState(entry))) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Size ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter))
                                      : QVariant();
    default: return {};
    }
}

QVariant BackupListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == Size)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Name");
    case Made: return tr("Made");
    case Database: return tr("Database");
    case Holds: return tr("Holds");
    case Size: return tr("Size");
    case Checked: return tr("Checked");
    case Protected: return tr("Protected");
    case Where: return tr("Where");
    default: return {};
    }
}

} // namespace civicq::backups
