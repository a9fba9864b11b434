// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a dump's script defines, held against another's: the statements themselves, their order aside. Two dumps of the
// same definitions by one version of pg_dump from one version of the server hold the same statements; between versions
// only what is made, and under which name, can be compared. Plain value, any thread.

#include "backups/sqlreader.h"

#include <QtCore/QStringList>

namespace civicq::backups {

// How far a sequence has counted, as a dump says it.
struct SequenceState
{
    QByteArray sequence; // as SQL names it: public.users_id_seq
    qint64 value = 0;
    bool called = false;
    auto operator<=>(const SequenceState &) const = default;
};

class Definitions
{
public:
    enum class Compared { Text, Names };

    // Whatever is none (settings, rows) is passed over.
    void add(const SqlStatement &statement);

    // One that is not to be expected in the restored database.
    void leaveOut(const SqlStatement &statement);

    // A sentence for each that only one of the two has, at most twenty. `roles`: also owners and privileges.
    [[nodiscard]] QStringList differences(const Definitions &restored, Compared compared, bool roles) const;

    [[nodiscard]] const QList<SequenceState> &sequences() const { return m_sequences; }
    [[nodiscard]] qsizetype refreshes() const { return m_refreshes; } // materialized views that had rows

private:
    [[nodiscard]] QByteArrayList chosen(Compared compared, bool roles) const;

    QByteArrayList m_texts;
    QByteArrayList m_roles; // owners and privileges
    QByteArrayList m_names; // of what is created
    QList<SequenceState> m_sequences;
    qsizetype m_refreshes = 0;
};

} // namespace civicq::backups
