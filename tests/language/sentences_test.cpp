#include "analysis/language/sentences.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace claimbase {
namespace {

struct SentenceCase {
  std::string name;
  std::string language;
  std::vector<std::string> sentences;
  std::string joint = " ";  // what stands between them
};
void PrintTo(const SentenceCase& tested, std::ostream* out) {
  *out << tested.name;
}

class Sentences : public testing::TestWithParam<SentenceCase> {};

TEST_P(Sentences, AreSplitWhereTheyEnd) {
  std::string text = "## ";
  for (const std::string& sentence : GetParam().sentences) {
    text += sentence;
    if (&sentence != &GetParam().sentences.back()) text += GetParam().joint;
  }
  const ByteRange within{3, static_cast<std::uint32_t>(text.size())};
  std::vector<std::string> found;
  for (const ByteRange range : split_sentences(text, within, GetParam().language)) found.emplace_back(range.of(text));
  EXPECT_EQ(found, GetParam().sentences);
}

INSTANTIATE_TEST_SUITE_P(
    Dutch, Sentences,
    testing::Values(
        SentenceCase{"Plain", "nl", {"Zink zit in noten.", "Ook vlees bevat het!", "Wist je dat?"}},
        SentenceCase{"Abbreviation", "nl", {"Noten (bijv. Braziliaanse) zijn rijk aan seleen."}},
        SentenceCase{"AbbreviationBeforeDigit", "nl", {"Neem ca. 300 mg of zie fig. 2 en nr. 4 op p. 12."}},
        SentenceCase{"AbbreviationAtTheEnd", "nl", {"Denk aan noten, zaden enz.", "Dat is genoeg."}},
        SentenceCase{"AbbreviationBeforeStarter", "nl", {"Het staat bij Jansen et al.", "De dosis was laag."}},
        SentenceCase{"EtAlYear", "nl", {"Volgens Jansen et al. (2016) daalde de druk."}},
        SentenceCase{"Title", "nl", {"Vraag het dr. De Vries of prof. Het Hart."}},
        SentenceCase{"VitaminD", "nl", {"Dit vraagt vitamine D.", "Calcium volgt daarna."}},
        SentenceCase{"VitaminDMarker", "nl", {"Dit vraagt vitamine D.1", "Calcium volgt daarna."}},
        SentenceCase{"VitaminNumber", "nl", {"Veganisten missen B12.3", "Slik het dus."}},
        SentenceCase{"Initials", "nl", {"Het werk van F. H. Bakker en A.B. Visser telt."}},
        SentenceCase{"GluedMarker", "nl", {"Het tandvlees herstelt sneller.10", "Ook de huid."}},
        SentenceCase{"GluedMarkers", "nl", {"De druk daalde licht.11,12", "Dat is mooi.3-5", "Echt waar."}},
        SentenceCase{
            "BracketMarkers", "nl", {"De druk daalde.[3, 4]", "Dat is mooi. [5]", "Toch?[^6]", "Ja[^7].", "Ja."}},
        SentenceCase{"NamedNotes", "nl", {"De druk daalde.[^bakker]", "Dat is mooi.[^noot-2]", "Toch?"}},
        SentenceCase{"Superscript", "nl", {"De druk daalde.¹²", "Dat is mooi."}},
        SentenceCase{"DecimalBeforeABracket", "en", {"The ratios were 1.42 (1.10-1.83), 0.9 [0.7-1.1] and 2.1 ± 0.4."}},
        SentenceCase{"Thousands", "nl", {"Neem 1.000 IE vitamine D.", "Ook 25.000 IE of 1.000.000 IE kan."}},
        SentenceCase{"LeadingZero", "nl", {"Dat is 0.5 MJ.", "Meer niet."}},
        SentenceCase{"MarkerBehindAYear", "nl", {"Dat bleek in 2018.12", "Daarna niet meer."}},
        SentenceCase{"Decimals", "nl", {"Het scheelde 1,78 of 1.78 mm Hg en 0.5mg."}},
        SentenceCase{"ListNumber", "nl", {"1. Slaap je beter van magnesium?"}},
        SentenceCase{"Year", "nl", {"Dat was in 2019.", "Daarna bleef het stil."}},
        SentenceCase{"Quotes", "nl", {"Zij zei: \"Het werkt niet.\"", "‘Echt niet.’", "(Of toch wel.)", "Nee."}},
        SentenceCase{"QuoteInside", "nl", {"“Slik meer zink!” — het is een bekende kreet."}},
        SentenceCase{"Ellipsis", "nl", {"Magnesium helpt […] Veel mensen merken het [...] Soms niet."}},
        SentenceCase{"EllipsisEnd", "nl", {"Het werkt misschien...", "Wie weet…", "Probeer het."}},
        SentenceCase{"BracketedMark", "nl", {"Het hielp (!) Iedereen sliep."}},
        SentenceCase{"SmallStart", "nl", {"Je slaapt dan licht.", "'s Nachts word je wakker.", "’t Is niet anders."}},
        SentenceCase{"Semicolon", "nl", {"Het werkt; Anders niet: Of toch."}},
        SentenceCase{"SmallLetterAfter", "nl", {"Gebruik omega-3 e.d. bij het eten."}},
        SentenceCase{"HardWrap", "nl", {"Deze zin loopt\ndoor op de volgende regel.", "Dan komt deze."}},
        SentenceCase{"Paragraphs", "nl", {"Een kop zonder punt", "De tekst eronder"}, "\n \n"},
        SentenceCase{"GluedPage", "nl", {"Daar slaap je goed van.", "Het effect is klein."}, ""},
        SentenceCase{"WebAddress", "nl", {"Kijk op www.Voorbeeld.nl of bij Voorbeeld.Winkel voor meer."}},
        SentenceCase{"NoBreakSpace", "nl", {"Zink helpt.", "Koper ook."}, "\u00A0\u00A0"}),
    [](const auto& tested) { return tested.param.name; });

INSTANTIATE_TEST_SUITE_P(
    English, Sentences,
    testing::Values(SentenceCase{"Plain", "en", {"Zinc is found in nuts.", "Does meat have it?", "Yes!"}},
                    SentenceCase{"EtAl", "en", {"Baker et al. Nutrients reported a fall, e.g. Figure 2."}},
                    SentenceCase{"EtAlEnd", "en", {"This was shown by Baker et al.", "The dose was low."}},
                    SentenceCase{"VitaminC", "en", {"Oranges hold vitamin C.", "Kale does too."}},
                    SentenceCase{"Country", "en", {"It was done in the U.S.", "The dose was low."}},
                    SentenceCase{"Doctor", "en", {"Ask Dr. Baker or Mrs. The about Fig. 3."}},
                    SentenceCase{"Chinese", "en", {"锌有益。", "镁也是。"}, ""},
                    SentenceCase{"Hindi", "en", {"यह जस्ता है।", "यह तांबा है।"}}),
    [](const auto& tested) { return tested.param.name; });

TEST(SentenceRanges, OfNothingAreNone) {
  EXPECT_TRUE(split_sentences("", {0, 0}, "nl").empty());
  EXPECT_TRUE(split_sentences(" \n\t ", {0, 4}, "nl").empty());
  EXPECT_TRUE(split_sentences("Zink.", {0, 99}, "nl").empty());
}

}  // namespace
}  // namespace claimbase
