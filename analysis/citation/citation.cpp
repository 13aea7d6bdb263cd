#include "analysis/citation/citation.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "analysis/citation/link_citations.h"
#include "analysis/citation/marked_citations.h"
#include "analysis/citation/marker.h"
#include "analysis/citation/word_citations.h"

namespace claimbase {

namespace {

bool carries_citations(const Block& block) {
  if (block.kind == BlockKind::reference || block.kind == BlockKind::title) return false;
  return block.role != BlockRole::references && block.role != BlockRole::metadata &&
         block.role != BlockRole::contents && block.role != BlockRole::navigation && block.role != BlockRole::keywords;
}

// In headings and in rows whose cells were glued a digit behind a word is no marker.
bool may_glue(const Block& block, MarkerStyle style) {
  const bool tight =
      block.kind == BlockKind::heading || block.kind == BlockKind::table_header || block.kind == BlockKind::table_row;
  return !tight || (style != MarkerStyle::word && (style != MarkerStyle::glued || block.kind == BlockKind::table_row));
}

struct Numbered {
  explicit Numbered(std::span<const Reference> references) {
    for (std::uint32_t i = 0; i < references.size() && references[i].number > 0; ++i) {
      index.try_emplace(references[i].number, i);
      entries = i + 1;
    }
  }
  [[nodiscard]] std::optional<std::uint32_t> find(int number) const {
    const auto found = index.find(number);
    return found == index.end() ? std::nullopt : std::optional(found->second);
  }
  [[nodiscard]] std::size_t highest() const {
    return index.empty() || index.rbegin()->first < 0 ? 0 : static_cast<std::size_t>(index.rbegin()->first);
  }
  std::map<int, std::uint32_t> index;
  std::size_t entries = 0;  // of the list; the works behind them are only linked to
};

// A reference that is the only one its sentence cites so far.
void note(OnlyCited& only, const Citation& citation) {
  if (!citation.reference) return;
  const auto [place, first] = only.try_emplace(citation.sentence, citation.reference);
  if (!first) place->second.reset();
}

// The ranges that the markup says to be citations, or to be none. What is found inside them by its form says the same
// again.
class MarkedRanges {
 public:
  MarkedRanges(const std::vector<Citation>& marked, std::vector<ByteRange> others) : ranges_(std::move(others)) {
    ranges_.reserve(ranges_.size() + marked.size());
    for (const Citation& each : marked) ranges_.push_back(each.range);
    std::ranges::sort(ranges_, {}, &ByteRange::begin);
  }
  [[nodiscard]] bool empty() const { return ranges_.empty(); }
  [[nodiscard]] bool hold(ByteRange range) const {
    const auto after = std::ranges::lower_bound(ranges_, range.end, {}, &ByteRange::begin);
    return after != ranges_.begin() && (after - 1)->end > range.begin;
  }

 private:
  std::vector<ByteRange> ranges_;  // in text order
};

void drop_repetitions(const MarkedRanges& marked, std::size_t first, CitationResult& result) {
  const auto repeats = [&](const Citation& each) {
    return each.kind == CitationKind::author_year && marked.hold(each.range);
  };
  const auto begin = result.citations.begin() + static_cast<std::ptrdiff_t>(first);
  result.citations.erase(std::remove_if(begin, result.citations.end(), repeats), result.citations.end());
  std::erase_if(result.diagnostics,
                [&](const Diagnostic& each) { return each.rule == "citation.ambiguous" && marked.hold(each.range); });
}

}  // namespace

std::string_view to_string(CitationKind kind) {
  switch (kind) {
    case CitationKind::marker:
      return "marker";
    case CitationKind::author_year:
      return "author-year";
    case CitationKind::link:
      return "link";
    case CitationKind::xref:
      return "xref";
    case CitationKind::attribution:
      return "attribution";
  }
  return "marker";
}

CitationResult find_citations(const Document& document, std::span<const Sentence> sentences,
                              std::span<const Reference> references) {
  CitationResult result;
  const Numbered numbered(references);
  std::vector<Sentence> readable;
  std::vector<std::uint32_t> origin;  // of a readable sentence, its index in `sentences`
  for (std::uint32_t i = 0; i < sentences.size(); ++i) {
    if (sentences[i].block >= document.blocks.size() || !carries_citations(document.blocks[sentences[i].block]))
      continue;
    readable.push_back(sentences[i]);
    origin.push_back(i);
  }
  OnlyCited only;
  find_marked_citations(document, sentences, references.first(numbered.entries), result);
  std::vector<ByteRange> not_markers;
  find_link_citations(document, sentences, references, result, not_markers);
  for (const Citation& each : result.citations) note(only, each);
  const MarkedRanges marked(result.citations, std::move(not_markers));
  // A publisher's XML marks its citations: what else looks like a marker is an exponent or a note.
  const bool complete = document.format == "jats" && !marked.empty();
  std::vector<Marker> markers;
  if (!complete) markers = find_markers(document.text, readable, numbered.highest());
  for (const auto& marker : markers) {
    const auto sentence = origin[marker.sentence];
    if (!may_glue(document.blocks[sentences[sentence].block], marker.style) || marked.hold(marker.range)) continue;
    Citation citation;
    citation.kind = CitationKind::marker;
    citation.sentence = sentence;
    citation.range = marker.range;
    citation.marker = std::to_string(marker.number);
    citation.reference = numbered.find(marker.number);
    if (!citation.reference) {
      result.diagnostics.push_back(
          {Severity::warning, "citation.unresolved", marker.range,
           references.empty() ? fmt::format("marker {} and no reference list", marker.number)
                              : fmt::format("marker {} names no entry of the reference list", marker.number)});
    }
    note(only, citation);
    result.citations.push_back(std::move(citation));
  }
  const std::size_t before_words = result.citations.size();
  find_word_citations(document, sentences, references, only, result);
  if (!marked.empty()) drop_repetitions(marked, before_words, result);
  std::ranges::stable_sort(result.citations, {}, [](const Citation& c) { return c.range.begin; });
  return result;
}

}  // namespace claimbase
