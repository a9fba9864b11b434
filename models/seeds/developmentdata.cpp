// SPDX-FileCopyrightText: 2026 CivicQ Admin developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seeds/developmentdata.h"

using namespace Qt::StringLiterals;
using civicq::core::Result;

namespace civicq::seeds {

namespace {

// Name and columns of every table, in the order in which they are loaded.
constexpr std::pair<const char *, const char *> layout[] = {
    {"users",
     "id, created_at, updated_at, email, hashed_password, full_name, phone_number, role, is_superuser, city_id, "
     "city_name, verification_status, last_active, email_verified, two_factor_enabled, last_login, "
     "last_login_user_agent"},
    {"cities",
     "id, created_at, updated_at, name, slug, state, county, population, primary_contact_name, primary_contact_email, "
     "primary_contact_phone, primary_contact_title, status, verification_method, verified_at, verified_by, "
     "documentation_urls, official_email_domain, primary_color, secondary_color, settings, features, "
     "next_election_date, "
     "election_info_url, subscription_tier, total_voters, total_questions, total_ballots, onboarding_completed, "
     "onboarding_step, onboarding_data"},
    {"verification_records", "id, created_at, updated_at, user_id, method, provider, city_scope, status, metadata, "
                             "verified_at, expires_at"},
    {"city_staff", "id, created_at, updated_at, city_id, user_id, role, invited_by_id, invited_at, last_access"},
    {"city_invitations",
     "id, created_at, updated_at, city_id, email, role, token, invited_by_id, invited_at, expires_at, "
     "accepted, accepted_at, accepted_by_id"},
    {"ballots",
     "id, created_at, updated_at, city_id, city_name, election_date, version, source_metadata, is_published"},
    {"contests", "id, created_at, updated_at, ballot_id, type, title, jurisdiction, office, seat_count, description, "
                 "display_order"},
    {"candidates", "id, created_at, updated_at, contest_id, user_id, name, filing_id, email, phone, status, "
                   "profile_fields, website, identity_verified, identity_verified_at, display_order"},
    {"measures", "id, created_at, updated_at, contest_id, measure_number, measure_text, summary, fiscal_notes, "
                 "pro_statement, con_statement, pro_contacts, con_contacts"},
    {"questions", "id, created_at, updated_at, contest_id, author_id, current_version_id, question_text, issue_tags, "
                  "status, cluster_id, embedding, context, upvotes, downvotes, rank_score, representation_metadata, "
                  "is_flagged, moderation_notes"},
    {"question_versions", "id, created_at, updated_at, question_id, version_number, question_text, edit_author_id, "
                          "edit_reason, diff_metadata"},
    {"votes", "id, created_at, updated_at, user_id, question_id, value, device_risk_score, metadata"},
    {"video_answers", "id, created_at, updated_at, candidate_id, question_id, question_version_id, video_asset_id, "
                      "video_url, duration, transcript_id, transcript_text, captions_url, provenance_hash, "
                      "authenticity_metadata, status, position_summary, rationale, tradeoff_acknowledged, "
                      "implementation_plan, measurement_criteria, values_statement, is_open_question"},
    {"rebuttals",
     "id, created_at, updated_at, candidate_id, target_answer_id, target_claim_text, target_claim_timestamp, "
     "video_asset_id, video_url, duration, transcript_text, status"},
    {"claims", "id, created_at, updated_at, answer_id, claim_snippet, claim_timestamp, sources, is_verified, "
               "reviewer_notes"},
    {"videos", "id, user_id, answer_id, title, original_filename, file_size_bytes, mime_type, duration_seconds, width, "
               "height, fps, codec, bitrate, status, processing_started_at, processing_completed_at, processing_error, "
               "processing_progress, storage_provider, bucket_name, storage_region, original_key, transcoded_versions, "
               "transcription_language, has_captions, view_count, watch_time_seconds, created_at, updated_at"},
    {"reports", "id, created_at, updated_at, reporter_id, target_type, target_id, reason, description, status, "
                "resolved_by_id, resolution_notes"},
    {"moderation_actions", "id, created_at, updated_at, target_type, target_id, action_type, moderator_id, "
                           "rationale_code, rationale_text, report_id, is_public"},
    {"audit_logs", "id, created_at, updated_at, event_type, actor_id, target_type, target_id, event_data, "
                   "ip_address_hash, user_agent, city_scope, severity"},
    {"follows", "id, created_at, updated_at, user_id, target_type, target_id, target_value, notification_prefs"},
};

} // namespace

DevelopmentData::DevelopmentData(SeedTexts texts) : m_texts(std::move(texts))
{
    for (const auto &[name, columns] : layout)
        m_tables.append({name, columns, {}, 0});
}

SeedTable &DevelopmentData::table(const char *name)
{
    for (SeedTable &one : m_tables) {
        if (one.name == name)
            return one;
    }
    Q_UNREACHABLE();
}

Result<QList<SeedTable>> DevelopmentData::make()
{
    auto texts = SeedTexts::load();
    if (!texts)
        return core::fail(texts.error());
    DevelopmentData data(std::move(*texts));
    data.makeUsers();
    data.makeVerifications();
    data.makeElections();
    data.chooseQuestions();
    data.makeVersions();
    data.makeVotes();
    data.makeQuestions();
    data.makeAnswers();
    data.makeClaimsAndRebuttals();
    data.makeModeration();
    data.makeFollows();
    data.makeCities();
    return std::move(data.m_tables);
}

void DevelopmentData::log(const char *event, int actor, const char *targetType, int target, int city, qint64 minute,
                          const QJsonObject &data)
{
    const QJsonArray agents = m_texts.people.value("userAgents"_L1).toArray();
    const QString hash = QString::number(m_random.next(), 16).rightJustified(16, u'0');
    const char *severity = qstrcmp(event, "security_alert") == 0 ? "warning" : "info";
    table("audit_logs")
        .add({Cell::time(minute), Cell::time(minute), event, actor != 0 ? Cell(actor) : Cell(nullptr), targetType,
              target, data, hash, agents.at(m_random.below(static_cast<int>(agents.size()))).toString(),
              city >= 0 ? Cell(m_cities.at(city).slug) : Cell(nullptr), severity});
}

} // namespace civicq::seeds
