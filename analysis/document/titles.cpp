#include <algorithm>
#include <optional>

#include "analysis/document/date_line.h"
#include "analysis/document/passes.h"
#include "analysis/language/detect.h"
#include "analysis/language/unicode.h"

namespace claimbase::reading {
namespace {

constexpr std::size_t kLongestTitle = 200;  // code points
constexpr std::size_t kLongestPublisher = 40;
constexpr std::size_t kHeadDrafts = 12;  // metadata stands above the text or directly below the title

struct SplitTitle {
  ByteRange title;
  std::string publisher;
  bool sure = false;
};

std::size_t count_words(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

// "Title - Publisher", "Title | Publisher". A pipe says so; behind a dash it may be a subtitle.
SplitTitle split_title(std::string_view text, ByteRange range) {
  const std::string_view line = range.of(text);
  SplitTitle split{range, "", false};
  std::size_t best = 0;
  for (const std::string_view separator : {" | ", " - ", " – ", " — ", " · "}) {
    const std::size_t at = line.rfind(separator);
    if (at == std::string_view::npos || at == 0 || at < best) continue;
    const std::string_view rest = trim(line.substr(at + separator.size()));
    if (rest.empty() || rest.size() > kLongestPublisher || !starts_upper(rest) || ends_sentence(rest)) continue;
    const std::size_t words = count_words(rest);
    const bool pipe = separator == " | ";
    if (words > (pipe ? 5U : 2U)) continue;
    best = at;
    split = {trim(text, {range.begin, range.begin + static_cast<std::uint32_t>(at)}), std::string(rest), pipe};
  }
  return split;
}

bool can_be_title(std::string_view text, const Draft& draft) {
  if (draft.settled || draft.section != Section::none) return false;
  if (draft.mark == Mark::hash) return draft.depth == 1;
  return is_text(draft) && heading_shape(draft.block.range.of(text), kLongestTitle).fits;
}

bool is_chrome(const Draft& draft) {
  return (draft.settled && draft.block.role != BlockRole::content) || draft.mark == Mark::image ||
         draft.mark == Mark::tag;
}

// The next draft that is no chrome, from `i` on.
std::size_t skip_chrome(const Drafts& drafts, std::size_t i) {
  while (i < drafts.size() && is_chrome(drafts[i])) ++i;
  return i;
}

bool dated_between(const Drafts& drafts, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) {
    if (drafts[i].dated) return true;
  }
  return false;
}

// The language of the text itself, from its first long paragraphs.
std::string language_below(std::string_view text, const Drafts& drafts, std::size_t from) {
  std::string sample;
  for (std::size_t i = from; i < drafts.size() && sample.size() < 2000; ++i) {
    const std::string_view words = drafts[i].block.range.of(text);
    if (is_text(drafts[i]) && words.size() > 120) sample.append(words.substr(0, 2000)).append("\n");
  }
  return detect_language(sample);
}

void make_title(Draft& draft, ByteRange range, int level) {
  draft.block.kind = BlockKind::title;
  draft.block.range = range;
  draft.block.level = level;
  draft.settled = true;
}

// A second title under the first: the article's own, the first being the page's.
bool is_second_title(std::string_view text, const Drafts& drafts, std::size_t first, std::size_t second,
                     const SplitTitle& split) {
  if (second >= drafts.size() || !can_be_title(text, drafts[second]) || second + 1 >= drafts.size()) return false;
  if (drafts[second].folded == fold(split.title.of(text))) return true;
  // The date stands below the article's own title: what comes behind it is text, or the words of a picture.
  if (dated_between(drafts, first, second)) return false;
  if (drafts[second + 1].dated) return true;
  const std::string body = language_below(text, drafts, second + 1);
  const std::string above = detect_language(split.title.of(text));
  const std::string below = detect_language(drafts[second].block.range.of(text));
  return above != "und" && above != body && (below == body || below == "und");
}

bool names_publisher(std::string_view text, const SplitTitle& split, const Document& document) {
  if (split.publisher.empty()) return false;
  if (split.sure || fold_alphanumeric(split.publisher) == fold_alphanumeric(document.publisher)) return true;
  // One word behind a title of some length: a name ("Magnesium in de winter - Voedselwijzer").
  if (count_words(split.publisher) == 1 && count_words(split.title.of(text)) >= 3) return true;
  const std::size_t again = text.find(split.publisher, split.title.end + split.publisher.size() + 3);
  return again != std::string_view::npos;
}

void settle_repeated_titles(Drafts& drafts, std::size_t after, std::string_view title) {
  const std::string folded = fold(title);
  for (std::size_t i = after; i < drafts.size(); ++i) {
    Draft& draft = drafts[i];
    if (!is_candidate(draft) || draft.folded != folded) continue;
    draft.block.kind = BlockKind::caption;
    draft.settled = true;
  }
}

}  // namespace

void find_dates(std::string_view text, const Drafts& drafts, Document& document) {
  std::size_t seen = 0;
  for (const Draft& draft : drafts) {
    if (++seen > kHeadDrafts && !document.date.empty()) return;
    if (!draft.dated || draft.block.role != BlockRole::metadata) continue;
    const std::optional<DateLine> found = read_date_line(draft.block.range.of(text));
    if (!found) continue;
    if (document.date.empty()) document.date = found->date;
    if (document.publisher.empty()) document.publisher = found->publisher;
    return;
  }
}

void find_titles(std::string_view text, Drafts& drafts, Document& document) {
  find_dates(text, drafts, document);
  const std::size_t first = skip_chrome(drafts, 0);
  if (first + 1 >= drafts.size() || !can_be_title(text, drafts[first])) return;
  // A title in the front matter is the article's; a short first line below it is none.
  if (!document.title.empty() && drafts[first].mark != Mark::hash && drafts[first].folded != fold(document.title))
    return;
  SplitTitle split = split_title(text, drafts[first].block.range);
  const std::size_t second = skip_chrome(drafts, first + 1);
  const bool two = drafts[first].mark != Mark::hash && is_second_title(text, drafts, first, second, split);
  if (two || names_publisher(text, split, document)) {
    if (document.publisher.empty()) document.publisher = split.publisher;
  } else {
    split.title = drafts[first].block.range;
  }
  make_title(drafts[first], split.title, two ? 0 : 1);
  if (two) {
    make_title(drafts[second], drafts[second].block.range, 1);
    document.title = drafts[second].block.range.of(text);
    if (drafts[second].folded != fold(split.title.of(text))) document.alternative_title = split.title.of(text);
  } else {
    document.title = split.title.of(text);
  }
  settle_repeated_titles(drafts, (two ? second : first) + 1, document.title);
}

}  // namespace claimbase::reading
