#include "analysis/document/phrases.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <unordered_map>
#include <vector>

#include "analysis/document/piece_index.h"
#include "analysis/document/text_shape.h"
#include "analysis/language/resources.h"
#include "analysis/language/unicode.h"

namespace claimbase::reading {
namespace {

// A map that is asked with views.
struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
struct SectionNames {
  std::unordered_map<std::string, Section, Hash, std::equal_to<>> sections;
  std::size_t longest = 0;
};

struct LinePattern {
  BlockRole role = BlockRole::content;
  std::string pattern;
  std::string head;  // up to the first star
  std::string tail;  // behind the last
};

std::logic_error broken(std::string_view file, std::string_view cell) {
  return std::logic_error("data file " + std::string(file) + ": unknown word '" + std::string(cell) + "'");
}

Section section_of(std::string_view name) {
  if (name == "generic") return Section::generic;
  if (name == "references") return Section::references;
  if (name == "sources") return Section::sources;
  if (name == "keywords") return Section::keywords;
  if (name == "contents") return Section::contents;
  if (name == "faq") return Section::faq;
  if (name == "disclaimer") return Section::disclaimer;
  if (name == "navigation") return Section::navigation;
  throw broken("document/headings.tsv", name);
}

BlockRole role_of(std::string_view name) {
  for (const BlockRole role : {BlockRole::content, BlockRole::navigation, BlockRole::promotion, BlockRole::disclaimer,
                               BlockRole::metadata, BlockRole::regulatory}) {
    if (to_string(role) == name) return role;
  }
  throw broken("document/lines.tsv", name);
}

const SectionNames& section_names() {
  static const SectionNames names = [] {
    SectionNames made;
    for (const auto& row : tsv_rows(resource("document/headings.tsv"))) {
      const std::string name = fold(row.at(2));
      made.longest = std::max(made.longest, name.size());
      made.sections.emplace(name, section_of(row.at(0)));
    }
    return made;
  }();
  return names;
}

// The longest part of a pattern between its stars.
std::string_view longest_piece(std::string_view pattern) {
  std::string_view longest;
  for (std::size_t at = 0; at <= pattern.size();) {
    const std::size_t star = std::min(pattern.find('*', at), pattern.size());
    if (star - at > longest.size()) longest = pattern.substr(at, star - at);
    at = star + 1;
  }
  return longest;
}

using PatternsByByte = std::array<std::vector<std::uint16_t>, 256>;

// The patterns in the order of the file, and which of them to try: by the first byte of the line, where they start with
// a star by its last, and where they end with one too by a piece that occurs in it.
struct LinePatterns {
  std::vector<LinePattern> all;
  PatternsByByte by_first;
  PatternsByByte by_last;
  PieceIndex inside;
};

const LinePatterns& line_patterns() {
  static const LinePatterns patterns = [] {
    LinePatterns made;
    for (const auto& row : tsv_rows(resource("document/lines.tsv"))) {
      const auto id = static_cast<std::uint16_t>(made.all.size());
      const std::string pattern = fold(row.at(2));
      made.all.push_back(
          {role_of(row.at(0)), pattern, pattern.substr(0, pattern.find('*')), pattern.substr(pattern.rfind('*') + 1)});
      if (pattern.front() != '*') {
        made.by_first.at(static_cast<unsigned char>(pattern.front())).push_back(id);
      } else if (pattern.back() != '*') {
        made.by_last.at(static_cast<unsigned char>(pattern.back())).push_back(id);
      } else {
        made.inside.add(longest_piece(pattern), id);
      }
    }
    return made;
  }();
  return patterns;
}

struct QuestionPrefix {
  Prefix kind = Prefix::none;
  std::string text;
};

struct QuestionPrefixes {
  std::vector<QuestionPrefix> all;
  std::array<bool, 256> begins{};  // by the first byte of one
};

const QuestionPrefixes& question_prefixes() {
  static const QuestionPrefixes prefixes = [] {
    QuestionPrefixes made;
    for (const auto& row : tsv_rows(resource("document/question_prefixes.tsv"))) {
      const bool question = row.at(0) == "question";
      if (!question && row.at(0) != "answer") throw broken("document/question_prefixes.tsv", row.at(0));
      made.all.push_back({question ? Prefix::question : Prefix::answer, std::string(row.at(2))});
      made.begins.at(static_cast<unsigned char>(row.at(2).front())) = true;
    }
    return made;
  }();
  return prefixes;
}

struct ListIntroductions {
  std::vector<std::string> phrases;
  PieceIndex inside;
};

const ListIntroductions& list_introductions() {
  static const ListIntroductions introductions = [] {
    ListIntroductions made;
    for (const auto& row : tsv_rows(resource("document/list_introductions.tsv"))) {
      made.inside.add(fold(row.at(1)), static_cast<std::uint16_t>(made.phrases.size()));
      made.phrases.push_back(fold(row.at(1)));
    }
    return made;
  }();
  return introductions;
}

}  // namespace

Section known_section(std::string_view folded) {
  while (!folded.empty() && (folded.back() == ':' || folded.back() == ' ' || folded.back() == '*'))
    folded.remove_suffix(1);
  while (!folded.empty() && folded.front() == '*') folded.remove_prefix(1);
  const SectionNames& names = section_names();
  if (folded.size() > names.longest) return Section::none;
  const auto found = names.sections.find(folded);
  return found == names.sections.end() ? Section::none : found->second;
}

Section section_prefix(std::string_view folded, std::size_t& length) {
  const std::size_t colon = folded.substr(0, kLongestPrefix).find(':');
  if (colon == std::string_view::npos || colon + 1 >= folded.size()) return Section::none;
  length = colon + 1;
  return known_section(folded.substr(0, colon));
}

LinePhrase known_line(std::string_view folded, bool whole_only) {
  if (folded.empty()) return {};
  const LinePatterns& patterns = line_patterns();
  const auto fits = [&](std::uint16_t id) {
    const LinePattern& known = patterns.all[id];
    const bool begins = known.head.size() < 2 || (folded.size() > 1 && known.head[1] == folded[1]);
    const bool ends = known.tail.empty() || known.tail.back() == folded.back();
    return begins && ends && folded.starts_with(known.head) && matches_pattern(known.pattern, folded);
  };
  const auto phrase = [&](std::uint16_t id) {
    return LinePhrase{patterns.all[id].role, !patterns.all[id].pattern.starts_with('*')};
  };
  std::vector<std::uint16_t> inside;
  if (!whole_only) {
    const auto& tails = patterns.by_last[static_cast<unsigned char>(folded.back())];
    inside.insert(inside.end(), tails.begin(), tails.end());
    patterns.inside.candidates(folded, inside);
  }
  std::erase_if(inside, [&](std::uint16_t id) { return !fits(id); });
  const auto first_inside = std::ranges::min_element(inside);
  const auto& heads = patterns.by_first[static_cast<unsigned char>(folded.front())];
  const auto first_head = std::ranges::find_if(heads, fits);
  if (first_head == heads.end()) return first_inside == inside.end() ? LinePhrase{} : phrase(*first_inside);
  return phrase(first_inside == inside.end() ? *first_head : std::min(*first_head, *first_inside));
}

bool may_begin_known_line(std::string_view folded) {
  if (folded.empty()) return true;
  const LinePatterns& patterns = line_patterns();
  const auto& heads = patterns.by_first[static_cast<unsigned char>(folded.front())];
  return std::ranges::any_of(heads, [&](std::uint16_t id) {
    const std::string_view head = patterns.all[id].head;
    return folded.substr(0, head.size()) == head.substr(0, folded.size());
  });
}

Prefix question_prefix(std::string_view text, std::size_t& length) {
  std::size_t skipped = 0;
  while (skipped < text.size() && skipped < 3 && (text[skipped] == '*' || text[skipped] == '_')) ++skipped;
  const QuestionPrefixes& prefixes = question_prefixes();
  if (skipped >= text.size() || !prefixes.begins[static_cast<unsigned char>(text[skipped])]) return Prefix::none;
  for (const QuestionPrefix& known : prefixes.all) {
    if (!text.substr(skipped).starts_with(known.text)) continue;
    std::size_t end = skipped + known.text.size();
    const auto skip_emphasis = [&] {
      while (end < text.size() && (text[end] == '*' || text[end] == '_')) ++end;
    };
    skip_emphasis();
    if (end < text.size() && (text[end] == ' ' || text[end] == '\t') && known.text.ends_with(':')) {
      length = end;
      return known.kind;
    }
  }
  return Prefix::none;
}

bool introduces_list(std::string_view folded) {
  const ListIntroductions& known = list_introductions();
  std::vector<std::uint16_t> ids;
  known.inside.candidates(folded, ids);
  return std::ranges::any_of(
      ids, [&](std::uint16_t id) { return folded.find(known.phrases[id]) != std::string_view::npos; });
}

bool matches_pattern(std::string_view pattern, std::string_view text) {
  // The pieces between the stars: the first where the text begins, the last where it ends, the others in order, each as
  // early as it can.
  const std::size_t first_star = pattern.find('*');
  if (first_star == std::string_view::npos) return pattern == text;
  const std::size_t last_star = pattern.rfind('*');
  const std::string_view head = pattern.substr(0, first_star);
  const std::string_view tail = pattern.substr(last_star + 1);
  if (text.size() < head.size() + tail.size() || !text.starts_with(head) || !text.ends_with(tail)) return false;
  text = text.substr(head.size(), text.size() - head.size() - tail.size());
  std::size_t at = first_star + 1;
  while (at <= last_star) {
    const std::size_t star = pattern.find('*', at);
    const std::string_view piece = pattern.substr(at, star - at);
    const std::size_t found = text.find(piece);
    if (found == std::string_view::npos) return false;
    text.remove_prefix(found + piece.size());
    at = star + 1;
  }
  return true;
}

}  // namespace claimbase::reading
