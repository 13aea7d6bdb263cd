// The values that all library formats share: dates, identifiers, names, LaTeX.
#include "analysis/library/fields.h"

#include <gmock/gmock.h>

#include "analysis/library/bibtex_names.h"
#include "analysis/library/latex.h"

namespace claimbase::library {
namespace {

using testing::ElementsAre;

struct TextCase {
  const char* name;
  std::string given;
  std::string expected;
};
void PrintTo(const TextCase& tested, std::ostream* out) {
  *out << tested.given;
}
std::string case_name(const testing::TestParamInfo<TextCase>& tested) {
  return tested.param.name;
}

class LibraryDate : public testing::TestWithParam<TextCase> {};
TEST_P(LibraryDate, IsReadAsFarAsItGoes) {
  EXPECT_EQ(date_of(GetParam().given), GetParam().expected);
}
INSTANTIATE_TEST_SUITE_P(
    Dates, LibraryDate,
    testing::Values(TextCase{"RisYearOnly", "2019///", "2019"}, TextCase{"RisFull", "2005/07/15", "2005-07-15"},
                    TextCase{"RisSeason", "2005/03//spring", "2005-03"}, TextCase{"Iso", "2018-08-07", "2018-08-07"},
                    TextCase{"IsoTime", "2018-08-07T04:42:37Z", "2018-08-07"},
                    TextCase{"Medline", "2017 Nov 15", "2017-11-15"}, TextCase{"MedlineMonth", "2019 Oct", "2019-10"},
                    TextCase{"MedlineRange", "2019 Nov-Dec", "2019-11"}, TextCase{"Season", "2016 Winter", "2016"},
                    TextCase{"AmericanWords", "May 2, 2010", "2010-05-02"},
                    TextCase{"DutchWords", "2 mei 2010", "2010-05-02"}, TextCase{"MonthFirst", "Jun 2011", "2011-06"},
                    TextCase{"Range", "2011-05-25/2012-06-26", "2011-05-25"}, TextCase{"Circa", "2011-05~", "2011-05"},
                    TextCase{"UnknownOrder", "2/5/2010", "2010"}, TextCase{"NoSuchMonth", "2010-13-40", "2010"},
                    TextCase{"None", "in press", ""}),
    case_name);

class LibraryDoi : public testing::TestWithParam<TextCase> {};
TEST_P(LibraryDoi, IsNormalised) {
  EXPECT_EQ(doi_of(GetParam().given), GetParam().expected);
}
INSTANTIATE_TEST_SUITE_P(Dois, LibraryDoi,
                         testing::Values(TextCase{"Resolver", "https://doi.org/10.1000/JM.12", "10.1000/jm.12"},
                                         TextCase{"OldResolver", "http://dx.doi.org/10.1000/x", "10.1000/x"},
                                         TextCase{"Label", "doi: 10.1000/x.", "10.1000/x"},
                                         TextCase{"Medline", "10.1000/x [doi]", "10.1000/x"},
                                         TextCase{"Brackets", "10.1016/S0074-7696(06)54004-5",
                                                  "10.1016/s0074-7696(06)54004-5"},
                                         TextCase{"Pii", "S0048-9697(17)30912-9 [pii]", ""},
                                         TextCase{"Version", "10.12", ""}, TextCase{"Unavailable", "unavailable", ""}),
                         case_name);

class FromLatex : public testing::TestWithParam<TextCase> {};
TEST_P(FromLatex, GivesPlainText) {
  EXPECT_EQ(from_latex(GetParam().given), GetParam().expected);
}
INSTANTIATE_TEST_SUITE_P(Texts, FromLatex,
                         testing::Values(TextCase{"Umlaut", R"(K{\"o}ln and G\"unter)", "Köln and Günter"},
                                         TextCase{"AccentBraces", R"(Vrande{\v c}i{\' c})", "Vrandečić"},
                                         TextCase{"DotlessI", R"(Mart{\'\i}nez)", "Martínez"},
                                         TextCase{"Cedilla", R"(Fran\c{c}ois)", "François"},
                                         TextCase{"Letters", R"(\O{}rsted, stra\ss e, \aa)", "Ørsted, straße, å"},
                                         TextCase{"Escapes", R"(5\% \& \$1 \#2 a\_b)", "5% & $1 #2 a_b"},
                                         TextCase{"Dashes", "1--2 --- ``yes''", "1–2 — “yes”"},
                                         TextCase{"KeptHyphens", "a-{}-b `{}`c", "a--b ``c"},
                                         TextCase{"Fonts", R"(\textbf{Zinc} {\em and} $\alpha$)", "Zinc and α"},
                                         TextCase{"Braces", R"({{Capital} \textbraceleft{}x\textbraceright{}})",
                                                  "Capital {x}"},
                                         TextCase{"Tie", "et~al.", "et al."}, TextCase{"LoneBackslash", "a\\", "a"}),
                         case_name);

TEST(BibtexNames, PartsLikeBibtex) {
  const BibtexNames made = bibtex_names(
      R"(Anna B. van der Meer and K{\"o}hler, Jr., Karl and {Board and Sons, Ltd} and de la Cruz, Maria and others)");
  EXPECT_TRUE(made.others);
  EXPECT_THAT(made.names, ElementsAre(Author{"van der Meer", "Anna B.", ""}, Author{"Köhler", "Karl Jr.", ""},
                                      Author{"", "", "Board and Sons, Ltd"}, Author{"de la Cruz", "Maria", ""}));
}

TEST(AuthorOf, TellsPersonsFromOrganisations) {
  EXPECT_EQ(author_of("Vermeer, Anna B"), (Author{"Vermeer", "Anna B", ""}));
  EXPECT_EQ(author_of("King, M. L., Jr."), (Author{"King", "M. L. Jr.", ""}));
  EXPECT_EQ(author_of("van der Meer AB"), (Author{"van der Meer", "AB", ""}));
  EXPECT_EQ(author_of("World Health Organization"), (Author{"", "", "World Health Organization"}));
}

TEST(WithoutTags, DropsMarkUpAndKeepsComparisons) {
  EXPECT_EQ(without_tags("<jats:p>CO<sub>2</sub> &amp; p &lt; 0.05</jats:p><p>end</p>"), "CO2 & p < 0.05 end");
  EXPECT_EQ(without_tags("a < b and c > d"), "a < b and c > d");
}

}  // namespace
}  // namespace claimbase::library
