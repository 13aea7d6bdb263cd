#include "query/reference_query.h"

#include <algorithm>
#include <optional>

#include "query/quantity_notations.h"
#include "query/query_words.h"

namespace claimbase {
namespace {

// How much a term counts, by what it is; chosen on the even half of SciFact's training claims and on
// tests/retrieval (docs/ranking.md).
constexpr double kPhrase = 1.0;
constexpr double kJoined = 0.4;
constexpr double kQuantity = 0.3;
constexpr double kSynonym = 0.1;         // of words that may be English themselves
constexpr double kForeignSynonym = 0.8;  // of words of another language than the works'
constexpr double kAloneSynonym = 0.9;    // of words that no work holds
constexpr double kNarrower = 0.05;
constexpr double kForeignNarrower = 0.25;
constexpr std::size_t kMostSynonyms = 32;
constexpr std::size_t kMostNarrower = 24;
constexpr std::size_t kNoted = 8;

struct TypedWord {
  ByteRange range;
  std::string folded;
  std::string stem;        // English
  std::string dutch_stem;  // the same where the languages cut alike
  bool stop = false;
  std::optional<std::size_t> term;
};

bool has_digit(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_number(std::string_view text) {
  return has_digit(text) &&
         std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == ',' || c == '.'; });
}

class Builder {
 public:
  Builder(LabelIndex& index, const QueryLexicon& lexicon) : index_(index), lexicon_(lexicon) {}

  ReferenceQuery build(std::string_view typed, bool expand) {
    for (const QueryPart& part : split_query(typed)) {
      if (part.phrase && !index_.stems(part.text, "en").empty()) {
        query_.terms.push_back({{{part.text, 1}}, kPhrase, kPhrase, true, TermOrigin::phrase, {}});
      }
      if (!part.phrase) text_ += (text_.empty() ? "" : " ") + part.text;
    }
    read_words();
    add_typed();
    if (expand) amounts_ = amounts_in(text_);
    add_joined();
    if (expand) {
      add_labels();
      add_translations();
    }
    return std::move(query_);
  }

 private:
  Analyzer& analyzer(std::string_view language) {
    return std::ranges::find(index_.languages(), language, &QueryLanguage::name)->analyzer;
  }

  void read_words() {
    std::vector<Word> words;
    analyzer("en").words(text_, words);
    std::vector<Word> dutch;
    analyzer("nl").words(text_, dutch);
    std::vector<std::string> folded;
    folded.reserve(words.size());
    for (std::size_t i = 0; i < words.size() && words_.size() < kMaxQueryTerms; ++i) {
      const Word& word = words[i];
      if (word.form->stem.empty()) continue;
      const bool same = i < dutch.size() && dutch[i].range == word.range;
      words_.push_back({word.range, word.form->folded, word.form->stem, same ? dutch[i].form->stem : word.form->stem,
                        false, std::nullopt});
      folded.push_back(word.form->folded);
    }
    language_ = lexicon_.language_of(folded);
    for (TypedWord& word : words_) word.stop = lexicon_.is_stop_word(word.folded, language_);
    if (std::ranges::all_of(words_, &TypedWord::stop)) {
      for (TypedWord& word : words_) word.stop = false;
    }
  }

  std::string text_of(ByteRange range) const { return text_.substr(range.begin, range.end - range.begin); }

  void add_typed() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      TypedWord& word = words_[i];
      if (word.stop) continue;
      const auto before = std::find_if(words_.begin(), words_.begin() + static_cast<std::ptrdiff_t>(i),
                                       [&](const TypedWord& other) { return other.term && other.stem == word.stem; });
      if (before != words_.begin() + static_cast<std::ptrdiff_t>(i)) {
        word.term = before->term;
        continue;
      }
      word.term = query_.terms.size();
      QueryTerm term{{{text_of(word.range), 1}}, 1, 1, false, TermOrigin::typed, {}};
      for (const std::string& variant : lexicon_.variants().of(word.folded)) term.phrases.push_back({variant, 1});
      if (is_number(word.folded) && word.folded.find(',') != std::string::npos) {
        std::string point = word.folded;
        std::ranges::replace(point, ',', '.');
        term.phrases.push_back({point, 1});
      }
      query_.terms.push_back(std::move(term));
    }
  }

  // "non homologous" as "nonhomologous", "il 10" as "il10"; "300 mg" as it stands.
  void add_joined() {
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
      const TypedWord& one = words_[i];
      const TypedWord& next = words_[i + 1];
      if (one.stop || next.stop || next.range.begin - one.range.end > 1) continue;
      if (is_number(one.folded)) {
        if (is_number(next.folded)) continue;
        add_quantity({one.range.begin, next.range.end});
        continue;
      }
      QueryTerm term{{{one.folded + next.folded, 1}}, kJoined, kJoined, false, TermOrigin::joined,
                     {*one.term, *next.term}};
      for (const std::string& variant : lexicon_.variants().of(next.folded)) {
        if (variant.find(' ') == std::string::npos) term.phrases.push_back({one.folded + variant, 1});
      }
      query_.terms.push_back(std::move(term));
    }
    // "300mg"
    for (const TypedWord& word : words_) {
      const auto whole = [&](const QueryAmount& amount) { return amount.range == word.range; };
      if (word.term && std::ranges::any_of(amounts_, whole)) add_quantity(word.range);
    }
  }

  // A number with the word behind it, and the same amount in other notations.
  void add_quantity(ByteRange range) {
    QueryTerm term{{{text_of(range), 1}}, kQuantity, kQuantity, false, TermOrigin::quantity, terms_in(range)};
    const auto amount =
        std::ranges::find(amounts_, range.begin, [](const QueryAmount& each) { return each.range.begin; });
    if (amount != amounts_.end()) {
      std::vector<std::vector<std::string>> there{index_.stems(term.phrases.front().text, "en")};
      for (const std::string& each : notations_of(*amount)) {
        std::vector<std::string> stems = index_.stems(each, "en");
        if (std::ranges::find(there, stems) != there.end()) continue;
        term.phrases.push_back({each, 1});
        there.push_back(std::move(stems));
      }
    }
    query_.terms.push_back(std::move(term));
  }

  [[nodiscard]] bool is_foreign() const { return language_ != "en"; }

  std::vector<std::size_t> terms_in(ByteRange range) const {
    std::vector<std::size_t> terms;
    for (const TypedWord& word : words_) {
      if (word.term && range.overlaps(word.range)) terms.push_back(*word.term);
    }
    return terms;
  }

  // Labels that hold the typed words, or another label's, find nothing that these do not.
  void add_label(std::vector<WeighedPhrase>& phrases, const ConceptLabel& label,
                 std::vector<std::vector<std::string>>& there) {
    std::vector<std::string> stems = index_.stems(label.text, "en");
    const auto implies = [&](const std::vector<std::string>& other) {
      return !other.empty() && std::search(stems.begin(), stems.end(), other.begin(), other.end()) != stems.end();
    };
    if (stems.empty() || std::ranges::any_of(there, implies)) return;
    phrases.push_back({label.text, 1});
    there.push_back(std::move(stems));
  }

  void add_concepts(const LabelMatch& match) {
    const std::string own = text_of(match.range);
    std::vector<std::vector<std::string>> there;
    if (!match.in_compound) there.push_back(index_.stems(own, "en"));
    std::vector<WeighedPhrase> same;
    std::vector<WeighedPhrase> below;
    for (const MatchedConcept& matched : match.concepts) {
      for (const std::int64_t at : index_.table().with_narrower(matched.key)) {
        const bool narrower = at != matched.key;
        std::vector<WeighedPhrase>& phrases = narrower ? below : same;
        if (phrases.size() >= (narrower ? kMostNarrower : kMostSynonyms)) break;
        for (const ConceptLabel& label : index_.table().labels(at)) {
          if (label.inverse != (matched.inverse && !narrower)) continue;
          if (narrower && !label.preferred) continue;
          if (phrases.size() < (narrower ? kMostNarrower : kMostSynonyms)) add_label(phrases, label, there);
        }
      }
    }
    const double weight = is_foreign() ? kForeignSynonym : kSynonym;
    const std::vector<std::size_t> stands_for = terms_in(match.range);
    note(own, same, below);
    if (!same.empty()) {
      query_.terms.push_back({std::move(same), weight, kAloneSynonym, false,
                              match.in_compound ? TermOrigin::part : TermOrigin::synonym, stands_for});
    }
    if (!below.empty()) {
      const double narrower = is_foreign() ? kForeignNarrower : kNarrower;
      query_.terms.push_back({std::move(below), narrower, kForeignNarrower, false, TermOrigin::narrower, stands_for});
    }
  }

  void add_labels() {
    for (const LabelMatch& match : index_.find(text_)) {
      if (terms_in(match.range).empty()) continue;
      if (!match.in_compound) labelled_.push_back(match.range);
      add_concepts(match);
    }
  }

  void add_translations() {
    if (!is_foreign()) return;
    std::vector<std::string> stems;
    stems.reserve(words_.size());
    for (const TypedWord& word : words_) stems.push_back(word.dutch_stem);
    for (std::size_t at = 0; at < stems.size(); ++at) {
      std::size_t length = 0;
      const auto* english = lexicon_.translation(stems, at, length);
      if (english == nullptr) continue;
      const ByteRange range{words_[at].range.begin, words_[at + length - 1].range.end};
      at += length - 1;
      const auto covered = [&](const ByteRange& label) { return label.overlaps(range); };
      const std::vector<std::size_t> stands_for = terms_in(range);
      if (stands_for.empty() || std::ranges::any_of(labelled_, covered)) continue;
      std::vector<WeighedPhrase> phrases;
      phrases.reserve(english->size());
      for (const std::string& each : *english) phrases.push_back({each, 1});
      note(text_of(range), phrases, {});
      query_.terms.push_back(
          {std::move(phrases), kForeignSynonym, kAloneSynonym, false, TermOrigin::translation, stands_for});
    }
  }

  void note(const std::string& own, std::vector<WeighedPhrase> phrases, const std::vector<WeighedPhrase>& more) {
    phrases.insert(phrases.end(), more.begin(), more.end());
    if (phrases.empty()) return;
    std::string note = own + " also as: ";
    for (std::size_t i = 0; i < std::min(phrases.size(), kNoted); ++i) note += (i == 0 ? "" : ", ") + phrases[i].text;
    if (phrases.size() > kNoted) note += " ... (" + std::to_string(phrases.size() - kNoted) + " more)";
    query_.notes.push_back(std::move(note));
  }

  LabelIndex& index_;
  const QueryLexicon& lexicon_;
  std::string text_;  // all that is no phrase
  std::vector<TypedWord> words_;
  std::string_view language_;
  std::vector<ByteRange> labelled_;
  std::vector<QueryAmount> amounts_;
  ReferenceQuery query_;
};

}  // namespace

std::string_view to_string(TermOrigin origin) {
  switch (origin) {
    case TermOrigin::typed:
      return "typed";
    case TermOrigin::phrase:
      return "phrase";
    case TermOrigin::joined:
      return "joined";
    case TermOrigin::quantity:
      return "quantity";
    case TermOrigin::synonym:
      return "synonym";
    case TermOrigin::part:
      return "part";
    case TermOrigin::translation:
      return "translation";
    case TermOrigin::narrower:
      return "narrower";
  }
  return "";
}

ReferenceQuery make_reference_query(std::string_view typed, LabelIndex& index, const QueryLexicon& lexicon,
                                    bool expand) {
  return Builder(index, lexicon).build(typed, expand);
}

}  // namespace claimbase
