#include "analysis/citation/author_year.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analysis/citation/citation.h"

namespace claimbase {
namespace {

struct Form {
  const char* name;
  const char* sentence;
  const char* found;  // "family+family year letter", "+" for et al. at the end, one a line; "": none
};

void PrintTo(const Form& form, std::ostream* out) {
  *out << form.name << ": " << form.sentence;
}

std::string printed(std::string_view sentence) {
  std::string out;
  for (const auto& cited : find_author_years(sentence)) {
    if (!out.empty()) out += " | ";
    for (const auto& family : cited.families) out += (family == cited.families.front() ? "" : "+") + family;
    out += (cited.et_al ? "+ " : " ") + std::to_string(cited.year);
    if (cited.letter != 0) out += cited.letter;
  }
  return out;
}

class AuthorYears : public testing::TestWithParam<Form> {};

TEST_P(AuthorYears, AreReadByForm) {
  EXPECT_EQ(printed(GetParam().sentence), GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(
    Sentences, AuthorYears,
    testing::Values(
        Form{"one", "Vezels verzadigen (Alder, 2021).", "Alder 2021"},
        Form{"no_comma", "Fibre fills (Alder 2021).", "Alder 2021"},
        Form{"two", "Thee remt (Jansen & De Vries, 2019).", "Jansen+De Vries 2019"},
        Form{"particles", "Thee remt (van der Berg en ten Have, 2009).", "van der Berg+ten Have 2009"},
        Form{"three", "Tea (Alder, Stone, and O'Hara, 2003) slows it.", "Alder+Stone+O'Hara 2003"},
        Form{"et_al", "Tea slows uptake (Alder et al., 2003).", "Alder+ 2003"},
        Form{"colleagues", "Thee remt de opname (Alder en collega's, 2003).", "Alder+ 2003"},
        Form{"several", "Tea slows uptake (Alder, 2003; Stone & Hill, 2011).", "Alder 2003 | Stone+Hill 2011"},
        Form{"see", "Thee remt (zie ook Alder, 2003, p. 12).", "Alder 2003"},
        Form{"for_example", "Tea slows uptake (e.g., Alder, 2003).", "Alder 2003"},
        Form{"two_years", "Tea slows uptake (Alder, 2003, 2007).", "Alder 2003 | Alder 2007"},
        Form{"letter", "Tea slows uptake (Alder, 2003a).", "Alder 2003a"},
        Form{"two_letters", "Tea slows uptake (Alder, 2003a,b).", "Alder 2003a | Alder 2003b"},
        Form{"initials", "Tea slows uptake (Alder, B., & Stone, P. Q., 2003).", "Alder+Stone 2003"},
        Form{"before", "Volgens Jansen en De Vries (2019) is dat zo.", "Jansen+De Vries 2019"},
        Form{"before_et_al", "In all, Zhao et al. (2017) saw no change.", "Zhao+ 2017"},
        Form{"before_possessive", "Alder's (2003) trial was small.", "Alder 2003"},
        Form{"before_page", "Alder (2003, p. 4) agrees.", "Alder 2003"},
        Form{"hyphen", "Thee (Smit-de Boer, 2015) remt.", "Smit-de Boer 2015"},
        Form{"hyphenated_accents", "Thee (Müller-Łuczak, 2015) remt.", "Müller-Łuczak 2015"},
        Form{"no_name", "Dat was later (in 2019) anders.", ""}, Form{"year_alone", "het jaar (2019) was goed.", ""},
        Form{"lower_case", "De druk (130 in 2019) zakte.", ""}, Form{"unclosed", "Tea slows uptake (Alder, 2003", ""},
        Form{"no_year", "Tea slows uptake (Alder, in press).", ""}),
    [](const auto& instance) { return std::string(instance.param.name); });

TEST(AuthorYears, HostileTextIsSurvived) {
  EXPECT_TRUE(find_author_years(std::string(50000, '(')).empty());
  std::string many;
  for (int i = 0; i < 2000; ++i) many += "A b (2019) ";
  EXPECT_NO_THROW((void)find_author_years(many));
  EXPECT_NO_THROW((void)find_author_years("(Al\xFF\xE2\x80, 2019)"));
}

// Of citations against a list.
struct Article {
  Document document;
  std::vector<Sentence> sentences;
  std::vector<Reference> references;

  explicit Article(std::string_view text) {
    Block block;
    block.range = {0, static_cast<std::uint32_t>(text.size())};
    document.text = text;
    document.blocks.push_back(block);
    sentences.push_back({0, block.range});
  }
  Article& cite(std::string_view entry) {
    auto reference = parse_reference(entry);
    reference.number = static_cast<int>(references.size()) + 1;
    references.push_back(reference);
    return *this;
  }
  [[nodiscard]] CitationResult citations() const { return find_citations(document, sentences, references); }
};

constexpr const char* kAlder2003 = "Alder, B. (2003). Tea and iron. Journal of Nutrition, 133, 5-8.";
constexpr const char* kAlder2003Again = "Alder, B. (2003). Coffee and zinc. Nutrients, 13, 50-58.";
constexpr const char* kAlderStone2003 = "Alder, B., & Stone, P. (2003). Tea revisited. Nutrients, 12, 1-4.";
constexpr const char* kAlderThree2003 = "Alder, B., Hill, C., & Moor, D. (2003). Tea again. Gut, 52, 9-14.";

TEST(AuthorYearCitations, PointAtTheOneReferenceThatFits) {
  const auto result = Article("Thee remt de opname (Alder, 2003).").cite(kAlderThree2003).cite(kAlder2003).citations();
  ASSERT_EQ(result.citations.size(), 1U);
  EXPECT_EQ(result.citations[0].kind, CitationKind::author_year);
  EXPECT_EQ(result.citations[0].reference, 1U);
  EXPECT_EQ(result.citations[0].attribution->authors, "Alder");
  EXPECT_EQ(result.citations[0].attribution->year, 2003);
  EXPECT_EQ(result.citations[0].range.of("Thee remt de opname (Alder, 2003)."), "Alder, 2003");
}

TEST(AuthorYearCitations, TheNumberOfAuthorsTellsWorksApart) {
  const auto cite = [](const char* sentence) {
    return Article(sentence).cite(kAlder2003).cite(kAlderStone2003).cite(kAlderThree2003).citations();
  };
  EXPECT_EQ(cite("Tea slows uptake (Alder, 2003).").citations.at(0).reference, 0U);
  EXPECT_EQ(cite("Tea slows uptake (Alder & Stone, 2003).").citations.at(0).reference, 1U);
  EXPECT_EQ(cite("Alder et al. (2003) saw it too.").citations.at(0).reference, 2U);
}

TEST(AuthorYearCitations, SeveralThatFitAreCandidatesAndNoneIsChosen) {
  const auto result = Article("Tea slows uptake (Alder, 2003).").cite(kAlder2003).cite(kAlder2003Again).citations();
  ASSERT_EQ(result.citations.size(), 1U);
  EXPECT_FALSE(result.citations[0].reference.has_value());
  EXPECT_THAT(result.citations[0].candidates, testing::ElementsAre(0U, 1U));
  ASSERT_EQ(result.diagnostics.size(), 1U);
  EXPECT_EQ(result.diagnostics[0].rule, "citation.ambiguous");
  EXPECT_EQ(result.diagnostics[0].message, "the words fit entries 1 and 2 of the reference list");
}

TEST(AuthorYearCitations, AWorkThatTheListHasTwiceIsOne) {
  const auto result = Article("Tea slows uptake (Alder, 2003).").cite(kAlder2003).cite(kAlder2003).citations();
  EXPECT_EQ(result.citations.at(0).reference, 0U);
  EXPECT_TRUE(result.diagnostics.empty());
}

TEST(AuthorYearCitations, WithoutAFitTheyStayUnresolved) {
  const auto result = Article("Tea slows uptake (Alder, 1999).").cite(kAlder2003).citations();
  ASSERT_EQ(result.citations.size(), 1U);
  EXPECT_EQ(result.citations[0].kind, CitationKind::author_year);
  EXPECT_FALSE(result.citations[0].reference.has_value());
  EXPECT_EQ(result.citations[0].attribution->authors, "Alder");
  EXPECT_EQ(result.citations[0].attribution->year, 1999);
}

TEST(AuthorYearCitations, WithoutAFitTheyTakeTheOnlyMarkerOfTheirSentence) {
  const auto result = Article("Alder et al. (2001) saw it too [1].").cite(kAlder2003).citations();
  ASSERT_EQ(result.citations.size(), 2U);
  EXPECT_EQ(result.citations[0].kind, CitationKind::author_year);
  EXPECT_EQ(result.citations[0].reference, 0U);
}

TEST(AuthorYearCitations, AWordBeforeTheNamesIsNoAuthor) {
  const auto result = Article("Volgens Thee, Alder en Stone (2003) is dat zo.").cite(kAlderStone2003).citations();
  EXPECT_EQ(result.citations.at(0).reference, 0U);
}

TEST(AuthorYearCitations, ParticlesDoNotMatter) {
  const auto result = Article("Thee remt de opname (de Vries, 2011).")
                          .cite("Vries, C. de (2011). Thee en ijzer. Voeding Nu, 3, 4-6.")
                          .citations();
  EXPECT_EQ(result.citations.at(0).reference, 0U);
}

// Citations of an article without a list: "author-year Alder 1999" or "attribution ...", one a line.
std::string lone(std::string_view sentence) {
  std::string out;
  for (const auto& each : Article(sentence).citations().citations) {
    EXPECT_FALSE(each.reference.has_value());
    if (!out.empty()) out += " | ";
    out += std::string(to_string(each.kind));
    for (const auto& said : {each.attribution->authors, each.attribution->organisation, each.attribution->journal}) {
      if (!said.empty()) out += " " + said;
    }
    if (each.attribution->year) out += " " + std::to_string(*each.attribution->year);
  }
  return out;
}

class LoneCitations : public testing::TestWithParam<Form> {};

TEST_P(LoneCitations, AreTakenByTheirWordsAlone) {
  EXPECT_EQ(lone(GetParam().sentence), GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(
    Sentences, LoneCitations,
    testing::Values(
        Form{"one", "Vezels geven een vol gevoel (Alder, 2021).", "author-year Alder 2021"},
        Form{"no_comma", "Fibre fills (Alder 2021).", "author-year Alder 2021"},
        Form{"two", "Fibre fills (Alder & Stone, 2021).", "author-year Alder 2021"},
        Form{"before", "Alder et al. (2017) zagen dat vezels vullen.", "author-year Alder 2017"},
        Form{"speaks", "Volgens Alder (2017) vullen vezels.", "author-year Alder 2017"},
        Form{"several", "Fibre fills (Alder, 2021; Stone et al., 2017).",
             "author-year Alder 2021 | author-year Stone 2017"},
        Form{"points", "Vezels vullen (zie ook Alder, 2021, p. 8).", "author-year Alder 2021"},
        Form{"particle", "Vezels vullen (van Leuven, 2011).", "author-year van Leuven 2011"},
        Form{"season_with_others", "Fibre fills (Alder & Stone, 2003) in winter.", "author-year Alder 2003"},
        Form{"says_more", "Fibre fills, found Alder et al. (2017) in the British Journal of Nutrition.",
             "attribution Alder British Journal of Nutrition 2017"},
        Form{"city", "Vezels vullen (Amsterdam, 2021).", ""}, Form{"country", "Vezels vullen (Nederland, 2019).", ""},
        Form{"two_countries", "Fibre fills (Belgium and France, 2019).", ""},
        Form{"month", "Vezels vullen (Mei 2021).", ""}, Form{"month_small", "Vezels vullen (mei 2021).", ""},
        Form{"season", "Vezels vullen (Najaar 2021).", ""}, Form{"figure", "Vezels vullen (Figuur 2, 2021).", ""},
        Form{"figure_alone", "Fibre fills (Figure, 2021).", ""}, Form{"version", "Vezels vullen (Versie 2021).", ""},
        Form{"abbreviation", "Vezels vullen (RDA 2018).", ""},
        Form{"university", "Fibre fills (Universiteit van Leuven, 2018).", "attribution KU Leuven 2018"},
        Form{"words_before", "Vezels vullen (gemeten in Renkum, 2018).", ""},
        Form{"words_behind", "Vezels vullen (Alder 2018 en later).", ""},
        Form{"years", "Vezels vullen (Alder 2018-2020).", ""},
        Form{"place_before", "In Renkum en Zaandam (2017) was dat zo.", ""},
        Form{"old", "Vezels vullen (Alder, 1850).", ""}, Form{"entry", "Alder, B., & Stone, P. (2019).", ""},
        Form{"authority", "Vezels vullen (EFSA, 2012).", "attribution EFSA 2012"}),
    [](const auto& instance) { return std::string(instance.param.name); });

TEST(Attributions, ALabelledSourceFindsItsReference) {
  const auto result = Article("Bron: Alder et al., Gut, 2003.").cite(kAlder2003).cite(kAlderThree2003).citations();
  ASSERT_EQ(result.citations.size(), 1U);
  EXPECT_EQ(result.citations[0].kind, CitationKind::attribution);
  EXPECT_EQ(result.citations[0].reference, 1U);
}

TEST(Attributions, ABodyFindsItsOnlyWork) {
  const auto result = Article("De Gezondheidsraad raadt vis aan.")
                          .cite(kAlder2003)
                          .cite("Gezondheidsraad. Richtlijnen goede voeding. Den Haag: Gezondheidsraad; 2015.")
                          .citations();
  EXPECT_EQ(result.citations.at(0).reference, 1U);
}

}  // namespace
}  // namespace claimbase
