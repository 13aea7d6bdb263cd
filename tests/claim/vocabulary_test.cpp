#include "analysis/claim/vocabulary.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>

namespace claimbase {
namespace {

constexpr ConceptScheme kSubstance = ConceptScheme::substance;
constexpr ConceptScheme kOutcome = ConceptScheme::outcome;

std::string rdf(std::string_view concepts) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"\n"
         "  xmlns:skos=\"http://www.w3.org/2004/02/skos/core#\" xmlns:cb=\"urn:claimbase:terms#\">\n" +
         std::string(concepts) + "</rdf:RDF>\n";
}

std::string outcome(std::string_view id, std::string_view properties) {
  return "<skos:Concept rdf:about=\"urn:claimbase:outcome:" + std::string(id) + "\">" + std::string(properties) +
         "</skos:Concept>\n";
}

std::string broader(std::string_view id) {
  return "<skos:broader rdf:resource=\"urn:claimbase:outcome:" + std::string(id) + "\"/>";
}

TEST(VocabularyAdd, ReadsAConcept) {
  Vocabulary vocabulary;
  EXPECT_TRUE(vocabulary
                  .add(rdf(outcome("bone-density",
                                   "<skos:prefLabel xml:lang=\"nl\">botdichtheid</skos:prefLabel>"
                                   "<skos:altLabel xml:lang=\"nl\">botmassa</skos:altLabel>"
                                   "<skos:hiddenLabel>BMD</skos:hiddenLabel>"
                                   "<cb:inverseLabel xml:lang=\"en\">bone loss</cb:inverseLabel>"
                                   "<skos:exactMatch rdf:resource=\"http://id.nlm.nih.gov/mesh/D015519\"/>"
                                   "<cb:valence>good</cb:valence><cb:kind>laboratory</cb:kind>" +
                                       broader("bone-health"))))
                  .empty());
  const Concept* found = vocabulary.find(kOutcome, "bone-density");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->scheme, kOutcome);
  EXPECT_EQ(found->valence, Valence::good);
  EXPECT_EQ(found->kind, ConceptKind::laboratory);
  EXPECT_EQ(found->broader, (std::vector<std::string>{"bone-health"}));
  EXPECT_EQ(found->exact_match, (std::vector<std::string>{"http://id.nlm.nih.gov/mesh/D015519"}));
  ASSERT_EQ(found->labels.size(), 4U);
  EXPECT_EQ(found->labels[0].text, "botdichtheid");
  EXPECT_EQ(found->labels[0].kind, Label::Kind::preferred);
  EXPECT_EQ(found->labels[1].kind, Label::Kind::alternative);
  EXPECT_EQ(found->labels[2].kind, Label::Kind::hidden);
  EXPECT_EQ(found->labels[2].language, "");
  EXPECT_TRUE(found->labels[3].inverse);
  EXPECT_FALSE(vocabulary.find(kSubstance, "bone-density"));
}

TEST(VocabularyAdd, AddsToAConceptThatIsThere) {
  Vocabulary vocabulary;
  EXPECT_TRUE(vocabulary
                  .add(rdf(outcome("sleep",
                                   "<skos:prefLabel xml:lang=\"nl\">slaap</skos:prefLabel>"
                                   "<cb:valence>good</cb:valence><cb:kind>function</cb:kind>")))
                  .empty());
  EXPECT_TRUE(
      vocabulary.add(rdf(outcome("sleep", "<skos:altLabel xml:lang=\"nl\">nachtrust</skos:altLabel>"))).empty());
  ASSERT_EQ(vocabulary.concepts().size(), 1U);
  const Concept& merged = vocabulary.concepts().front();
  ASSERT_EQ(merged.labels.size(), 2U);
  EXPECT_EQ(merged.labels[1].text, "nachtrust");
  EXPECT_EQ(merged.preferred_label("nl"), "slaap");
  EXPECT_EQ(merged.valence, Valence::good);
  EXPECT_EQ(merged.kind, ConceptKind::function);
}

TEST(VocabularyAdd, KeepsThePreferredLabelThatIsThere) {
  Vocabulary vocabulary;
  static_cast<void>(vocabulary.add(rdf(outcome("sleep", "<skos:prefLabel xml:lang=\"nl\">slaap</skos:prefLabel>"))));
  static_cast<void>(
      vocabulary.add(rdf(outcome("sleep", "<skos:prefLabel xml:lang=\"nl\">nachtrust</skos:prefLabel>"))));
  EXPECT_EQ(vocabulary.concepts().front().preferred_label("nl"), "slaap");
}

TEST(VocabularyAdd, KeepsSubstanceAndOutcomeOfOneIdApart) {
  Vocabulary vocabulary;
  static_cast<void>(vocabulary.add(
      rdf("<skos:Concept rdf:about=\"urn:claimbase:substance:melatonin\"/>" + outcome("melatonin", ""))));
  EXPECT_EQ(vocabulary.concepts().size(), 2U);
  EXPECT_NE(vocabulary.find(kSubstance, "melatonin"), vocabulary.find(kOutcome, "melatonin"));
}

struct BadFile {
  const char* name;
  std::string concepts;
  const char* rule;
  const char* at;  // what stands at the position that is reported
};

void PrintTo(const BadFile& tested, std::ostream* out) {
  *out << tested.name;
}

class BadVocabulary : public testing::TestWithParam<BadFile> {};

TEST_P(BadVocabulary, IsReportedWithItsPlaceAndTheRestIsUsed) {
  const std::string file = rdf(GetParam().concepts + outcome("pain", ""));
  Vocabulary vocabulary;
  const std::vector<Diagnostic> diagnostics = vocabulary.add(file);
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].rule, GetParam().rule);
  EXPECT_EQ(diagnostics[0].severity, Severity::error);
  EXPECT_FALSE(diagnostics[0].message.empty());
  EXPECT_EQ(file.substr(diagnostics[0].range.begin).find(GetParam().at), 0U)
      << "reported at: " << file.substr(diagnostics[0].range.begin, 40);
  EXPECT_TRUE(vocabulary.find(kOutcome, "pain"));
}

INSTANTIATE_TEST_SUITE_P(
    Files, BadVocabulary,
    testing::Values(
        BadFile{"NoIdentity", "<skos:Concept/>", "vocabulary.bad-id", "skos:Concept"},
        BadFile{"OtherScheme", "<skos:Concept rdf:about=\"urn:claimbase:drug:aspirin\"/>", "vocabulary.bad-id",
                "skos:Concept"},
        BadFile{"IdIsNoSlug", outcome("Bone Density", ""), "vocabulary.bad-id", "skos:Concept"},
        BadFile{"EmptyId", outcome("", ""), "vocabulary.bad-id", "skos:Concept"},
        BadFile{"UnknownValence", outcome("sleep", "<cb:valence>fine</cb:valence>"), "vocabulary.bad-value",
                "cb:valence"},
        BadFile{"UnknownKind", outcome("sleep", "<cb:kind>state</cb:kind>"), "vocabulary.bad-value", "cb:kind"},
        BadFile{"EmptyLabel", outcome("sleep", "<skos:altLabel xml:lang=\"nl\"></skos:altLabel>"),
                "vocabulary.empty-label", "skos:altLabel"},
        BadFile{"BroaderIsNoConcept", outcome("sleep", "<skos:broader rdf:resource=\"http://example.org/rest\"/>"),
                "vocabulary.bad-id", "skos:broader"}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(VocabularyAdd, ReportsWhereXmlBreaks) {
  const std::string file = rdf("<skos:Concept rdf:about=\"urn:claimbase:outcome:sleep\"></skos:Konzept>");
  Vocabulary vocabulary;
  const std::vector<Diagnostic> diagnostics = vocabulary.add(file);
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].rule, "vocabulary.malformed");
  EXPECT_NEAR(diagnostics[0].range.begin, static_cast<double>(file.find("</skos:Konzept>")), 20.0);
  EXPECT_TRUE(vocabulary.concepts().empty());
}

// Found by fuzz_vocabulary: pugixml's offset for a file that ends too early lies behind its last byte.
TEST(VocabularyAdd, ADiagnosticOfAFileCutShortLiesInTheFile) {
  const std::string_view cut = "<rdf:RDF><skos:Concept rdf:about=\"x\"><skos:prefLabel xml:lang=\"en\">open";
  const std::vector<Diagnostic> diagnostics = Vocabulary().add(cut);
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].rule, "vocabulary.malformed");
  EXPECT_LE(diagnostics[0].range.end, cut.size());
}

TEST(VocabularyAdd, ReportsAFileWithoutXml) {
  Vocabulary vocabulary;
  EXPECT_EQ(vocabulary.add("").size(), 1U);
  EXPECT_EQ(vocabulary.add("sleep, pain").size(), 1U);
  EXPECT_TRUE(vocabulary.concepts().empty());
}

TEST(PreferredLabel, FallsBackToEnglishAndToTheId) {
  Concept sleep;
  sleep.id = "sleep";
  EXPECT_EQ(sleep.preferred_label("nl"), "sleep");
  sleep.labels.push_back({"Schlaf", "de", false, Label::Kind::preferred});
  sleep.labels.push_back({"a good night", "en", false, Label::Kind::alternative});
  sleep.labels.push_back({"sleep at night", "en", false, Label::Kind::preferred});
  EXPECT_EQ(sleep.preferred_label("nl"), "sleep at night");
  EXPECT_EQ(sleep.preferred_label("de"), "Schlaf");
}

class VocabularyChains : public testing::Test {
 protected:
  VocabularyChains() {
    EXPECT_TRUE(
        vocabulary
            .add(rdf(outcome("stomach-ache", broader("pain") + broader("digestion")) +
                     outcome("pain", broader("complaints")) + outcome("digestion", broader("health")) +
                     outcome("health", "") + outcome("complaints", broader("health")) +
                     outcome("day", broader("night")) + outcome("night", broader("day")) + outcome("lonely", "")))
            .empty());
  }
  Vocabulary vocabulary;
};

TEST_F(VocabularyChains, OfSeveralParentsGivesTheNearestFirstAndEachOnce) {
  EXPECT_EQ(vocabulary.broader_chain(kOutcome, "stomach-ache"),
            (std::vector<std::string>{"pain", "digestion", "complaints", "health"}));
}

TEST_F(VocabularyChains, OfACycleIsCut) {
  EXPECT_EQ(vocabulary.broader_chain(kOutcome, "day"), (std::vector<std::string>{"night"}));
  EXPECT_EQ(vocabulary.narrower_closure(kOutcome, "day"), (std::vector<std::string>{"day", "night"}));
}

TEST_F(VocabularyChains, OfNothingIsEmpty) {
  EXPECT_TRUE(vocabulary.broader_chain(kOutcome, "lonely").empty());
  EXPECT_TRUE(vocabulary.broader_chain(kOutcome, "unheard-of").empty());
  EXPECT_TRUE(vocabulary.broader_chain(kSubstance, "pain").empty());
}

TEST_F(VocabularyChains, DownwardsHoldTheConceptAndAllBelow) {
  std::vector<std::string> below = vocabulary.narrower_closure(kOutcome, "health");
  std::ranges::sort(below);
  EXPECT_EQ(below, (std::vector<std::string>{"complaints", "digestion", "health", "pain", "stomach-ache"}));
}

TEST(VocabularyFingerprint, ChangesWithEachPart) {
  const auto fingerprint = [](std::string_view properties) {
    Vocabulary vocabulary;
    static_cast<void>(vocabulary.add(rdf(outcome("sleep", properties))));
    return vocabulary.fingerprint();
  };
  const std::vector<std::uint64_t> all{fingerprint(""),
                                       fingerprint("<skos:altLabel xml:lang=\"nl\">slaap</skos:altLabel>"),
                                       fingerprint("<skos:altLabel xml:lang=\"en\">slaap</skos:altLabel>"),
                                       fingerprint("<skos:prefLabel xml:lang=\"nl\">slaap</skos:prefLabel>"),
                                       fingerprint("<cb:inverseLabel xml:lang=\"nl\">slaap</cb:inverseLabel>"),
                                       fingerprint("<cb:valence>good</cb:valence>"),
                                       fingerprint("<cb:kind>function</cb:kind>"),
                                       fingerprint(broader("health"))};
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = i + 1; j < all.size(); ++j) EXPECT_NE(all[i], all[j]) << i << " and " << j;
  }
  EXPECT_EQ(fingerprint("<cb:kind>function</cb:kind>"), fingerprint("<cb:kind>function</cb:kind>"));
}

}  // namespace
}  // namespace claimbase
