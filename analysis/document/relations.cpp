#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "analysis/document/passes.h"
#include "analysis/language/detect.h"
#include "analysis/language/function_words.h"
#include "analysis/language/unicode.h"

namespace claimbase::reading {
namespace {

constexpr std::uint32_t kIntroduction = 200;  // bytes at a paragraph's end that may announce a list
constexpr std::uint32_t kLongBlock = 200;
constexpr std::size_t kSample = 4000;
constexpr std::size_t kDeepest = 16;

// The nearest heading of each level; what it stands under is the nearest of a smaller one.
class HeadingPath {
 public:
  int parent(int level) const {
    for (int at = std::min(level, kLevels) - 1; at >= 0; --at) {
      if (open_[static_cast<std::size_t>(at)] >= 0) return open_[static_cast<std::size_t>(at)];
    }
    return -1;
  }
  int nearest() const { return parent(kLevels); }
  void enter(int level, int index) {
    level = std::clamp(level, 1, kLevels - 1);
    for (int at = level; at < kLevels; ++at) open_[static_cast<std::size_t>(at)] = -1;
    open_[static_cast<std::size_t>(level)] = index;
  }

 private:
  static constexpr int kLevels = 8;
  std::array<int, kLevels> open_{-1, -1, -1, -1, -1, -1, -1, -1};
};

// Indents of the list that is open; the depth of an item is how many of them are smaller.
class Nesting {
 public:
  struct Place {
    int depth = 0;
    int parent = -1;  // the item it stands under
  };

  void close() { open_.clear(); }
  [[nodiscard]] bool empty() const { return open_.empty(); }
  Place enter(std::uint32_t indent, int index) {
    while (!open_.empty() && open_.back().indent >= indent) open_.pop_back();
    if (open_.size() >= kDeepest) open_.pop_back();
    const Place place{static_cast<int>(open_.size()), open_.empty() ? -1 : open_.back().index};
    open_.push_back({indent, index});
    return place;
  }

 private:
  struct Item {
    std::uint32_t indent = 0;
    int index = -1;
  };
  std::vector<Item> open_;
};

std::string_view ending(std::string_view words) {
  std::size_t begin = words.size() - std::min<std::size_t>(words.size(), kIntroduction);
  while (begin < words.size() && (static_cast<unsigned char>(words[begin]) & 0xC0U) == 0x80U) ++begin;
  return words.substr(begin);
}

bool introduces(std::string_view text, const Block& block) {
  if (block.role != BlockRole::content) return false;
  if (block.kind != BlockKind::paragraph && block.kind != BlockKind::answer && block.kind != BlockKind::list_item)
    return false;
  const std::string_view words = block.range.of(text);
  if (last_character(words) == U':') return true;
  return block.kind != BlockKind::list_item && introduces_list(fold(ending(words)));
}

// Walks the blocks in text order; every index it gives is one already passed.
class Relator {
 public:
  explicit Relator(Document& document) : document_(document), text_(document.text) {}

  void add(Draft&& draft) {
    Block block = std::move(draft.block);
    const int index = static_cast<int>(document_.blocks.size());
    if (block.kind != BlockKind::list_item) list_.close();
    if (block.kind != BlockKind::table_row) header_ = -1;
    switch (block.kind) {
      case BlockKind::title:
      case BlockKind::heading:
        block.heading = path_.parent(std::max(block.level, 1));
        if (block.level > 0) path_.enter(block.level, index);
        break;
      case BlockKind::list_item:
        block.heading = path_.nearest();
        place_item(block, draft.indent, index);
        break;
      case BlockKind::table_header:
        block.heading = path_.nearest();
        header_ = index;
        break;
      case BlockKind::table_row:
        block.heading = path_.nearest();
        block.lead_in = header_;
        break;
      default:
        block.heading = path_.nearest();
        break;
    }
    document_.blocks.push_back(std::move(block));
  }

 private:
  void place_item(Block& block, std::uint32_t indent, int index) {
    if (list_.empty()) {
      const bool behind_text = index > 0 && introduces(text_, document_.blocks[static_cast<std::size_t>(index) - 1]);
      lead_in_ = behind_text ? index - 1 : -1;
    }
    const auto [depth, parent] = list_.enter(indent, index);
    block.level = depth;
    if (block.lead_in >= 0) return;  // an answer's list keeps its question
    const bool under_item = parent >= 0 && introduces(text_, document_.blocks[static_cast<std::size_t>(parent)]);
    block.lead_in = under_item ? parent : lead_in_;
  }

  Document& document_;
  std::string_view text_;
  HeadingPath path_;
  Nesting list_;
  int lead_in_ = -1;
  int header_ = -1;
};

std::string sample_of(const Document& document) {
  std::string sample;
  for (const Block& block : document.blocks) {
    if (sample.size() >= kSample) break;
    if (block.role != BlockRole::content || block.kind == BlockKind::title) continue;
    sample.append(block.range.of(document.text).substr(0, kSample)).append("\n");
  }
  return sample;
}

// By small words where they tell it, else by all of it, which costs much more; empty where that is `document`.
std::string language_of(const Block& block, std::string_view words, std::string_view document) {
  const bool entry = block.kind == BlockKind::reference;
  const std::string_view read = entry ? read_entry_language(words, document) : read_language(words, document);
  const bool same = document.starts_with(read) && (document.size() == read.size() || document[read.size()] == '-');
  if (same && !read.empty()) return {};
  std::string own = read.empty() ? detect_language(words) : std::string(read);
  return own == "und" ? std::string() : own;
}

// By small words where they tell it of all of the sample, else as detect_language.
std::string language_of_sample(const std::string& sample) {
  const std::string_view read = read_whole_language(sample);
  return read.empty() ? detect_language(sample) : std::string(read);
}

}  // namespace

void relate(Drafts&& drafts, Document& document) {
  Relator relator(document);
  document.blocks.reserve(drafts.size());
  for (Draft& draft : drafts) relator.add(std::move(draft));
}

void find_languages(std::string_view forced, Document& document) {
  document.language = forced.empty() ? language_of_sample(sample_of(document)) : std::string(forced);
  if (forced.empty() && document.language == "und") {
    document.language = detect_language(std::string_view(document.text).substr(0, kSample));
  }
  for (Block& block : document.blocks) {
    block.language = document.language;
    if (block.range.size() < kLongBlock) continue;
    std::string own = language_of(block, block.range.of(document.text), document.language);
    if (!own.empty()) block.language = std::move(own);
  }
}

}  // namespace claimbase::reading
