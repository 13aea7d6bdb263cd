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
constexpr std::size_t kLongestCompound = 64;  // bytes: a bit of a number for each
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

constexpr std::uint64_t bit(std::size_t place) {
  return std::uint64_t{1} << place;
}

}  // namespace

void CompoundLexicon::Heads::add_beginning(std::string_view word) {
  pairs_.add(beginning_of(word, kFewestSureLetters));
  beginnings_.add(beginning_of(word, sure_letters(word)));
}

bool CompoundLexicon::Heads::may_be_of(std::string_view word) const {
  bool may = false;
  each_beginning(word, [&](std::uint32_t key, unsigned letters) {
    if (letters < kFewestSureLetters) return true;
    if (letters == kFewestSureLetters && !pairs_.may_hold(key)) return false;
    may = beginnings_.may_hold(key);
    return !may;
  });
  return may;
}

CompoundLexicon::CompoundLexicon(std::string_view language, Stemmer& stemmer) {
  const std::string name = "language/" + std::string(language) + "/compounds.tsv";
  const auto add = [](std::string stem, Heads& heads) {
    heads.add_beginning(stem);
    heads.stems.insert(std::move(stem));
  };
  for (const std::string_view present : resource_names(name)) {
    for (const auto& row : tsv_rows(resource(present))) {
      const bool open = row.size() > 1 && row[1] == "open";
      forms_.add(row[0], open ? 1 : 0);
      std::string stem = stemmer.stem(row[0]);
      if (open) add(stem, open_heads_);
      add(std::move(stem), heads_);
    }
  }
  const std::string exceptions = "language/" + std::string(language) + "/stem_exceptions.tsv";
  for (const std::string_view present : resource_names(exceptions)) {
    for (const auto& row : tsv_rows(resource(present))) {
      heads_.add_beginning(row[0]);
      if (open_heads_.stems.contains(stemmer.stem(row[0]))) open_heads_.add_beginning(row[0]);
    }
  }
}

/// Best splits of the word's tails, from the last letter back to the first. Places in the word are bits of a number.
struct CompoundLexicon::Search {
  struct Step {
    unsigned cost = kNoWay;
    std::size_t end = 0;   // of the part that starts here
    std::size_t next = 0;  // where the following part starts: end plus the linking letters
  };

  const CompoundLexicon& lexicon;
  std::string_view word;
  Stemmer& stemmer;
  std::uint64_t reached = 1;       // by known components from the first letter on: nearly no place of nearly all words
  std::uint64_t heads = 0;         // where a last part begins
  bool begins_with_known = false;  // with a component
  std::vector<Step> best = {};

  [[nodiscard]] bool is_reached(std::size_t at) const { return (reached & bit(at)) != 0; }
  [[nodiscard]] bool is_head(std::size_t at) const { return (heads & bit(at)) != 0; }

  /// use(end, open) for each component that begins at `at`.
  template <typename Use>
  void each_component(std::size_t at, const Use& use) const {
    FormTrie::Node node = FormTrie::kRoot;
    for (std::size_t end = at; end < word.size();) {
      node = lexicon.forms_.next(node, static_cast<unsigned char>(word[end++]));
      if (node == FormTrie::kRoot) return;
      const std::vector<std::uint32_t>& values = lexicon.forms_.values(node);
      if (!values.empty() && end - at >= kShortestPart) use(end, values.front() != 0);
    }
  }

  /// use(next) for each place where the part behind a component that ends at `end` may begin.
  template <typename Use>
  void each_link(std::size_t end, const Use& use) const {
    const std::string_view rest = word.substr(end);
    for (const std::string_view link : kLinks) {
      if (rest.size() > link.size() && rest.starts_with(link)) use(end + link.size());
    }
    // "bes-sen-extract": the plural of a short syllable.
    if (rest.size() > 3 && rest[0] == word[end - 1] && rest.substr(1).starts_with("en")) use(end + 3);
  }

  void mark_reached() {
    for (std::size_t at = 0; at < word.size(); ++at) {
      if (!is_reached(at)) continue;
      each_component(at, [&](std::size_t end, bool) {
        begins_with_known = true;
        each_link(end, [&](std::size_t next) { reached |= bit(next); });
        if (end == word.size() && at > 0) heads |= bit(at);
      });
    }
  }

  // Where known components lead, any of them may be the head, inflected; elsewhere only one that vouches for what
  // stands before it. A participle may have lost its "ge" behind a particle.
  void find_heads() {
    constexpr std::uint64_t kParticleAndGe = 0x7F;  // of eight letters
    std::uint64_t ge = 0;
    for (std::size_t at = word.size() - 1; at > 0; --at) {
      if (word.substr(at).starts_with("ge")) ge |= bit(at);
      const std::string_view tail = word.substr(at);
      if (is_head(at) || tail.size() < kShortestPart) continue;
      if (!is_reached(at) && (at < kShortestUnknown || tail.size() < kShortestOpen)) continue;
      const Heads& known = is_reached(at) ? lexicon.heads_ : lexicon.open_heads_;
      const bool may_be = (ge >> at & kParticleAndGe) != 0 || known.may_be_of(tail);
      if (may_be && known.stems.contains(stemmer.stem(tail))) heads |= bit(at);
    }
  }

  void offer(std::size_t at, Step step) {
    // Equal cost: the longer first part.
    if (step.cost < best[at].cost || (step.cost == best[at].cost && step.end > best[at].end)) best[at] = step;
  }

  void try_parts(std::size_t at) {
    if (is_head(at)) offer(at, {kPartCost, word.size(), word.size()});
    if (!is_reached(at)) return;
    each_component(at, [&](std::size_t end, bool open) {
      each_link(end, [&](std::size_t next) {
        if (best[next].cost != kNoWay) offer(at, {best[next].cost + kPartCost, end, next});
      });
      const std::string_view rest = word.substr(end);
      if (open && at == 0 && end >= kShortestOpen && rest.size() >= kShortestUnknown && has_vowel(rest))
        offer(at, {kPartCost + kUnknownCost, end, end});
    });
  }

  /// An unknown first part beside a head that vouches for it: "zeewier-suppletie".
  void try_unknown_first() {
    for (std::size_t at = kShortestUnknown; at + kShortestOpen <= word.size(); ++at) {
      if (!is_head(at) || !has_vowel(word.substr(0, at))) continue;
      if (lexicon.open_heads_.stems.contains(stemmer.stem(word.substr(at))))
        offer(0, {kPartCost + kUnknownCost, at, at});
    }
  }

  void run() {
    mark_reached();
    find_heads();
    if (heads == 0 && !begins_with_known) return;
    best.resize(word.size() + 1);
    for (std::size_t at = word.size(); at-- > 0;) try_parts(at);
    try_unknown_first();
  }
};

std::vector<CompoundPart> CompoundLexicon::split(std::string_view folded, const std::string& stem,
                                                 Stemmer& stemmer) const {
  const bool possible = folded.size() >= 2 * kShortestPart && folded.size() <= kLongestCompound;
  if (!possible || heads_.stems.empty() || !is_letters(folded) || heads_.stems.contains(stem)) return {};
  Search search{*this, folded, stemmer};
  search.run();
  std::vector<CompoundPart> parts;
  if (search.best.empty() || search.best[0].cost == kNoWay) return parts;
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
