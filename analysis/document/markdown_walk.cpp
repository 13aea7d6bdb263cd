#include "analysis/document/markdown_walk.h"

#include <algorithm>
#include <array>

#include "analysis/document/entities.h"
#include "analysis/document/markdown_residue.h"
#include "analysis/document/phrases.h"
#include "analysis/document/text_shape.h"
#include "analysis/language/unicode.h"

namespace claimbase::reading {
namespace {

constexpr std::size_t kLongestPhrase = 80;   // of a heading that may open the references
constexpr std::size_t kLongestEntry = 1000;  // what of a line is looked at to tell an entry

// Of inline tags these separate blocks.
constexpr std::array<std::string_view, 25> kBlockTags{
    "address", "article",    "aside",   "blockquote", "caption", "dd",    "details", "div", "dl",
    "dt",      "figcaption", "figure",  "footer",     "header",  "hr",    "main",    "ol",  "p",
    "pre",     "section",    "summary", "table",      "tbody",   "thead", "ul"};

std::string lower_case(std::string_view name) {
  std::string made(name);
  std::ranges::transform(made, made.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return made;
}

std::string target_of(const MD_ATTRIBUTE& address) {
  return address.text == nullptr ? std::string() : decode_entities({address.text, address.size});
}

// The value of href="..." in a tag.
std::string address_in(std::string_view tag) {
  const std::size_t at = tag.find("href=");
  if (at == std::string_view::npos || at + 6 >= tag.size()) return {};
  const char quote = tag[at + 5];
  if (quote != '"' && quote != '\'') return {};
  const std::size_t end = tag.find(quote, at + 6);
  return end == std::string_view::npos ? std::string() : decode_entities(tag.substr(at + 6, end - at - 6));
}

}  // namespace

// Every cell, and every use of a definition, costs at least a byte of Markdown that asks for it; not so where rows of
// one byte are filled up to many columns, or one long definition is used over and over.
MarkdownWalk::MarkdownWalk(const MaskedMarkdown& masked, StructureBuilder& builder)
    : text_(masked.text), inserted_(masked.inserted), builder_(builder), budget_(16 * masked.text.size() + 65536) {}

void MarkdownWalk::spend(std::size_t amount) {
  budget_ -= std::min(budget_, amount);
}

ByteRange MarkdownWalk::range_of(std::string_view words) const {
  const auto base = reinterpret_cast<std::uintptr_t>(text_.data());
  const auto begin = reinterpret_cast<std::uintptr_t>(words.data());
  if (begin < base || begin + words.size() > base + text_.size()) return {at_, at_};
  const auto offset = static_cast<std::uint32_t>(begin - base);
  return {offset, offset + static_cast<std::uint32_t>(words.size())};
}

std::uint32_t MarkdownWalk::place(std::uint32_t offset) const {
  return flat_ || inserted_.empty() ? offset : source_place(inserted_, offset);
}

ByteRange MarkdownWalk::source_of(ByteRange range) const {
  return {place(range.begin), place(range.end)};
}

void MarkdownWalk::open(const BlockStart& start) {
  if (flat_) return builder_.space(place(at_));
  close();
  builder_.open(start);
  all_strong_ = true;
}

void MarkdownWalk::close() {
  if (flat_) return;
  if (builder_.has_words() && all_strong_) builder_.emphasise();
  while (!links_.empty()) end_link();
  builder_.close();
  in_paragraph_ = in_heading_ = false;
  show_alternatives();
}

void MarkdownWalk::show_alternatives() {
  if (alternatives_.empty()) return;
  builder_.open({.kind = BlockKind::caption});
  for (const ByteRange words : alternatives_) builder_.text(words.of(text_), source_of(words));
  builder_.close();
  alternatives_.clear();
}

void MarkdownWalk::open_item() {
  if (lists_.empty()) return open({});
  List& list = lists_.back();
  open({.kind = BlockKind::list_item,
        .level = static_cast<int>(lists_.size()) - 1,
        .number = list.ordered ? list.next++ : 0});
  fresh_item_ = true;
}

void MarkdownWalk::open_row() {
  open({.kind = in_header_row_ ? BlockKind::table_header : BlockKind::table_row});
}

void MarkdownWalk::enter(MD_BLOCKTYPE type, const void* detail) {
  switch (type) {
    case MD_BLOCK_UL:
      lists_.push_back({});
      break;
    case MD_BLOCK_OL:
      lists_.push_back(
          {true, static_cast<int>(std::min(static_cast<const MD_BLOCK_OL_DETAIL*>(detail)->start, 1'000'000U))});
      break;
    case MD_BLOCK_LI:
      open_item();
      break;
    case MD_BLOCK_H:
      open({.kind = BlockKind::heading,
            .level = static_cast<int>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level)});
      in_heading_ = true;
      break;
    case MD_BLOCK_P:
      if (!fresh_item_) open({});
      in_paragraph_ = !fresh_item_;
      fresh_item_ = false;
      break;
    case MD_BLOCK_CODE:
      open({.role = BlockRole::metadata, .settled = true});
      break;
    case MD_BLOCK_THEAD:
      in_header_row_ = true;
      break;
    case MD_BLOCK_TR:
      open_row();
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      spend(16);
      if (!flat_) builder_.cell();
      break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_HR:
    case MD_BLOCK_HTML:
    case MD_BLOCK_TABLE:
    case MD_BLOCK_TBODY:
      break;
  }
}

void MarkdownWalk::leave(MD_BLOCKTYPE type) {
  switch (type) {
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      if (!lists_.empty()) lists_.pop_back();
      break;
    case MD_BLOCK_H:
      if (builder_.words().size() <= kLongestPhrase)
        in_references_ = known_section(fold(builder_.words())) == Section::references;
      close();
      break;
    case MD_BLOCK_THEAD:
      in_header_row_ = false;
      break;
    case MD_BLOCK_LI:
    case MD_BLOCK_P:
    case MD_BLOCK_CODE:
    case MD_BLOCK_TR:
      fresh_item_ = false;
      close();
      break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_HR:
    case MD_BLOCK_HTML:
    case MD_BLOCK_TABLE:
    case MD_BLOCK_TBODY:
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      break;
  }
}

void MarkdownWalk::enter(MD_SPANTYPE type, const void* detail) {
  if (type == MD_SPAN_STRONG) ++strong_;
  if (type == MD_SPAN_DEL) ++deleted_;
  if (type == MD_SPAN_IMG) {
    const auto& address = static_cast<const MD_SPAN_IMG_DETAIL*>(detail)->src;
    spend(address.size);
    ++images_;
  }
  if (type == MD_SPAN_A) {
    const auto& address = static_cast<const MD_SPAN_A_DETAIL*>(detail)->href;
    spend(address.size);
    links_.push_back({builder_.here(), target_of(address)});
  }
}

void MarkdownWalk::leave(MD_SPANTYPE type) {
  if (type == MD_SPAN_STRONG) --strong_;
  if (type == MD_SPAN_DEL) --deleted_;
  if (type == MD_SPAN_IMG) --images_;
  if (type == MD_SPAN_A) end_link();
}

void MarkdownWalk::end_link() {
  if (links_.empty()) return;
  Link link = std::move(links_.back());
  links_.pop_back();
  if (!link.target.empty()) builder_.mark(MarkKind::link, link.begin, std::move(link.target));
}

void MarkdownWalk::add(std::string_view words, ByteRange source) {
  if (all_strong_ && strong_ == 0 && words.find_first_not_of(" \t\r\n") != std::string_view::npos) all_strong_ = false;
  builder_.text(words, source_of(source));
}

void MarkdownWalk::take(MD_TEXTTYPE type, std::string_view words) {
  const ByteRange source = range_of(words);
  at_ = source.end;
  if (images_ > 0) {
    if (type == MD_TEXT_NORMAL || type == MD_TEXT_CODE) alternatives_.push_back(source);
    return;
  }
  if (deleted_ > 0) return;
  switch (type) {
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR:
      end_line();
      return break_line(type == MD_TEXT_BR);
    case MD_TEXT_ENTITY:
      return add(decode_entity(words).value_or(std::string(words)), source);
    case MD_TEXT_HTML:
      return take_html(words);
    case MD_TEXT_NULLCHAR:
      return add("\xEF\xBF\xBD", source);
    case MD_TEXT_NORMAL:
    case MD_TEXT_CODE:
    case MD_TEXT_LATEXMATH:
      return add(words, source);
  }
}

// A break has no words of its own: it is behind the signs that close the emphasis before it.
void MarkdownWalk::end_line() {
  const std::size_t end = text_.find_first_of("\r\n", at_);
  if (end != std::string_view::npos) at_ = static_cast<std::uint32_t>(end) + 1;
}

// Entries below one another, without blank lines or marks, are one paragraph to CommonMark and many to a reader.
void MarkdownWalk::break_line(bool hard) {
  const std::size_t next = std::min(text_.find_first_not_of(" \t\r\n>*_", at_), text_.size());
  std::string_view line = text_.substr(next, kLongestEntry);
  line = line.substr(0, line.find_first_of("\r\n"));
  const bool upper = starts_upper(line);
  const bool entries = in_references_ && upper && looks_bibliographic(builder_.words()) && looks_bibliographic(line);
  const bool verse = hard && !starts_lower(line);
  const bool under_strong = upper && builder_.has_words() && all_strong_;  // "**A question?**" above its answer
  if (!in_paragraph_ || flat_ || (!entries && !verse && !under_strong)) return builder_.space(place(at_));
  const bool inside = strong_ > 0 || !links_.empty();
  if (inside) return builder_.space(place(at_));
  open({});
  in_paragraph_ = true;
}

void MarkdownWalk::take_html(std::string_view words) {
  std::size_t read = 0;
  const Tag tag = read_tag(words, 0, words.size(), read);
  if (tag.end == 0) return;
  const std::string name = lower_case(tag.name);
  if (name == "br") return break_line(true);
  if (name == "sup") {
    if (tag.closing) builder_.mark(MarkKind::superscript, raised_);
    raised_ = builder_.here();
  } else if (name == "a") {
    if (tag.closing)
      end_link();
    else
      links_.push_back({builder_.here(), address_in(words)});
  } else if (name == "strong" || name == "b") {
    strong_ = std::max(strong_ + (tag.closing ? -1 : 1), 0);
  } else {
    take_block_tag(name, tag.closing, place(at_));
  }
}

void MarkdownWalk::take_block_tag(std::string_view name, bool closing, std::uint32_t at) {
  const bool heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
  const bool known = heading || name == "li" || name == "tr" || name == "td" || name == "th" ||
                     std::ranges::find(kBlockTags, name) != kBlockTags.end();
  if (!known) return;
  if (flat_) return builder_.space(at);
  if (name == "td" || name == "th") {
    if (!closing) builder_.cell();
    return;
  }
  close();
  if (closing) return;
  if (heading) open({.kind = BlockKind::heading, .level = name[1] - '0'});
  if (name == "li") open({.kind = BlockKind::list_item});
  if (name == "tr") open({.kind = BlockKind::table_row});
}

}  // namespace claimbase::reading
