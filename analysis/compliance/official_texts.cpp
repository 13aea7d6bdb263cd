#include "analysis/compliance/official_texts.h"

#include <algorithm>

#include "analysis/compliance/phrase_list.h"
#include "analysis/language/resources.h"
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
  while (end > slash + 1 && (text[end - 1] == '.' || text[end - 1] == ',')) --end;
  return {begin, end};
}

struct EqualPhrase {
  std::string_view official;
  std::string_view other;
};

std::vector<EqualPhrase> equal_phrases(std::string_view language) {
  std::vector<EqualPhrase> phrases;
  for (const auto& row : tsv_rows(resource("register/equal_phrases.tsv"))) {
    if (row.size() != 3 || row[0] != language) continue;
    for_each_phrase(row[2], [&](std::string_view other) { phrases.push_back({row[1], other}); });
  }
  return phrases;
}

}  // namespace

std::vector<std::string> said_as(std::string_view official) {
  if (official.ends_with(']')) official = official.substr(0, official.find('['));  // a remark
  const std::size_t place = official.find_last_of(">]");
  if (place != std::string_view::npos) official.remove_prefix(place + 1);
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
  const std::vector<EqualPhrase> equal = equal_phrases(reader.language());
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    if (entries[i].status != ClaimStatus::authorised) continue;
    for (const std::string& said : said_as(official_text(entries[i], reader.language()))) {
      add(i, false, said, reader);
      for (const EqualPhrase& each : equal) {
        const std::size_t at = said.find(each.official);
        if (at != std::string::npos)
          add(i, true, std::string(said).replace(at, each.official.size(), each.other), reader);
      }
    }
  }
}

void OfficialTexts::add(std::uint32_t entry, bool adapted, const std::string& text, CopyReader& reader) {
  add_wording({entry, true, adapted, text, 0}, reader);
  const std::size_t stop = text.find(". ");
  if (stop == std::string::npos) return;
  add_wording({entry, false, adapted, text.substr(0, stop), 0}, reader);
}

void OfficialTexts::add_wording(Wording wording, CopyReader& reader) {
  const PhraseStems phrase = reader.add_phrase(wording.text);
  if (phrase.stems.empty()) return;
  phrases_.add(phrase.stems, static_cast<std::uint32_t>(wordings_.size()));
  wording.leading = phrase.leading;
  wordings_.push_back(std::move(wording));
}

std::vector<OfficialMatch> OfficialTexts::find(std::string_view text, std::span<const CopyUnit> units) const {
  std::vector<std::uint32_t> stems;
  std::vector<std::uint32_t> places;  // of those that are not small, in `units`
  stems.reserve(units.size());
  places.reserve(units.size());
  for (std::uint32_t u = 0; u < units.size(); ++u) {
    if (units[u].small) continue;
    stems.push_back(units[u].stem);
    places.push_back(u);
  }
  std::vector<OfficialMatch> found;
  for (std::uint32_t s = 0; s < stems.size();) {
    const StemTrie::Match match = stems[s] == 0 ? StemTrie::Match{} : phrases_.longest(std::span(stems).subspan(s));
    if (match.length == 0) {
      ++s;
      continue;
    }
    // Of entries with one text the first; one that is whole before one that goes on elsewhere.
    const Wording* best = nullptr;
    for (const std::uint32_t value : match.values) {
      const Wording& each = wordings_[value];
      if (best == nullptr || (each.whole && !best->whole)) best = &each;
    }
    const std::uint32_t least = s == 0 ? 0 : places[s - 1] + 1;
    const std::uint32_t first = std::max(least, places[s] - std::min(places[s], best->leading));
    s += match.length;
    const std::uint32_t last = places[s - 1] + 1;
    const std::uint32_t begin = units[first].range.begin;
    const std::string folded = fold_alphanumeric(text.substr(begin, units[last - 1].range.end - begin));
    found.push_back({best->entry, first, last, best->whole, fold_alphanumeric(best->text) == folded, best->adapted});
  }
  return found;
}

}  // namespace claimbase
