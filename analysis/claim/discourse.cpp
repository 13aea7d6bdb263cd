#include "analysis/claim/discourse.h"

#include <algorithm>
#include <map>

namespace claimbase {
namespace {

// A substance is the article's topic where it is in the title, or is this share of all that the article names.
constexpr double kTopicShare = 0.35;
constexpr int kTitleWeight = 8;

constexpr double kSameBlock = 1.0;
constexpr double kLeadIn = 0.95;
constexpr double kHeading = 0.9;
constexpr double kTopic = 0.8;

bool is_heading(const Block& block) {
  return block.kind == BlockKind::heading || block.kind == BlockKind::title;
}

}  // namespace

Discourse::Discourse(const Document& document, std::span<const Sentence> sentences, const FindSubstances& find)
    : document_(document), heading_subjects_(document.blocks.size()), blocks_(document.blocks.size()) {
  std::map<const Concept*, int> counts;
  std::map<const Concept*, ByteRange> first_seen;
  int total = 0;
  for (std::size_t b = 0; b < document.blocks.size(); ++b) {
    const Block& block = document.blocks[b];
    if (!is_heading(block) && block.kind != BlockKind::question) continue;
    heading_subjects_[b] = find(block.range, block.language);
    for (const Concept* each : heading_subjects_[b].substances) {
      const int weight = block.kind == BlockKind::title ? kTitleWeight : 1;
      counts[each] += weight;
      total += weight;
      first_seen.try_emplace(each, heading_subjects_[b].range);
    }
  }
  for (const Sentence& sentence : sentences) {
    const Block& block = document.blocks[sentence.block];
    if (is_heading(block) || block.role != BlockRole::content) continue;
    const Subject named = find(sentence.range, block.language);
    for (const Concept* each : named.substances) {
      ++counts[each];
      ++total;
      first_seen.try_emplace(each, named.range);
    }
  }
  const auto most = std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; });
  if (most == counts.end() || most->second < kTopicShare * total) return;
  topic_ = most->first;
  topic_subject_.substances = {topic_};
  topic_subject_.range = first_seen[topic_];
}

const Subject* Discourse::heading_focus(int block) const {
  while (block >= 0) {
    const Subject& subject = heading_subjects_[static_cast<std::size_t>(block)];
    if (!subject.empty()) return &subject;
    const int parent = document_.blocks[static_cast<std::size_t>(block)].heading;
    if (parent >= block) break;
    block = parent;
  }
  return nullptr;
}

Context Discourse::context_for(std::uint32_t b) const {
  const Block& block = document_.blocks[b];
  Context context;
  context.topic = topic_;
  const bool item = block.kind == BlockKind::list_item || block.kind == BlockKind::table_row;
  context.table = block.kind == BlockKind::table_row;
  context.fragment = item || block.kind == BlockKind::answer;
  const BlockState* lead = block.lead_in >= 0 ? &blocks_[static_cast<std::size_t>(block.lead_in)] : nullptr;
  if (lead && item) {
    context.lead = lead->lead;
    context.lead_hedged = lead->lead_hedged;
  }
  if (lead) context.symptom = lead->symptom;
  if (lead && context.table) context.columns = lead->columns;
  const BlockState& own = blocks_[b];
  if (!own.last.empty()) {
    context.focus = own.last;
    context.confidence = kSameBlock;
    return context;
  }
  if (lead) {
    const Subject& asked = heading_subjects_[static_cast<std::size_t>(block.lead_in)];
    if (!asked.empty() || !lead->last.empty()) {
      context.focus = asked.empty() ? lead->spoken : asked;
      context.confidence = kLeadIn;
      return context;
    }
  }
  if (const Subject* heading = heading_focus(block.heading)) {
    context.focus = *heading;
    context.confidence = kHeading;
  } else if (topic_) {
    context.focus = topic_subject_;
    context.confidence = kTopic;
  }
  return context;
}

void Discourse::note(std::uint32_t b, const SentenceFrames& read) {
  BlockState& state = blocks_[b];
  if (!read.subject.empty()) {
    if (state.head.empty()) state.head = read.subject;
    state.last = state.spoken = read.subject;
    state.last.exposure = read.subject.exposure == Exposure::form ? Exposure::form : Exposure::intake;
    // A list item speaks of its head throughout: "Magnesiumcitraat: ... Deze vorm ..."
    if (document_.blocks[b].kind == BlockKind::list_item) state.last.substances = state.head.substances;
  }
  state.lead = read.open_relation;
  state.columns = read.columns;
  state.lead_hedged = read.hedged;
  state.symptom = read.symptom;
}

}  // namespace claimbase
