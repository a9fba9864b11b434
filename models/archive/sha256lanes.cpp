// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/sha256lanes.h"

#include <QtCore/QtGlobal>

#ifdef Q_PROCESSOR_X86_64

#ifdef Q_CC_MSVC
#include <intrin.h>
#define CIVICQ_SHA
#else
#include <cpuid.h>
#include <immintrin.h>
// For these functions alone: whether the processor has the instructions is known only when the program runs.
#define CIVICQ_SHA __attribute__((target("sha,sse4.1")))
#endif

namespace civicq::archive {

namespace {

constexpr int blockBytes = 64;
constexpr int quads = 16; // of rounds, four at a time

// FIPS 180-4, 4.2.2: of the cube roots of the first 64 primes.
alignas(16) constexpr quint32 constants[] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

// A state as the instructions want it: A B E F and C D G H, the first word highest.
struct Lane
{
    __m128i abef;
    __m128i cdgh;
};

CIVICQ_SHA inline Lane fromState(const Sha256State &state)
{
    const auto *words = reinterpret_cast<const __m128i *>(state.data());
    const __m128i cdab = _mm_shuffle_epi32(_mm_loadu_si128(words), 0xb1);
    const __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128(words + 1), 0x1b);
    return {_mm_alignr_epi8(cdab, efgh, 8), _mm_blend_epi16(efgh, cdab, 0xf0)};
}

CIVICQ_SHA inline void toState(const Lane &lane, Sha256State &state)
{
    auto *words = reinterpret_cast<__m128i *>(state.data());
    const __m128i feba = _mm_shuffle_epi32(lane.abef, 0x1b);
    const __m128i dchg = _mm_shuffle_epi32(lane.cdgh, 0xb1);
    _mm_storeu_si128(words, _mm_blend_epi16(feba, dchg, 0xf0));
    _mm_storeu_si128(words + 1, _mm_alignr_epi8(dchg, feba, 8));
}

// Four rounds; `words` are those of the schedule with the constants added.
CIVICQ_SHA inline void fourRounds(Lane &lane, __m128i words)
{
    lane.cdgh = _mm_sha256rnds2_epu32(lane.cdgh, lane.abef, words);
    lane.abef = _mm_sha256rnds2_epu32(lane.abef, lane.cdgh, _mm_shuffle_epi32(words, 0x0e));
}

CIVICQ_SHA inline void oneBlock(Lane &first, Lane &second, const char *block)
{
    const __m128i bigEndian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    const Lane firstBefore = first;
    const Lane secondBefore = second;
    __m128i schedule[4];
    for (int i = 0; i < 4; ++i)
        schedule[i] = _mm_shuffle_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i *>(block) + i), bigEndian);
    for (int quad = 0; quad < quads; ++quad) {
        __m128i &words = schedule[quad & 3];
        const __m128i added = _mm_add_epi32(words, _mm_load_si128(reinterpret_cast<const __m128i *>(constants) + quad));
        fourRounds(first, added);
        fourRounds(second, added);
        // The same words sixteen rounds on.
        const __m128i &last = schedule[(quad + 3) & 3];
        words = _mm_sha256msg2_epu32(_mm_add_epi32(_mm_sha256msg1_epu32(words, schedule[(quad + 1) & 3]),
                                                   _mm_alignr_epi8(last, schedule[(quad + 2) & 3], 4)),
                                     last);
    }
    first = {_mm_add_epi32(first.abef, firstBefore.abef), _mm_add_epi32(first.cdgh, firstBefore.cdgh)};
    second = {_mm_add_epi32(second.abef, secondBefore.abef), _mm_add_epi32(second.cdgh, secondBefore.cdgh)};
}

struct Features
{
    int first = 0;  // leaf 1, ECX
    int second = 0; // leaf 7, EBX
};

Features featuresOfProcessor()
{
#ifdef Q_CC_MSVC
    int of1[4];
    int of7[4];
    __cpuid(of1, 0);
    const int leaves = of1[0];
    __cpuid(of1, 1);
    if (leaves < 7)
        return {of1[2], 0};
    __cpuidex(of7, 7, 0);
    return {of1[2], of7[1]};
#else
    unsigned a = 0;
    unsigned b = 0;
    unsigned c = 0;
    unsigned d = 0;
    Features found;
    if (__get_cpuid(1, &a, &b, &c, &d) != 0)
        found.first = static_cast<int>(c);
    if (__get_cpuid_count(7, 0, &a, &b, &c, &d) != 0)
        found.second = static_cast<int>(b);
    return found;
#endif
}

} // namespace

bool hasSha256Instructions()
{
    static const bool has = [] {
        constexpr int ssse3 = 1 << 9;
        constexpr int sse41 = 1 << 19;
        constexpr int sha = 1 << 29;
        const Features features = featuresOfProcessor();
        return (features.first & ssse3) != 0 && (features.first & sse41) != 0 && (features.second & sha) != 0;
    }();
    return has;
}

CIVICQ_SHA void compressIntoBoth(Sha256State &first, Sha256State &second, const char *blocks, qsizetype count)
{
    Lane one = fromState(first);
    Lane other = fromState(second);
    for (; count > 0; --count, blocks += blockBytes)
        oneBlock(one, other, blocks);
    toState(one, first);
    toState(other, second);
}

} // namespace civicq::archive

#else

namespace civicq::archive {

bool hasSha256Instructions()
{
    return false;
}

void compressIntoBoth(Sha256State &, Sha256State &, const char *, qsizetype)
{
    Q_UNREACHABLE();
}

} // namespace civicq::archive

#endif
