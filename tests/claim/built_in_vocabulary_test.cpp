// The rules of docs/vocabulary.md, held for the files that are built in.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "analysis/claim/vocabulary.h"
#include "analysis/language/resources.h"
#include "tests/data_rows.h"

namespace claimbase {
namespace {

const Vocabulary& built_in() {
  static const Vocabulary vocabulary = Vocabulary::built_in();
  return vocabulary;
}

std::size_t count_of(ConceptScheme scheme) {
  return static_cast<std::size_t>(
      std::ranges::count(built_in().concepts(), scheme, [](const Concept& each) { return each.scheme; }));
}

std::string name_of(const Concept& each) {
  return std::string(to_string(each.scheme)) + ":" + each.id;
}

TEST(BuiltInVocabulary, HasNoDiagnostics) {
  Vocabulary vocabulary;
  for (const std::string_view name : resource_names("vocabulary/")) {
    for (const Diagnostic& diagnostic : vocabulary.add(resource(name))) {
      ADD_FAILURE() << name << ':' << diagnostic.range.begin << ": " << diagnostic.message;
    }
  }
}

TEST(BuiltInVocabulary, DefinesEachConceptOnce) {
  std::set<std::string> seen;
  constexpr std::string_view kAbout = "<skos:Concept rdf:about=\"";
  for (const std::string_view name : resource_names("vocabulary/")) {
    const std::string_view file = resource(name);
    for (std::size_t at = file.find(kAbout); at != std::string_view::npos; at = file.find(kAbout, at + 1)) {
      const std::size_t from = at + kAbout.size();
      const std::string id(file.substr(from, file.find('"', from) - from));
      EXPECT_TRUE(seen.insert(id).second) << id;
    }
  }
  EXPECT_EQ(seen.size(), built_in().concepts().size());
}

TEST(BuiltInVocabulary, IsLargeEnough) {
  EXPECT_GE(count_of(ConceptScheme::outcome), 250U);
  EXPECT_GE(count_of(ConceptScheme::substance), 400U);
}

TEST(BuiltInVocabulary, HoldsTheOutcomesThatWerePromised) {
  const auto rows = data_rows("claim/outcome_ids.tsv");
  EXPECT_EQ(rows.size(), 119U);
  for (const auto& row : rows) EXPECT_TRUE(built_in().find(ConceptScheme::outcome, row[0])) << row[0];
}

TEST(BuiltInVocabulary, HasBroaderConceptsThatExistInTheSameScheme) {
  for (const Concept& each : built_in().concepts()) {
    std::set<std::string> seen;
    for (const std::string& broader : each.broader) {
      EXPECT_TRUE(built_in().find(each.scheme, broader)) << name_of(each) << " under " << broader;
      EXPECT_TRUE(seen.insert(broader).second) << name_of(each) << " under " << broader << " twice";
    }
  }
}

TEST(BuiltInVocabulary, HasNoCycle) {
  for (const Concept& each : built_in().concepts()) {
    for (const std::string& above : built_in().broader_chain(each.scheme, each.id)) {
      const Concept* found = built_in().find(each.scheme, above);
      ASSERT_TRUE(found) << above;
      EXPECT_EQ(std::ranges::count(found->broader, each.id), 0) << name_of(each) << " is above and below " << above;
    }
  }
}

TEST(BuiltInVocabulary, HasOnePreferredLabelInBothLanguages) {
  for (const Concept& each : built_in().concepts()) {
    std::map<std::string, int> preferred;
    for (const Label& label : each.labels) preferred[label.language] += label.kind == Label::Kind::preferred ? 1 : 0;
    if (preferred[""] == 1) continue;  // a name that holds in every language
    EXPECT_EQ(preferred["nl"], 1) << name_of(each);
    EXPECT_EQ(preferred["en"], 1) << name_of(each);
  }
}

TEST(BuiltInVocabulary, KnowsTheKindOfEveryConcept) {
  constexpr std::array kOutcomeKinds{ConceptKind::disease, ConceptKind::symptom, ConceptKind::function,
                                     ConceptKind::laboratory};
  for (const Concept& each : built_in().concepts()) {
    const bool of_an_outcome = std::ranges::find(kOutcomeKinds, each.kind) != kOutcomeKinds.end();
    EXPECT_NE(each.kind, ConceptKind::none) << name_of(each);
    EXPECT_EQ(of_an_outcome, each.scheme == ConceptScheme::outcome) << name_of(each);
  }
}

TEST(BuiltInVocabulary, HasLabelsInKnownLanguagesOnly) {
  for (const Concept& each : built_in().concepts()) {
    for (const Label& label : each.labels) {
      EXPECT_TRUE(label.language.empty() || label.language == "nl" || label.language == "en")
          << name_of(each) << ": " << label.text << " in " << label.language;
      EXPECT_FALSE(label.text.starts_with(' ') || label.text.ends_with(' ')) << name_of(each) << ": " << label.text;
    }
  }
}

TEST(BuiltInVocabulary, HasNoLabelOnTwoConceptsOfAScheme) {
  std::map<std::tuple<ConceptScheme, std::string, std::string>, std::string> owner;
  for (const Concept& each : built_in().concepts()) {
    for (const Label& label : each.labels) {
      if (label.kind == Label::Kind::suffix) continue;  // "citrate" is settled by the substance that is spoken of
      for (const std::string language : {"nl", "en"}) {
        if (!label.language.empty() && label.language != language) continue;
        const auto [place, is_new] = owner.try_emplace({each.scheme, language, label.text}, each.id);
        EXPECT_TRUE(is_new || place->second == each.id)
            << '"' << label.text << "\" (" << language << ") of " << name_of(each) << " and " << place->second;
      }
    }
  }
}

}  // namespace
}  // namespace claimbase
