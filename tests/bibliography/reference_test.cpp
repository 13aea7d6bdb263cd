#include "analysis/bibliography/reference.h"

#include <gtest/gtest.h>

namespace claimbase {
namespace {

struct Entry {
  const char* name;
  const char* raw;
  const char* author;
  std::size_t authors;
  int year;
  const char* title;
  const char* container;
  const char* volume;
  const char* issue;
  const char* page;
  const char* type;
};

void PrintTo(const Entry& entry, std::ostream* out) {
  *out << entry.name << ": " << entry.raw;
}

std::string first_author(const Reference& reference) {
  if (reference.authors.empty()) return "";
  const auto& first = reference.authors.front();
  return first.family.empty() ? first.literal : first.family;
}

class ReferenceStyles : public testing::TestWithParam<Entry> {};

TEST_P(ReferenceStyles, AreRead) {
  const auto& entry = GetParam();
  const auto reference = parse_reference(entry.raw);
  EXPECT_EQ(first_author(reference), entry.author);
  EXPECT_EQ(reference.authors.size(), entry.authors);
  EXPECT_EQ(reference.year.value_or(0), entry.year);
  EXPECT_EQ(reference.title, entry.title);
  EXPECT_EQ(reference.container_title, entry.container);
  EXPECT_EQ(reference.volume, entry.volume);
  EXPECT_EQ(reference.issue, entry.issue);
  EXPECT_EQ(reference.page, entry.page);
  EXPECT_EQ(reference.type, entry.type);
}

INSTANTIATE_TEST_SUITE_P(
    Entries, ReferenceStyles,
    testing::Values(
        Entry{"apa", "Visser, J. K., & De Groot, L. (2018). Zinc and taste in older adults. Nutrients, 10(4), 512–520.",
              "Visser", 2, 2018, "Zinc and taste in older adults", "Nutrients", "10", "4", "512-520",
              "article-journal"},
        Entry{"apa_gap_and_et_al",
              "Öberg, P., Lind, M., et al. (2011). Iron in [...]: a pilot study. British Journal of Nutrition, 106(2), "
              "88-94.",
              "Öberg", 2, 2011, "Iron in [...]: a pilot study", "British Journal of Nutrition", "106", "2", "88-94",
              "article-journal"},
        Entry{"apa_question_title", "Ruiz, A. (2020). Does tea count as water? Nutrition Today, 55(1), 3-9.", "Ruiz", 1,
              2020, "Does tea count as water?", "Nutrition Today", "55", "1", "3-9", "article-journal"},
        Entry{"vancouver",
              "Kaya B, van der Meer C, Okafor D, et al. Garlic and blood lipids: a meta-analysis. J Nutr. "
              "2013;143(6):800-7.",
              "Kaya", 3, 2013, "Garlic and blood lipids: a meta-analysis", "J Nutr", "143", "6", "800-7",
              "article-journal"},
        Entry{"vancouver_numbered", "12. Kaya B. Garlic again. Phytother Res. 2015;29:12-9.", "Kaya", 1, 2015,
              "Garlic again", "Phytother Res", "29", "", "12-9", "article-journal"},
        Entry{"year_in_front", "Brandt K, Ito S (2009) Selenium and mood. J Affect Disord 117: 66-71.", "Brandt", 2,
              2009, "Selenium and mood", "J Affect Disord", "117", "", "66-71", "article-journal"},
        Entry{"abbreviated_journal", "Brandt, K. and Ito, S. (2010) Selenium and sleep. Nat. Med. 16, 101-105.",
              "Brandt", 2, 2010, "Selenium and sleep", "Nat. Med", "16", "", "101-105", "article-journal"},
        Entry{"name_of_two_halves",
              "da Costa e Lima AR, Ruiz y Vega P, Okafor D. Iron and rest. J Nutr. 2012;142(1):10-8.",
              "da Costa e Lima", 3, 2012, "Iron and rest", "J Nutr", "142", "1", "10-8", "article-journal"},
        Entry{"issue_without_volume",
              "Visser, J. (2019). Zinc for warts. Cochrane Database of Systematic Reviews, (4), CD009999. Link to the "
              "review.",
              "Visser", 1, 2019, "Zinc for warts", "Cochrane Database of Systematic Reviews", "", "4", "CD009999",
              "article-journal"},
        Entry{
            "organisation_with_commas",
            "EFSA Panel on Food Additives, Flavourings and Contact Materials (AFC). (2007). Opinion on a red dye. EFSA "
            "Journal, 5(3), 44.",
            "EFSA Panel on Food Additives, Flavourings and Contact Materials (AFC)", 1, 2007, "Opinion on a red dye",
            "EFSA Journal", "5", "3", "44", "article-journal"},
        Entry{"organisation_and_its_department",
              "National Institutes of Health, Office of Dietary Supplements. Copper. 2021.",
              "National Institutes of Health, Office of Dietary Supplements", 1, 2021, "Copper",
              "National Institutes of Health, Office of Dietary Supplements", "", "", "", "webpage"},
        Entry{"organisation_without_a_date", "Voedingscentrum (n.d.). Zout en nieren.", "Voedingscentrum", 1, 0,
              "Zout en nieren", "Voedingscentrum", "", "", "", "webpage"},
        Entry{"organisation_before_a_title", "Voedingscentrum, Zout en nieren. 2020.", "Voedingscentrum", 1, 2020,
              "Zout en nieren", "Voedingscentrum", "", "", "", "webpage"},
        Entry{"harvard", "Meijer, T. (2014) 'Vitamin K and bone', Osteoporosis International, 25(3), pp. 210-219.",
              "Meijer", 1, 2014, "Vitamin K and bone", "Osteoporosis International", "25", "3", "210-219",
              "article-journal"},
        Entry{"initials_first",
              "J. K. Visser and L. Groot, “Copper in drinking water,” Food Chemistry, vol. 12, no. 2, pp. 33–40, 2007.",
              "Visser", 2, 2007, "Copper in drinking water", "Food Chemistry", "12", "2", "33-40", "article-journal"},
        Entry{"organisation_access_date", "Voedingscentrum. Encyclopedie: ijzer. Geraadpleegd op 03-02-2023.",
              "Voedingscentrum", 1, 0, "Encyclopedie: ijzer", "Voedingscentrum", "", "", "", "webpage"},
        Entry{"organisation_year", "World Health Organization. (2021). Salt reduction.", "World Health Organization", 1,
              2021, "Salt reduction", "World Health Organization", "", "", "", "webpage"},
        Entry{"degraded_journal_inside",
              "Okoye TA, Lund P. Selenium thyroid overview Nutrients 2017 antioxidant roles.", "Okoye", 2, 2017,
              "Selenium thyroid overview", "Nutrients", "", "", "", "article-journal"},
        Entry{"degraded_organisation", "NIH Office Dietary Supplements Zinc fact sheet for consumers.",
              "NIH Office Dietary Supplements", 1, 0, "Zinc fact sheet for consumers", "", "", "", "", "report"},
        Entry{"title_first",
              "Peppermint Oil for Irritable Bowels: A Randomized Trial. Published in 2014. Accessed from PubMed. Link "
              "to the study. A remark.",
              "", 0, 2014, "Peppermint Oil for Irritable Bowels: A Randomized Trial", "", "", "", "", "document"},
        Entry{"regulation", "Verordening (EG) nr. 1924/2006 inzake voedings- en gezondheidsclaims", "", 0, 2006,
              "Verordening (EG) nr. 1924/2006 inzake voedings- en gezondheidsclaims", "", "", "", "", "legislation"},
        Entry{"book", "Stone PR. Minerals in practice. London: Academic Press; 1999.", "Stone", 1, 1999,
              "Minerals in practice", "", "", "", "", "book"}),
    [](const auto& instance) { return std::string(instance.param.name); });

TEST(Reference, IdentifiersAreTaken) {
  const auto reference = parse_reference(
      "Kaya B. Garlic again. Phytother Res. 2015;29:12-9. https://doi.org/10.1002/PTR.5555. PMID: 25512345; "
      "PMC4321098. Available from: https://example.org/a");
  EXPECT_EQ(reference.doi, "10.1002/ptr.5555");
  EXPECT_EQ(reference.pmid, "25512345");
  EXPECT_EQ(reference.pmcid, "PMC4321098");
  EXPECT_EQ(reference.url, "https://example.org/a");
  EXPECT_EQ(reference.page, "12-9");
  EXPECT_EQ(reference_id(reference), "doi:10.1002/ptr.5555");
}

// What announces a source may be in two parts, or part of a word, until an address is taken out.
TEST(Reference, NotesAreFoundThatOnlyComeTogetherWhenAnIdentifierIsTaken) {
  const auto container = [](const std::string& note) {
    return parse_reference("Bakker J. Salt in bread. Voorbeeldblad. " + note + ". 2011;13(2):14-6.").container_title;
  };
  EXPECT_EQ(container("In doi:10.1000/x.1 press"), "Voorbeeldblad");
  EXPECT_EQ(container("Epubhttps://www.example.org/a"), "Voorbeeldblad");
  EXPECT_EQ(container("Epub PMC12345 ahead of print"), "Voorbeeldblad");
  EXPECT_NE(container("In a loft"), "Voorbeeldblad");
}

TEST(Reference, OthersMayFollowANumber) {
  EXPECT_TRUE(parse_reference("Kaya B, 12 et al. Salt in bread. Voorbeeldblad. 2011;13(2):14-6.").et_al);
  EXPECT_FALSE(parse_reference("Kaya B, 12 ethers. Salt in bread. Voorbeeldblad. 2011;13(2):14-6.").et_al);
}

TEST(Reference, AccessDatesAreIso) {
  EXPECT_EQ(parse_reference("Voedingscentrum. Zout. Geraadpleegd op 03-02-2023.").accessed, "2023-02-03");
  EXPECT_EQ(parse_reference("Thuisarts. Moe. Geraadpleegd 7 mei 2021.").accessed, "2021-05-07");
  EXPECT_EQ(parse_reference("NHS. Iron. Accessed March 3, 2020.").accessed, "2020-03-03");
}

TEST(Reference, IdsMeetWhateverThePunctuation) {
  const auto one = parse_reference("Kaya B. Garlic again. Phytother Res. 2015;29:12-9.");
  const auto two = parse_reference("Kaya, B. (2015). Garlic Again. Phytotherapy Research, 29, 12–19.");
  EXPECT_EQ(reference_id(one), reference_id(two));
  EXPECT_EQ(reference_id(one).size(), 20U);
  EXPECT_NE(reference_id(one), reference_id(parse_reference("Kaya B. Onions. Phytother Res. 2015;29:12-9.")));
}

TEST(Reference, RawHasNoListNumberAndOneSpace) {
  EXPECT_EQ(parse_reference("  3.   Kaya B.\u00A0 Garlic.").raw, "Kaya B. Garlic.");
}

TEST(Reference, AnyBytesAreSurvived) {
  std::string bytes;
  for (int i = 0; i < 4096; ++i) bytes += static_cast<char>((i * 197 + i / 5) & 0xFF);
  EXPECT_NO_THROW((void)parse_reference(bytes));
  for (const char c : {'(', '[', '.', ',', '1', 'A', ' ', '"', '-', '\''})
    EXPECT_NO_THROW((void)parse_reference(std::string(30000, c)));
  EXPECT_EQ(parse_reference("").raw, "");
}

}  // namespace
}  // namespace claimbase
