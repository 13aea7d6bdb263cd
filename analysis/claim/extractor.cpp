#include "analysis/claim/extractor.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "analysis/claim/annotation.h"
#include "analysis/claim/discourse.h"
#include "analysis/claim/frames.h"
#include "analysis/claim/subjects.h"

namespace claimbase {
namespace {

bool may_claim(const Block& block) {
  if (block.role != BlockRole::content) return false;
  switch (block.kind) {
    case BlockKind::paragraph:
    case BlockKind::list_item:
    case BlockKind::table_row:
    case BlockKind::answer:
    case BlockKind::heading:
      return true;
    case BlockKind::title:
    case BlockKind::table_header:
    case BlockKind::question:
    case BlockKind::caption:
    case BlockKind::reference:
      return false;
  }
  return false;
}

// An imperative; "drinking water" is none.
bool begins_as_instruction(std::string_view text, const Annotation& annotation, const Grammar& grammar) {
  if (annotation.items.empty() || annotation.items.front().first != 0) return false;
  if (!annotation.items.front().sense(CueClass::instruction)) return false;
  return grammar.verb_final || !ends_in(text, annotation.units.front(), grammar.infinitive);
}

}  // namespace

struct ClaimExtractor::State {
  explicit State(const Vocabulary& vocabulary_used) : vocabulary(vocabulary_used) {}

  Annotator& annotator(const std::string& language) {
    auto found = annotators.find(language);
    if (found == annotators.end()) found = annotators.try_emplace(language, vocabulary, language).first;
    return found->second;
  }

  Subject find_substances(std::string_view text, ByteRange within, std::string_view language) {
    if (within.size() > kMostSentenceBytes) return {};
    annotator(std::string(language)).annotate(text, within, annotation);
    Subject all;
    for (const SubstanceGroup& group : substance_groups(annotation)) {
      for (const Concept* each : group.subject.substances) {
        if (is_group(*each) || std::ranges::find(all.substances, each) != all.substances.end()) continue;
        if (all.empty()) {
          all.range = group.subject.range;
          all.exposure = group.subject.exposure;
        }
        all.substances.push_back(each);
      }
    }
    return all;
  }

  const Vocabulary& vocabulary;
  std::map<std::string, Annotator, std::less<>> annotators;
  Annotation annotation;  // reused
};

ClaimExtractor::ClaimExtractor(const Vocabulary& vocabulary) : state_(std::make_unique<State>(vocabulary)) {}
ClaimExtractor::~ClaimExtractor() = default;
ClaimExtractor::ClaimExtractor(ClaimExtractor&&) noexcept = default;
ClaimExtractor& ClaimExtractor::operator=(ClaimExtractor&&) noexcept = default;

std::vector<Mention> ClaimExtractor::extract(const Document& document, std::span<const Sentence> sentences) {
  State& state = *state_;
  const std::string_view text = document.text;
  Discourse discourse(document, sentences, [&](ByteRange within, std::string_view language) {
    return state.find_substances(text, within, language);
  });
  std::vector<Mention> mentions;
  // One claim is one (sentence, substance, outcome): the first reading stands.
  std::set<std::tuple<std::uint32_t, std::string_view, std::string_view>> seen;
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    const Sentence& sentence = sentences[s];
    const Block& block = document.blocks[sentence.block];
    if (block.role != BlockRole::content || sentence.range.size() > kMostSentenceBytes) continue;
    Annotator& annotator = state.annotator(block.language);
    annotator.annotate(text, sentence.range, block.cells, state.annotation);
    const Context context = discourse.context_for(sentence.block);
    SentenceFrames read = read_frames(text, state.annotation, annotator.grammar(), context);
    discourse.note(sentence.block, read);
    if (!may_claim(block) || state.annotation.question ||
        begins_as_instruction(text, state.annotation, annotator.grammar()))
      continue;
    if (read.frames.empty()) continue;
    const std::vector<Quantity> quantities = find_quantities(text, sentence.range, block.language);
    for (const Frame& frame : read.frames) {
      if (block.kind == BlockKind::heading && frame.inherited) continue;
      for (const Concept* substance : frame.subject.substances) {
        if (!seen.emplace(s, substance->id, frame.outcome->id).second) continue;
        Mention mention;
        mention.sentence = s;
        mention.substance = substance->id;
        mention.outcome = frame.outcome->id;
        mention.relation = frame.relation;
        mention.exposure = frame.subject.exposure;
        mention.polarity = frame.polarity;
        mention.certainty = frame.certainty;
        mention.substance_range = frame.subject.range;
        mention.outcome_range = frame.outcome_range;
        mention.cue_range = frame.cue_range;
        mention.inherited = frame.inherited;
        mention.confidence = frame.confidence;
        mention.quantities = quantities;
        mentions.push_back(std::move(mention));
      }
    }
  }
  for (auto& [language, annotator] : state.annotators) annotator.trim();
  return mentions;
}

}  // namespace claimbase
