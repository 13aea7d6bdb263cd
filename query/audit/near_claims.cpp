#include "query/audit/near_claims.h"

#include <algorithm>

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

constexpr std::string_view kClaims =
    "SELECT key, relation FROM claim WHERE substance = ?1 AND outcome = ?2 ORDER BY relation";

constexpr int kFarthest = 2;

}  // namespace

NearClaimReader::NearClaimReader(const Database& db)
    : same_(db, kSameClaims),
      substances_{Statement(db, kSubstances), {}},
      outcomes_{Statement(db, kOutcomes), {}},
      claims_(db, kClaims) {}

void NearClaimReader::same(std::string_view substance, std::string_view outcome, const Take& take) {
  same_.bind(1, substance).bind(2, outcome);
  while (same_.step()) {
    const KnownClaim claim{same_.integer(0),          substance, std::string(same_.text(1)), outcome,
                           valence_of(same_.text(2)), 0};
    if (!take(claim)) break;
  }
  same_.reset();
}

void NearClaimReader::near(std::string_view substance, std::string_view outcome, const Take& take) {
  const std::vector<NearConcept>& substances = near_to(substances_, substance);
  const std::vector<NearConcept>& outcomes = near_to(outcomes_, outcome);
  for (int wanted = 0; wanted <= kFarthest; ++wanted) {
    for (const NearConcept& s : substances) {
      const bool same_substance = s.id == substance;
      for (const NearConcept& t : outcomes) {
        const int away = same_substance && t.id == outcome ? 0 : std::max(s.away, t.away);
        if (away == wanted && !take_pair(s, t, away, take)) return;
      }
    }
  }
}

bool NearClaimReader::take_pair(const NearConcept& substance, const NearConcept& outcome, int away, const Take& take) {
  bool more = true;
  claims_.bind(1, substance.key).bind(2, outcome.key);
  while (more && claims_.step()) {
    more = take({claims_.integer(0), substance.id, std::string(claims_.text(1)), outcome.id, outcome.valence, away});
  }
  if (!more) claims_.reset();
  return more;
}

const std::vector<NearClaimReader::NearConcept>& NearClaimReader::near_to(Neighbourhood& known, std::string_view id) {
  const auto [place, is_new] = known.by_id.try_emplace(std::string(id));
  std::vector<NearConcept>& found = place->second;
  if (!is_new) return found;
  known.read.bind(1, id);
  while (known.read.step()) {
    found.push_back({known.read.integer(0), std::string(known.read.text(1)), valence_of(known.read.text(2)),
                     static_cast<int>(known.read.integer(3))});
  }
  std::ranges::stable_sort(found, {}, &NearConcept::id);
  return found;
}

}  // namespace claimbase
