#include "analysis/claim/extractor.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "analysis/claim/annotation.h"
#include "analysis/claim/discourse.h"
#include "analysis/claim/frames.h"
#include "analysis/claim/instruction.h"
#include "analysis/claim/quantities.h"
#include "analysis/claim/subjects.h"
#include "analysis/language/index_words.h"

namespace claimbase {
namespace {

// Sentences whose memory is kept for the next article: more than all but the longest have.
constexpr std::size_t kKeptAnnotations = 4'000;

using Claimed = std::pair<const Concept*, const Concept*>;  // substance, outcome

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

bool is_read(const Block& block, const Sentence& sentence) {
  return block.role == BlockRole::content && sentence.range.size() <= kMostSentenceBytes;
}

// Whether a frame may be read from it: it names an outcome, or a drug, which may be part of one.
bool may_claim(const Annotation& annotation) {
  return !annotation.question && std::ranges::any_of(annotation.items, [](const Item& item) {
    return item.kind == ItemKind::outcome ||
           (item.kind == ItemKind::substance && item.named->kind == ConceptKind::drug);
  });
}

// The sentences on which a claim may hang: those that may make one, and what stands before them in their block or in
// the blocks that lead it in. Of most articles that is far from all.
std::vector<bool> on_which_claims_hang(const Document& document, std::span<const Sentence> sentences,
                                       std::span<const Annotation> annotations) {
  std::vector<bool> sought(sentences.size());
  std::vector<bool> blocks(document.blocks.size());
  for (std::size_t s = sentences.size(); s-- > 0;) {
    const std::uint32_t b = sentences[s].block;
    const Block& block = document.blocks[b];
    if (!is_read(block, sentences[s])) continue;
    blocks[b] = blocks[b] || (may_claim(block) && may_claim(annotations[s]));
    sought[s] = blocks[b];
    const int lead = Discourse::lead_of(block);
    if (blocks[b] && lead >= 0) blocks[static_cast<std::size_t>(lead)] = true;
  }
  return sought;
}

// Copy that tells nothing.
bool is_aside(const Block& block) {
  return block.role == BlockRole::promotion || block.role == BlockRole::keywords;
}

// What the words of a frame say of a mention's substance and outcome; whether it is denied they have in common.
void take_over(const Frame& frame, Mention& mention) {
  mention.relation = frame.relation;
  mention.exposure = frame.subject.exposure;
  mention.certainty = frame.certainty;
  mention.substance_range = frame.subject.range;
  mention.outcome_range = frame.outcome_range;
  mention.cue_range = frame.cue_range;
  mention.inherited = frame.inherited;
  mention.confidence = frame.confidence;
}

// "The effects of potassium on stroke ... a higher intake cut the risk of stroke": what says which way says more.
void refine(const Frame& frame, Mention& mention) {
  const bool says_more = mention.relation == Relation::affects && frame.relation != Relation::affects &&
                         frame.relation != Relation::no_effect && mention.polarity == frame.polarity;
  if (!says_more) return;
  take_over(frame, mention);
}

}  // namespace

struct ClaimExtractor::State {
  State(const Vocabulary& vocabulary_used, Annotates annotates_used)
      : vocabulary(vocabulary_used), annotates(annotates_used) {}

  // Mostly that of the block before.
  Annotator& annotator(const std::string& language) {
    if (last_used == annotators.end() || last_used->first != language)
      last_used = annotators.try_emplace(language, vocabulary, language).first;
    return last_used->second;
  }

  // Each sentence is read once: what the article speaks of is told from the same annotations as its claims.
  void annotate(const Document& document, std::span<const Sentence> sentences) {
    annotated = sentences.size();
    if (annotations.size() > std::max(kKeptAnnotations, annotated)) annotations = {};
    if (annotations.size() < sentences.size()) annotations.resize(sentences.size());
    words.assign(sentences.size(), {});
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      const Sentence& sentence = sentences[s];
      const Block& block = document.blocks[sentence.block];
      const bool short_enough = sentence.range.size() <= kMostSentenceBytes;
      if (short_enough && Discourse::listens_to(block)) {
        Annotator& reader = annotator(block.language);
        reader.annotate(document.text, sentence.range, block.cells, annotations[s]);
        if (block.cells.empty() && !block.language.empty()) append_index_words(reader.words(), words[s]);
      } else if (short_enough && annotates == Annotates::copy && is_aside(block)) {
        const std::string& language = block.language.empty() ? document.language : block.language;
        annotator(language).annotate(document.text, sentence.range, block.cells, annotations[s]);
      } else {
        annotations[s].clear();
      }
    }
  }

  void trim() {
    for (auto& [language, annotator] : annotators) annotator.trim();
  }

  const Vocabulary& vocabulary;
  Annotates annotates;
  using Annotators = std::map<std::string, Annotator>;
  Annotators annotators;
  Annotators::iterator last_used = annotators.end();
  std::size_t annotated = 0;            // sentences of the last article
  std::vector<Annotation> annotations;  // by sentence; their memory is used again for the next article
  std::vector<std::string> words;       // by sentence
};

ClaimExtractor::ClaimExtractor(const Vocabulary& vocabulary, Annotates annotates)
    : state_(std::make_unique<State>(vocabulary, annotates)) {}
ClaimExtractor::~ClaimExtractor() = default;
ClaimExtractor::ClaimExtractor(ClaimExtractor&&) noexcept = default;
ClaimExtractor& ClaimExtractor::operator=(ClaimExtractor&&) noexcept = default;

void ClaimExtractor::prepare(const std::string& language) {
  state_->annotator(language);
}

std::span<const Annotation> ClaimExtractor::annotations() const {
  return std::span(state_->annotations).first(state_->annotated);
}

std::vector<std::string> ClaimExtractor::take_index_words() {
  return std::exchange(state_->words, {});
}

std::vector<Mention> ClaimExtractor::extract(const Document& document, std::span<const Sentence> sentences) {
  State& state = *state_;
  const std::string_view text = document.text;
  state.annotate(document, sentences);
  Discourse discourse(document, sentences, state.annotations);
  const std::vector<bool> sought = state.annotates == Annotates::copy
                                       ? std::vector<bool>(sentences.size(), true)
                                       : on_which_claims_hang(document, sentences, state.annotations);
  std::vector<Mention> mentions;
  // One claim is one (sentence, substance, outcome): the first reading stands. Those of this sentence:
  std::vector<Claimed> claimed;
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    const Sentence& sentence = sentences[s];
    const Block& block = document.blocks[sentence.block];
    if (!sought[s] || !is_read(block, sentence)) continue;
    const Grammar& grammar = state.annotator(block.language).grammar();
    Annotation& annotation = state.annotations[s];
    const Context context = discourse.context_for(sentence.block);
    SentenceFrames read = read_frames(text, annotation, grammar, context);
    annotation.of_outcomes = std::move(read.of_outcomes);
    discourse.note(sentence.block, read);
    if (!may_claim(block) || annotation.question || begins_as_instruction(text, annotation, grammar)) continue;
    if (read.frames.empty()) continue;
    const std::vector<PlacedQuantity> quantities =
        place_quantities(text, sentence.range, annotation, block.language, read);
    claimed.clear();
    for (const Frame& frame : read.frames) {
      if (block.kind == BlockKind::heading && frame.inherited) continue;
      for (const Concept* substance : frame.subject.substances) {
        const auto known = std::ranges::find(claimed, Claimed{substance, frame.outcome});
        if (known != claimed.end()) {
          const std::size_t at = mentions.size() - static_cast<std::size_t>(claimed.end() - known);
          refine(frame, mentions[at]);
          add_quantities(quantities_of(quantities, frame, *substance), mentions[at].quantities);
          continue;
        }
        claimed.emplace_back(substance, frame.outcome);
        Mention mention;
        mention.sentence = s;
        mention.substance = substance->id;
        mention.outcome = frame.outcome->id;
        mention.polarity = frame.polarity;
        take_over(frame, mention);
        mention.quantities = quantities_of(quantities, frame, *substance);
        mentions.push_back(std::move(mention));
      }
    }
  }
  state.trim();
  return mentions;
}

}  // namespace claimbase
