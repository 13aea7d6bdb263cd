#include "analysis/claim/ambiguity.h"

#include <algorithm>
#include <vector>

namespace claimbase {
namespace {

// "huid, haar en nagels": another outcome right beside it, joined by a comma or a conjunction.
bool stands_in_list(const Annotation& annotation, std::size_t index) {
  const std::vector<Item>& items = annotation.items;
  const Item& item = items[index];
  const auto joined = [&](const Item& left, const Item& right) {
    if (right.first < left.last || right.first - left.last > 2) return false;
    bool link = annotation.units[right.first].comma;
    for (const Item& between : items) {
      if (between.first >= left.last && between.last <= right.first && between.sense(CueClass::conjunction))
        link = true;
    }
    return link;
  };
  return std::ranges::any_of(items, [&](const Item& other) {
    return other.kind == ItemKind::outcome && !other.listed && (joined(other, item) || joined(item, other));
  });
}

// Whether each item can be read in one way only: most sentences.
bool is_settled(const std::vector<Item>& items) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].listed || items[i].suffix) return false;
    if (i > 0 && items[i].first == items[i - 1].first && items[i].kind != ItemKind::cue) return false;
  }
  return true;
}

// How many words may stand between a drug and what is changed of it: "de werking van sommige".
constexpr std::uint32_t kEfficacyReach = 2;

bool is_drug(const Item& item) {
  return item.kind == ItemKind::substance && item.named->kind == ConceptKind::drug;
}

bool is_efficacy(const Annotation& annotation, std::size_t index) {
  const Item& item = annotation.items[index];
  if (item.sense(CueClass::efficacy)) return true;
  const auto is_of = [&](const Item& next) { return next.first == item.last && next.sense(CueClass::genitive); };
  return item.kind == ItemKind::outcome && item.named == annotation.absorption && index + 1 < annotation.items.size() &&
         is_of(annotation.items[index + 1]);
}

// "vermindert de werking van de pil", "makes statins less effective": the drug and what is changed of it are one
// outcome, the interaction.
void join_interactions(Annotation& annotation) {
  std::vector<Item>& items = annotation.items;
  if (!annotation.interaction || std::ranges::none_of(items, is_drug)) return;
  std::vector<Item> kept;
  kept.reserve(items.size());
  std::size_t efficacy = items.size();  // the last one, while a drug may follow it
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    if (efficacy < items.size() && (item.first > items[efficacy].last + kEfficacyReach + 1 ||
                                    annotation.units[item.first].stop || annotation.units[item.first].comma)) {
      efficacy = items.size();
    }
    if (is_drug(item)) {
      const bool behind = i + 1 < items.size() && items[i + 1].first <= item.last + 1 &&
                          items[i + 1].sense(CueClass::efficacy) && !annotation.units[items[i + 1].first].stop;
      if (efficacy < items.size() || behind) {
        Item joined;
        joined.kind = ItemKind::outcome;
        joined.first = efficacy < items.size() ? items[efficacy].first : item.first;
        joined.last = behind ? items[i + 1].last : item.last;
        joined.named = annotation.interaction;
        joined.event = true;
        std::erase_if(kept, [&](const Item& each) { return each.first >= joined.first; });
        kept.push_back(joined);
        if (behind) ++i;
        efficacy = items.size();
        continue;
      }
    } else if (is_efficacy(annotation, i)) {
      efficacy = i;
      kept.push_back(item);
      continue;
    }
    kept.push_back(item);
  }
  items.assign(kept.begin(), kept.end());
}

// "spierklachten", "problemen met de spijsvertering": the words beside a body function that name its failing.
bool fails(const std::vector<Item>& items, std::size_t index) {
  const Item& item = items[index];
  for (std::size_t i = index + 1; i < items.size() && items[i].first <= item.last; ++i) {
    const Cue* disorder = items[i].first == item.last ? items[i].sense(CueClass::disorder) : nullptr;
    if (disorder) return !disorder->leads;
    // "memory and concentration impairment": what is joined to it fails too
    const bool joined = items[i].first == item.last && items[i].sense(CueClass::conjunction) && i + 1 < items.size() &&
                        items[i + 1].first == items[i].last && items[i + 1].kind == ItemKind::outcome;
    // "heart or kidney disease": of organs the disease is that of both
    const bool shares_disease =
        joined && item.place && items[i + 1].named->kind == ConceptKind::disease && !items[i + 1].inverse;
    if (joined) return shares_disease || fails(items, i + 1);
  }
  std::uint32_t begin = item.first;
  for (std::size_t i = index; i-- > 0 && items[i].last == begin;) {
    if (const Cue* disorder = items[i].sense(CueClass::disorder)) return disorder->leads;
    if (!items[i].sense(CueClass::article) && !items[i].sense(CueClass::adjective)) return false;
    begin = items[i].first;
  }
  return false;
}

// What is wanted and fails is read as its lack; of what is unwanted or neutral such words say nothing new.
void mark_failing(std::vector<Item>& items) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    Item& item = items[i];
    if (item.kind != ItemKind::outcome || item.inverse || item.event) continue;
    item.inverse = item.named->valence == Valence::good && fails(items, i);
  }
}

}  // namespace

void settle(Annotation& annotation, const Context& context) {
  join_interactions(annotation);
  if (annotation.may_hold(CueClass::disorder)) mark_failing(annotation.items);
  std::vector<Item>& items = annotation.items;
  if (is_settled(items)) return;
  std::vector<Item> kept;
  kept.reserve(items.size());
  bool verb_before = false;  // in this part of the sentence
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].kind == ItemKind::cue) {
      verb_before = (verb_before && !items[i].sense(CueClass::clause)) || items[i].sense(CueClass::verb) ||
                    items[i].sense(CueClass::change);
    }
    std::size_t end = i + 1;
    while (end < items.size() && items[end].first == items[i].first && items[end].kind != ItemKind::cue) ++end;
    if (end - i == 1 && items[i].listed) {
      if (stands_in_list(annotation, i)) kept.push_back(items[i]);
      continue;
    }
    if (end - i == 1 && !items[i].suffix) {
      kept.push_back(items[i]);
      continue;
    }
    const auto first = items.begin() + static_cast<std::ptrdiff_t>(i);
    const auto last = items.begin() + static_cast<std::ptrdiff_t>(end);
    const auto form = std::find_if(first, last, [&](const Item& each) {
      return each.suffix && base_is_spoken_of(*each.named, context, annotation.items);
    });
    if (form != last) {
      kept.push_back(*form);
      i = end - 1;
      continue;
    }
    const bool other_substance = std::ranges::any_of(items, [&](const Item& each) {
      return each.kind == ItemKind::substance && each.first != items[i].first && each.named && !is_group(*each.named) &&
             !is_drug(each);
    });
    const auto is_topic = [&](const Concept* each) { return each && each == context.topic; };
    const auto substance =
        std::find_if(first, last, [](const Item& each) { return each.kind == ItemKind::substance && !each.suffix; });
    const auto outcome = std::find_if(first, last, [](const Item& each) { return each.kind == ItemKind::outcome; });
    // "Stress raises cortisol": what a verb acts on
    const bool acted_upon =
        verb_before && !(!kept.empty() && kept.back().sense(CueClass::agent)) && (other_substance || !context.topic);
    const bool as_outcome =
        outcome != last && (substance == last || acted_upon || (other_substance && !is_topic(substance->named)) ||
                            (context.topic && !is_topic(substance->named)));
    if (as_outcome) {
      kept.push_back(*outcome);
    } else if (substance != last) {
      kept.push_back(*substance);
    }
    i = end - 1;
  }
  items.assign(kept.begin(), kept.end());  // not moved: its memory is used again
}

}  // namespace claimbase
