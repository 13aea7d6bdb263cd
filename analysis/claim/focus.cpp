#include "analysis/claim/focus.h"

#include <algorithm>

namespace claimbase {

bool is_group(const Concept& substance) {
  return substance.kind == ConceptKind::group;
}

bool base_is_spoken_of(const Concept& form, const Context& context, const std::vector<Item>& items) {
  const auto is_base = [&](const Concept* each) {
    return each && std::ranges::find(form.broader, each->id) != form.broader.end();
  };
  if (is_base(context.topic)) return true;
  if (context.has_focus() && std::ranges::any_of(context.focus->substances, is_base)) return true;
  return std::ranges::any_of(items,
                             [&](const Item& item) { return item.kind == ItemKind::substance && is_base(item.named); });
}

}  // namespace claimbase
