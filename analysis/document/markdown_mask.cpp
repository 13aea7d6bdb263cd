#include "analysis/document/markdown_mask.h"

#include <algorithm>

#include "analysis/document/markdown_residue.h"

namespace claimbase::reading {
namespace {

constexpr std::size_t kLongestResidue = 4096;
constexpr auto kNone = std::string_view::npos;
constexpr auto kUnknown = kNone;  // no place yet

std::string lower_case(std::string_view text) {
  std::string made(text);
  std::ranges::transform(made, made.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return made;
}

std::string_view trim_blanks(std::string_view line) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
  while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
  return line;
}

// Spaces instead of everything but line ends: the lines stay what they are.
void blank(std::string& text, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    if (text[i] != '\n' && text[i] != '\r') text[i] = ' ';
  }
}

class Masker {
 public:
  Masker(std::string_view source, std::uint32_t begin) : source_(source), budget_(4 * source.size() + 65536) {
    made_.text = source;
    blank(made_.text, 0, begin);
    searched_.resize(residue_.pairs.size());
    read_lines(begin);
    for (const Footnote& note : made_.footnotes) {
      if (made_.notes.empty()) made_.notes = made_.text;
      blank(made_.text, note.label.begin - 2, note.body.end);
      blank(made_.notes, note.label.begin - 2, note.body.begin);
    }
    lengthen();
  }

  MaskedMarkdown take() { return std::move(made_); }

 private:
  void read_lines(std::size_t at) {
    while (at < source_.size()) {
      const std::size_t end = std::min(source_.find('\n', at), source_.size());
      const std::string_view line = trim_blanks(source_.substr(at, end - at));
      const std::size_t indent = line.empty() ? 0 : static_cast<std::size_t>(line.data() - source_.data()) - at;
      const std::size_t next = take_line(at, end, line, indent);
      at = std::max(next, end + 1);
    }
  }

  // Where reading goes on, if that is behind this line.
  std::size_t take_line(std::size_t at, std::size_t end, std::string_view line, std::size_t indent) {
    if (line.empty()) return end;
    if (in_code(line)) return end;
    if (in_footnote_ && !goes_on(at, line, indent)) in_footnote_ = false;
    if (is_underline(at, line)) {
      find_short_dashes(line);
      return end;
    }
    if (line.starts_with("[^") && indent < 4 && start_footnote(at + indent, end)) return take_inline(at, end);
    if (is_residue(line)) {
      blank(made_.text, at, end);
      return end;
    }
    if (std::ranges::any_of(residue_.statements, [&](const auto& word) { return opens_statement(line, indent, word); }))
      return take_statement(at);
    if (in_footnote_) made_.footnotes.back().body.end = static_cast<std::uint32_t>(end);
    return take_inline(at, end);
  }

  // A fence closes with at least as many of the same sign, and nothing behind them.
  bool in_code(std::string_view line) {
    const char sign = line.front();
    const std::size_t length = sign == '`' || sign == '~' ? std::min(line.find_first_not_of(sign), line.size()) : 0;
    if (fence_ > 0) {
      if (sign == fence_sign_ && length >= fence_ && length == line.size()) fence_ = 0;
      return true;
    }
    if (length < 3 || (sign == '`' && line.find('`', length) != kNone)) return false;
    fence_ = length;
    fence_sign_ = sign;
    in_footnote_ = false;
    return true;
  }

  // "|--|:-:|" below a line with bars.
  bool is_underline(std::size_t at, std::string_view line) const {
    if (line.front() != '|' && line.front() != '-' && line.front() != ':') return false;
    if (line.find_first_not_of("|:- \t") != kNone || line.find('|') == kNone || at < 2) return false;
    const std::size_t above = source_.substr(0, at - 1).find_last_of("\n|");
    return above != kNone && source_[above] == '|';
  }

  void find_short_dashes(std::string_view line) {
    constexpr std::size_t kFewest = 3;
    for (std::size_t i = line.find('-'); i != kNone;) {
      const std::size_t end = std::min(line.find_first_not_of('-', i), line.size());
      const auto offset = static_cast<std::uint32_t>(line.data() - source_.data() + static_cast<std::ptrdiff_t>(i));
      if (end - i < kFewest) made_.inserted.push_back({offset, static_cast<std::uint32_t>(kFewest - (end - i))});
      i = line.find('-', end);
    }
  }

  // So far `inserted` says what to put in where in the source.
  void lengthen() {
    if (made_.inserted.empty()) return;
    std::string longer;
    longer.reserve(made_.text.size() + 2 * made_.inserted.size());
    std::size_t copied = 0;
    std::uint32_t bytes = 0;
    for (Inserted& each : made_.inserted) {
      longer.append(made_.text, copied, each.from - copied).append(each.bytes, '-');
      copied = each.from;
      bytes += each.bytes;
      each = {static_cast<std::uint32_t>(longer.size()), bytes};
    }
    made_.text = std::move(longer.append(made_.text, copied));
  }

  bool is_residue(std::string_view line) const {
    if (std::ranges::any_of(residue_.fences, [&](const auto& sign) { return line.starts_with(sign); })) return true;
    if (line.starts_with("> ")) line.remove_prefix(2);
    if (line.size() > 20) return false;
    const std::string folded = lower_case(line);
    return std::ranges::find(residue_.lines, folded) != residue_.lines.end();
  }

  // Of JavaScript, not a sentence that begins with such a word.
  static bool opens_statement(std::string_view line, std::size_t indent, std::string_view word) {
    if (indent > 0 || !line.starts_with(word)) return false;
    const std::string_view rest = line.substr(word.size());
    if (word.starts_with("import")) {
      const bool names = rest.find(" from ") != kNone || rest.starts_with('{') || rest.starts_with('\'') ||
                         rest.starts_with('"') || rest.starts_with('*');
      return names && (rest.find_first_of("\"'{") != kNone);
    }
    const std::string_view keyword = rest.substr(0, rest.find(' '));
    return keyword == "const" || keyword == "default" || keyword == "function" || keyword == "let" ||
           keyword == "async" || keyword == "var" || keyword == "class" || rest.starts_with('{');
  }

  // To the line that closes its braces; a blank line ends it in any case.
  std::size_t take_statement(std::size_t at) {
    int depth = 0;
    std::size_t i = at;
    for (; i < source_.size(); ++i) {
      const char c = source_[i];
      if (c == '{' || c == '(' || c == '[') ++depth;
      if (c == '}' || c == ')' || c == ']') --depth;
      if (c != '\n') continue;
      const std::size_t next = source_.find_first_not_of(" \t\r", i + 1);
      if (depth <= 0 || next == kNone || source_[next] == '\n') break;
    }
    blank(made_.text, at, i);
    return i;
  }

  bool start_footnote(std::size_t at, std::size_t end) {
    constexpr std::size_t kLongestLabel = 100;
    const std::size_t close = source_.substr(0, std::min(end, at + kLongestLabel)).find(']', at);
    if (close == kNone || close == at + 2 || close + 1 >= end || source_[close + 1] != ':') return false;
    made_.footnotes.push_back({{static_cast<std::uint32_t>(at + 2), static_cast<std::uint32_t>(close)},
                               {static_cast<std::uint32_t>(close + 2), static_cast<std::uint32_t>(end)}});
    in_footnote_ = true;
    return true;
  }

  // A note goes on in the line below it, or indented below a blank one.
  bool goes_on(std::size_t at, std::string_view line, std::size_t indent) const {
    if (indent >= 2) return true;
    const bool adjacent = made_.footnotes.back().body.end + 1 == at;
    return adjacent && std::string_view("[#<-*|>").find(line.front()) == kNone;
  }

  // Pairs and tags that begin in this line; they may end in a later one.
  std::size_t take_inline(std::size_t at, std::size_t end) {
    std::size_t i = at;
    while (i < end) {
      i = next_sign(i);
      if (i >= end) return end;
      std::size_t behind = take_pair(i);
      if (behind == 0 && source_[i] == '<') behind = take_tag(i);
      if (behind == 0) {
        ++i;
        continue;
      }
      blank(made_.text, i, behind);
      i = behind;
      if (i > end) end = std::min(source_.find('\n', i), source_.size());
      if (in_footnote_) made_.footnotes.back().body.end = static_cast<std::uint32_t>(end);
    }
    return end;
  }

  // Of the first '<' or '{' from `at` on; each stretch of text is searched once for each.
  std::size_t next_sign(std::size_t at) {
    if (angle_ == kUnknown || angle_ < at) angle_ = std::min(source_.find('<', at), source_.size());
    if (brace_ == kUnknown || brace_ < at) brace_ = std::min(source_.find('{', at), source_.size());
    return std::min(angle_, brace_);
  }

  std::size_t take_pair(std::size_t at) {
    for (std::size_t k = 0; k < residue_.pairs.size(); ++k) {
      const ResiduePair& pair = residue_.pairs[k];
      if (!source_.substr(at).starts_with(pair.opening)) continue;
      const std::size_t from = std::max(at + pair.opening.size(), searched_[k]);
      const std::size_t limit = at + kLongestResidue;
      const std::string_view window = source_.substr(0, std::min(limit, source_.size()));
      const std::size_t close = window.find(pair.closing, from);
      if (close != kNone) return close + pair.closing.size();
      // None up to here: a later search need not look there again.
      searched_[k] = std::max(searched_[k], window.size() - std::min(window.size(), pair.closing.size()));
    }
    return 0;
  }

  // Components, and elements with nothing to read in them. Other tags the parser knows, or they are no tags.
  std::size_t take_tag(std::size_t at) {
    const bool upper = at + 1 < source_.size() && source_[at + 1] >= 'A' && source_[at + 1] <= 'Z';
    const bool closes =
        at + 2 < source_.size() && source_[at + 1] == '/' && source_[at + 2] >= 'A' && source_[at + 2] <= 'Z';
    const bool left_out = !closes && is_left_out(at);
    if ((!upper && !closes && !left_out) || budget_ == 0) return 0;
    std::size_t read = 0;
    const Tag tag = read_tag(source_, at, kLongestResidue, read);
    budget_ -= std::min(budget_, read);
    if (tag.end == 0) return 0;
    if (!left_out || tag.empty || tag.closing) return tag.end;
    const std::string closing = "</" + std::string(tag.name);
    const std::size_t limit = std::min(source_.size(), tag.end + kLongestResidue);
    const std::size_t close = source_.substr(0, limit).find(closing, tag.end);
    budget_ -= std::min(budget_, (close == kNone ? limit : close) - tag.end);
    const std::size_t behind = close == kNone ? kNone : source_.find('>', close);
    return behind == kNone ? tag.end : behind + 1;
  }

  bool is_left_out(std::size_t at) const {
    constexpr std::size_t kLongestName = 64;
    const std::string_view rest = source_.substr(at + 1, kLongestName);
    const std::string name = lower_case(rest.substr(0, rest.find_first_of(" \t\r\n/>")));
    if (std::ranges::find(residue_.elements, name) != residue_.elements.end()) return true;
    const bool component = !rest.empty() && rest.front() >= 'A' && rest.front() <= 'Z';
    return component && std::ranges::any_of(residue_.components,
                                            [&](const auto& word) { return name.find(word) != std::string::npos; });
  }

  std::string_view source_;
  const Residue& residue_ = markdown_residue();
  MaskedMarkdown made_;
  std::vector<std::size_t> searched_;  // of each pair, how far no closing was found
  std::size_t budget_;                 // bytes that reading tags may still cost
  std::size_t angle_ = kUnknown;
  std::size_t brace_ = kUnknown;
  std::size_t fence_ = 0;
  char fence_sign_ = '\0';
  bool in_footnote_ = false;
};

}  // namespace

std::uint32_t source_place(const std::vector<Inserted>& inserted, std::uint32_t place) {
  const auto after = std::ranges::upper_bound(inserted, place, {}, &Inserted::from);
  return after == inserted.begin() ? place : place - (after - 1)->bytes;
}

MaskedMarkdown mask_markdown(std::string_view source, std::uint32_t begin) {
  return Masker(source, begin).take();
}

}  // namespace claimbase::reading
