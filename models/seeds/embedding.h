// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Embeddings as a sentence model would give them, in what matters here: questions that ask the same lie close together,
// questions on one topic closer than on two. Private to models/seeds. Whole numbers only, so that every processor makes
// the same: each of the 384 components is a sum of a topic's, a cluster's and a question's own part, in units of 1/10000;
// the length comes to about 1. Cosine distance is some 0.04 within a cluster, 0.7 and more to the next.

#include <QtCore/QByteArray>

namespace civicq::seeds {

inline constexpr int embeddingDimensions = 384;

// pgvector's text form. The three numbers name the topic, the cluster and the question.
[[nodiscard]] QByteArray embedding(int topic, int cluster, int question);

} // namespace civicq::seeds
