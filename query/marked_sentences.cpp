#include "query/marked_sentences.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "analysis/claim/stem_trie.h"
#include "analysis/language/analyzer.h"
#include "query/paint.h"

namespace claimbase {
namespace {

constexpr std::string_view kSentence =
    "SELECT s.text, b.heading_path FROM sentence AS s JOIN block AS b ON b.key = s.block WHERE s.key = ?1";

/// Words that are marked together, counted as the index counts them.
struct Mark {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

// The sentence and its heading.
constexpr std::size_t kText = 0;
constexpr std::size_t kHeading = 1;
constexpr std::size_t kColumns = 2;
using Marks = std::array<std::vector<Mark>, kColumns>;

/// What is asked for of a group: a phrase, all of some parts, or any of them.
struct Asked {
  enum class Kind : std::uint8_t { phrase, all, any };
  Kind kind = Kind::phrase;
  std::vector<std::uint32_t> stems{};  // by number
  std::vector<Asked> parts{};
};

/// Marks in sentences of one index.
class Marker {
 public:
  Marker(const std::string& language, std::span<const QueryGroup> groups, Marking marking)
      : analyzer_(language), marking_(marking) {
    groups_.reserve(groups.size());
    for (const QueryGroup& group : groups) groups_.push_back(asked_of(group));
    for (auto& column : places_) column.resize(stems_.count() + 1);
  }

  [[nodiscard]] MarkedSentence mark(std::string_view text, std::string_view heading) {
    const std::array<std::string_view, kColumns> columns{text, heading};
    for (std::size_t column = 0; column < kColumns; ++column) read(column, columns[column]);
    Marks marks;
    if (!find_groups(marks)) return {};
    return {marked(text, kText, marks[kText]), marked(heading, kHeading, marks[kHeading])};
  }

 private:
  /// Gives stems numbers from 1.
  class Stems {
   public:
    std::uint32_t add(const std::string& stem) {
      const std::uint32_t number = ids_.add(stem);
      count_ = std::max<std::size_t>(count_, number);
      return number;
    }
    [[nodiscard]] std::uint32_t find(std::string_view stem) const { return ids_.find(stem); }
    [[nodiscard]] std::size_t count() const { return count_; }

   private:
    StemIds ids_;
    std::size_t count_ = 0;
  };

  Asked phrase_of(const std::string& text) {
    Asked phrase;
    words_.clear();
    analyzer_.words(text, words_);
    for (const Word& word : words_) {
      if (!word.form->stem.empty()) phrase.stems.push_back(stems_.add(word.form->stem));
    }
    return phrase;
  }

  Asked phrases_of(Asked::Kind kind, const std::vector<std::string>& texts) {
    Asked phrases{kind};
    phrases.parts.reserve(texts.size());
    for (const std::string& text : texts) phrases.parts.push_back(phrase_of(text));
    return phrases;
  }

  Asked asked_of(const QueryGroup& group) {
    Asked own = phrases_of(Asked::Kind::all, group.own);
    if (marking_ == Marking::own) return own;
    Asked any = phrases_of(Asked::Kind::any, group.also);
    any.parts.push_back(std::move(own));
    if (group.pieces.empty()) return any;
    Asked pieces{Asked::Kind::all};
    for (const Alternatives& piece : group.pieces) pieces.parts.push_back(phrases_of(Asked::Kind::any, piece));
    any.parts.push_back(std::move(pieces));
    return any;
  }

  void read(std::size_t column, std::string_view text) {
    for (std::vector<std::uint32_t>& each : places_[column]) each.clear();
    ranges_[column].clear();
    words_.clear();
    analyzer_.words(text, words_);
    for (const Word& word : words_) {
      if (word.form->stem.empty()) continue;  // the index has no place for it
      const auto place = static_cast<std::uint32_t>(ranges_[column].size());
      ranges_[column].push_back(word.range);
      note(column, word.form->stem, place);
      for (const CompoundPart& part : word.form->parts) note(column, part.stem, place);
    }
  }

  void note(std::size_t column, const std::string& stem, std::uint32_t place) {
    std::vector<std::uint32_t>& places = places_[column][stems_.find(stem)];
    if (places.empty() || places.back() != place) places.push_back(place);
  }

  // False: the sentence is no answer.
  bool find_groups(Marks& marks) const {
    if (marking_ != Marking::any && groups_.size() == 1) return find(groups_.front(), kHeading, marks);
    std::size_t found = 0;
    bool in_text = marking_ == Marking::any;
    for (const Asked& group : groups_) {
      found += find(group, kColumns, marks) ? 1 : 0;
      Marks ignored;
      in_text = in_text || find(group, kHeading, ignored);
    }
    return marking_ == Marking::any ? found > 0 : found == groups_.size() && in_text;
  }

  // In the columns before `end`. Nothing is marked of what is not there as a whole.
  bool find(const Asked& asked, std::size_t end, Marks& marks) const {
    if (asked.kind == Asked::Kind::phrase) return find_phrase(asked.stems, end, marks);
    std::size_t found = 0;
    Marks here;
    for (const Asked& part : asked.parts) found += find(part, end, here) ? 1 : 0;
    if (found == 0 || (asked.kind == Asked::Kind::all && found < asked.parts.size())) return false;
    for (std::size_t column = 0; column < end; ++column)
      marks[column].insert(marks[column].end(), here[column].begin(), here[column].end());
    return true;
  }

  bool find_phrase(const std::vector<std::uint32_t>& stems, std::size_t end, Marks& marks) const {
    if (stems.empty()) return false;
    bool found = false;
    for (std::size_t column = 0; column < end; ++column) {
      for (const std::uint32_t first : places_[column][stems.front()]) {
        std::uint32_t size = 1;
        while (size < stems.size() && std::ranges::binary_search(places_[column][stems[size]], first + size)) ++size;
        if (size < stems.size()) continue;
        marks[column].push_back({first, first + size - 1});
        found = true;
      }
    }
    return found;
  }

  [[nodiscard]] std::string marked(std::string_view text, std::size_t column, std::vector<Mark>& marks) const {
    std::ranges::sort(marks, {}, &Mark::first);
    std::string made;
    std::size_t done = 0;
    for (std::size_t i = 0; i < marks.size();) {
      Mark mark = marks[i];
      for (++i; i < marks.size() && marks[i].first <= mark.last; ++i) mark.last = std::max(mark.last, marks[i].last);
      const ByteRange range{ranges_[column][mark.first].begin, ranges_[column][mark.last].end};
      made.append(text.substr(done, range.begin - done)) += kHitBegin;
      made.append(range.of(text)) += kHitEnd;
      done = range.end;
    }
    return made.append(text.substr(done));
  }

  Analyzer analyzer_;
  Marking marking_;
  Stems stems_;  // of the groups
  std::vector<Asked> groups_;
  std::vector<Word> words_;  // kept for its memory
  // Of the sentence at hand, by column: where each stem of the groups stands (number 0: any other), and the words.
  std::array<std::vector<std::vector<std::uint32_t>>, kColumns> places_;
  std::array<std::vector<ByteRange>, kColumns> ranges_;
};

}  // namespace

std::vector<MarkedSentence> mark_hits(const Database& db, std::span<const SentenceHit> hits,
                                      std::span<const QueryGroup> groups, Marking marking) {
  std::vector<MarkedSentence> sentences(hits.size());
  std::map<std::string, Marker> markers;
  Statement sentence(db, kSentence);
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const std::string& language = hits[i].index;
    auto marker = markers.find(language);
    if (marker == markers.end()) marker = markers.try_emplace(language, language, groups, marking).first;
    for (sentence.bind(1, hits[i].key); sentence.step();)
      sentences[i] = marker->second.mark(sentence.text(0), sentence.text(1));
  }
  return sentences;
}

}  // namespace claimbase
