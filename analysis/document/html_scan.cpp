#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "analysis/document/html_tree.h"

namespace claimbase::reading {
namespace {

constexpr std::size_t kMostAttributes = 1000;
constexpr std::size_t kLongestName = 16;  // of a tag; what is longer is cut, and still told from others mostly
constexpr std::size_t kLookedBack = 64;   // open elements that an end tag is compared with

using Names = std::vector<std::string>;

template <std::size_t Size>
bool is_one_of(const std::array<std::string_view, Size>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

constexpr std::array<std::string_view, 16> kVoid{"area", "base", "br",    "col",    "embed", "hr",  "img",    "input",
                                                 "link", "meta", "param", "source", "track", "wbr", "keygen", "frame"};
constexpr std::array<std::string_view, 8> kRaw{"script", "style",  "textarea", "title",
                                               "xmp",    "iframe", "noembed",  "noframes"};
// Their end tags may be left out: the next of them ends the last.
constexpr std::array<std::string_view, 11> kImplied{"p",  "li",     "td",       "th",    "tr",   "dt",
                                                    "dd", "option", "optgroup", "tbody", "thead"};
constexpr std::array<std::string_view, 7> kContainers{"div", "ul", "ol", "table", "dl", "section", "article"};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

class Scanner {
 public:
  Scanner(std::string_view source, std::size_t nesting) : source_(source), nesting_(nesting) {}

  HtmlFault run() {
    while (fault_ == HtmlFault::none) {
      at_ = source_.find('<', at_);
      if (at_ == std::string_view::npos || ++at_ >= source_.size()) break;
      if (source_.substr(at_).starts_with("!--")) {
        skip_past("-->");
      } else if (source_[at_] == '/') {
        ++at_;
        if (at_ < source_.size() && is_letter(source_[at_])) close(name());
      } else if (is_letter(source_[at_])) {
        open(name());
      }
    }
    return fault_;
  }

 private:
  void skip_past(std::string_view end) {
    const std::size_t found = source_.find(end, at_);
    at_ = found == std::string_view::npos ? source_.size() : found + end.size();
  }

  std::string name() {
    std::string made;
    for (; at_ < source_.size() && std::string_view(" \t\r\n\f/>").find(source_[at_]) == std::string_view::npos;
         ++at_) {
      const char c = source_[at_];
      if (made.size() < kLongestName) made += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return made;
  }

  // Up to behind the '>'; whether a '/' stood before that.
  bool skip_attributes() {
    std::size_t attributes = 0;
    bool slash = false;
    bool in_name = false;
    for (; at_ < source_.size() && source_[at_] != '>'; ++at_) {
      const char c = source_[at_];
      if (c == '=') {
        at_ = std::min(source_.find_first_not_of(" \t\r\n\f", at_ + 1), source_.size());
        if (at_ >= source_.size()) break;
        const char quote = source_[at_];
        if (quote == '"' || quote == '\'') {
          at_ = std::min(source_.find(quote, at_ + 1), source_.size());
        } else {
          at_ = std::min(source_.find_first_of(" \t\r\n\f>", at_), source_.size()) - 1;
        }
        in_name = false;
        if (at_ >= source_.size()) break;
        continue;
      }
      const bool space = c == ' ' || (c >= '\t' && c <= '\r');
      slash = c == '/';
      if (space || slash) {
        in_name = false;
      } else if (!in_name) {
        in_name = true;
        if (++attributes > kMostAttributes) fault_ = HtmlFault::too_complex;
      }
    }
    if (at_ < source_.size()) ++at_;
    return slash;
  }

  void open(const std::string& name) {
    const bool closed = skip_attributes();
    if (is_one_of(kVoid, name)) return;
    if (is_one_of(kRaw, name)) return skip_raw(name);
    if (closed && !is_one_of(kContainers, name)) return;
    if (is_one_of(kImplied, name)) end_implied(name);
    open_.push_back(name);
    if (open_.size() > nesting_) fault_ = HtmlFault::too_deep;
  }

  // Case of the end tag does not count; it is nearly always written as the start tag.
  void skip_raw(const std::string& name) {
    while (at_ < source_.size()) {
      at_ = source_.find("</", at_);
      if (at_ == std::string_view::npos) break;
      at_ += 2;
      if (this->name() == name) return;
    }
    at_ = source_.size();
  }

  void end_implied(const std::string& name) {
    constexpr std::size_t kNear = 8;
    for (std::size_t i = 0; i < std::min(kNear, open_.size()); ++i) {
      const std::string& above = open_[open_.size() - 1 - i];
      if (above == name) return open_.resize(open_.size() - 1 - i);
      if (is_one_of(kContainers, above)) return;
    }
  }

  void close(const std::string& name) {
    for (std::size_t i = 0; i < std::min(kLookedBack, open_.size()); ++i) {
      if (open_[open_.size() - 1 - i] == name) return open_.resize(open_.size() - 1 - i);
    }
  }

  std::string_view source_;
  std::size_t nesting_;
  std::size_t at_ = 0;
  Names open_;
  HtmlFault fault_ = HtmlFault::none;
};

}  // namespace

HtmlFault scan_html(std::string_view source, std::uint32_t nesting) {
  return Scanner(source, nesting).run();
}

}  // namespace claimbase::reading
