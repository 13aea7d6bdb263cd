#include "query/audit/indexed_mentions.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "query/concepts.h"

namespace claimbase {
namespace {

// The claims on ?1 and ?2.
constexpr std::string_view kSameClaims =
    "SELECT c.key, c.relation, t.valence FROM concept AS s CROSS JOIN concept AS t CROSS JOIN claim AS c"
    " ON c.substance = s.key AND c.outcome = t.key WHERE s.id = ?1 AND s.scheme = 'substance' AND t.id = ?2"
    " AND t.scheme = 'outcome' ORDER BY c.relation";

// The substance ?1 with what is narrower, and the base of a form.
constexpr std::string_view kSubstances =
    "WITH RECURSIVE below (key) AS (SELECT key FROM concept WHERE id = ?1 AND scheme = 'substance'"
    " UNION SELECT b.concept FROM broader AS b JOIN below AS s ON b.broader = s.key)"
    " SELECT c.key, c.id, c.valence, 1 FROM below AS s JOIN concept AS c ON c.key = s.key"
    " UNION ALL SELECT base.key, base.id, base.valence, 2 FROM broader AS b"
    " JOIN concept AS c ON c.key = b.concept JOIN concept AS base ON base.key = b.broader"
    " WHERE c.id = ?1 AND c.scheme = 'substance' AND c.kind = 'form' AND base.kind <> 'group'";

// The outcome ?1 with what is narrower, and what is one step broader.
constexpr std::string_view kOutcomes =
    "WITH RECURSIVE below (key) AS (SELECT key FROM concept WHERE id = ?1 AND scheme = 'outcome'"
    " UNION SELECT b.concept FROM broader AS b JOIN below AS o ON b.broader = o.key)"
    " SELECT c.key, c.id, c.valence, 1 FROM below AS o JOIN concept AS c ON c.key = o.key"
    " UNION ALL SELECT p.key, p.id, p.valence, 2 FROM broader AS b"
    " JOIN concept AS c ON c.key = b.concept JOIN concept AS p ON p.key = b.broader"
    // What is good for the skin treats no acne.
    " WHERE c.id = ?1 AND c.scheme = 'outcome' AND p.valence IN (c.valence, 'neutral')";

constexpr std::string_view kClaims = "SELECT key, relation FROM claim WHERE substance = ?1 AND outcome = ?2";

// Of what is said everywhere only so much is weighed: an answer must not take longer the more there is.
constexpr std::string_view kMentions =
    "SELECT m.key, a.path, a.format, s.line, s.text, m.exposure, m.polarity, m.certainty, m.claim, best.rank FROM"
    // Those that rest on something, the best of it first ...
    " (SELECT sourced.key AS key, (SELECT min(CASE WHEN e.reference IS NULL THEN 70 WHEN r.level = 0 THEN 60 ELSE"
    " r.level * 10 END - e.weight) FROM evidence AS e LEFT JOIN reference AS r ON r.key = e.reference"
    " WHERE e.mention = sourced.key) AS rank FROM (SELECT n.key FROM json_each(?1) AS j CROSS JOIN mention AS n"
    " ON n.claim = j.value AND EXISTS (SELECT 1 FROM evidence AS e WHERE e.mention = n.key) LIMIT 40) AS sourced"
    // ... and some of the others.
    " UNION ALL SELECT bare.key, NULL FROM (SELECT n.key FROM json_each(?1) AS j CROSS JOIN mention AS n"
    " ON n.claim = j.value AND NOT EXISTS (SELECT 1 FROM evidence AS e WHERE e.mention = n.key) LIMIT 8) AS bare) AS "
    "best"
    " JOIN mention AS m ON m.key = best.key JOIN sentence AS s ON s.key = m.sentence"
    " JOIN article AS a ON a.key = m.article ORDER BY best.rank IS NULL, best.rank, a.path, m.ordinal LIMIT ?2";

constexpr std::string_view kLinks =
    "SELECT k.name, e.weight, e.reference, coalesce(n.number, 0),"
    " i.journal, i.year, i.study_design, i.authors, i.organisation, i.specific"
    " FROM evidence AS e JOIN link_kind AS k ON k.number = e.link LEFT JOIN reference AS r ON r.key = e.reference"
    " LEFT JOIN reference_entry AS n ON n.key = e.entry LEFT JOIN citation AS i ON i.key = e.citation"
    " WHERE e.mention = ?1 ORDER BY e.weight DESC, r.id, i.ordinal";

constexpr std::string_view kReference =
    "SELECT r.id,"
    " coalesce((SELECT w.family || w.literal FROM author AS w WHERE w.reference = r.key ORDER BY w.ordinal LIMIT 1), "
    "''),"
    " r.authors, r.et_al, r.year, r.title, r.container_title, r.study_design, r.level, r.notice, r.notice_date"
    " FROM reference AS r WHERE r.key = ?1";

constexpr std::string_view kQuantities =
    "SELECT kind, low, high, unit, printed FROM quantity WHERE mention = ?1 ORDER BY ordinal";

}  // namespace

IndexedMentionReader::IndexedMentionReader(const Database& db)
    : same_claims_(db, kSameClaims),
      substances_{Statement(db, kSubstances), {}},
      outcomes_{Statement(db, kOutcomes), {}},
      claims_(db, kClaims),
      mentions_(db, kMentions),
      links_(db, kLinks),
      reference_(db, kReference),
      quantities_(db, kQuantities) {}

std::vector<IndexedMention> IndexedMentionReader::read(std::string_view substance, std::string_view outcome) {
  std::vector<IndexedMention> mentions = mentions_of(same_claims(substance, outcome));
  const auto sourced = std::ranges::count_if(mentions, [](const IndexedMention& each) { return !each.links.empty(); });
  return sourced >= kEnoughSourced ? mentions : mentions_of(near_claims(substance, outcome));
}

// Copy names few substances and outcomes, in many pairs.
const std::vector<IndexedMentionReader::NearConcept>& IndexedMentionReader::near(Neighbourhood& known,
                                                                                 std::string_view id) {
  const auto [place, is_new] = known.by_id.try_emplace(std::string(id));
  if (!is_new) return place->second;
  known.read.bind(1, id);
  while (known.read.step()) {
    place->second.push_back({known.read.integer(0), std::string(known.read.text(1)), valence_of(known.read.text(2)),
                             static_cast<int>(known.read.integer(3))});
  }
  return place->second;
}

std::vector<IndexedMentionReader::KnownClaim> IndexedMentionReader::same_claims(std::string_view substance,
                                                                                std::string_view outcome) {
  std::vector<KnownClaim> claims;
  same_claims_.bind(1, substance).bind(2, outcome);
  while (same_claims_.step()) {
    claims.push_back({same_claims_.integer(0), substance, std::string(same_claims_.text(1)), outcome,
                      valence_of(same_claims_.text(2)), 0});
  }
  return claims;
}

// In the order of how near they are, and of their names.
std::vector<IndexedMentionReader::KnownClaim> IndexedMentionReader::near_claims(std::string_view substance,
                                                                                std::string_view outcome) {
  std::vector<KnownClaim> claims;
  const std::vector<NearConcept>& outcomes = near(outcomes_, outcome);
  for (const NearConcept& s : near(substances_, substance)) {
    for (const NearConcept& t : outcomes) {
      const int away = s.id == substance && t.id == outcome ? 0 : std::max(s.away, t.away);
      claims_.bind(1, s.key).bind(2, t.key);
      while (claims_.step()) {
        claims.push_back({claims_.integer(0), s.id, std::string(claims_.text(1)), t.id, t.valence, away});
      }
    }
  }
  std::ranges::stable_sort(claims, [](const KnownClaim& a, const KnownClaim& b) {
    return std::tie(a.away, a.substance, a.outcome, a.relation) < std::tie(b.away, b.substance, b.outcome, b.relation);
  });
  return claims;
}

std::vector<IndexedMention> IndexedMentionReader::mentions_of(const std::vector<KnownClaim>& claims) {
  std::map<std::int64_t, IndexedMention> found;  // by key: what is the same for each mention of one claim
  std::string keys;
  for (const KnownClaim& each : claims) {
    IndexedMention& like = found[each.key];
    like.claim.substance = each.substance;
    like.claim.relation = each.relation;
    like.claim.outcome = each.outcome;
    like.claim.claim = like.claim.substance + ':' + like.claim.relation + ':' + like.claim.outcome;
    like.valence = each.valence;
    like.away = each.away;
    keys += (keys.empty() ? "[" : ",") + std::to_string(each.key);
  }
  if (keys.empty()) return {};
  keys += ']';
  std::vector<IndexedMention> mentions;
  mentions_.bind(1, keys).bind(2, kMostMentions);
  while (mentions_.step()) {
    IndexedMention& mention = mentions.emplace_back(found[mentions_.integer(8)]);
    mention.article = mentions_.text(1);
    mention.format = mentions_.text(2);
    mention.line = static_cast<std::uint32_t>(mentions_.integer(3));
    mention.sentence = mentions_.text(4);
    mention.claim.exposure = mentions_.text(5);
    mention.claim.polarity = mentions_.text(6);
    mention.claim.certainty = mentions_.text(7);
    if (!mentions_.is_null(9)) read_links(mentions_.integer(0), mention.links);
    read_quantities(mentions_.integer(0), mention.quantities);
  }
  return mentions;
}

void IndexedMentionReader::read_links(std::int64_t mention, std::vector<EvidenceItem>& links) {
  links_.bind(1, mention);
  while (links_.step()) {
    const auto text = [this](int column) { return std::string(links_.text(column)); };
    EvidenceItem& item = links.emplace_back();
    item.link = text(0);
    item.weight = links_.real(1);
    if (links_.is_null(2)) {
      item.attribution = AttributionSummary{text(4), optional_integer(links_, 5), text(6), text(7),
                                            text(8), links_.integer(9) != 0,      {}};
    } else {
      item.reference = reference(links_.integer(2));
      item.reference->number = static_cast<int>(links_.integer(3));
    }
  }
}

// Many mentions rest on the same work.
const ReferenceSummary& IndexedMentionReader::reference(std::int64_t key) {
  const auto [place, is_new] = known_.try_emplace(key);
  if (!is_new) return place->second;
  reference_.bind(1, key);
  while (reference_.step()) {
    const auto text = [this](int column) { return std::string(reference_.text(column)); };
    place->second = ReferenceSummary{text(0),
                                     0,
                                     text(1),
                                     text(2),
                                     reference_.integer(3) != 0,
                                     optional_integer(reference_, 4),
                                     text(5),
                                     text(6),
                                     text(7),
                                     static_cast<int>(reference_.integer(8)),
                                     text(9),
                                     text(10)};
  }
  return place->second;
}

void IndexedMentionReader::read_quantities(std::int64_t mention, std::vector<IndexedQuantity>& quantities) {
  quantities_.bind(1, mention);
  while (quantities_.step()) {
    quantities.push_back({std::string(quantities_.text(0)), quantities_.real(1), quantities_.real(2),
                          std::string(quantities_.text(3)), std::string(quantities_.text(4))});
  }
}

}  // namespace claimbase
