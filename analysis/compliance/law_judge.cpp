#include "analysis/compliance/law_judge.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "analysis/claim/extractor.h"
#include "analysis/claim/populations.h"
#include "analysis/compliance/compared_amounts.h"
#include "analysis/compliance/conditions.h"
#include "analysis/compliance/effects.h"
#include "analysis/compliance/entry_effects.h"
#include "analysis/compliance/heading_topics.h"
#include "analysis/compliance/law_class.h"
#include "analysis/compliance/law_matcher.h"
#include "analysis/compliance/nutrient_index.h"
#include "analysis/compliance/nutrition_wordings.h"
#include "analysis/compliance/official_texts.h"
#include "analysis/compliance/sentence_reading.h"
#include "analysis/compliance/signals.h"
#include "analysis/compliance/stated_doses.h"
#include "analysis/compliance/word_diff.h"

namespace claimbase {
namespace {

/// The wordings of one language.
struct LanguageTools {
  LanguageTools(std::span<const RegisterEntry> entries, std::string_view language, const PhraseStemsView& compiled)
      : reader(language, compiled), effects(reader), signals(reader), official(entries, reader) {}

  CopyReader reader;
  EffectLexicon effects;
  SignalLexicon signals;
  OfficialTexts official;
  NutritionWordings nutrition{reader};
};

bool is_judged(const Block& block) {
  switch (block.role) {
    case BlockRole::content:
    case BlockRole::promotion:
    case BlockRole::keywords:
      return block.kind != BlockKind::reference;
    case BlockRole::contents:
    case BlockRole::navigation:
    case BlockRole::disclaimer:
    case BlockRole::references:
    case BlockRole::metadata:
    case BlockRole::regulatory:
      return false;
  }
  return false;
}

bool is_fragment(const Block& block) {
  switch (block.kind) {
    case BlockKind::title:
    case BlockKind::heading:
    case BlockKind::list_item:
    case BlockKind::table_header:
    case BlockKind::table_row:
    case BlockKind::caption:
      return true;
    case BlockKind::paragraph:
    case BlockKind::question:
    case BlockKind::answer:
    case BlockKind::reference:
      return false;
  }
  return false;
}

LawClass class_of_basis(const RegisterEntry& entry) {
  switch (entry.basis) {
    case LegalBasis::risk_14_1_a:
      return LawClass::disease_risk;
    case LegalBasis::children_14_1_b:
      return LawClass::child;
    case LegalBasis::function_13_1:
    case LegalBasis::function_13_5:
      return LawClass::function;
  }
  return LawClass::function;
}

}  // namespace

struct LawJudge::State {
  State(std::vector<RegisterEntry> used, const Vocabulary& vocabulary_used, std::span<const ResourceEntry> compiled)
      : entries(std::move(used)),
        vocabulary(vocabulary_used),
        wordings(compiled),
        nutrients(entries, vocabulary_used) {}

  LanguageTools& tools(std::string_view language) {
    const std::string_view known = language == "nl" ? "nl" : "en";
    auto found = languages.find(known);
    if (found == languages.end())
      found = languages.try_emplace(std::string(known), entries, known, compiled(known)).first;
    return found->second;
  }

  [[nodiscard]] PhraseStemsView compiled(std::string_view language) const {
    const auto found = std::ranges::find_if(wordings, [&](const ResourceEntry& each) { return language == each.name; });
    if (found == wordings.end()) return {};
    return PhraseStemsView({found->begin, static_cast<std::size_t>(found->end - found->begin)});
  }

  std::set<std::string_view, std::less<>> effects_of_basis(LegalBasis basis) {
    std::set<std::string_view, std::less<>> effects;
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
      if (entries[i].basis == basis && entries[i].status == ClaimStatus::authorised) effects.insert(effect_of.of(i));
    }
    return effects;
  }

  std::vector<RegisterEntry> entries;
  const Vocabulary& vocabulary;
  std::span<const ResourceEntry> wordings;
  NutrientIndex nutrients;
  EntryEffects effect_of{entries, compiled("en")};
  std::map<std::string_view, ConceptEffects, std::less<>> concepts = effects_by_concept();
  std::multimap<std::string_view, std::string_view, std::less<>> kin = kin_of_effects();
  LegalConcepts legal = legal_concepts();
  std::set<std::string_view, std::less<>> risk_effects = effects_of_basis(LegalBasis::risk_14_1_a);
  std::map<std::string, LanguageTools, std::less<>> languages;
};

namespace {

/// Judges the sentences of one block.
class BlockJudge {
 public:
  BlockJudge(std::span<const RegisterEntry> entries, EntryEffects& effect_of, const NutrientIndex& nutrients,
             const Vocabulary& vocabulary, const std::map<std::string_view, ConceptEffects, std::less<>>& concepts,
             const std::multimap<std::string_view, std::string_view, std::less<>>& kin, const LegalConcepts& legal,
             const std::set<std::string_view, std::less<>>& risk_effects, LanguageTools& tools,
             const ArticleAnalysis& article)
      : reading_tools_{tools.effects, tools.signals, concepts, legal},
        match_tools_{entries, effect_of, nutrients, concepts, kin, tools.reader.language()},
        class_tools_{entries, nutrients, legal, vocabulary, risk_effects},
        tools_(tools),
        article_(article) {}

  // Recognises the law's own sentences first, also where they run over several of the block's.
  void begin(ByteRange range, std::span<const ByteRange> cells) {
    units_ = tools_.reader.read(article_.document.text, range, cells);
    official_ = tools_.official.find(article_.document.text, units_);
    for (const OfficialMatch& match : official_) {
      for (std::uint32_t u = match.first; u < match.last; ++u) units_[u].masked = true;
    }
  }

  [[nodiscard]] SentenceReading read(const Sentence& sentence, const Block& block, const Annotation& annotation,
                                     std::vector<const Mention*> mentions, std::vector<std::string> topics) const {
    SentenceReading reading;
    reading.text = article_.document.text;
    reading.range = sentence.range;
    reading.units = units_of(sentence.range);
    reading.mentions = std::move(mentions);
    reading.topics = std::move(topics);
    reading.fragment = is_fragment(block);
    reading.row = block.kind == BlockKind::table_row;
    reading.of_outcomes = annotation.of_outcomes;
    reading.heading =
        block.kind == BlockKind::title || block.kind == BlockKind::heading || block.role == BlockRole::keywords;
    reading.quantities = find_quantities(reading.text, sentence.range, match_tools_.language);
    // A heading that names patients speaks to them.
    if (!reading.fragment)
      reading.populations = find_populations(reading.text, sentence.range, annotation, match_tools_.language);
    if (!reading.units.empty()) read_sentence(reading_tools_, annotation, reading);
    return reading;
  }

  // `answer`: the sentence behind a question; null: there is none.
  LawJudgement judge(SentenceReading reading, const Annotation& annotation, const SentenceReading* answer) {
    LawJudgement judgement;
    if (reading.units.empty()) return judgement;
    reading.behind_complaint = std::exchange(asked_complaint_, reading.question && reading.names_complaint());
    reading.behind_lack = std::exchange(
        asked_lack_, reading.question && std::ranges::any_of(reading.signals, [&](const SignalMatch& each) {
                       return reading.is_lack_of_nutrient(each);
                     }));
    judgement.nutrients = reading.subjects;
    add_official(reading.range, judgement);
    std::erase_if(reading.mentions, [&](const Mention* mention) {
      return std::ranges::any_of(judgement.authorised, [&](ByteRange own) {
        return own.begin <= mention->outcome_range.begin && mention->outcome_range.end <= own.end;
      });
    });
    std::vector<const EffectMatch*> claimed;
    const bool answered = answer != nullptr && offers_what_is_asked(reading, *answer);
    if (answered) reading.take_subjects_of(*answer);
    for (const EffectMatch& effect : reading.effects) {
      if (answered ? asks_for_effect(reading, effect) : claims_effect(reading, effect)) claimed.push_back(&effect);
    }
    classify(class_tools_, reading, !claimed.empty(), judgement);
    if (judgement.negated || judgement.quoted) return judgement;
    // A question claims nothing, but for one that takes the claim for granted, "how does zinc support ...?", and one
    // that the next sentence answers with a product. That it may lead to a claim is for classify().
    const bool presumes = !reading.signals.empty() && reading.signals.front().is(SignalClass::presumes);
    if (!reading.question || presumes || answered) {
      add_effects(reading, claimed, judgement);
      add_nutrition(reading, annotation, judgement);
    }
    std::ranges::stable_sort(judgement.signals, {}, &Signal::range);
    return judgement;
  }

 private:
  [[nodiscard]] std::span<const CopyUnit> units_of(ByteRange range) const {
    const auto first =
        std::ranges::find_if(units_, [&](const CopyUnit& unit) { return unit.range.begin >= range.begin; });
    const auto last =
        std::find_if(first, units_.end(), [&](const CopyUnit& unit) { return unit.range.begin >= range.end; });
    return {first, last};
  }

  void add_official(ByteRange sentence, LawJudgement& judgement) const {
    for (const OfficialMatch& official : official_) {
      const ByteRange range{units_[official.first].range.begin, units_[official.last - 1].range.end};
      if (range.end <= sentence.begin || range.begin >= sentence.end) continue;
      judgement.authorised.push_back({std::max(range.begin, sentence.begin), std::min(range.end, sentence.end)});
      if (range.begin < sentence.begin) continue;  // it began in an earlier sentence, which has the match
      const WordingDistance exact = official.verbatim ? WordingDistance::verbatim : WordingDistance::trivial;
      RegisterMatch match =
          to_match(match_tools_, official.entry, official.adapted ? WordingDistance::same_meaning : exact);
      const RegisterEntry& entry = match_tools_.entries[official.entry];
      match.effect = match_tools_.effects.of(official.entry);
      if (!entry.concepts.empty()) match.nutrient = entry.concepts.front();
      match.range = range;
      match.complete = official.whole;
      add_class(class_of_basis(entry), judgement);
      judgement.matches.push_back(std::move(match));
    }
  }

  void add_nutrition(const SentenceReading& reading, const Annotation& annotation, LawJudgement& judgement) const {
    for (const NutritionMatch& found : tools_.nutrition.find(reading.units, substances_in(annotation))) {
      if (reading.in_other_sense(found.first, found.last)) continue;
      // "no added sugar" denies nothing but the sugar.
      if (reading.denied(found.first, found.last) && !reading.denies_within(found.first, found.last)) continue;
      add_nutrition(reading, found, judgement);
    }
    for (const NutritionMatch& found : compared_amounts(reading)) add_nutrition(reading, found, judgement);
  }

  void add_nutrition(const SentenceReading& reading, const NutritionMatch& found, LawJudgement& judgement) const {
    RegisterMatch match;
    match.nutrient = found.nutrient;
    match.entry = "nutrition/" + std::string(found.claim->id);
    match.legal_basis = "Annex";
    match.status = "authorised";
    match.regulation = "Regulation (EC) No 1924/2006";
    match.official = match_tools_.language == "nl" ? found.claim->claim_nl : found.claim->claim_en;
    match.language = match_tools_.language;
    match.wording = WordingDistance::same_meaning;
    match.range = reading.range_of(found.first, found.last);
    add_class(LawClass::nutrition, judgement);
    judgement.matches.push_back(std::move(match));
  }

  void add_effects(const SentenceReading& reading, const std::vector<const EffectMatch*>& claimed,
                   LawJudgement& judgement) const {
    for (const EffectMatch* effect : claimed) {
      // What is an ailment is no effect of the register: the classes speak of it.
      const bool ailment = std::ranges::any_of(reading.ailments, [&](const Ailment& each) {
        return effect->degree >= Degree::by_concept && effect->units.front() >= each.first &&
               effect->units.back() < each.last;
      });
      if (ailment) continue;
      for (RegisterMatch& match : match_effect(match_tools_, reading, *effect)) {
        add_class(class_of_match(match), judgement);
        fill(match, reading);
        judgement.matches.push_back(std::move(match));
      }
    }
    std::ranges::stable_sort(judgement.matches, {}, &RegisterMatch::range);
    for (const RegisterMatch& match : judgement.matches) {
      const bool own = match.wording > WordingDistance::trivial && match.wording <= WordingDistance::other_effect;
      if (!own || match.status != "authorised" || match.legal_basis == "Annex" || !judgement.alternative.empty())
        continue;
      judgement.alternative = match.official;
      judgement.alternative_entry = match.entry;
    }
  }

  [[nodiscard]] LawClass class_of_match(const RegisterMatch& match) const {
    if (match.status == "on-hold") return LawClass::on_hold;
    const bool own = match.wording <= WordingDistance::stronger || match.wording == WordingDistance::product;
    if (own && match.legal_basis == "14(1)(a)") return LawClass::disease_risk;
    if (own && match.legal_basis == "14(1)(b)") return LawClass::child;
    const Concept* substance = class_tools_.vocabulary.find(ConceptScheme::substance, match.nutrient);
    if (match.entry.empty() && substance != nullptr && substance->kind == ConceptKind::herb &&
        class_tools_.nutrients.of(match.nutrient).empty())
      return LawClass::on_hold;
    return LawClass::function;
  }

  void fill(RegisterMatch& match, const SentenceReading& reading) const {
    if (match.wording == WordingDistance::verbatim || match.official.empty()) return;
    match.diff = word_diff(match.official, reading.text.substr(reading.range.begin, reading.range.size()));
  }

  ReadingTools reading_tools_;
  MatchTools match_tools_;
  ClassTools class_tools_;
  LanguageTools& tools_;
  const ArticleAnalysis& article_;
  std::vector<CopyUnit> units_;  // of the block
  std::vector<OfficialMatch> official_;
  bool asked_complaint_ = false;  // by the sentence before: it asked after a complaint, or
  bool asked_lack_ = false;       // after a lack of a nutrient
};

std::vector<const Mention*> mentions_of(const ArticleAnalysis& article, std::uint32_t sentence) {
  std::vector<const Mention*> mentions;
  auto at = std::ranges::lower_bound(article.mentions, sentence, {}, &Mention::sentence);
  for (; at != article.mentions.end() && at->sentence == sentence; ++at) mentions.push_back(&*at);
  return mentions;
}

// What a study gave, what is needed or too much is in no portion of the product.
bool tells_of_product(const ArticleAnalysis& article, const LawJudgement& judgement, std::uint32_t sentence) {
  const bool of_others = std::ranges::any_of(judgement.signals, [](const Signal& signal) {
    return signal.name == to_string(SignalClass::evidence) || signal.name == to_string(SignalClass::study) ||
           signal.name == to_string(SignalClass::other_amount);
  });
  return !of_others && std::ranges::none_of(mentions_of(article, sentence), [](const Mention* mention) {
    return mention->exposure == Exposure::excess;
  });
}

// The conditions of the authorised entries that the copy uses, held against what all of it states.
void add_conditions(std::span<const RegisterEntry> entries, const Vocabulary& vocabulary,
                    const std::vector<StatedDose>& doses, std::vector<LawJudgement>& judgements) {
  CopyStatements copy{doses, {}};
  for (std::uint32_t s = 0; s < judgements.size(); ++s) {
    const auto& signals = judgements[s].signals;
    if (std::ranges::find(signals, "statement", &Signal::name) != signals.end()) copy.on_effect.push_back(s);
  }
  const bool names_factors = std::ranges::any_of(judgements, [](const LawJudgement& judgement) {
    return std::ranges::find(judgement.signals, "factors", &Signal::name) != judgement.signals.end();
  });
  for (LawJudgement& judgement : judgements) {
    for (RegisterMatch& match : judgement.matches) {
      if (match.status != "authorised" || match.wording > WordingDistance::stronger) continue;
      const auto entry = std::ranges::find(entries, match.entry, &RegisterEntry::id);
      if (entry != entries.end()) match.conditions = check_conditions(*entry, copy, vocabulary);
      if (match.legal_basis == to_string(LegalBasis::risk_14_1_a))
        match.conditions.push_back({"the copy says that the disease has multiple risk factors (Art. 14(2))",
                                    names_factors ? ConditionState::met : ConditionState::unknown, "", true});
      if (match.legal_basis == "Annex") match.conditions = check_nutrition(match, copy, vocabulary);
    }
  }
}

}  // namespace

LawJudge::LawJudge(std::vector<RegisterEntry> entries, const Vocabulary& vocabulary,
                   std::span<const ResourceEntry> wordings)
    : state_(std::make_unique<State>(std::move(entries), vocabulary, wordings)) {}
LawJudge::~LawJudge() = default;
LawJudge::LawJudge(LawJudge&&) noexcept = default;
LawJudge& LawJudge::operator=(LawJudge&&) noexcept = default;

void LawJudge::prepare(std::string_view language) {
  state_->tools(language);
}

std::span<const RegisterEntry> LawJudge::entries() const {
  return state_->entries;
}

bool LawJudge::is_no_effect(std::string_view outcome) const {
  return state_->legal.no_effect.contains(outcome);
}

std::vector<LawJudgement> LawJudge::judge(const ArticleAnalysis& article, std::span<const Annotation> annotations) {
  const Document& document = article.document;
  const HeadingTopics topics(article, annotations);
  std::vector<LawJudgement> judgements(article.sentences.size());
  std::optional<BlockJudge> judge;
  std::uint32_t block_at = 0;
  for (std::uint32_t s = 0; s < article.sentences.size(); ++s) {
    const Sentence& sentence = article.sentences[s];
    const Block& block = document.blocks[sentence.block];
    if (!is_judged(block) || sentence.range.size() > kMostSentenceBytes) continue;
    if (!judge || block_at != sentence.block) {
      const std::string& language = block.language.empty() ? document.language : block.language;
      judge.emplace(state_->entries, state_->effect_of, state_->nutrients, state_->vocabulary, state_->concepts,
                    state_->kin, state_->legal, state_->risk_effects, state_->tools(language), article);
      judge->begin({sentence.range.begin, block.range.end}, block.cells);
      block_at = sentence.block;
    }
    const bool is_heading = block.kind == BlockKind::heading;
    const auto read = [&](std::uint32_t each) {
      return judge->read(article.sentences[each], block, annotations[each], mentions_of(article, each),
                         is_heading ? topics.of(sentence.block) : std::vector<std::string>());
    };
    std::optional<SentenceReading> answer;
    const bool has_next = s + 1 < article.sentences.size() && article.sentences[s + 1].block == sentence.block;
    if (annotations[s].question && has_next && !annotations[s + 1].question) answer = read(s + 1);
    judgements[s] = judge->judge(read(s), annotations[s], answer ? &*answer : nullptr);
  }
  std::vector<StatedDose> doses = stated_doses(article, annotations);
  std::erase_if(doses, [&](const StatedDose& dose) {
    return !tells_of_product(article, judgements[dose.sentence], dose.sentence);
  });
  add_conditions(state_->entries, state_->vocabulary, doses, judgements);
  return judgements;
}

}  // namespace claimbase
