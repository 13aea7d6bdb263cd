#include "query/question.h"

#include <algorithm>

#include "query/relation_cues.h"

namespace claimbase {
namespace {

constexpr std::size_t kMaxQuestionBytes = 4000;

bool is_relation(std::string_view name) {
  return std::ranges::find(kRelations, name) != kRelations.end();
}

// "substance:relation:outcome" with ids; empty where it is none.
Question from_claim_id(std::string_view text, ConceptTable& table) {
  const std::size_t first = text.find(':');
  const std::size_t last = text.rfind(':');
  if (first == std::string_view::npos || first == last) return {};
  const std::string_view relation = text.substr(first + 1, last - first - 1);
  if (!is_relation(relation)) return {};
  const std::int64_t substance = table.find(text.substr(0, first), false);
  const std::int64_t outcome = table.find(text.substr(last + 1), true);
  if (substance == ConceptTable::kNone || outcome == ConceptTable::kNone) return {};
  return {{substance}, {outcome}, std::string(relation), side_of(relation), table.at(outcome).valence};
}

struct Found {
  std::vector<MatchedConcept> substances;
  std::vector<MatchedConcept> outcomes;
};

Found sort_out(const std::vector<LabelMatch>& matches, ConceptTable& table) {
  Found found;
  std::vector<Found> both;
  for (const LabelMatch& match : matches) {
    Found here;
    for (const MatchedConcept& each : match.concepts) {
      (table.at(each.key).is_outcome ? here.outcomes : here.substances).push_back(each);
    }
    if (!here.substances.empty() && !here.outcomes.empty()) {
      both.push_back(std::move(here));
      continue;
    }
    found.substances.insert(found.substances.end(), here.substances.begin(), here.substances.end());
    found.outcomes.insert(found.outcomes.end(), here.outcomes.begin(), here.outcomes.end());
  }
  for (const Found& each : both) {
    const bool as_outcome = found.outcomes.empty() && !found.substances.empty();
    auto& to = as_outcome ? found.outcomes : found.substances;
    const auto& from = as_outcome ? each.outcomes : each.substances;
    to.insert(to.end(), from.begin(), from.end());
  }
  return found;
}

std::vector<std::int64_t> keys_of(const std::vector<MatchedConcept>& concepts) {
  std::vector<std::int64_t> keys;
  for (const MatchedConcept& each : concepts) {
    if (std::ranges::find(keys, each.key) == keys.end()) keys.push_back(each.key);
  }
  return keys;
}

// Neutral where they differ.
Valence common_valence(const std::vector<MatchedConcept>& outcomes, ConceptTable& table) {
  if (outcomes.empty()) return Valence::neutral;
  const Valence first = table.at(outcomes.front().key).valence;
  const bool same =
      std::ranges::all_of(outcomes, [&](const MatchedConcept& each) { return table.at(each.key).valence == first; });
  return same ? first : Valence::neutral;
}

// What "improves" means depends on the outcome: less of migraine, more of sleep; of blood pressure it cannot be said.
std::string relation_of(const std::string& cue, const std::vector<MatchedConcept>& outcomes, ConceptTable& table) {
  if (is_relation(cue)) return cue;
  if (cue == "causes") return "raises";
  const bool better = cue == "improves" || cue == "helps";
  if ((!better && cue != "worsens") || outcomes.empty()) return "";
  const Valence valence = common_valence(outcomes, table);
  if (valence == Valence::neutral) return "";
  const bool bad = valence == Valence::bad;
  if (better) return bad ? "treats" : "supports";
  return bad ? "raises" : "lowers";
}

std::string ids_of(const std::vector<std::int64_t>& concepts, ConceptTable& table) {
  std::string ids;
  for (const std::int64_t key : concepts) ids += (ids.empty() ? "" : " or ") + table.at(key).id;
  return ids;
}

}  // namespace

Question understand(std::string_view text, LabelIndex& index) {
  text = text.substr(0, kMaxQuestionBytes);
  ConceptTable& table = index.table();
  Question question = from_claim_id(text, table);
  if (!question.empty()) return question;
  const std::vector<LabelMatch> matches = index.find(text);
  const Found found = sort_out(matches, table);
  const QuestionCues cues = find_question_cues(text, matches, index.languages());
  question.substances = keys_of(found.substances);
  question.outcomes = keys_of(found.outcomes);
  question.relation = relation_of(cues.relation, found.outcomes, table);
  question.side = side_of(question.relation);
  const bool inverse = !found.outcomes.empty() && std::ranges::all_of(found.outcomes, &MatchedConcept::inverse);
  if (inverse) question.side = opposite(question.side);
  question.valence = common_valence(found.outcomes, table);
  if (cues.deficiency) question.side = opposite(question.side);
  return question;
}

std::string to_text(const Question& question, ConceptTable& table) {
  const std::string substances = ids_of(question.substances, table);
  const std::string outcomes = ids_of(question.outcomes, table);
  return (substances.empty() ? "any substance" : substances) + " " +
         (question.relation.empty() ? "and" : question.relation) + " " + (outcomes.empty() ? "any outcome" : outcomes);
}

std::string_view to_string(Stance stance) {
  switch (stance) {
    case Stance::supporting:
      return "for";
    case Stance::denied:
      return "denied";
    case Stance::no_effect:
      return "no effect";
    case Stance::opposite:
      return "the other way";
  }
  return "";
}

Stance stance_of(const Question& question, const MentionSummary& mention, Valence valence) {
  const bool negated = mention.polarity == "negated";
  if (mention.relation == "no-effect") return question.side == Side::none ? Stance::supporting : Stance::no_effect;
  if (question.side == Side::none) return negated ? Stance::supporting : Stance::opposite;
  Side side = side_of(mention.relation);
  if (mention.exposure == "deficiency") side = opposite(side);
  // Sleeplessness is narrower than sleep: less of the one is more of the other.
  const bool turned =
      valence != Valence::neutral && question.valence != Valence::neutral && valence != question.valence;
  if (turned) side = opposite(side);
  // "affects" names no direction, and what supports a normal blood pressure lowers it as well as it raises it.
  const bool undirected =
      mention.relation == "affects" || (mention.relation == "supports" && valence == Valence::neutral);
  if (question.side == Side::any || undirected || side == question.side) {
    return negated ? Stance::denied : Stance::supporting;
  }
  return Stance::opposite;
}

}  // namespace claimbase
