// Cue words: the words, other than concepts, from which frames are read. Data: corpus/cues/<language>.tsv
// (docs/vocabulary.md).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/claim/direction.h"
#include "analysis/claim/mention.h"

namespace claimbase {

enum class CueClass : std::uint8_t {
  verb,       ///< governs the outcomes of its clause; value: Effect
  change,     ///< an intransitive verb: "daalt"; the substance must stand in the sentence; value: Effect
  noun,       ///< a nominal relation ("verlaging van", "in reducing"); value: Effect
  adjective,  ///< qualifies the outcome it stands before ("lager", "better"); value: Effect
  tail,       ///< right behind an outcome, mostly in its word ("bloeddruk|verlagend"); value: Effect
  head,       ///< right before an outcome ("anti-inflammatory"); value: Effect
  purpose,    ///< "voor", "for": substance, this, outcome
  risk,       ///< "risico op", "kans op"
  aspect,     ///< says which side of an outcome is meant and changes no direction: "niveau", "frequentie"
  exposure,   ///< beside a substance: how it is taken, or missed ("lage", "supplement"); value: Exposure
  state,      ///< the same, and able to stand for the substance in focus: "een tekort", "suppletie"; value: Exposure
  symptom,    ///< "symptomen", "signs of", "bijwerkingen"; value: Exposure
  disorder,   ///< beside a body function, names that it fails: "spier|klachten", "problemen met", "dysfunction"
  hedge,
  negation,
  absence,      ///< denies the outcomes that follow it: "geen", "no"
  denial,       ///< denies its clause, or where that says nothing of an outcome the one before: "niet aangetoond"
  efficacy,     ///< beside a drug, what is changed of it: "werking van"
  filler,       ///< consumes words that look like a cue and are none: "niet alleen"
  clause,       ///< starts a clause; value: coordinate, consequence, relative, subordinate, contrast
  conjunction,  ///< joins words or clauses: "en", "or"
  auxiliary,    ///< a finite verb that is no relation: "is", "kan"
  article,
  anaphor,     ///< stands for the substance in focus: "het", "dit mineraal"; value: pronoun, possessive, demonstrative,
               ///< noun
  column,      ///< heads a table's column: "Functie"; value: Effect
  property,    ///< right behind an outcome: "kalmerende eigenschappen"; value: Effect
  companion,   ///< what follows acts too: "samen met", "alongside"
  example,     ///< what follows is one of what stands before: "met name", "such as"
  benefit,     ///< for the complaint before it the substance behind it helps: "baat hebben bij", "benefit from"
  locative,    ///< "in", "across": a body part behind it says where, not what
  population,  ///< "mensen met": what follows is who, not what
  block,       ///< makes no outcome of the outcome beside it: "medicatie", "patiënten"
  agent,       ///< "door", "by"
  beside,      ///< what follows is not the subject: "naast", "compared with"
  genitive,  ///< "van", "of": behind an outcome it makes the substance part of the outcome ("de opname van magnesium")
  meta,      ///< speaks of the text itself: "dit artikel"
  at_risk,   ///< speaks of who lacks a substance or why, not of what that does: "risicogroepen", "veroorzaakt een
             ///< tekort"
  indefinite,  ///< before a category: some of it, not what the text speaks of: "sommige vitaminen", "other minerals"
  regulatory,  ///< speaks of what may be claimed
  instruction  ///< at a sentence's start: it tells the reader to do something
};

/// A set of classes as a number.
template <typename... Classes>
[[nodiscard]] constexpr std::uint64_t bits_of(Classes... types) {
  return ((std::uint64_t{1} << static_cast<unsigned>(types)) | ...);
}

/// A consequence ("waardoor") follows from the clause before it and is no surer; a sequel ("wat") is one that needs a
/// verb or a comma to be seen as one. A relative word ("die") speaks of the substance right before it. Relative,
/// subordinating and contrasting words start a clause only after a comma, a contrast also before a verb or a negation.
enum class ClauseLink : std::uint8_t { start, coordinate, consequence, sequel, relative, subordinate, contrast };
enum class AnaphorKind : std::uint8_t { pronoun, demonstrative, noun, possessive };

struct Cue {
  CueClass type = CueClass::verb;
  Effect effect = Effect::none;
  Exposure exposure = Exposure::intake;
  bool of_amount =
      false;  // exposure "deficiency-of-amount": only before a noun of amount ("verlaagde magnesiumspiegels"), since
              // the word may as well be a verb ("verlaagde magnesium de bloeddruk")
  bool leads = false;            // disorder "before": stands before what fails ("problemen met"), not behind it
  bool of_what_follows = false;  // symptom: its last word is a genitive ("symptoms of")
  bool withheld = false;  // exposure "withheld": left out on purpose ("minder zout"), which is no harm as a lack is
  ClauseLink link = ClauseLink::start;
  AnaphorKind anaphor = AnaphorKind::noun;
  bool as_printed = false;  // counts only in that form: "=voedt", whose stem is also that of "voeding"
  std::string phrase;       // as in the file, up to a gap
  std::string after_gap;    // "draagt ... bij": "bij", to be found later in the sentence; "" where there is no gap
};

/// What the frame builder must know of a language's grammar; data too (rows "ending" and "order" of the cue file).
struct Grammar {
  bool verb_final = false;              // infinitives, participles and subordinate verbs follow their object
  std::vector<std::string> finite;      // endings of verb forms that start a clause of their own after "and"
  std::vector<std::string> participle;  // endings of participles, which may stand before a noun as adjectives
  std::vector<std::string> infinitive;
  std::vector<std::string> nominal;  // of nouns made from verbs, whose stem is the verb's: "verlaging"
};

/// The class as the cue files name it.
[[nodiscard]] std::string_view to_string(CueClass type);

struct CueFile {
  std::vector<Cue> cues;
  Grammar grammar;
};

/// Reads a cue file. Throws std::logic_error with the row where one is wrong: the files are built in, and a test reads
/// them all.
[[nodiscard]] CueFile read_cues(std::string_view tsv);

/// The built-in cue file of a language; empty where there is none.
[[nodiscard]] CueFile cues_of(std::string_view language);

}  // namespace claimbase
