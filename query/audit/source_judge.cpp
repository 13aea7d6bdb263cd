#include "query/audit/source_judge.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <tuple>

#include "query/audit/overstatement.h"
#include "query/question.h"
#include "query/relations.h"

namespace claimbase {
namespace {

Question question_of(const CopyClaim& copy) {
  Question question;
  question.relation = copy.claim.relation;
  question.side = side_of(copy.claim.relation);
  if (copy.claim.exposure == "deficiency") question.side = opposite(question.side);
  // What names no direction is not contradicted by one: "good for the blood pressure", "lowers the blood pressure".
  if (copy.claim.relation == "affects" || (copy.claim.relation == "supports" && copy.valence == Valence::neutral))
    question.side = Side::any;
  if (copy.claim.polarity == "negated") question.side = Side::none;
  question.valence = copy.valence;
  return question;
}

bool retracted(const EvidenceItem& item) {
  return item.reference && item.reference->notice == "retraction";
}

// Smaller is better: level 1 to 5, unknown 6, named in words 7, nothing 8.
int rank_of(const EvidenceItem& item) {
  if (!item.reference) return item.attribution ? 7 : 8;
  return item.reference->level == 0 ? 6 : item.reference->level;
}

int best_rank(const std::vector<const IndexedMention*>& mentions) {
  int best = 8;
  for (const IndexedMention* mention : mentions) {
    for (const EvidenceItem& item : mention->links) {
      if (!retracted(item)) best = std::min(best, rank_of(item));
    }
  }
  return best;
}

void add_items(const IndexedMention& mention, Stance stance, std::vector<EvidenceItem>& items) {
  const auto add = [&](EvidenceItem item) {
    item.article = mention.article;
    item.format = mention.format;
    item.line = mention.line;
    item.sentence = mention.sentence;
    item.claim = claim_line(mention.claim);
    item.stance = to_string(stance);
    items.push_back(std::move(item));
  };
  for (const EvidenceItem& link : mention.links) add(link);
  if (mention.links.empty()) add({});
}

// Each work once, the best place of it; what rests on nothing last.
std::vector<EvidenceItem> shown(std::vector<EvidenceItem> items) {
  std::ranges::stable_sort(items, [](const EvidenceItem& a, const EvidenceItem& b) {
    return std::tuple(rank_of(a), -a.weight) < std::tuple(rank_of(b), -b.weight);
  });
  std::set<std::string> seen;
  std::erase_if(items, [&](const EvidenceItem& item) {
    return !seen.insert(item.reference ? item.reference->id : item.article + "\n" + item.sentence).second;
  });
  if (items.size() > kShownEvidence) items.resize(kShownEvidence);
  return items;
}

bool rests_on_something(const IndexedMention* mention) {
  return !mention->links.empty();
}

}  // namespace

SourceJudgement judge_by_sources(const CopyClaim& copy, std::span<const IndexedMention> indexed) {
  const Question question = question_of(copy);
  std::vector<const IndexedMention*> supporting;
  std::vector<const IndexedMention*> against;
  std::vector<EvidenceItem> for_items;
  std::vector<EvidenceItem> against_items;
  for (const IndexedMention& mention : indexed) {
    const Stance stance = stance_of(question, mention.claim, mention.valence);
    const bool supports = stance == Stance::supporting;
    // A narrower or broader claim that says otherwise does not contradict: LDL may rise while cholesterol falls.
    if (!supports && mention.away != 0) continue;
    (supports ? supporting : against).push_back(&mention);
    add_items(mention, stance, supports ? for_items : against_items);
  }
  SourceJudgement judgement;
  judgement.mentions = static_cast<std::int64_t>(supporting.size() + against.size());
  if (supporting.empty() && against.empty()) {
    judgement.verdict = SourceVerdict::no_evidence;
    return judgement;
  }
  std::vector<const IndexedMention*> sourced;
  std::ranges::copy_if(supporting, std::back_inserter(sourced), rests_on_something);
  const bool denied = std::ranges::any_of(against, rests_on_something) && best_rank(against) < best_rank(sourced);
  if (supporting.empty() || denied) {
    judgement.verdict = SourceVerdict::contradicted;
    judgement.evidence = shown(std::move(against_items));
  } else if (sourced.empty()) {
    judgement.verdict = SourceVerdict::mentioned_only;
    judgement.evidence = shown(std::move(for_items));
  } else {
    for (const Overstatement& each : overstatements(copy, sourced)) {
      judgement.reasons.push_back(each.rule);
      judgement.details.push_back(each.detail);
    }
    judgement.verdict = judgement.reasons.empty() ? SourceVerdict::supported : SourceVerdict::overstated;
    judgement.evidence = shown(std::move(for_items));
  }
  return judgement;
}

}  // namespace claimbase
