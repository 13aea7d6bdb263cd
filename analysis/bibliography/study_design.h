// The design of a study, from what a database says of it. From words: study_design_of in reference.h.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "analysis/bibliography/name_index.h"
#include "analysis/bibliography/reference.h"

namespace claimbase {

/// What a bibliographic record says of a work; all views need only live through the call.
struct DesignFacts {
  std::span<const std::string> publication_types;  // "Randomized Controlled Trial"
  std::span<const std::string> mesh;               // as MEDLINE prints them: "*Hypertension/drug therapy", "Humans"
  std::string_view title;
};

/// Publication types first: people gave them. Where they are missing or vague ("Review", "Clinical Trial"), MeSH and
/// the title tell; animals without "Humans" make it animal work. Unknown where nothing tells. Terms are data:
/// corpus/bibliography/design_terms.tsv, study_designs.tsv.
[[nodiscard]] StudyDesign study_design_of(const DesignFacts& facts);

/// What an authority says in its own name (EFSA, WHO, Voedingscentrum): guideline, "guideline or authority opinion".
/// Unknown for the work of anybody else. For works whose title tells no design.
[[nodiscard]] StudyDesign authority_opinion(const Reference& work);

/// The design of a work of which a reference list tells no more than its fields: by title, else by container, else
/// authority_opinion.
[[nodiscard]] StudyDesign design_of(const Reference& work);

/// study_design_of a text whose words are at hand.
[[nodiscard]] StudyDesign study_design_of(std::span<const FoldedWord> words);

/// The one that wins where a work has both: a meta-analysis of cohorts is a meta-analysis, a controlled trial in rats
/// is animal work.
[[nodiscard]] StudyDesign stronger(StudyDesign one, StudyDesign other);

}  // namespace claimbase
