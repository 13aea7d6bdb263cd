#include "analysis/bibliography/reference_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "analysis/bibliography/scan.h"

namespace claimbase {

ReferenceList read_references(const Document& document) {
  ReferenceList list;
  std::set<int> numbers;
  int counted = 0;
  for (const auto& block : document.blocks) {
    if (block.kind != BlockKind::reference) continue;
    auto reference = parse_reference(block.range.of(document.text));
    reference.range = block.range;
    reference.number = block.number > 0 ? block.number : counted + 1;
    counted = std::max(counted, reference.number);
    const auto say = [&](Severity severity, const char* rule, std::string message) {
      list.diagnostics.push_back({severity, rule, block.range, std::move(message)});
    };
    if (!numbers.insert(reference.number).second) {
      say(Severity::warning, "reference.duplicate-number",
          fmt::format("two entries have the number {}", reference.number));
    }
    if (scan::letters(reference.title) + scan::letters(reference.container_title) == 0) {
      say(Severity::warning, "reference.unparsed", "no title found in the entry");
    } else if (!reference.year) {
      say(Severity::note, "reference.no-year", "no year found in the entry");
    }
    if (reference.unsure) say(Severity::note, "reference.unsure", "parts of the entry may be read wrongly");
    list.references.push_back(std::move(reference));
  }
  return list;
}

}  // namespace claimbase
