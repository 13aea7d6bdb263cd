#include "analysis/claim/built_in_vocabulary.h"

#include <algorithm>
#include <span>
#include <string>

#include "analysis/claim/vocabulary_archive.h"
#include "analysis/language/resource_table.h"

namespace claimbase {

std::span<const ResourceEntry> compiled_vocabulary_table();  // cmake/resources.cmake makes it

namespace {

constexpr std::string_view kPhrases = "phrases.";

std::string_view compiled(std::string_view name) {
  const std::span<const ResourceEntry> table = compiled_vocabulary_table();
  const auto found = std::ranges::find_if(table, [&](const ResourceEntry& entry) { return name == entry.name; });
  if (found == table.end()) return {};
  return {found->begin, static_cast<std::size_t>(found->end - found->begin)};
}

}  // namespace

Vocabulary Vocabulary::built_in() {
  return vocabulary_from_archive(compiled("concepts"));
}

std::vector<std::string> cue_languages() {
  std::vector<std::string> languages;
  for (const ResourceEntry& entry : compiled_vocabulary_table()) {
    const std::string_view name = entry.name;
    if (name.starts_with(kPhrases)) languages.emplace_back(name.substr(kPhrases.size()));
  }
  std::ranges::sort(languages);
  return languages;
}

CompiledPhrases phrases_of(const Vocabulary& vocabulary, std::string_view language, const std::vector<Cue>& cues,
                           Analyzer& analyzer) {
  const std::string_view bytes =
      vocabulary.is_built_in() ? compiled(std::string(kPhrases).append(language)) : std::string_view{};
  return bytes.empty() ? compile_phrases(vocabulary, language, cues, analyzer) : phrases_from_archive(bytes);
}

}  // namespace claimbase
