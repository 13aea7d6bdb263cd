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

}  // namespace

void settle(Annotation& annotation, const Context& context) {
  std::vector<Item>& items = annotation.items;
  if (is_settled(items)) return;
  std::vector<Item> kept;
  kept.reserve(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
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
      return each.kind == ItemKind::substance && each.first != items[i].first && each.named && !is_group(*each.named);
    });
    const auto is_topic = [&](const Concept* each) { return each && each == context.topic; };
    const auto substance =
        std::find_if(first, last, [](const Item& each) { return each.kind == ItemKind::substance && !each.suffix; });
    const auto outcome = std::find_if(first, last, [](const Item& each) { return each.kind == ItemKind::outcome; });
    const bool as_outcome = outcome != last && (substance == last || (other_substance && !is_topic(substance->named)) ||
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
