#include "analysis/language/compounds.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

#include "analysis/language/resources.h"

namespace claimbase {
namespace {

constexpr std::size_t kShortestPart = 3;
constexpr std::size_t kShortestUnknown = 4;
constexpr std::size_t kShortestOpen = 4;      // a shorter component vouches for no unknown neighbour
constexpr std::size_t kLongestCompound = 64;  // bytes
constexpr unsigned kNoWay = std::numeric_limits<unsigned>::max();
constexpr unsigned kPartCost = 2;
constexpr unsigned kUnknownCost = 7;  // more than three known parts: a known reading wins over a guessed one
constexpr std::array<std::string_view, 5> kLinks = {"", "s", "en", "e", "n"};

bool has_vowel(std::string_view piece) {
  return piece.find_first_of("aeiouy") != std::string_view::npos;
}

bool is_letters(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

std::uint32_t first_three(std::string_view word) {
  return static_cast<std::uint32_t>(static_cast<unsigned char>(word[0])) << 16U |
         static_cast<std::uint32_t>(static_cast<unsigned char>(word[1])) << 8U | static_cast<unsigned char>(word[2]);
}

// The first letters of a word as no ending changes them: doubled letters are one, v and z are f and s ("lopen", "loop";
// "brieven", "brief"). At most `most` of them.
std::uint32_t beginning_of(std::string_view word, unsigned most) {
  std::uint32_t key = 0;
  unsigned taken = 0;
  char last = '\0';
  for (const char letter : word) {
    const char c = letter == 'v' ? 'f' : letter == 'z' ? 's' : letter;
    if (c == last) continue;
    if (taken++ == most) break;
    key = key << 8U | static_cast<unsigned char>(c);
    last = c;
  }
  return key;
}

// Of a short stem the last letters may be another word's ending.
unsigned sure_letters(std::string_view stem) {
  return stem.size() > 5 ? 4 : stem.size() > 3 ? 3 : 2;
}

// Where an ending of a participle may have taken its "ge" along.
constexpr std::size_t kLongestParticleAndGe = 8;

}  // namespace

bool CompoundLexicon::may_be_head(std::string_view word) const {
  return beginnings_.contains(beginning_of(word, 4)) || beginnings_.contains(beginning_of(word, 3)) ||
         beginnings_.contains(beginning_of(word, 2)) ||
         word.substr(0, kLongestParticleAndGe).find("ge") != std::string_view::npos;
}

CompoundLexicon::CompoundLexicon(std::string_view language, Stemmer& stemmer) {
  const std::string name = "language/" + std::string(language) + "/compounds.tsv";
  for (const std::string_view present : resource_names(name)) {
    for (const auto& row : tsv_rows(resource(present))) {
      const bool open = row.size() > 1 && row[1] == "open";
      forms_.emplace(row[0], open);
      longest_ = std::max(longest_, row[0].size());
      const std::string stem = stemmer.stem(row[0]);
      if (open) open_stems_.insert(stem);
      beginnings_.insert(beginning_of(stem, sure_letters(stem)));
      form_beginnings_.insert(row[0].size() < kShortestPart ? 0 : first_three(row[0]));
      stems_.insert(stem);
    }
  }
  const std::string exceptions = "language/" + std::string(language) + "/stem_exceptions.tsv";
  for (const std::string_view present : resource_names(exceptions)) {
    for (const auto& row : tsv_rows(resource(present))) beginnings_.insert(beginning_of(row[0], sure_letters(row[0])));
  }
}

/// Best splits of the word's tails, from the last letter back to the first.
struct CompoundLexicon::Search {
  struct Step {
    unsigned cost = kNoWay;
    std::size_t end = 0;   // of the part that starts here
    std::size_t next = 0;  // where the following part starts: end plus the linking letters
  };

  const CompoundLexicon& lexicon;
  std::string_view word;
  Stemmer& stemmer;
  std::vector<Step> best;

  void offer(std::size_t at, Step step) {
    // Equal cost: the longer first part.
    if (step.cost < best[at].cost || (step.cost == best[at].cost && step.end > best[at].end)) best[at] = step;
  }

  void try_head(std::size_t at) {
    const std::string_view head = word.substr(at);
    if (head.size() < kShortestPart || at == 0) return;
    if (lexicon.forms_.contains(head) || (lexicon.may_be_head(head) && lexicon.stems_.contains(stemmer.stem(head)))) {
      offer(at, {kPartCost, word.size(), word.size()});
    }
  }

  void try_link(std::size_t at, std::size_t end, std::size_t next) {
    if (next < word.size() && best[next].cost != kNoWay) offer(at, {best[next].cost + kPartCost, end, next});
  }

  void try_components(std::size_t at) {
    if (at + kShortestPart >= word.size() || !lexicon.form_beginnings_.contains(first_three(word.substr(at)))) return;
    for (std::size_t size = kShortestPart; size <= lexicon.longest_ && at + size < word.size(); ++size) {
      const auto form = lexicon.forms_.find(word.substr(at, size));
      if (form == lexicon.forms_.end()) continue;
      const std::size_t end = at + size;
      for (const std::string_view link : kLinks) {
        if (word.substr(end).starts_with(link)) try_link(at, end, end + link.size());
      }
      // "bes-sen-extract": the plural of a short syllable.
      if (end + 3 < word.size() && word[end] == word[end - 1] && word.substr(end + 1).starts_with("en")) {
        try_link(at, end, end + 3);
      }
      const std::string_view rest = word.substr(end);
      if (form->second && at == 0 && size >= kShortestOpen && rest.size() >= kShortestUnknown && has_vowel(rest)) {
        offer(at, {kPartCost + kUnknownCost, end, end});
      }
    }
  }

  /// An unknown first part beside a head that vouches for it: "zeewier-suppletie".
  void try_unknown_first() {
    for (std::size_t at = kShortestUnknown; at + kShortestOpen <= word.size(); ++at) {
      const bool head = best[at].cost == kPartCost && best[at].end == word.size();
      if (!head || !has_vowel(word.substr(0, at))) continue;
      if (lexicon.open_stems_.contains(stemmer.stem(word.substr(at)))) offer(0, {kPartCost + kUnknownCost, at, at});
    }
  }
};

std::vector<CompoundPart> CompoundLexicon::split(std::string_view folded, const std::string& stem,
                                                 Stemmer& stemmer) const {
  const bool possible = longest_ > 0 && folded.size() >= 2 * kShortestPart && folded.size() <= kLongestCompound;
  if (!possible || !is_letters(folded) || stems_.contains(stem)) return {};
  Search search{*this, folded, stemmer, std::vector<Search::Step>(folded.size() + 1)};
  for (std::size_t at = folded.size(); at-- > 0;) {
    search.try_head(at);
    search.try_components(at);
  }
  search.try_unknown_first();
  std::vector<CompoundPart> parts;
  if (search.best[0].cost == kNoWay) return parts;
  for (std::size_t at = 0; at < folded.size();) {
    Search::Step step = search.best[at];
    // The unknown tail has no step of its own.
    if (step.cost == kNoWay) step = {0, folded.size(), folded.size()};
    parts.push_back({stemmer.stem(folded.substr(at, step.end - at)), static_cast<std::uint32_t>(at),
                     static_cast<std::uint32_t>(step.end)});
    at = step.next;
  }
  return parts;
}

}  // namespace claimbase
