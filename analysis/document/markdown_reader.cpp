#include "analysis/document/markdown_reader.h"

#include <md4c.h>

#include <charconv>
#include <exception>
#include <string>

#include "analysis/document/budget.h"
#include "analysis/document/markdown_head.h"
#include "analysis/document/markdown_mask.h"
#include "analysis/document/markdown_walk.h"
#include "analysis/document/structure.h"

namespace claimbase::reading {
namespace {

// Raw HTML is read tag by tag, so that the text in it is not lost; text indented by four is text here, not code.
constexpr unsigned kFlags =
    MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_NOHTMLBLOCKS | MD_FLAG_NOINDENTEDCODEBLOCKS;

// No exception may pass through the C code of the parser: it is kept, and thrown again behind it.
struct Run {
  MarkdownWalk& walk;
  Budget& budget;
  std::exception_ptr thrown;
};

template <class Action>
int guarded(void* data, Action action) noexcept {
  auto& run = *static_cast<Run*>(data);
  try {
    action(run.walk);
  } catch (...) {
    run.thrown = std::current_exception();
  }
  // MD4C stops at once for numbers below zero only; for others it leaves a block and goes on behind it.
  return run.thrown || run.walk.over_budget() || !run.budget.go_on() ? -1 : 0;
}

bool parse(std::string_view text, MarkdownWalk& walk, Budget& budget) {
  MD_PARSER parser{};
  parser.flags = kFlags;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* data) {
    static_cast<void>(static_cast<Run*>(data)->budget.enter());
    return guarded(data, [&](MarkdownWalk& each) { each.enter(type, detail); });
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* data) {
    static_cast<Run*>(data)->budget.leave();
    return guarded(data, [&](MarkdownWalk& each) { each.leave(type); });
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* data) {
    return guarded(data, [&](MarkdownWalk& each) { each.enter(type, detail); });
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* data) {
    return guarded(data, [&](MarkdownWalk& each) { each.leave(type); });
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* words, MD_SIZE size, void* data) {
    return guarded(data, [&](MarkdownWalk& each) { each.take(type, {words, size}); });
  };
  Run run{walk, budget, nullptr};
  const int result = md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &run);
  if (run.thrown) std::rethrow_exception(run.thrown);
  return result == 0;
}

int number_of(std::string_view label) {
  constexpr int kLargest = 9999;
  int number = 0;
  const auto [end, error] = std::from_chars(label.data(), label.data() + label.size(), number);
  return error == std::errc() && end == label.data() + label.size() && number <= kLargest ? number : 0;
}

bool read_footnotes(const MaskedMarkdown& masked, std::string_view source, MarkdownWalk& walk, Budget& budget,
                    StructureBuilder& builder) {
  bool whole = true;
  walk.flatten(masked.notes);
  for (const Footnote& note : masked.footnotes) {
    const std::string_view label = note.label.of(source);
    builder.open({.kind = BlockKind::reference, .number = number_of(label), .settled = true});
    builder.anchor("^" + std::string(label));
    whole = parse(note.body.of(masked.notes), walk, budget) && whole;
    builder.close();
  }
  return whole;
}

// "[^name]" of a note that is there; the number of "[^1]" is found by its form, as in plain text.
void mark_named_footnotes(const MaskedMarkdown& masked, std::string_view source, Document& document) {
  bool named = false;
  for (const Footnote& note : masked.footnotes) named = named || number_of(note.label.of(source)) == 0;
  if (!named) return;
  const std::string_view text = document.text;
  for (std::size_t at = text.find("[^"); at != std::string_view::npos; at = text.find("[^", at + 2)) {
    const std::size_t close = text.substr(0, at + 100).find(']', at);
    if (close == std::string_view::npos) continue;
    const std::string_view label = text.substr(at + 2, close - at - 2);
    if (label.empty() || number_of(label) != 0) continue;
    document.marks.push_back({MarkKind::xref,
                              {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(close + 1)},
                              "^" + std::string(label)});
  }
}

}  // namespace

void read_markdown(std::string_view source, std::uint32_t begin, const ReadBounds& bounds, Document& document) {
  Budget budget(bounds);
  document.text.reserve(source.size());
  StructureBuilder builder(document);
  const std::uint32_t start = read_markdown_head(source, begin, document, builder);
  const MaskedMarkdown masked = mask_markdown(source, start);
  MarkdownWalk walk(masked, builder);
  bool whole = parse(masked.text, walk, budget);
  builder.close();
  if (whole) whole = read_footnotes(masked, source, walk, budget, builder);
  if (budget.is_over()) return builder.abandon(budget.diagnostic());
  if (!whole) {
    document.diagnostics.push_back(
        {Severity::warning, "markdown.cut-short", {}, "the parser made too much of the text: the rest is not read"});
  }
  mark_named_footnotes(masked, source, document);
  builder.finish();
}

}  // namespace claimbase::reading
