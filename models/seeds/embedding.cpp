// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seeds/embedding.h"

#include "seeds/random.h"
#include "seeds/seedtable.h"

namespace civicq::seeds {

QByteArray embedding(int topic, int cluster, int question)
{
    // Streams that never meet: one number names kind and index.
    Random ofTopic(0x746f70ULL << 32 | static_cast<quint64>(topic));
    Random ofCluster(0x636c75ULL << 32 | static_cast<quint64>(cluster));
    Random ofQuestion(0x717565ULL << 32 | static_cast<quint64>(question));
    QByteArray text = "[";
    for (int i = 0; i < embeddingDimensions; ++i) {
        const int value = ofTopic.between(-440, 440) + ofCluster.between(-740, 740) + ofQuestion.between(-170, 170);
        if (i > 0)
            text += ',';
        text += Cell::decimal(value, 4).text();
    }
    return text + ']';
}

} // namespace civicq::seeds
