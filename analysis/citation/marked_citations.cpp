#include "analysis/citation/marked_citations.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace claimbase {
namespace {

constexpr int kLongestRange = 100;  // numbers; what looks longer is no range

using References = std::span<const Reference>;

std::optional<std::uint32_t> entry_at(References references, std::uint32_t at) {
  const auto after =
      std::ranges::upper_bound(references, at, {}, [](const Reference& each) { return each.range.begin; });
  if (after == references.begin()) return std::nullopt;
  const auto found = after - 1;
  if (at >= found->range.end) return std::nullopt;
  return static_cast<std::uint32_t>(found - references.begin());
}

std::unordered_map<std::string_view, std::uint32_t> entries_by_id(const Document& document, References references) {
  std::unordered_map<std::string_view, std::uint32_t> made;
  for (const Anchor& anchor : document.anchors) {
    if (const auto entry = entry_at(references, anchor.at)) made.try_emplace(anchor.id, *entry);
  }
  return made;
}

std::optional<std::uint32_t> sentence_at(std::span<const Sentence> sentences, std::uint32_t at) {
  const auto after = std::ranges::upper_bound(sentences, at, {}, [](const Sentence& each) { return each.range.begin; });
  if (after == sentences.begin() || at >= (after - 1)->range.end) return std::nullopt;
  return static_cast<std::uint32_t>(after - sentences.begin() - 1);
}

bool is_dash(std::string_view between) {
  const std::size_t begin = between.find_first_not_of(" [](");
  if (begin == std::string_view::npos) return false;
  between = between.substr(begin, between.find_last_not_of(" [](") + 1 - begin);
  return between == "-" || between == "\xE2\x80\x93" || between == "\xE2\x80\x94" || between == "\xE2\x80\x90" ||
         between == "\xE2\x80\x91" || between == "\xE2\x88\x92";
}

class MarkReader {
 public:
  MarkReader(const Document& document, std::span<const Sentence> sentences, References references,
             CitationResult& result)
      : document_(document),
        sentences_(sentences),
        references_(references),
        result_(result),
        entries_(entries_by_id(document, references)) {
    for (std::uint32_t i = 0; i < references.size(); ++i) numbers_.try_emplace(references[i].number, i);
  }

  void read() {
    const InlineMark* previous = nullptr;
    for (const InlineMark& mark : document_.marks) {
      if (mark.kind != MarkKind::xref) continue;
      const auto sentence = sentence_at(sentences_, mark.range.begin);
      if (!sentence) continue;
      if (previous != nullptr) fill_range(*previous, mark, *sentence);
      cite(mark, *sentence, previous != nullptr && previous->range == mark.range);
      previous = &mark;
    }
  }

 private:
  std::optional<std::uint32_t> entry_of(const InlineMark& mark) const {
    const auto found = entries_.find(mark.target);
    return found == entries_.end() ? std::nullopt : std::optional(found->second);
  }

  // What is printed once for several entries is the number of the first of them only.
  void cite(const InlineMark& mark, std::uint32_t sentence, bool repeated) {
    Citation citation;
    citation.kind = CitationKind::xref;
    citation.sentence = sentence;
    citation.range = mark.range;
    citation.marker = mark.range.of(document_.text);
    citation.reference = entry_of(mark);
    const bool number = citation.marker.find_first_not_of("0123456789") == std::string::npos;
    if (repeated && number && citation.reference)
      citation.marker = std::to_string(references_[*citation.reference].number);
    if (!citation.reference) {
      result_.diagnostics.push_back({Severity::warning, "citation.unresolved", mark.range,
                                     fmt::format("\"{}\" is the id of no reference", mark.target)});
    }
    result_.citations.push_back(std::move(citation));
  }

  // "4" - "7": 5 and 6 are cited as well, by print only.
  void fill_range(const InlineMark& first, const InlineMark& last, std::uint32_t sentence) {
    if (first.range.end > last.range.begin) return;
    const ByteRange between{first.range.end, last.range.begin};
    if (between.size() > 8 || !is_dash(between.of(document_.text))) return;
    const auto from = entry_of(first);
    const auto to = entry_of(last);
    if (!from || !to) return;
    const int low = references_[*from].number;
    const int high = references_[*to].number;
    if (high - low > kLongestRange) return;
    for (int number = low + 1; number < high; ++number) {
      const auto found = numbers_.find(number);
      if (found == numbers_.end()) continue;
      Citation citation;
      citation.sentence = sentence;
      citation.range = {first.range.begin, last.range.end};
      citation.marker = std::to_string(number);
      citation.reference = found->second;
      result_.citations.push_back(std::move(citation));
    }
  }

  const Document& document_;
  std::span<const Sentence> sentences_;
  References references_;
  CitationResult& result_;
  std::unordered_map<std::string_view, std::uint32_t> entries_;
  std::unordered_map<int, std::uint32_t> numbers_;
};

}  // namespace

void find_marked_citations(const Document& document, std::span<const Sentence> sentences,
                           std::span<const Reference> references, CitationResult& result) {
  MarkReader(document, sentences, references, result).read();
}

}  // namespace claimbase
