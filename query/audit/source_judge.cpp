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
  // What names no direction is not contradicted by one: "good for the blood pressure", "regulates stress".
  if (copy.claim.relation == "affects" || (copy.claim.relation == "supports" && copy.valence != Valence::good))
    question.side = Side::any;
  if (copy.claim.polarity == "negated") question.side = Side::none;
  question.valence = copy.valence;
  return question;
}

bool retracted(const IndexedLink& link) {
  return link.reference != nullptr && link.reference->notice == "retraction";
}

// A mention, and one thing it rests on; null: nothing.
struct Ground {
  const IndexedMention* mention = nullptr;
  const IndexedLink* link = nullptr;
  Stance stance = Stance::supporting;
};

// Smaller is better: level 1 to 5, unknown 6, named in words 7, nothing 8.
int rank_of(const IndexedLink* link) {
  if (link == nullptr) return 8;
  if (link->reference == nullptr) return 7;
  return link->reference->level == 0 ? 6 : link->reference->level;
}

int best_rank(const std::vector<const IndexedMention*>& mentions) {
  int best = 8;
  for (const IndexedMention* mention : mentions) {
    for (const IndexedLink& link : mention->stored->links) {
      if (!retracted(link)) best = std::min(best, rank_of(&link));
    }
  }
  return best;
}

void add_grounds(const IndexedMention& mention, Stance stance, std::vector<Ground>& grounds) {
  for (const IndexedLink& link : mention.stored->links) grounds.push_back({&mention, &link, stance});
  if (mention.stored->links.empty()) grounds.push_back({&mention, nullptr, stance});
}

std::string work_or_place(const Ground& ground, IndexedMentionReader& reader) {
  if (ground.link != nullptr && ground.link->reference != nullptr) return ground.link->reference->id;
  return ground.mention->stored->article.path + "\n" + reader.sentence(*ground.mention->stored);
}

// Each work once, the best place of it; what rests on nothing last.
std::vector<EvidenceItem> shown(std::vector<Ground> grounds, IndexedMentionReader& reader) {
  const auto place = [](const Ground& each) {
    return std::tuple(rank_of(each.link), each.link == nullptr ? 0.0 : -each.link->weight);
  };
  std::ranges::stable_sort(grounds, {}, place);
  std::set<std::string> seen;
  std::vector<EvidenceItem> items;
  for (const Ground& each : grounds) {
    if (items.size() == kShownEvidence) break;
    if (!seen.insert(work_or_place(each, reader)).second) continue;
    EvidenceItem& item = items.emplace_back(reader.shown(*each.mention->stored, each.link));
    item.claim = claim_line(each.mention->claim);
    item.stance = to_string(each.stance);
  }
  return items;
}

bool rests_on_something(const IndexedMention* mention) {
  return !mention->stored->links.empty();
}

// "A lack raises it" and "taking it lowers it" agree, and neither is a source of the other: they are held against each
// other only where the index has nothing that is said of the same.
bool is_lack(const MentionSummary& claim) {
  return claim.exposure == "deficiency";
}

void keep_alike(const CopyClaim& copy, std::vector<const IndexedMention*>& mentions, std::vector<Ground>& grounds) {
  const bool lack = is_lack(copy.claim);
  const auto alike = [&](const IndexedMention* mention) { return is_lack(mention->claim) == lack; };
  std::erase_if(mentions, [&](const IndexedMention* mention) { return !alike(mention); });
  std::erase_if(grounds, [&](const Ground& ground) { return !alike(ground.mention); });
}

}  // namespace

SourceJudgement judge_by_sources(const CopyClaim& copy, std::span<const IndexedMention> indexed,
                                 IndexedMentionReader& reader) {
  const Question question = question_of(copy);
  std::vector<const IndexedMention*> supporting;
  std::vector<const IndexedMention*> against;
  std::vector<Ground> grounds;
  std::vector<Ground> grounds_against;
  for (const IndexedMention& mention : indexed) {
    const Stance stance = stance_of(question, mention.claim, mention.valence);
    const bool supports = stance == Stance::supporting;
    // A narrower or broader claim that says otherwise does not contradict: LDL may rise while cholesterol falls.
    if (!supports && mention.away != 0) continue;
    (supports ? supporting : against).push_back(&mention);
    add_grounds(mention, stance, supports ? grounds : grounds_against);
  }
  const bool said_of_the_same = std::ranges::any_of(
      supporting, [&](const IndexedMention* mention) { return is_lack(mention->claim) == is_lack(copy.claim); });
  if (said_of_the_same) {
    keep_alike(copy, supporting, grounds);
    keep_alike(copy, against, grounds_against);
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
    judgement.evidence = shown(std::move(grounds_against), reader);
  } else if (sourced.empty()) {
    judgement.verdict = SourceVerdict::mentioned_only;
    judgement.evidence = shown(std::move(grounds), reader);
  } else {
    for (const Overstatement& each : overstatements(copy, sourced)) {
      judgement.reasons.push_back(each.rule);
      judgement.details.push_back(each.detail);
    }
    judgement.verdict = judgement.reasons.empty() ? SourceVerdict::supported : SourceVerdict::overstated;
    judgement.evidence = shown(std::move(grounds), reader);
  }
  return judgement;
}

}  // namespace claimbase
