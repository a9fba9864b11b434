// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The names and sizes FORMAT.md gives; written and read by the same words. Constants only.

#include <QtCore/QLatin1StringView>
#include <QtCore/QtTypes>

namespace civicq::archive {

inline constexpr QLatin1StringView readmeMember("README.txt");
inline constexpr QLatin1StringView schemaMember("schema.dump");
inline constexpr QLatin1StringView schemaListMember("schema.list");
inline constexpr QLatin1StringView preDataMember("schema/pre-data.sql");
inline constexpr QLatin1StringView postDataMember("schema/post-data.sql");
inline constexpr QLatin1StringView dataFolder("data/");
inline constexpr QLatin1StringView largeObjectsFolder("largeobjects/");
inline constexpr QLatin1StringView loadMember("load.sql");
inline constexpr QLatin1StringView sequencesMember("sequences.sql");
inline constexpr QLatin1StringView refreshMember("refresh.sql");
inline constexpr QLatin1StringView manifestMember("manifest.json");
inline constexpr QLatin1StringView sealMember("seal");

inline constexpr int formatVersion = 1;
inline constexpr qsizetype longestName = 99; // so that a header is one block
inline constexpr qint64 tarBlock = 512;
inline constexpr qint64 tarEnd = 1024; // zero bytes after the seal's padding
inline constexpr qint64 sealSize = 65; // 64 hexadecimal digits and a newline
// No row of a chunk begins further behind its first byte than this, before compression.
inline constexpr qint64 chunkSize = qint64(8) << 20;

} // namespace civicq::archive
