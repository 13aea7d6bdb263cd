// The vocabulary: substances and outcomes with labels, read from SKOS RDF/XML (docs/vocabulary.md has the format).
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/claim/valence.h"
#include "analysis/diagnostic.h"

namespace claimbase {

enum class ConceptScheme : std::uint8_t { substance = 0, outcome = 1 };
/// What a concept is: the first four are outcomes, the others substances. Stored by name.
enum class ConceptKind : std::uint8_t {
  none,
  disease,
  symptom,
  function,
  laboratory,
  nutrient,
  form,
  herb,
  food,
  bioactive,
  probiotic,
  hormone,
  product,
  group,
  drug
};

[[nodiscard]] std::string_view to_string(ConceptScheme scheme);  // "substance", "outcome"
[[nodiscard]] std::string_view to_string(Valence valence);       // "neutral", "good", "bad"
[[nodiscard]] std::string_view to_string(ConceptKind kind);      // "disease" ...; "" for none

struct Label {
  std::string text;
  std::string language;  // "nl", "en"; "" for any (Latin names, abbreviations)
  bool inverse = false;  // names the lack of the concept: "insulin resistance" of insulin-sensitivity; it turns the
                         // direction round
  /// A suffix is a bare word that stands for this form where its base substance is spoken of: "citraat" in an article
  /// on magnesium. A place only names a part of the body: "in de spieren" says where, "goed voor de spieren" what. An
  /// event asserts by itself, with no relation word beside it: "verwijdt de bloedvaten", "interacts with medications".
  /// A listed label counts only in a list of outcomes: "huid, haar en nagels", since "haar" alone is a pronoun.
  enum class Kind : std::uint8_t {
    preferred,
    alternative,
    hidden,
    suffix,
    place,
    listed,
    event
  } kind = Kind::preferred;
};

struct Concept {
  std::string id;  // slug: "magnesium-citrate", "blood-pressure"
  ConceptScheme scheme = ConceptScheme::substance;
  Valence valence = Valence::neutral;
  ConceptKind kind = ConceptKind::none;
  bool general = false;  // a word so wide that it only leads to the outcome beside it: "gezondheid van het hart"
  std::vector<std::string> broader;      // ids
  std::vector<std::string> exact_match;  // IRIs
  std::vector<Label> labels;

  /// The preferred label in `language`, else in English, else the id.
  [[nodiscard]] std::string_view preferred_label(std::string_view language) const;
};

class Vocabulary {
 public:
  Vocabulary() = default;
  /// What from_sources() gave when the programs were built, with its fingerprint.
  Vocabulary(std::vector<Concept> built_in, std::uint64_t fingerprint);

  /// The vocabulary that is built in, as the build compiled it: some milliseconds.
  [[nodiscard]] static Vocabulary built_in();
  /// The same, read from its files (corpus/vocabulary/*.rdf).
  [[nodiscard]] static Vocabulary from_sources();

  /// Adds the concepts of a SKOS RDF/XML file; labels of a concept that is there already are added to it.
  /// What is wrong in the file is returned (rules "vocabulary.*", the range in bytes of the file); the rest is added.
  std::vector<Diagnostic> add(std::string_view rdf_xml);

  [[nodiscard]] const std::vector<Concept>& concepts() const { return concepts_; }
  /// It is what built_in() gives: nothing was added.
  [[nodiscard]] bool is_built_in() const { return built_in_.has_value(); }
  /// An id is unique within its scheme only: melatonin is a substance and an outcome. Null where there is none.
  [[nodiscard]] const Concept* find(ConceptScheme scheme, std::string_view id) const;

  /// The chain of broader concepts, nearest first, each once, cycles cut.
  [[nodiscard]] std::vector<std::string> broader_chain(ConceptScheme scheme, std::string_view id) const;
  /// `id` and every concept below it.
  [[nodiscard]] std::vector<std::string> narrower_closure(ConceptScheme scheme, std::string_view id) const;

  /// Changes with any concept or label.
  [[nodiscard]] std::uint64_t fingerprint() const;

 private:
  std::vector<Concept> concepts_;
  std::array<std::map<std::string, std::size_t, std::less<>>, 2> by_id_;  // by scheme
  std::optional<std::uint64_t> built_in_;  // the fingerprint; none once something was added
};

}  // namespace claimbase
