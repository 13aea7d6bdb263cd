// read_register_file: any bytes give entries with what an entry needs, in clean text, or problems on lines of the file.
#include <algorithm>
#include <set>

#include "analysis/language/unicode.h"
#include "analysis/register/register_export.h"
#include "tests/fuzz/fuzz.h"

using claimbase::fuzz::require;

namespace {

void require_clean(const std::string& text) {
  require(claimbase::is_valid_utf8(text), "a text is UTF-8");
  require(std::ranges::none_of(text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }), "a text is one line");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = claimbase::fuzz::as_text(data, size);
  const claimbase::RegisterFormat format = claimbase::register_format(bytes);
  const claimbase::RegisterFile file = claimbase::read_register_file(bytes);
  require(format != claimbase::RegisterFormat::unknown || file.entries.empty(), "no entries of a file that is none");
  require(file.entries.size() <= size, "an entry takes bytes");
  std::set<std::string_view> ids;
  for (const claimbase::RegisterEntry& each : file.entries) {
    require(ids.insert(each.id).second, "an id is one entry's");
    require(!each.nutrient.empty() && !each.claim_en.empty(), "an entry has a nutrient and a claim");
    if (format == claimbase::RegisterFormat::ours) continue;  // whose cells are kept as they are
    for (const std::string* text : {&each.id, &each.nutrient, &each.claim_en, &each.conditions, &each.restrictions,
                                    &each.regulation, &each.date, &each.health_relationship})
      require_clean(*text);
  }
  for (const claimbase::RegisterProblem& each : file.problems) {
    require(each.line >= 1 && each.line <= size + 1, "a line of the file");
    require(!each.rule.empty() && !each.message.empty(), "a problem says what it is");
  }
  return 0;
}
