#include "analysis/document/html_hints.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>
#include <vector>

#include "analysis/document/html_node.h"
#include "analysis/document/phrases.h"
#include "analysis/language/resources.h"

namespace claimbase::reading {
namespace {

constexpr std::size_t kLongestWords = 400;  // bytes of a class attribute that are looked at
constexpr std::size_t kMostKnown = 20'000;

struct Pattern {
  HtmlHint hint = HtmlHint::none;
  std::string_view pattern;
};

HtmlHint hint_from(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, HtmlHint>, 11> kNames{{{"main", HtmlHint::main},
                                                                          {"content", HtmlHint::content},
                                                                          {"navigation", HtmlHint::navigation},
                                                                          {"promotion", HtmlHint::promotion},
                                                                          {"disclaimer", HtmlHint::disclaimer},
                                                                          {"metadata", HtmlHint::metadata},
                                                                          {"contents", HtmlHint::contents},
                                                                          {"references", HtmlHint::references},
                                                                          {"question", HtmlHint::question},
                                                                          {"answer", HtmlHint::answer},
                                                                          {"hidden", HtmlHint::hidden}}};
  const auto* const found = std::ranges::find(kNames, name, [](const auto& each) { return each.first; });
  return found == kNames.end() ? HtmlHint::none : found->second;
}

using Ids = std::vector<std::uint16_t>;

// A map that is asked with views.
struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

// The patterns in the order of the file, and which of them to try on a word: those without a star by all of it, "nav-*"
// by its first byte, "*-nav" by its last, and "*cookie*" by any two bytes of it.
class Patterns {
 public:
  Patterns() {
    for (const auto& row : tsv_rows(resource("document/html_hints.tsv"))) {
      const auto id = static_cast<std::uint16_t>(all_.size());
      all_.push_back({hint_from(row.at(0)), row.at(1)});
      place(all_.back().pattern, id);
    }
  }

  [[nodiscard]] std::size_t size() const { return all_.size(); }
  [[nodiscard]] HtmlHint hint(std::size_t id) const { return all_[id].hint; }

  /// The first pattern that fits the word, if that comes before `best`; else `best`.
  [[nodiscard]] std::size_t first_fit(std::string_view word, std::size_t best) const {
    const auto look = [&](const Ids& ids) {
      for (const std::uint16_t id : ids) {
        if (id >= best) break;
        if (matches_pattern(all_[id].pattern, word)) best = id;
      }
    };
    if (const auto found = whole_.find(word); found != whole_.end()) best = std::min<std::size_t>(best, found->second);
    look(by_first_[static_cast<unsigned char>(word.front())]);
    look(by_last_[static_cast<unsigned char>(word.back())]);
    for (std::size_t at = 0; at + 1 < word.size(); ++at) look(inside_[slot_of(word, at)]);
    look(others_);
    return best;
  }

 private:
  static constexpr std::size_t kSlots = 1024;

  static std::size_t slot_of(std::string_view word, std::size_t at) {
    return (static_cast<unsigned char>(word[at]) * 37U + static_cast<unsigned char>(word[at + 1])) % kSlots;
  }

  void place(std::string_view pattern, std::uint16_t id) {
    const auto stars = std::ranges::count(pattern, '*');
    if (stars == 0) {
      whole_.emplace(pattern, id);
    } else if (stars == 1 && pattern.size() > 1 && pattern.ends_with('*')) {
      by_first_.at(static_cast<unsigned char>(pattern.front())).push_back(id);
    } else if (stars == 1 && pattern.size() > 1 && pattern.starts_with('*')) {
      by_last_.at(static_cast<unsigned char>(pattern.back())).push_back(id);
    } else if (stars == 2 && pattern.size() > 3 && pattern.starts_with('*') && pattern.ends_with('*')) {
      inside_.at(slot_of(pattern, 1)).push_back(id);
    } else {
      others_.push_back(id);
    }
  }

  std::vector<Pattern> all_;
  std::unordered_map<std::string, std::uint16_t, Hash, std::equal_to<>> whole_;
  std::array<Ids, 256> by_first_;
  std::array<Ids, 256> by_last_;
  std::array<Ids, kSlots> inside_;
  Ids others_;
};

const Patterns& patterns() {
  static const Patterns made;
  return made;
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
}

}  // namespace

HtmlHint HtmlHints::of_words(std::string_view words) {
  if (words.empty()) return HtmlHint::none;
  std::string lower = lower_ascii(words.substr(0, kLongestWords));
  if (const auto found = known_.find(lower); found != known_.end()) return found->second;
  std::size_t best = patterns().size();
  const std::string_view rest = lower;
  for (std::size_t begin = 0; begin < rest.size();) {
    std::size_t end = begin;
    while (end < rest.size() && !is_space(rest[end])) ++end;
    if (end > begin) best = patterns().first_fit(rest.substr(begin, end - begin), best);
    begin = end + 1;
  }
  const HtmlHint hint = best < patterns().size() ? patterns().hint(best) : HtmlHint::none;
  if (known_.size() < kMostKnown) known_.emplace(std::move(lower), hint);
  return hint;
}

HtmlHint HtmlHints::of(const GumboNode& node) {
  if (!is_element(node) || node.v.element.attributes.length == 0) return HtmlHint::none;
  for (const std::string_view name : {"role", "class", "id"}) {
    const HtmlHint hint = of_words(attribute(node, name));
    if (hint != HtmlHint::none) return hint;
  }
  return HtmlHint::none;
}

}  // namespace claimbase::reading
