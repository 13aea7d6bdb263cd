#include "indexer/vocabulary_check.h"

#include <gmock/gmock.h>

namespace claimbase {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string vocabulary(const std::string& concepts) {
  return "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
         "xmlns:skos=\"http://www.w3.org/2004/02/skos/core#\">\n" +
         concepts + "</rdf:RDF>\n";
}

std::string entry(const std::string& id, const std::string& nl, const std::string& en, const std::string& more = "") {
  std::string made = "<skos:Concept rdf:about=\"urn:claimbase:substance:" + id + "\">\n";
  if (!nl.empty()) made += "<skos:prefLabel xml:lang=\"nl\">" + nl + "</skos:prefLabel>\n";
  if (!en.empty()) made += "<skos:prefLabel xml:lang=\"en\">" + en + "</skos:prefLabel>\n";
  return made + more + "</skos:Concept>\n";
}

std::vector<std::string> findings(const std::string& concepts) {
  std::vector<std::string> lines;
  for (const FileProblem& each : check_vocabulary("v.rdf", vocabulary(concepts), Vocabulary())) {
    lines.push_back(to_line(each));
  }
  return lines;
}

TEST(VocabularyCheck, NothingWrong) {
  EXPECT_THAT(findings(entry("zinc", "zink", "zinc") + entry("iron", "ijzer", "iron")), IsEmpty());
}

TEST(VocabularyCheck, LabelOfTwoConcepts) {
  EXPECT_THAT(
      findings(entry("zinc", "zink", "zinc") + entry("zinc-salt", "Zink", "zinc salt")),
      ElementsAre("v.rdf:3: warning: \"zink\" is a label of zinc and of zinc-salt [vocabulary.duplicate-label]",
                  "v.rdf:7: warning: \"Zink\" is a label of zinc-salt and of zinc [vocabulary.duplicate-label]"));
}

TEST(VocabularyCheck, SameWordInTwoLanguagesIsFine) {
  EXPECT_THAT(findings(entry("a", "room", "cream") + entry("b", "kamer", "room")), IsEmpty());
}

TEST(VocabularyCheck, LabelTwiceInOneConcept) {
  EXPECT_THAT(findings(entry("zinc", "zink", "zinc", "<skos:altLabel xml:lang=\"nl\">zink</skos:altLabel>\n")),
              ElementsAre("v.rdf:3: warning: zinc has the label \"zink\" twice [vocabulary.duplicate-label]"));
}

TEST(VocabularyCheck, MissingLanguage) {
  EXPECT_THAT(findings(entry("zinc", "", "zinc")),
              ElementsAre("v.rdf:2: warning: zinc has no preferred label in \"nl\" [vocabulary.missing-language]"));
}

TEST(VocabularyCheck, CycleAndUnknownBroader) {
  const std::string above_b = "<skos:broader rdf:resource=\"urn:claimbase:substance:b\"/>\n";
  const std::string above_a = "<skos:broader rdf:resource=\"urn:claimbase:substance:a\"/>\n";
  const std::string above_x = "<skos:broader rdf:resource=\"urn:claimbase:substance:xyz\"/>\n";
  EXPECT_THAT(
      findings(entry("a", "aa", "aaa", above_b) + entry("b", "bb", "bbb", above_a) + entry("c", "cc", "ccc", above_x)),
      ElementsAre("v.rdf:2: error: a is above b and below it [vocabulary.cycle]",
                  "v.rdf:7: error: b is above a and below it [vocabulary.cycle]",
                  "v.rdf:15: error: c is below xyz, which is no concept [vocabulary.unknown-broader]"));
}

TEST(VocabularyCheck, MalformedFileGivesItsLine) {
  const auto found = check_vocabulary("v.rdf", "<rdf:RDF>\n<skos:Concept\n", Vocabulary());
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].rule, "vocabulary.malformed");
  EXPECT_GT(found[0].line, 1U);
}

}  // namespace
}  // namespace claimbase
