#include "query/expansion.h"

#include <algorithm>
#include <optional>

#include "query/quantity_notations.h"
#include "query/query_lexicon.h"
#include "query/query_words.h"

namespace claimbase {
namespace {

constexpr std::size_t kNotedAlternatives = 8;

using Stems = std::vector<std::string>;

bool contains(const Stems& whole, const Stems& part) {
  return !part.empty() && std::search(whole.begin(), whole.end(), part.begin(), part.end()) != whole.end();
}

struct Candidate {
  ConceptLabel label;
  Stems stems;
  std::size_t rank = 0;  // the nearer the concept, the less
};

std::vector<Candidate> without_implied(std::vector<Candidate> candidates, std::vector<Stems> there) {
  std::ranges::stable_sort(candidates, {}, [](const Candidate& each) { return each.stems.size(); });
  std::vector<Candidate> kept;
  for (Candidate& each : candidates) {
    const auto implied = [&](const Stems& other) { return contains(each.stems, other); };
    if (each.stems.empty() || std::ranges::any_of(there, implied)) continue;
    there.push_back(each.stems);
    kept.push_back(std::move(each));
  }
  return kept;
}

// Labels of the concepts and of what is narrower. Those that hold another one's words ("systolic blood pressure" where
// there is "blood pressure") find nothing more and are left out.
Alternatives labels_of(const std::vector<MatchedConcept>& concepts, const std::string& own, LabelIndex& index) {
  std::vector<Candidate> candidates;
  for (const MatchedConcept& matched : concepts) {
    for (const std::int64_t key : index.table().with_narrower(matched.key)) {
      for (ConceptLabel& label : index.table().labels(key)) {
        Stems stems = index.stems(label.text, label.language);
        candidates.push_back({std::move(label), std::move(stems), candidates.size()});
      }
    }
  }
  std::vector<Candidate> kept =
      without_implied(std::move(candidates), {index.stems(own, "nl"), index.stems(own, "en")});
  std::ranges::stable_sort(kept, {}, [](const Candidate& each) { return std::pair(!each.label.preferred, each.rank); });
  Alternatives labels;
  for (const Candidate& each : kept) {
    if (labels.size() < kMaxAlternatives) labels.push_back(each.label.text);
  }
  return labels;
}

std::vector<Alternatives> pieces_of(const std::string& word, LabelIndex& index) {
  for (QueryLanguage& language : index.languages()) {
    std::vector<Word> words;
    language.analyzer.words(word, words);
    if (words.size() != 1 || words.front().form->parts.empty()) continue;
    const WordForm form = *words.front().form;  // the analyzer is used again below
    std::vector<Alternatives> pieces;
    for (const CompoundPart& part : form.parts) {
      const std::string text = form.folded.substr(part.begin, part.end - part.begin);
      Alternatives alternatives{text};
      for (const LabelMatch& match : index.find(text)) {
        const Alternatives labels = labels_of(match.concepts, text, index);
        alternatives.insert(alternatives.end(), labels.begin(), labels.end());
      }
      pieces.push_back(std::move(alternatives));
    }
    return pieces;
  }
  return {};
}

// Consecutive plain words, or one phrase: the text in which labels are looked for.
struct Run {
  std::string text;
  std::vector<std::string> parts;
  std::vector<ByteRange> words;  // of each part: from its first word to the end of its last
  bool phrase = false;
};

std::vector<Run> runs_of(std::string_view typed, LabelIndex& index) {
  std::vector<Run> runs;
  for (const QueryPart& part : split_query(typed)) {
    std::vector<Word> words;
    index.languages().front().analyzer.words(part.text, words);
    if (words.empty()) continue;
    if (runs.empty() || part.phrase || runs.back().phrase) runs.push_back({"", {}, {}, part.phrase});
    Run& run = runs.back();
    if (!run.text.empty()) run.text += ' ';
    const auto offset = static_cast<std::uint32_t>(run.text.size());
    run.words.push_back({offset + words.front().range.begin, offset + words.back().range.end});
    run.text += part.text;
    run.parts.push_back(part.text);
  }
  return runs;
}

// Of what stands from the begin of part `at` to the end of a part: the part after that; 0: it does not.
std::size_t end_of(ByteRange range, const Run& run, std::size_t at) {
  if (range.begin != run.words[at].begin) return 0;
  for (std::size_t last = at; last < run.words.size(); ++last) {
    if (run.words[last].end == range.end) return last + 1;
  }
  return 0;
}

// The match that starts with part `at` and ends with a part's end.
struct Covered {
  const LabelMatch* match = nullptr;
  std::size_t end = 0;  // part after the last
};

std::optional<Covered> covered(const Run& run, std::size_t at, const std::vector<LabelMatch>& matches) {
  for (const LabelMatch& match : matches) {
    if (match.in_compound) continue;
    if (const std::size_t end = end_of(match.range, run, at); end > 0) return Covered{&match, end};
  }
  return std::nullopt;
}

// Other notations of the amount that hold none of each other's words.
Alternatives notations(const QueryAmount& amount, const std::string& own, LabelIndex& index) {
  std::vector<std::string> all = notations_of(amount);
  for (std::string& printed : printed_ranges(index.table().database(), amount)) all.push_back(std::move(printed));
  std::vector<Candidate> candidates;
  candidates.reserve(all.size());
  for (std::string& each : all) {
    Stems stems = index.stems(each, "nl");
    candidates.push_back({{std::move(each), "", false, false}, std::move(stems), candidates.size()});
  }
  std::vector<Candidate> kept = without_implied(std::move(candidates), {index.stems(own, "nl")});
  std::ranges::stable_sort(kept, {}, &Candidate::rank);
  Alternatives texts;
  texts.reserve(kept.size());
  for (Candidate& each : kept) texts.push_back(std::move(each.label.text));
  return texts;
}

void expand_run(const Run& run, LabelIndex& index, std::vector<QueryGroup>& groups) {
  const std::vector<LabelMatch> matches = index.find(run.text);
  const std::vector<QueryAmount> amounts = amounts_in(run.text);
  for (std::size_t at = 0; at < run.parts.size();) {
    QueryGroup group;
    const auto amount =
        std::ranges::find_if(amounts, [&](const QueryAmount& each) { return end_of(each.range, run, at) > 0; });
    if (amount != amounts.end()) {
      at = end_of(amount->range, run, at);
      group.own.push_back(run.text.substr(amount->range.begin, amount->range.end - amount->range.begin));
      group.also = notations(*amount, group.own.front(), index);
      // "350 mg voor mannen en 300 voor vrouwen"
      group.pieces = {{std::string(run.text.substr(amount->range.begin, amount->number_end - amount->range.begin))},
                      {std::string(run.text.substr(amount->unit_begin, amount->range.end - amount->unit_begin))}};
      groups.push_back(std::move(group));
      continue;
    }
    const auto label = covered(run, at, matches);
    const std::size_t end = label ? label->end : at + 1;
    std::string own;
    for (; at < end; ++at) {
      group.own.push_back(run.parts[at]);
      own += (own.empty() ? "" : " ") + run.parts[at];
    }
    if (label) {
      group.also = labels_of(label->match->concepts, own, index);
    } else {
      group.pieces = pieces_of(own, index);
    }
    groups.push_back(std::move(group));
  }
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string all;
  for (const std::string& word : words) {
    if (!all.empty()) all += between;
    all += word;
  }
  return all;
}

std::string note_of(const std::string& own, const Alternatives& also) {
  const std::size_t shown = std::min(also.size(), kNotedAlternatives);
  std::string note =
      own + " also as: " + joined({also.begin(), also.begin() + static_cast<std::ptrdiff_t>(shown)}, ", ");
  if (also.size() > shown) note += " ... (" + std::to_string(also.size() - shown) + " more)";
  return note;
}

}  // namespace

std::vector<QueryGroup> expand_query(std::string_view typed, LabelIndex& index, bool expand) {
  std::vector<QueryGroup> groups;
  for (const Run& run : runs_of(typed, index)) {
    if (expand) {
      expand_run(run, index, groups);
      continue;
    }
    for (const std::string& part : run.parts) groups.push_back({{part}, {}, {}});
  }
  return groups;
}

std::string own_text(const QueryGroup& group) {
  return joined(group.own, " ");
}

std::vector<QueryGroup> separate_parts(const std::vector<QueryGroup>& groups, LabelIndex& index) {
  std::vector<QueryGroup> parts = groups;
  if (groups.size() == 1) {
    parts.clear();
    for (const std::string& word : groups.front().own) parts.push_back({{word}, {}, {}});
  }
  if (parts.size() < 2) return {};
  std::vector<std::string> folded;  // of each part that is one word; else empty
  for (const QueryGroup& part : parts) {
    std::vector<Word> words;
    index.languages().front().analyzer.words(own_text(part), words);
    folded.push_back(words.size() == 1 ? words.front().form->folded : "");
  }
  const QueryLexicon lexicon(index.languages());
  const std::string_view language = lexicon.language_of(folded);
  std::vector<QueryGroup> kept;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (folded[i].empty() || !lexicon.is_stop_word(folded[i], language)) kept.push_back(parts[i]);
  }
  return kept.empty() ? parts : kept;
}

std::vector<std::string> expansion_notes(const std::vector<QueryGroup>& groups) {
  std::vector<std::string> notes;
  for (const QueryGroup& group : groups) {
    const std::string own = joined(group.own, " ");
    if (!group.also.empty()) notes.push_back(note_of(own, group.also));
    if (group.pieces.empty()) continue;
    std::vector<std::string> pieces;
    for (const Alternatives& piece : group.pieces) pieces.push_back(piece.front());
    notes.push_back(own + " also as: " + joined(pieces, " and "));
    for (const Alternatives& piece : group.pieces) {
      if (piece.size() > 1) notes.push_back(note_of(piece.front(), {piece.begin() + 1, piece.end()}));
    }
  }
  return notes;
}

}  // namespace claimbase
