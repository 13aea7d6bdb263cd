#include "analysis/library/bibtex_entries.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "analysis/bibliography/scan.h"

namespace claimbase::library {
namespace {

constexpr auto kNone = std::string_view::npos;

std::string lower(std::string_view text) {
  std::string made(text);
  for (char& c : made) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return made;
}

bool is_name(char c) {
  return static_cast<unsigned char>(c) > ' ' && std::string_view("{}(),=#\"%'@").find(c) == kNone;
}

/// "@name{" or "@name(" at `at`; `end` behind the bracket, 0: none.
struct Opening {
  std::string_view name;
  std::size_t end = 0;
  char close = '}';
};

Opening opening_at(std::string_view text, std::size_t at) {
  std::size_t begin = at + 1;
  while (begin < text.size() && (text[begin] == ' ' || text[begin] == '\t')) ++begin;
  std::size_t end = begin;
  while (end < text.size() && ((text[end] >= 'a' && text[end] <= 'z') || (text[end] >= 'A' && text[end] <= 'Z'))) ++end;
  std::size_t open = end;
  while (open < text.size() && scan::is_space(text[open])) ++open;
  if (end == begin || open >= text.size() || (text[open] != '{' && text[open] != '(')) return {};
  return {text.substr(begin, end - begin), open + 1, text[open] == '{' ? '}' : ')'};
}

// Where the next entry starts at the beginning of a line, from `at`; text.size(): nowhere.
std::size_t next_start(std::string_view text, std::size_t at) {
  for (std::size_t line = text.find('\n', at); line != kNone; line = text.find('\n', line + 1)) {
    std::size_t first = line + 1;
    while (first < text.size() && (text[first] == ' ' || text[first] == '\t')) ++first;
    if (first < text.size() && text[first] == '@' && opening_at(text, first).end != 0) return first;
  }
  return text.size();
}

/// Reads one entry, all of whose text is given.
class EntryParser {
 public:
  using Macros = std::map<std::string, std::string, std::less<>>;
  EntryParser(std::string_view text, char close, Macros& macros) : text_(text), close_(close), macros_(macros) {}

  /// What is wrong; empty: nothing.
  std::string_view read(BibtexEntry& entry) {
    const bool is_string = entry.type == "string";
    if (!is_string) {
      skip_space();
      std::size_t end = at_;
      while (end < text_.size() && text_[end] != ',' && text_[end] != close_ && text_[end] != '=') ++end;
      if (end < text_.size() && text_[end] == '=') {
        if (at_ == end) return "it has neither key nor fields";
      } else {
        entry.key = scan::trim(text_.substr(at_, end - at_));
        at_ = end;
      }
    }
    while (true) {
      skip_space();
      while (at_ < text_.size() && text_[at_] == ',') {
        ++at_;
        skip_space();
      }
      if (at_ >= text_.size()) return "it is not closed";
      if (text_[at_] == close_) {
        ++at_;
        return {};
      }
      const std::string_view wrong = read_field(entry, is_string);
      if (!wrong.empty()) return wrong;
    }
  }
  [[nodiscard]] std::size_t end() const { return at_; }

 private:
  void skip_space() {
    while (at_ < text_.size() && scan::is_space(text_[at_])) ++at_;
  }

  std::string_view read_field(BibtexEntry& entry, bool is_string) {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_name(text_[at_])) ++at_;
    const std::string name = lower(text_.substr(begin, at_ - begin));
    skip_space();
    if (name.empty() || at_ >= text_.size() || text_[at_] != '=') return "a field without a name or value";
    ++at_;
    std::string value;
    do {
      skip_space();
      const std::optional<std::string> part = read_part();
      if (!part) return "a value is not closed";
      constexpr std::size_t kLongest = 1 << 20;  // macros that double each other would fill the memory
      if (value.size() + part->size() > kLongest) return "a value longer than a megabyte";
      value += *part;
      skip_space();
    } while (at_ < text_.size() && text_[at_] == '#' && ++at_ > 0);
    if (at_ < text_.size() && text_[at_] != ',' && text_[at_] != close_) return "a comma is missing between fields";
    if (is_string) {
      macros_[name] = std::move(value);
    } else {
      entry.fields.emplace(name, std::move(value));  // of two fields of one name the first counts, as in BibTeX
    }
    return {};
  }

  std::optional<std::string> read_part() {
    if (at_ >= text_.size()) return std::nullopt;
    if (text_[at_] == '{' || text_[at_] == '"') return read_delimited(text_[at_] == '{');
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_name(text_[at_])) ++at_;
    const std::string_view word = text_.substr(begin, at_ - begin);
    if (word.empty()) return std::nullopt;
    const auto macro = macros_.find(lower(word));
    return macro == macros_.end() ? std::string(word) : macro->second;
  }

  std::optional<std::string> read_delimited(bool braces) {
    const std::size_t begin = ++at_;
    std::size_t depth = 0;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '{') {  // also behind a backslash, as for BibTeX
        ++depth;
      } else if (depth == 0 && c == (braces ? '}' : '"')) {
        return std::string(text_.substr(begin, at_++ - begin));
      } else if (c == '}' && depth > 0) {
        --depth;
      }
    }
    at_ = text_.size();
    return std::nullopt;
  }

  std::string_view text_;
  char close_;
  Macros& macros_;
  std::size_t at_ = 0;
};

}  // namespace

void each_bibtex_entry(std::string_view text, const BibtexListener& listener) {
  EntryParser::Macros macros;
  std::size_t limit = 0;  // where the next line that starts an entry is
  for (std::size_t at = text.find('@'); at != kNone; at = text.find('@', at)) {
    const Opening opening = opening_at(text, at);
    if (opening.end == 0) {
      ++at;
      continue;
    }
    BibtexEntry entry;
    entry.type = lower(opening.name);
    entry.offset = at;
    if (opening.end > limit) limit = next_start(text, opening.end);
    if (entry.type == "comment" || entry.type == "preamble") {
      at = limit;
      continue;
    }
    EntryParser parser(text.substr(opening.end, limit - opening.end), opening.close, macros);
    const std::string_view wrong = parser.read(entry);
    if (!wrong.empty()) {
      listener.on_broken(entry.offset, wrong);
      at = limit;
      continue;
    }
    at = opening.end + parser.end();
    if (entry.type != "string") listener.on_entry(std::move(entry));
  }
}

}  // namespace claimbase::library
