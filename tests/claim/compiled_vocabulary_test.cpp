// What the build compiled is what the files say, and what is added to it is compiled anew.
#include <gmock/gmock.h>

#include <string>

#include "analysis/claim/built_in_vocabulary.h"
#include "analysis/claim/compiled_phrases.h"
#include "analysis/claim/vocabulary_archive.h"

namespace claimbase {
namespace {

using ::testing::ElementsAre;

Vocabulary vocabulary_of(const std::string& concepts) {
  Vocabulary vocabulary;
  const auto wrong = vocabulary.add("<rdf:RDF>" + concepts + "</rdf:RDF>");
  EXPECT_TRUE(wrong.empty());
  return vocabulary;
}

class CompiledVocabulary : public ::testing::TestWithParam<const char*> {};

TEST(CompiledVocabulary, HoldsTheConceptsOfTheFiles) {
  const Vocabulary from_files = Vocabulary::from_sources();
  const Vocabulary built_in = Vocabulary::built_in();
  EXPECT_TRUE(built_in.is_built_in());
  EXPECT_FALSE(from_files.is_built_in());
  EXPECT_EQ(built_in.fingerprint(), from_files.fingerprint());
  EXPECT_EQ(to_archive(built_in), to_archive(from_files));
  EXPECT_NE(built_in.find(ConceptScheme::substance, "magnesium"), nullptr);
}

TEST_P(CompiledVocabulary, HoldsThePhrasesOfALanguage) {
  const Vocabulary from_files = Vocabulary::from_sources();
  const CueFile cues = cues_of(GetParam());
  Analyzer analyzer(GetParam());
  const CompiledPhrases fresh = compile_phrases(from_files, GetParam(), cues.cues, analyzer);
  EXPECT_GT(fresh.labels.size(), 4000U);
  EXPECT_EQ(to_archive(phrases_of(Vocabulary::built_in(), GetParam(), cues.cues, analyzer)), to_archive(fresh));
}

INSTANTIATE_TEST_SUITE_P(Languages, CompiledVocabulary, ::testing::Values("en", "nl"),
                         [](const auto& tested) { return std::string(tested.param); });

TEST(CompiledVocabulary, IsNotThatOfAVocabularyWithMoreInIt) {
  Vocabulary vocabulary = Vocabulary::built_in();
  const std::uint64_t before = vocabulary.fingerprint();
  vocabulary.add(R"(<rdf:RDF><skos:Concept rdf:about="urn:claimbase:substance:sea-buckthorn">
      <skos:prefLabel xml:lang="nl">duindoornbes</skos:prefLabel></skos:Concept></rdf:RDF>)");
  EXPECT_FALSE(vocabulary.is_built_in());
  EXPECT_NE(vocabulary.fingerprint(), before);
  Analyzer analyzer("nl");
  const CueFile cues = cues_of("nl");
  const CompiledPhrases phrases = phrases_of(vocabulary, "nl", cues.cues, analyzer);
  EXPECT_EQ(phrases.labels.back().owner, vocabulary.concepts().size() - 1);
}

TEST(CompilePhrases, GivesACompoundByItsParts) {
  const Vocabulary vocabulary = vocabulary_of(R"(<skos:Concept rdf:about="urn:claimbase:outcome:blood-pressure">
      <skos:prefLabel xml:lang="nl">bloeddruk</skos:prefLabel>
      <skos:altLabel xml:lang="nl">druk van het bloed</skos:altLabel>
      <skos:altLabel xml:lang="en">blood pressure</skos:altLabel></skos:Concept>)");
  Analyzer analyzer("nl");
  const CompiledPhrases phrases = compile_phrases(vocabulary, "nl", {}, analyzer);
  ASSERT_EQ(phrases.labels.size(), 2U);  // of no other language
  EXPECT_EQ(phrases.labels[0].path.size(), 1U);
  EXPECT_FALSE(phrases.labels[0].one_word);
  EXPECT_EQ(phrases.labels[1].path.size(), 4U);
  EXPECT_THAT(phrases.stems, ElementsAre("bloeddruk", "druk", "van", "het", "bloed"));
}

TEST(CompilePhrases, MarksALabelThatNamesAPlaceAsWell) {
  const Vocabulary vocabulary = vocabulary_of(R"(<skos:Concept rdf:about="urn:claimbase:outcome:muscle-function">
      <skos:prefLabel xml:lang="en">muscles</skos:prefLabel>
      <cb:placeLabel xml:lang="en">muscle</cb:placeLabel>
      <cb:placeLabel xml:lang="en">limbs</cb:placeLabel></skos:Concept>)");
  Analyzer analyzer("en");
  const CompiledPhrases phrases = compile_phrases(vocabulary, "en", {}, analyzer);
  ASSERT_EQ(phrases.labels.size(), 2U);
  EXPECT_TRUE(phrases.labels[0].place);
  EXPECT_TRUE(phrases.labels[1].place);
  EXPECT_EQ(phrases.labels[1].label, 2U);
}

TEST(CompilePhrases, ALabelThatBeginsWithARelationVerbCountsOnlyAsPrinted) {
  const Vocabulary vocabulary = vocabulary_of(R"(<skos:Concept rdf:about="urn:claimbase:outcome:hypotension">
      <skos:prefLabel xml:lang="en">low blood pressure</skos:prefLabel></skos:Concept>)");
  Analyzer analyzer("en");
  const CompiledPhrases phrases = compile_phrases(vocabulary, "en", cues_of("en").cues, analyzer);
  ASSERT_EQ(phrases.labels.size(), 1U);
  EXPECT_EQ(phrases.labels[0].printed, "low");
}

}  // namespace
}  // namespace claimbase
