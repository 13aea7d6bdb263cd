#include "analysis/citation/link_citations.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "analysis/bibliography/linked_works.h"
#include "analysis/bibliography/scan.h"
#include "analysis/citation/marker_context.h"
#include "analysis/citation/marker_numbers.h"
#include "analysis/citation/marker_words.h"

namespace claimbase {
namespace {

constexpr std::size_t kLongestRaised = 200;  // bytes of a list of numbers
constexpr std::size_t kLongestMarker = 40;   // bytes of a link's words that may be a printed marker

std::string_view without_brackets(std::string_view text) {
  return scan::trim(text, "[]()");
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// The entry that holds each id. An id that stands before an entry's printed number is its own too.
class EntriesById {
 public:
  EntriesById(const Document& document, std::span<const Reference> references) {
    constexpr std::uint32_t kLongestNumber = 16;
    std::map<std::uint32_t, std::uint32_t> begins;  // of entries, with their index
    for (std::uint32_t i = 0; i < references.size(); ++i) {
      if (references[i].number > 0) begins.emplace(references[i].range.begin, i);
    }
    for (const Anchor& anchor : document.anchors) {
      const auto next = begins.lower_bound(anchor.at);
      if (next != begins.end() && next->first - anchor.at <= kLongestNumber &&
          document.text.find('\n', anchor.at) >= next->first) {
        entries_.try_emplace(anchor.id, next->second);
      } else if (next != begins.begin() && anchor.at < references[std::prev(next)->second].range.end) {
        entries_.try_emplace(anchor.id, std::prev(next)->second);
      }
    }
  }

  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const {
    const auto found = entries_.find(id);
    return found == entries_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  std::unordered_map<std::string_view, std::uint32_t> entries_;
};

class LinkReader {
 public:
  LinkReader(const Document& document, std::span<const Sentence> sentences, std::span<const Reference> references,
             CitationResult& result, std::vector<ByteRange>& not_markers)
      : document_(document),
        sentences_(sentences),
        references_(references),
        result_(result),
        not_markers_(not_markers),
        by_anchor_(document, references),
        by_work_(references) {
    for (std::uint32_t i = 0; i < references.size(); ++i) {
      if (references[i].number > 0) by_number_.try_emplace(references[i].number, i);
    }
    taken_.reserve(result.citations.size());
    for (const Citation& each : result.citations) taken_.emplace(each.range.begin, each.range.end);
  }

  // Links first: what they say of a raised number is surer than the number.
  void read() {
    for (const InlineMark& mark : document_.marks) {
      if (mark.kind == MarkKind::link) read_link(mark);
    }
    if (document_.format == "jats") return;  // whose citations are all marked
    for (const InlineMark& mark : document_.marks) {
      if (mark.kind == MarkKind::superscript) read_raised(mark);
    }
  }

 private:
  // The sentence of a mark in the text. What opens a sentence by its place alone closes the one before.
  std::optional<std::uint32_t> sentence_of(ByteRange range, bool closes) const {
    const auto after =
        std::ranges::upper_bound(sentences_, range.begin, {}, [](const Sentence& each) { return each.range.begin; });
    if (after == sentences_.begin()) return std::nullopt;
    const auto found = after - 1;
    if (range.begin >= found->range.end && found->range.end != range.begin) return std::nullopt;
    if (!cites_by_link(document_.blocks[found->block])) return std::nullopt;
    const auto index = static_cast<std::uint32_t>(found - sentences_.begin());
    const bool previous =
        closes && index > 0 && found->range.begin == range.begin && sentences_[index - 1].block == found->block;
    return previous ? index - 1 : index;
  }

  bool is_taken(ByteRange range) const {
    const auto found = taken_.find(range.begin);
    return found != taken_.end() && found->second >= range.end;
  }

  void cite(CitationKind kind, std::uint32_t sentence, ByteRange range, std::string marker, std::uint32_t reference) {
    Citation citation;
    citation.kind = kind;
    citation.sentence = sentence;
    citation.range = range;
    citation.marker = std::move(marker);
    citation.reference = reference;
    result_.citations.push_back(std::move(citation));
  }

  void read_link(const InlineMark& mark) {
    const std::string_view words = without_brackets(mark.range.of(document_.text));
    std::optional<std::uint32_t> reference;
    const bool inside = mark.target.starts_with('#');
    if (inside) {
      reference = by_anchor_.find(std::string_view(mark.target).substr(1));
    } else if (const auto work = linked_work(mark.target)) {
      reference = by_work_.find(*work);
    }
    if (!reference || is_taken(mark.range)) return;
    const auto sentence = sentence_of(mark.range, is_number(words));
    if (!sentence) return;
    taken_.emplace(mark.range.begin, mark.range.end);
    const bool printed = is_number(words) || (inside && words.size() <= kLongestMarker);
    const CitationKind kind = inside ? CitationKind::xref : CitationKind::link;
    cite(kind, *sentence, mark.range, printed ? std::string(words) : number_of(*reference), *reference);
  }

  std::string number_of(std::uint32_t reference) const {
    const int number = references_[reference].number;
    return number > 0 ? std::to_string(number) : std::string();
  }

  // "10^6", "kg/m^2", "^13C".
  bool is_power(ByteRange range, const std::vector<int>& numbers) const {
    constexpr std::size_t kFewDigits = 3;  // of a base; more is a year
    const std::string_view text = document_.text;
    if (scan::is_letter(scan::at(text, range.end).value)) return true;
    if (numbers.size() > 1) return false;
    const std::string_view token = token_before(text, range.begin);
    const std::size_t digits = token.size() - (token.find_last_not_of("0123456789") + 1);
    const std::string_view prefix = token.substr(0, token.size() - digits);
    if (digits > 0 && digits <= kFewDigits && scan::letters(prefix) == 0) return true;
    return numbers.front() <= 3 && is_marker_word(word_before(text, range.begin), MarkerWord::power);
  }

  void read_raised(const InlineMark& mark) {
    const std::string_view text = document_.text;
    const std::string_view words = without_brackets(mark.range.of(text));
    if (words.empty() || words.size() > kLongestRaised || !scan::is_digit(words.front()) || holds_link(mark.range))
      return;
    const auto begin = static_cast<std::size_t>(words.data() - text.data());
    const NumberList list = read_number_list(text, begin, true, false);
    if (list.end != begin + words.size()) return;
    const auto sentence = sentence_of(mark.range, true);
    if (!sentence) return;
    const bool known = std::ranges::all_of(list.numbers, [&](int number) { return by_number_.contains(number); });
    if (!known || is_power(mark.range, list.numbers)) return not_markers_.push_back(mark.range);
    for (const int number : list.numbers)
      cite(CitationKind::marker, *sentence, mark.range, std::to_string(number), by_number_.at(number));
  }

  // A citation that a link made begins in the range.
  bool holds_link(ByteRange range) const {
    for (std::uint32_t at = range.begin; at < range.end; ++at) {
      if (taken_.contains(at)) return true;
    }
    return false;
  }

  const Document& document_;
  std::span<const Sentence> sentences_;
  std::span<const Reference> references_;
  CitationResult& result_;
  std::vector<ByteRange>& not_markers_;
  EntriesById by_anchor_;
  ReferencesById by_work_;
  std::unordered_map<int, std::uint32_t> by_number_;
  std::unordered_map<std::uint32_t, std::uint32_t> taken_;  // begin and end of what cites already
};

}  // namespace

void find_link_citations(const Document& document, std::span<const Sentence> sentences,
                         std::span<const Reference> references, CitationResult& result,
                         std::vector<ByteRange>& not_markers) {
  if (document.marks.empty()) return;
  LinkReader(document, sentences, references, result, not_markers).read();
}

}  // namespace claimbase
