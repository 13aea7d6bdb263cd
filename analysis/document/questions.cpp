#include "analysis/document/passes.h"

namespace claimbase::reading {
namespace {

constexpr std::size_t kLongestQuestion = 250;  // code points

bool asks(std::string_view text, const Draft& draft) {
  const std::string_view words = draft.block.range.of(text);
  return last_character(words) == U'?' && words.size() <= 4 * kLongestQuestion &&
         count_points(words, kLongestQuestion + 1) <= kLongestQuestion;
}

void make(Draft& draft, BlockKind kind, int lead_in) {
  draft.block.kind = kind;
  draft.block.level = 0;
  draft.block.lead_in = lead_in;
  draft.settled = true;
}

void skip_prefix(std::string_view text, Draft& draft, std::size_t length) {
  draft.block.range = trim(text, {draft.block.range.begin + static_cast<std::uint32_t>(length), draft.block.range.end});
}

Prefix prefix_of(std::string_view text, const Draft& draft, std::size_t& length) {
  const bool readable = (is_text(draft) || draft.mark == Mark::bullet || draft.mark == Mark::hash) && !draft.settled;
  return readable ? question_prefix(draft.block.range.of(text).substr(0, 64), length) : Prefix::none;
}

// "V: ...?" and "A: ...": a prefix is one only beside the other, "A: alpha" alone is text.
void read_prefixed(std::string_view text, Drafts& drafts) {
  int question = -1;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    std::size_t length = 0;
    const Prefix prefix = prefix_of(text, drafts[i], length);
    if (prefix == Prefix::question) {
      std::size_t unused = 0;
      const bool answered = i + 1 < drafts.size() && prefix_of(text, drafts[i + 1], unused) == Prefix::answer;
      if (!answered && !asks(text, drafts[i])) continue;
      skip_prefix(text, drafts[i], length);
      make(drafts[i], BlockKind::question, -1);
      question = static_cast<int>(i);
    } else if (prefix == Prefix::answer && question >= 0) {
      skip_prefix(text, drafts[i], length);
      make(drafts[i], BlockKind::answer, question);
      question = -1;
    } else if (opens_section(drafts[i])) {
      question = -1;
    }
  }
}

// Below "Frequently asked questions": each line that asks, and what stands under it.
class Announced {
 public:
  Announced(std::string_view text, Drafts& drafts, std::size_t heading)
      : text_(text), drafts_(drafts), level_(drafts[heading].mark == Mark::hash ? drafts[heading].depth : 0) {}

  // The first draft behind the section.
  std::size_t run(std::size_t i) {
    for (; i < drafts_.size() && !ends(i); ++i) {
      Draft& draft = drafts_[i];
      const bool may_ask = is_text(draft) || draft.mark == Mark::hash || draft.mark == Mark::number;
      if (draft.settled) continue;
      if (may_ask && asks(text_, draft) &&
          (draft.blank_before || draft.mark != Mark::none || draft.emphasised || !answering_)) {
        make(draft, BlockKind::question, -1);
        question_ = static_cast<int>(i);
        answering_ = false;
      } else if (question_ >= 0 && is_text(draft)) {
        make(draft, BlockKind::answer, question_);
        answering_ = true;
      } else if (question_ >= 0 && draft.mark == Mark::bullet) {
        draft.block.lead_in = question_;
        answering_ = true;
      }
    }
    return i;
  }

 private:
  bool ends(std::size_t i) const {
    const Draft& draft = drafts_[i];
    if (draft.mark == Mark::hash && (draft.depth <= level_ || !asks(text_, draft))) return true;
    if (draft.mark == Mark::number && draft.block.kind == BlockKind::heading && !asks(text_, draft)) return true;
    if (opens_section(draft) && (draft.shape.fits || is_text(draft)) && !asks(text_, draft)) return true;
    if (draft.settled) return draft.block.role != BlockRole::content && draft.block.role != BlockRole::navigation;
    // A heading of the text behind the last answer: short, no question, and text below it.
    const bool apart = draft.blank_before || i == 0 || ends_sentence(drafts_[i - 1].block.range.of(text_));
    return answering_ && apart && is_candidate(draft) && !asks(text_, draft) && i + 1 < drafts_.size() &&
           is_text(drafts_[i + 1]) && !drafts_[i + 1].shape.fits && drafts_[i + 1].block.role == BlockRole::content;
  }

  std::string_view text_;
  Drafts& drafts_;
  int level_;
  int question_ = -1;
  bool answering_ = false;
};

}  // namespace

void read_questions(std::string_view text, Drafts& drafts) {
  read_prefixed(text, drafts);
  for (std::size_t i = 0; i < drafts.size();) {
    if (drafts[i].section != Section::faq || !opens_section(drafts[i])) {
      ++i;
      continue;
    }
    drafts[i].block.kind = BlockKind::heading;
    if (drafts[i].block.level == 0) drafts[i].block.level = 2;
    drafts[i].settled = true;
    i = Announced(text, drafts, i).run(i + 1);
  }
}

}  // namespace claimbase::reading
