#include "analysis/claim/subjects.h"

#include <algorithm>

namespace claimbase {
namespace {

constexpr std::uint32_t kJoinReach = 4;    // units between two substances of one group
constexpr std::uint32_t kDoseReach = 2;    // of these, "15 mg" before the second
constexpr std::uint32_t kBeforeReach = 2;  // "tekort aan het mineraal magnesium"
constexpr std::uint32_t kStateReach = 4;
constexpr std::uint32_t kAfterReach = 2;     // "magnesium status was low" is out of reach on purpose
constexpr std::uint32_t kCategoryReach = 4;  // "mineralen zoals calcium"

// Whether the second may be an example of the first: what is narrower, or of the same kind. "Eten met magnesium, zoals
// spinazie" gives examples of what is eaten.
bool may_be_example(const Concept& first, const Concept& second) {
  return first.kind == second.kind || std::ranges::find(second.broader, first.id) != second.broader.end();
}

bool joins(const Annotation& annotation, std::size_t from, std::size_t to) {
  const std::vector<Item>& items = annotation.items;
  std::uint32_t position = items[from].last;
  if (items[to].first < position || items[to].first - position > kJoinReach) return false;
  const Item* example = nullptr;
  for (std::size_t i = from + 1; i < to && !example; ++i) {
    if (items[i].sense(CueClass::example) && may_be_example(*items[from].named, *items[to].named)) example = &items[i];
  }
  bool joined = example != nullptr;
  for (std::uint32_t unit = position; unit <= items[to].first; ++unit) {
    // "omega-3 — met name DHA — ..."
    const bool opens_example = example && unit == example->first && annotation.units[unit].dash;
    if (annotation.units[unit].stop && !opens_example) return false;
    joined = joined || annotation.units[unit].comma;
  }
  for (std::size_t i = from + 1; i < to; ++i) {
    const Item& item = items[i];
    if (item.first < position) continue;
    if (item.first != position) return false;  // a word of which nothing is known
    const bool conjunction = item.sense(CueClass::conjunction) != nullptr;
    if (!conjunction && &item != example && !item.sense(CueClass::article) && !item.sense(CueClass::exposure) &&
        !item.sense(CueClass::state))
      return false;
    joined = joined || conjunction;
    position = item.last;
  }
  // "rode wijn, oude kaas": a word of which nothing is known may qualify the next one, as may a dose
  const std::uint32_t reach = annotation.units[position].number ? kDoseReach : 1;
  return joined && items[to].first - position <= reach;
}

// Where the group that begins with items[at] stands: what comes right before it, articles left out.
void place(const Annotation& annotation, std::size_t at, SubstanceGroup& group) {
  const std::vector<Item>& items = annotation.items;
  std::uint32_t anchor = items[at].first;
  for (std::size_t i = at; i-- > 0;) {
    const Item& before = items[i];
    if (before.last > anchor || anchor - before.last > 1 || annotation.units[anchor].stop) return;
    if (before.kind == ItemKind::outcome) {
      // "vitamine D-stofwisseling" is one word; "opname van magnesium" an outcome of the substance, not by it
      if (i + 1 < at) {
        group.beside = true;
        group.outcome_end = before.last;
      }
      return;
    }
    if (before.kind == ItemKind::substance) return;
    if (before.sense(CueClass::genitive) && anchor == before.last) {
      anchor = before.first;
      continue;
    }
    if (before.sense(CueClass::article) || before.sense(CueClass::exposure) || before.sense(CueClass::state)) {
      anchor = before.first;
      continue;
    }
    group.denied = before.sense(CueClass::negation) != nullptr;
    group.after_agent = before.sense(CueClass::agent) != nullptr;
    // "een aminozuur uit groene thee", "nitrates in spinach": where another one comes from
    group.beside = before.sense(CueClass::beside) || (before.sense(CueClass::locative) && !group.after_agent);
    group.companion = before.sense(CueClass::companion) != nullptr;
    const bool verb = before.sense(CueClass::verb) || before.sense(CueClass::auxiliary);
    group.inverted = verb && before.last == anchor && anchor == items[at].first;
    return;
  }
}

bool heads_an_outcome_word(const Annotation& annotation, std::size_t at) {
  const std::vector<Item>& items = annotation.items;
  for (std::size_t i = at + 1; i < items.size() && items[i].first <= items[at].last; ++i) {
    if (items[i].kind == ItemKind::outcome && items[i].first == items[at].last &&
        annotation.units[items[i].first].word == annotation.units[items[at].last - 1].word) {
      return true;
    }
  }
  return false;
}

bool is_attributive_deficiency(const Cue& cue) {
  return cue.type == CueClass::exposure && cue.exposure == Exposure::deficiency;
}

// Whether a noun of amount follows: in the same word ("magnesium|inname") or next to it ("magnesium levels").
bool is_measured(const Annotation& annotation, std::uint32_t last) {
  if (last < annotation.units.size() && annotation.units[last].word == annotation.units[last - 1].word) return true;
  return std::ranges::any_of(annotation.items, [&](const Item& item) {
    return item.first == last && (item.sense(CueClass::aspect) || item.sense(CueClass::state));
  });
}

// "kalium overtollig natrium": what touches the next substance is said of that one.
bool is_attribute_of_another(const Annotation& annotation, const Item& attribute) {
  return attribute.sense(CueClass::exposure) && std::ranges::any_of(annotation.items, [&](const Item& next) {
           return next.kind == ItemKind::substance && next.first == attribute.last && !is_group(*next.named) &&
                  annotation.units[next.first].word != annotation.units[attribute.last - 1].word;
         });
}

bool has_verb_between(const Annotation& annotation, std::uint32_t from, std::uint32_t to) {
  return std::ranges::any_of(annotation.items, [&](const Item& item) {
    return item.first >= from && item.last <= to && item.sense(CueClass::verb) != nullptr;
  });
}

// The exposure in the words beside units [first, last), nearest first; a state beats an attribute.
const Cue* exposure_beside(const Annotation& annotation, std::uint32_t first, std::uint32_t last) {
  constexpr std::uint64_t kTakenHow = bits_of(CueClass::state, CueClass::exposure);
  const Cue* found = nullptr;
  if ((annotation.classes & kTakenHow) == 0) return found;
  for (const Item& item : annotation.items) {
    if (!item.is_any(kTakenHow)) continue;
    const Cue* cue = item.sense(CueClass::state);
    if (!cue) cue = item.sense(CueClass::exposure);
    const bool inside = item.first >= first && item.last <= last;
    if (inside) continue;
    const bool before = item.last <= first;
    if (!before && item.first < last) continue;
    const std::uint32_t distance = before ? first - item.last : item.first - last;
    // "suppletie met 1000 mg calcium": the dose may stand between
    const std::uint32_t reach = before ? (cue->type == CueClass::state ? kStateReach : kBeforeReach) : kAfterReach;
    if (distance > reach) continue;
    if (!before && is_attribute_of_another(annotation, item)) continue;
    // "lage" must touch the substance, and stands before it: "magnesium lage bloeddruk" says nothing of magnesium.
    if (is_attributive_deficiency(*cue) && (!before || distance > 1)) continue;
    // "verlaagde magnesium de bloeddruk" tells what magnesium did; "verlaagde magnesiumspiegels" that there is too
    // little.
    if (cue->of_amount && !is_measured(annotation, last)) continue;
    bool cut = false;
    const std::uint32_t from = before ? item.last : last;
    const std::uint32_t to = before ? first : item.first;
    for (std::uint32_t unit = from; unit <= to && unit < annotation.units.size(); ++unit) {
      cut = cut || annotation.units[unit].stop ||
            (annotation.units[unit].comma && !annotation.units[unit].open_parenthesis);
    }
    // "bij mensen met een tekort helpt zink": who lacks it, and what is taken
    if (cut || (before && has_verb_between(annotation, item.last, first))) continue;
    const bool weaker = found && (found->exposure == Exposure::deficiency || found->exposure == Exposure::excess);
    if (!weaker) found = cue;
  }
  return found;
}

}  // namespace

std::vector<SubstanceGroup> substance_groups(const Annotation& annotation) {
  const std::vector<Item>& items = annotation.items;
  std::vector<SubstanceGroup> groups;
  const auto is_substance = [](const Item& item) { return item.kind == ItemKind::substance; };
  groups.reserve(static_cast<std::size_t>(std::ranges::count_if(items, is_substance)));
  std::size_t last_item = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    if (item.kind != ItemKind::substance || item.named->kind == ConceptKind::drug) continue;
    // "Unlike folate, vitamin B12 ...": what is only compared ends at the comma.
    const bool compared =
        !groups.empty() && (groups.back().beside || groups.back().companion) && annotation.units[item.first].comma;
    if (groups.empty() || compared || !joins(annotation, last_item, i)) {
      SubstanceGroup& group = groups.emplace_back();
      group.first = item.first;
      group.subject.range = annotation.range_of(item);
      place(annotation, i, group);
      group.beside = group.beside || heads_an_outcome_word(annotation, i);
    }
    SubstanceGroup& group = groups.back();
    group.subject.substances.push_back(item.named);
    group.last = item.last;
    group.subject.range.end = std::max(group.subject.range.end, annotation.range_of(item).end);
    last_item = i;
  }

  // "niet cafeïne maar chlorogeenzuur": denied only where another is named instead.
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (!groups[i].denied) continue;
    const auto contrast = std::ranges::find_if(items, [&](const Item& each) {
      const Cue* clause = each.sense(CueClass::clause);
      return each.first == groups[i].last && clause && clause->link == ClauseLink::contrast;
    });
    groups[i].denied =
        contrast != items.end() && i + 1 < groups.size() && groups[i + 1].first - contrast->last <= kBeforeReach;
  }

  // A category next to a real substance qualifies it.
  for (std::size_t i = 0; i < groups.size(); ++i) {
    SubstanceGroup& group = groups[i];
    const bool all_categories =
        std::ranges::all_of(group.subject.substances, [](const Concept* each) { return is_group(*each); });
    if (!all_categories) {
      std::erase_if(group.subject.substances, [](const Concept* each) { return is_group(*each); });
      continue;
    }
    const bool near_next = i + 1 < groups.size() && groups[i + 1].first >= group.last &&
                           groups[i + 1].first - group.last <= kCategoryReach &&
                           !annotation.units[groups[i + 1].first].stop;
    const bool near_before = i > 0 && group.first >= groups[i - 1].last && group.first - groups[i - 1].last <= 1 &&
                             !annotation.units[group.first].stop && !annotation.units[group.first].comma;
    if (near_next || near_before) group.subject.substances.clear();
  }
  std::erase_if(groups, [](const SubstanceGroup& group) { return group.subject.empty(); });

  for (SubstanceGroup& group : groups) {
    // "consumptie van groene thee": says no more than that it is taken
    const Cue* exposure = exposure_beside(annotation, group.first, group.last);
    if (exposure && exposure->exposure != Exposure::intake) {
      group.subject.exposure = exposure->exposure;
      group.subject.withheld = exposure->withheld;
    } else if (std::ranges::all_of(group.subject.substances,
                                   [](const Concept* each) { return each->kind == ConceptKind::form; })) {
      group.subject.exposure = Exposure::form;
    } else if (group.subject.substances.front()->kind == ConceptKind::food) {
      group.subject.exposure = Exposure::food;
    }
  }
  return groups;
}

}  // namespace claimbase
