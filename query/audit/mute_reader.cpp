#include <algorithm>

#include "analysis/language/utf8.h"
#include "query/audit/mutes.h"
#include "query/audit/source_lines.h"

namespace claimbase {
namespace {

constexpr std::string_view kOpen = "<!--";
constexpr std::string_view kClose = "-->";
constexpr std::string_view kSpace = " \t\r\n\f";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

bool take(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  const std::string_view rest = text.substr(word.size());
  if (!rest.empty() && kSpace.find(rest.front()) == std::string_view::npos) return false;
  text = trimmed(rest);
  return true;
}

bool is_rule_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
}

std::string_view take_rule(std::string_view& text) {
  const auto end = std::ranges::find_if_not(text, is_rule_character);
  const std::string_view rule = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text = trimmed(text.substr(rule.size()));
  return rule;
}

// "RULE, RULE reason"; the reason may be set off by a colon or a dash.
void read_rules_and_reason(std::string_view text, Mute& mute) {
  for (bool more = true; more;) {
    const std::string_view rule = take_rule(text);
    if (rule.empty()) break;
    mute.rules.emplace_back(rule);
    more = text.starts_with(',');
    if (more) text = trimmed(text.substr(1));
  }
  for (const std::string_view mark : {":", "--", "-", "\xE2\x80\x93", "\xE2\x80\x94"}) {
    if (text.starts_with(mark)) text = trimmed(text.substr(mark.size()));
  }
  mute.reason = text;
}

// Whether a line's start holds text of the copy, and not only tags, bullets and white space.
bool has_text(std::string_view line) {
  bool in_tag = false;
  for (const char c : line) {
    if (c == '<') in_tag = true;
    if (!in_tag && kSpace.find(c) == std::string_view::npos &&
        std::string_view("-*+#>|").find(c) == std::string_view::npos)
      return true;
    if (c == '>') in_tag = false;
  }
  return false;
}

bool read_mute(std::string_view comment, Mute& mute) {
  comment = trimmed(comment);
  if (!comment.starts_with("claimbase:")) return false;
  comment = trimmed(comment.substr(std::string_view("claimbase:").size()));
  if (take(comment, "ignore-file")) {
    mute.reach = MuteReach::file;
  } else if (!take(comment, "ignore")) {
    return false;
  }
  read_rules_and_reason(comment, mute);
  return true;
}

}  // namespace

std::vector<Mute> read_mutes(std::string_view source) {
  std::vector<Mute> mutes;
  const SourceLines lines(source);
  for (std::size_t at = source.find(kOpen); at != std::string_view::npos; at = source.find(kOpen, at)) {
    const std::size_t inside = at + kOpen.size();
    const std::size_t close = source.find(kClose, inside);
    if (close == std::string_view::npos) break;
    Mute mute;
    mute.span = lines.span({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(close + kClose.size())});
    const std::size_t line_start = lines.start(mute.span.line);
    if (has_text(source.substr(line_start, at - line_start))) mute.reach = MuteReach::line;
    if (read_mute(source.substr(inside, close - inside), mute)) mutes.push_back(std::move(mute));
    at = close + kClose.size();
  }
  return mutes;
}

void blank_mutes(std::string& plain_text) {
  for (const Mute& mute : read_mutes(plain_text)) {
    const auto begin = plain_text.begin() + mute.span.source.begin;
    std::replace_if(
        begin, begin + mute.span.source.size(), [](char c) { return c != '\n' && c != '\r'; }, ' ');
  }
}

}  // namespace claimbase
