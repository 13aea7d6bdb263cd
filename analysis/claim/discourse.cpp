#include "analysis/claim/discourse.h"

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <utility>

#include "analysis/claim/subjects.h"

namespace claimbase {
namespace {

// A substance is the article's topic where it is in the title, or is this share of all that the article names.
constexpr double kTopicShare = 0.35;
constexpr int kTitleWeight = 8;

constexpr double kSameBlock = 1.0;
constexpr double kLeadIn = 0.95;
constexpr double kHeading = 0.9;
constexpr double kTopic = 0.8;

bool names_its_section(const Block& block) {
  return block.kind == BlockKind::heading || block.kind == BlockKind::title || block.kind == BlockKind::question;
}

void add_substances(const Subject& from, Subject& to) {
  if (to.empty()) {
    to.range = from.range;
    to.exposure = from.exposure;
  }
  for (const Concept* each : from.substances)
    if (std::ranges::find(to.substances, each) == to.substances.end()) to.substances.push_back(each);
}

// A substance that an article may be about: neither a category nor a drug.
bool may_be_topic(const Item& item) {
  return item.kind == ItemKind::substance && item.named->kind != ConceptKind::drug && !is_group(*item.named);
}

// In order; categories left out.
Subject substances_named(const Annotation& annotation) {
  Subject all;
  for (SubstanceGroup& group : substance_groups(annotation)) {
    std::erase_if(group.subject.substances, [](const Concept* each) { return is_group(*each); });
    if (!group.subject.empty()) add_substances(group.subject, all);
  }
  return all;
}

constexpr std::size_t kNoSentence = std::numeric_limits<std::size_t>::max();

struct Named {
  const Concept* substance = nullptr;
  ByteRange range;  // where first
  std::size_t last_sentence = kNoSentence;
  int weight = 0;
};

}  // namespace

int Discourse::lead_of(const Block& block) {
  const bool item = block.kind == BlockKind::list_item || block.kind == BlockKind::table_row;
  // a list under "Symptomen van een tekort"
  return block.lead_in < 0 && item ? block.heading : block.lead_in;
}

bool Discourse::listens_to(const Block& block) {
  return block.role == BlockRole::content || names_its_section(block);
}

Discourse::Discourse(const Document& document, std::span<const Sentence> sentences,
                     std::span<const Annotation> annotations)
    : document_(document), heading_subjects_(document.blocks.size()), blocks_(document.blocks.size()) {
  std::vector<Named> all;  // in the order in which they are first named
  std::unordered_map<const Concept*, std::size_t> places;
  int total = 0;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const Block& block = document.blocks[sentences[s].block];
    const std::vector<Item>& items = annotations[s].items;
    if (!listens_to(block) || std::ranges::none_of(items, may_be_topic)) continue;
    const int weight = block.kind == BlockKind::title ? kTitleWeight : 1;
    for (const Item& item : items) {
      if (!may_be_topic(item)) continue;
      const auto [place, is_new] = places.try_emplace(item.named, all.size());
      if (is_new) all.push_back({item.named, annotations[s].range_of(item)});
      Named& named = all[place->second];
      if (named.last_sentence == s) continue;  // named twice in one sentence is spoken of once
      named.last_sentence = s;
      named.weight += weight;
      total += weight;
    }
    if (names_its_section(block))
      add_substances(substances_named(annotations[s]), heading_subjects_[sentences[s].block]);
  }
  const auto most = std::ranges::max_element(all, {}, &Named::weight);
  if (most == all.end() || most->weight < kTopicShare * total) return;
  topic_ = most->substance;
  topic_subject_.substances = {topic_};
  topic_subject_.range = most->range;
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
  const int led_by = lead_of(block);
  const BlockState* lead = led_by >= 0 ? &blocks_[static_cast<std::size_t>(led_by)] : nullptr;
  if (lead && item && block.lead_in >= 0) {
    context.lead = lead->lead;
    context.lead_hedged = lead->lead_hedged;
  }
  if (lead) context.symptom = lead->symptom;
  context.at_risk = lead && item && lead->at_risk;
  if (lead && context.table && block.lead_in >= 0) context.columns = lead->columns;
  const BlockState& own = blocks_[b];
  context.opens_block = !own.read;
  if (!own.last.empty()) {
    context.focus = &own.last;
    context.confidence = kSameBlock;
    context.spoken = own.spoken.exposure;
    return context;
  }
  if (lead && block.lead_in >= 0) {
    const Subject& asked = heading_subjects_[static_cast<std::size_t>(block.lead_in)];
    if (!asked.empty() || !lead->last.empty()) {
      context.focus = asked.empty() ? &lead->spoken : &asked;
      context.confidence = kLeadIn;
      return context;
    }
  }
  if (const Subject* heading = heading_focus(block.heading)) {
    context.focus = heading;
    context.confidence = kHeading;
  } else if (topic_) {
    context.focus = &topic_subject_;
    context.confidence = kTopic;
  }
  return context;
}

void Discourse::note(std::uint32_t b, SentenceFrames& read) {
  BlockState& state = blocks_[b];
  // "... bij een tekort. Dat zijn symptomen. Het gaat om:": what says nothing itself leads in what was said before
  const bool says_nothing = read.subject.empty() && read.frames.empty() && !read.open_relation && !read.symptom;
  if (!says_nothing || !state.lack) state.symptom = read.symptom;
  if (!says_nothing || read.at_risk) state.at_risk = read.at_risk;
  state.lack = state.lack || read.lack;
  state.read = true;
  if (!read.subject.empty()) {
    state.spoken = read.subject;
    // A list item speaks of its head throughout: "Magnesiumcitraat: ... Deze vorm ..."
    const bool keeps_head = document_.blocks[b].kind == BlockKind::list_item && !state.last.empty();
    if (keeps_head) read.subject.substances = std::move(state.last.substances);
    state.last = std::move(read.subject);
    if (state.last.exposure != Exposure::form) state.last.exposure = Exposure::intake;
  }
  state.lead = read.open_relation;
  state.columns = std::move(read.columns);
  state.lead_hedged = read.hedged;
}

}  // namespace claimbase
