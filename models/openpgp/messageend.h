// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whether a message came to its end: told by its packets' lengths alone, as librnp has one error for what is cut off and
// for what is altered. Inside models/openpgp only; one thread at a time. Memory: a few bytes.

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

namespace civicq::openpgp {

class MessageEnd
{
public:
    void add(QByteArrayView bytes); // in the message's order
    // What was added stops where a packet does; of an armored message: after its last line.
    [[nodiscard]] bool isReached() const;

private:
    void addByte(unsigned char byte);
    void takeLength();

    enum class State { Begin, Tag, Length, Body, Endless };
    State m_state = State::Begin;
    bool m_armored = false;
    bool m_newFormat = false;
    bool m_partial = false; // another length follows the body
    int m_lengthBytes = 0;  // of an old-format length
    QByteArray m_length;
    qint64 m_left = 0; // of the body
    QByteArray m_tail; // of an armored message
};

} // namespace civicq::openpgp
