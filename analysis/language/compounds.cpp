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

constexpr unsigned kFewestSureLetters = 2;
constexpr unsigned kMostSureLetters = 4;

// use(key, letters) for the first letters of a word as no ending changes them, one, two, three ...: doubled letters are
// one, v and z are f and s ("lopen", "loop"; "brieven", "brief"). At most kMostSureLetters; `use` says whether to go
// on.
template <typename Use>
void each_beginning(std::string_view word, const Use& use) {
  std::uint32_t key = 0;
  unsigned taken = 0;
  char last = '\0';
  for (const char letter : word) {
    const char c = letter == 'v' ? 'f' : letter == 'z' ? 's' : letter;
    if (c == last) continue;
    key = key << 8U | static_cast<unsigned char>(c);
    last = c;
    if (!use(key, ++taken) || taken == kMostSureLetters) return;
  }
}

// The longest of at most `most` letters.
std::uint32_t beginning_of(std::string_view word, unsigned most) {
  std::uint32_t key = 0;
  each_beginning(word, [&](std::uint32_t each, unsigned taken) {
    key = each;
    return taken < most;
  });
  return key;
}

// Of a short stem the last letters may be another word's ending.
unsigned sure_letters(std::string_view stem) {
  return stem.size() > 5 ? kMostSureLetters : stem.size() > 3 ? 3 : kFewestSureLetters;
}

// Where an ending of a participle may have taken its "ge" along.
constexpr std::size_t kLongestParticleAndGe = 8;

}  // namespace

bool CompoundLexicon::Heads::may_be_of(std::string_view word) const {
  bool may = false;
  each_beginning(word, [&](std::uint32_t key, unsigned letters) {
    may = letters >= kFewestSureLetters && beginnings.may_hold(key);
    return !may;
  });
  return may || word.substr(0, kLongestParticleAndGe).find("ge") != std::string_view::npos;
}

CompoundLexicon::CompoundLexicon(std::string_view language, Stemmer& stemmer) {
  const std::string name = "language/" + std::string(language) + "/compounds.tsv";
  const auto add = [](std::string stem, Heads& heads) {
    heads.beginnings.add(beginning_of(stem, sure_letters(stem)));
    heads.stems.insert(std::move(stem));
  };
  for (const std::string_view present : resource_names(name)) {
    for (const auto& row : tsv_rows(resource(present))) {
      const bool open = row.size() > 1 && row[1] == "open";
      forms_.emplace(row[0], open);
      longest_ = std::max(longest_, row[0].size());
      std::string stem = stemmer.stem(row[0]);
      form_beginnings_.add(row[0].size() < kShortestPart ? 0 : first_three(row[0]));
      if (open) add(stem, open_heads_);
      add(std::move(stem), heads_);
    }
  }
  const std::string exceptions = "language/" + std::string(language) + "/stem_exceptions.tsv";
  for (const std::string_view present : resource_names(exceptions)) {
    for (const auto& row : tsv_rows(resource(present))) {
      const std::uint32_t beginning = beginning_of(row[0], sure_letters(row[0]));
      heads_.beginnings.add(beginning);
      if (open_heads_.stems.contains(stemmer.stem(row[0]))) open_heads_.beginnings.add(beginning);
    }
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
  std::vector<bool> reached;  // by known components from the first letter on: nearly no place of nearly all words

  void offer(std::size_t at, Step step) {
    // Equal cost: the longer first part.
    if (step.cost < best[at].cost || (step.cost == best[at].cost && step.end > best[at].end)) best[at] = step;
  }

  // Where known components lead, any of them may be the head; elsewhere only one that vouches for what stands before
  // it.
  void try_head(std::size_t at) {
    const std::string_view head = word.substr(at);
    if (head.size() < kShortestPart || at == 0) return;
    const Heads& heads = reached[at] ? lexicon.heads_ : lexicon.open_heads_;
    const bool known = reached[at] && lexicon.forms_.contains(head);
    if (known || (heads.may_be_of(head) && heads.stems.contains(stemmer.stem(head))))
      offer(at, {kPartCost, word.size(), word.size()});
  }

  /// use(end, open) for each component that begins at `at` and does not end the word.
  template <typename Use>
  void each_component(std::size_t at, const Use& use) const {
    if (at + kShortestPart >= word.size() || !lexicon.form_beginnings_.may_hold(first_three(word.substr(at)))) return;
    for (std::size_t size = kShortestPart; size <= lexicon.longest_ && at + size < word.size(); ++size) {
      const auto form = lexicon.forms_.find(word.substr(at, size));
      if (form != lexicon.forms_.end()) use(at + size, form->second);
    }
  }

  /// use(next) for each place where the part behind a component that ends at `end` may begin.
  template <typename Use>
  void each_link(std::size_t end, const Use& use) const {
    const std::string_view rest = word.substr(end);
    for (const std::string_view link : kLinks) {
      if (rest.starts_with(link)) use(end + link.size());
    }
    // "bes-sen-extract": the plural of a short syllable.
    if (rest.size() > 3 && rest[0] == word[end - 1] && rest.substr(1).starts_with("en")) use(end + 3);
  }

  void mark_reached() {
    reached[0] = true;
    for (std::size_t at = 0; at < word.size(); ++at) {
      if (!reached[at]) continue;
      each_component(at,
                     [&](std::size_t end, bool) { each_link(end, [&](std::size_t next) { reached[next] = true; }); });
    }
  }

  void try_components(std::size_t at) {
    if (!reached[at]) return;
    each_component(at, [&](std::size_t end, bool open) {
      each_link(end, [&](std::size_t next) {
        if (next < word.size() && best[next].cost != kNoWay) offer(at, {best[next].cost + kPartCost, end, next});
      });
      const std::string_view rest = word.substr(end);
      if (open && at == 0 && end >= kShortestOpen && rest.size() >= kShortestUnknown && has_vowel(rest))
        offer(at, {kPartCost + kUnknownCost, end, end});
    });
  }

  /// An unknown first part beside a head that vouches for it: "zeewier-suppletie".
  void try_unknown_first() {
    for (std::size_t at = kShortestUnknown; at + kShortestOpen <= word.size(); ++at) {
      const bool head = best[at].cost == kPartCost && best[at].end == word.size();
      if (!head || !has_vowel(word.substr(0, at))) continue;
      if (lexicon.open_heads_.stems.contains(stemmer.stem(word.substr(at))))
        offer(0, {kPartCost + kUnknownCost, at, at});
    }
  }
};

std::vector<CompoundPart> CompoundLexicon::split(std::string_view folded, const std::string& stem,
                                                 Stemmer& stemmer) const {
  const bool possible = longest_ > 0 && folded.size() >= 2 * kShortestPart && folded.size() <= kLongestCompound;
  if (!possible || !is_letters(folded) || heads_.stems.contains(stem)) return {};
  Search search{*this, folded, stemmer, std::vector<Search::Step>(folded.size() + 1),
                std::vector<bool>(folded.size() + 1)};
  search.mark_reached();
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
