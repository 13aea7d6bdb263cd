// Vocabulary::add: any bytes leave a vocabulary that can be asked.
#include <algorithm>

#include "analysis/claim/vocabulary.h"
#include "tests/fuzz/fuzz.h"

using claimbase::fuzz::require;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view rdf_xml = claimbase::fuzz::as_text(data, size);
  claimbase::Vocabulary vocabulary;
  for (const auto& diagnostic : vocabulary.add(rdf_xml)) {
    require(claimbase::fuzz::lies_in(diagnostic.range, rdf_xml), "a diagnostic lies in the file");
    require(diagnostic.rule.starts_with("vocabulary."), "a diagnostic is of the vocabulary's rules");
  }
  for (const auto& entry : vocabulary.concepts()) {
    require(!entry.id.empty() && vocabulary.find(entry.scheme, entry.id) == &entry, "a concept is found by its id");
    require(!entry.preferred_label("nl").empty(), "a concept has a name");
    const auto chain = vocabulary.broader_chain(entry.scheme, entry.id);
    auto unique = chain;
    std::sort(unique.begin(), unique.end());
    require(std::adjacent_find(unique.begin(), unique.end()) == unique.end(), "a broader concept is named once");
    const auto closure = vocabulary.narrower_closure(entry.scheme, entry.id);
    require(std::find(closure.begin(), closure.end(), entry.id) != closure.end(), "a concept is in its own closure");
  }
  const std::uint64_t before = vocabulary.fingerprint();
  require(before == vocabulary.fingerprint(), "a fingerprint depends on the content alone");
  return 0;
}
