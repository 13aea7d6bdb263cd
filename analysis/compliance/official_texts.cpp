#include "analysis/compliance/official_texts.h"

#include <algorithm>

#include "analysis/language/unicode.h"

namespace claimbase {
namespace {

constexpr std::size_t kMostVariants = 27;  // of one text: three places with a choice

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t';
}

// The word with a slash at or behind `from`, half-open; begin == text.size() where there is none.
std::pair<std::size_t, std::size_t> next_choice(std::string_view text, std::size_t from) {
  const std::size_t slash = text.find('/', from);
  if (slash == std::string_view::npos) return {text.size(), text.size()};
  std::size_t begin = slash;
  while (begin > 0 && !is_space(text[begin - 1])) --begin;
  std::size_t end = slash;
  while (end < text.size() && !is_space(text[end])) ++end;
  return {begin, end};
}

}  // namespace

std::vector<std::string> said_as(std::string_view official) {
  if (official.find_first_of("<[") != std::string_view::npos) return {};
  std::vector<std::string> said{""};
  for (std::size_t at = 0; at < official.size();) {
    const auto [begin, end] = next_choice(official, at);
    for (std::string& each : said) each += official.substr(at, begin - at);
    at = end;
    if (begin == official.size()) break;
    const std::string_view word = official.substr(begin, end - begin);
    const std::size_t slash = word.find('/');
    if (said.size() * 3 > kMostVariants || slash == 0 || slash + 1 == word.size()) {
      for (std::string& each : said) each += word;
      continue;
    }
    std::vector<std::string> more;
    more.reserve(said.size() * 3);
    for (const std::string& each : said) {
      more.push_back(each + std::string(word));
      more.push_back(each + std::string(word.substr(0, slash)));
      more.push_back(each + std::string(word.substr(slash + 1)));
    }
    said = std::move(more);
  }
  return said;
}

std::string_view official_text(const RegisterEntry& entry, std::string_view language) {
  return language == "nl" ? entry.claim_nl : entry.claim_en;
}

OfficialTexts::OfficialTexts(std::span<const RegisterEntry> entries, CopyReader& reader) {
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    if (entries[i].status != ClaimStatus::authorised) continue;
    for (const std::string& said : said_as(official_text(entries[i], reader.language()))) {
      add(i, true, said, reader);
      const std::size_t stop = said.find(". ");
      if (stop != std::string::npos) add(i, false, std::string_view(said).substr(0, stop), reader);
    }
  }
}

void OfficialTexts::add(std::uint32_t entry, bool whole, std::string_view text, CopyReader& reader) {
  phrases_.add(reader.add(text, true), static_cast<std::uint32_t>(wordings_.size()));
  wordings_.push_back({entry, whole, fold_alphanumeric(text)});
}

std::vector<OfficialMatch> OfficialTexts::find(std::string_view text, std::span<const CopyUnit> units) const {
  std::vector<std::uint32_t> stems;
  stems.reserve(units.size());
  for (const CopyUnit& unit : units) stems.push_back(unit.stem);
  std::vector<OfficialMatch> found;
  for (std::uint32_t u = 0; u < units.size();) {
    const StemTrie::Match match = stems[u] == 0 ? StemTrie::Match{} : phrases_.longest(std::span(stems).subspan(u));
    if (match.length == 0) {
      ++u;
      continue;
    }
    const std::uint32_t last = u + match.length;
    const std::uint32_t begin = units[u].range.begin;
    const std::string folded = fold_alphanumeric(text.substr(begin, units[last - 1].range.end - begin));
    // Of entries with one text the first; one that is whole before one that goes on elsewhere.
    const Wording* best = nullptr;
    for (const std::uint32_t value : match.values) {
      const Wording& each = wordings_[value];
      if (best == nullptr || (each.whole && !best->whole)) best = &each;
    }
    found.push_back({best->entry, u, last, best->whole, best->folded == folded});
    u = last;
  }
  return found;
}

}  // namespace claimbase
