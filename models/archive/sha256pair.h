// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The SHA-256 of a whole and of one part of it after the other: of a file and its members. A part's bytes go under both:
// where the processor has instructions for SHA-256, in about the time of one (sha256lanes.h; through OpenSSL, one hash at
// a time, they took a tenth of a backup's processor time), elsewhere through OpenSSL. One thread at a time, nothing fails.

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <memory>

namespace civicq::archive {

class Sha256Pair
{
public:
    // `plain`: through OpenSSL, whatever the processor can do.
    explicit Sha256Pair(bool plain = false);
    ~Sha256Pair();

    void add(QByteArrayView bytes);       // of the whole alone
    void addToPart(QByteArrayView bytes); // of the part, and so of the whole
    // The 32 bytes; what comes next begins anew.
    [[nodiscard]] QByteArray part();
    [[nodiscard]] QByteArray whole();

private:
    class Hashes;
    class Lanes;
    class Plain;
    std::unique_ptr<Hashes> d;
};

} // namespace civicq::archive
