#include "analysis/bibliography/reference_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "analysis/bibliography/entry_run.h"
#include "analysis/bibliography/linked_works.h"
#include "analysis/bibliography/marked_entry.h"
#include "analysis/bibliography/reference_memo.h"
#include "analysis/bibliography/scan.h"
#include "analysis/bibliography/sites.h"

namespace claimbase {
namespace {

// The fields that the markup gave for the block; null: none.
const MarkedEntry* fields_of(const Document& document, ByteRange block) {
  const auto found = std::ranges::lower_bound(document.entries, block.begin, {}, &MarkedEntry::at);
  return found != document.entries.end() && found->at < block.end ? &*found : nullptr;
}

// What the addresses of the entry's links say, where its words do not: "[Link to the study](https://doi.org/10...)".
void take_links(const Document& document, Reference& reference) {
  auto mark = std::ranges::lower_bound(document.marks, reference.range.begin, {},
                                       [](const InlineMark& each) { return each.range.begin; });
  for (; mark != document.marks.end() && mark->range.begin < reference.range.end; ++mark) {
    if (mark->kind != MarkKind::link || !mark->target.starts_with("http")) continue;
    const auto work = linked_work(mark->target);
    if (!work) {
      if (reference.url.empty()) reference.url = mark->target;
      continue;
    }
    if (reference.doi.empty()) reference.doi = work->doi;
    if (reference.pmid.empty()) reference.pmid = work->pmid;
    if (reference.pmcid.empty()) reference.pmcid = work->pmcid;
  }
}

// A page of which only title and address are given was published on the site of its address.
void take_site(Reference& reference) {
  const bool page = reference.type == "webpage" || reference.type == "legislation" || reference.type == "document";
  if (page && reference.container_title.empty() && reference.doi.empty() && reference.pmid.empty())
    reference.container_title = site_name(reference.url);
}

}  // namespace

ReferenceList read_references(const Document& document, ReferenceMemo* memo) {
  ReferenceList list;
  std::set<int> numbers;
  int counted = 0;
  const auto add = [&](Reference reference, int number) {
    take_site(reference);
    reference.number = number > 0 ? number : counted + 1;
    counted = std::max(counted, reference.number);
    const auto say = [&](Severity severity, const char* rule, std::string message) {
      list.diagnostics.push_back({severity, rule, reference.range, std::move(message)});
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
  };
  for (const auto& block : document.blocks) {
    if (block.kind != BlockKind::reference) continue;
    const auto printed = block.range.of(document.text);
    if (const auto* const fields = fields_of(document, block.range)) {
      Reference reference = reference_of(*fields, printed);
      reference.range = block.range;
      add(std::move(reference), block.number);
      continue;
    }
    const bool may_be_several = block.number == 0;
    const auto whole = ByteRange{0, static_cast<std::uint32_t>(printed.size())};
    for (const ByteRange piece : may_be_several ? split_run(printed) : std::vector<ByteRange>{whole}) {
      const std::string_view text = piece.of(printed);
      Reference reference = memo != nullptr ? memo->parse(text) : parse_reference(text);
      reference.range = {block.range.begin + piece.begin, block.range.begin + piece.end};
      take_links(document, reference);
      add(std::move(reference), block.number);
    }
  }
  add_linked_works(document, list.references);
  return list;
}

}  // namespace claimbase
