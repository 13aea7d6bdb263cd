#include "analysis/register/register_export.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace claimbase {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kNames =
    "Claim type,\"Nutrient, substance, food or food category\",Claim,\"Conditions of use of the claim / Restrictions "
    "of "
    "use / Reasons for non-authorisation\",Health relationship,EFSA opinion reference/Journal reference,Commission "
    "regulation,Status,Entry Id\n";

constexpr const char* kMagnesium =
    "Art.13(1),Magnesium,Magnesium contributes to normal muscle function,\"The claim may be used only for food which "
    "is "
    "at least a source of magnesium as referred to in the claim SOURCE OF [NAME OF VITAMIN/S] AND/OR [NAME OF "
    "MINERAL/S] "
    "as listed\nin the Annex to Regulation (EC) No 1924/2006.\",muscle function including the heart muscle,"
    "\"2009;7(9):1216, 2010;8(10):1807\",Commission Regulation (EU) 432/2012 of 16/05/2012,Authorised,\"241, 380\"\n";

constexpr const char* kRefused =
    "Art.13(1),Magnesium,\"keeps \"\"hormones\"\" in order\",Non-compliance with the "
    "Regulation,,n/a,,Non-authorised,243\n";

TEST(RegisterExport, OfCsvIsReadByItsNames) {
  const RegisterFile file = read_register_file(std::string("\xEF\xBB\xBF") + kNames + kMagnesium + kRefused);
  EXPECT_THAT(file.problems, IsEmpty());
  ASSERT_EQ(file.entries.size(), 2U);
  const RegisterEntry& magnesium = file.entries[0];
  EXPECT_EQ(magnesium.id, "eu/241");
  EXPECT_EQ(magnesium.basis, LegalBasis::function_13_1);
  EXPECT_EQ(magnesium.status, ClaimStatus::authorised);
  EXPECT_EQ(magnesium.claim_en, "Magnesium contributes to normal muscle function");
  EXPECT_EQ(magnesium.regulation, "Commission Regulation (EU) 432/2012");
  EXPECT_EQ(magnesium.date, "2012-05-16");
  EXPECT_EQ(magnesium.health_relationship, "muscle function including the heart muscle");
  EXPECT_THAT(magnesium.opinions, ElementsAre("2009;7(9):1216", "2010;8(10):1807"));
  EXPECT_THAT(magnesium.entry_ids, ElementsAre("241", "380"));
  EXPECT_EQ(magnesium.verified_en, "export");
  const RegisterEntry& refused = file.entries[1];
  EXPECT_EQ(refused.claim_en, "keeps \"hormones\" in order");
  EXPECT_EQ(refused.status, ClaimStatus::not_authorised);
  EXPECT_EQ(refused.conditions, "");
  EXPECT_EQ(refused.restrictions, "Non-compliance with the Regulation");
  EXPECT_THAT(refused.opinions, IsEmpty());
}

TEST(RegisterExport, TakesFromTheBuiltInEntryWhatExportsDoNotSay) {
  const RegisterFile file = read_register_file(std::string(kNames) + kMagnesium + kRefused);
  ASSERT_EQ(file.entries.size(), 2U);
  const RegisterEntry& magnesium = file.entries[0];
  EXPECT_EQ(magnesium.claim_nl, "Magnesium draagt bij tot de normale spierfunctie");
  EXPECT_EQ(magnesium.verified_nl, "pattern");
  EXPECT_THAT(magnesium.concepts, ElementsAre("magnesium"));
  EXPECT_THAT(magnesium.requirements, ElementsAre(UseCondition{UseCondition::Kind::source_of, "magnesium", 0, "", ""}));
  EXPECT_EQ(file.entries[1].claim_nl, "");
  EXPECT_THAT(file.entries[1].concepts, ElementsAre("magnesium"));
}

TEST(RegisterExport, ChangedConditionsAreNotOurs) {
  const RegisterFile file = read_register_file(
      std::string(kNames) +
      "Art.13(1),Magnesium,Magnesium contributes to normal muscle function,At least 100 mg.,,,,Authorised,380\n");
  ASSERT_EQ(file.entries.size(), 1U);
  EXPECT_THAT(file.entries[0].requirements, ElementsAre(UseCondition{}));  // in words
  EXPECT_EQ(file.entries[0].conditions, "At least 100 mg.");
}

TEST(RegisterExport, ColumnsStandInAnyOrderAndUnderOtherNames) {
  const RegisterFile file = read_register_file(
      "Register of claims;;;;;;\r\n\r\nEntry;STATUS;Claim;Restrictions of use;Conditions of use;Remark;Type of "
      "claim;Nutrient\r\n9;On hold;supports a calm mind;;;seen;Article 13.5;Oat straw\r\n"
      "12;Authorised;does good;Not for children.;Take 3 g.;;Art. 14(1)(b);Oil\r\n");
  EXPECT_THAT(file.problems, IsEmpty());
  ASSERT_EQ(file.entries.size(), 2U);
  EXPECT_EQ(file.entries[0].basis, LegalBasis::function_13_5);
  EXPECT_EQ(file.entries[0].status, ClaimStatus::on_hold);
  EXPECT_EQ(file.entries[0].nutrient, "Oat straw");
  EXPECT_EQ(file.entries[1].basis, LegalBasis::children_14_1_b);
  EXPECT_EQ(file.entries[1].conditions, "Take 3 g.");
  EXPECT_EQ(file.entries[1].restrictions, "Not for children.");
}

TEST(RegisterExport, OfJsonIsReadByItsKeys) {
  const std::string row =
      R"j({"claimType":"Art.14(1)(a)","nutrient_substance":"Oat beta-glucan","claim":"lowers\ncholesterol",)j"
      R"j("conditionsOfUse":"3 g a day","status":"Authorised","entryId":17,"efsaOpinionReference":["2010;8(12):1885"],)j"
      R"j("commissionRegulation":"(EU) 1160/2011 of 14/11/2011","other":{"deep":[1,2]}})j";
  const std::string list = "[" + row + "]";
  for (const std::string& text : {list, "{\"total\":1,\"data\":" + list + "}", row + "\n", " \n " + list}) {
    const RegisterFile file = read_register_file(text);
    EXPECT_THAT(file.problems, IsEmpty()) << text;
    ASSERT_EQ(file.entries.size(), 1U) << text;
    const RegisterEntry& entry = file.entries[0];
    EXPECT_EQ(entry.id, "eu/17");
    EXPECT_EQ(entry.basis, LegalBasis::risk_14_1_a);
    EXPECT_EQ(entry.claim_en, "lowers cholesterol");
    EXPECT_EQ(entry.nutrient, "Oat beta-glucan");
    EXPECT_EQ(entry.regulation, "(EU) 1160/2011");
    EXPECT_EQ(entry.date, "2011-11-14");
    EXPECT_THAT(entry.opinions, ElementsAre("2010;8(12):1885"));
  }
}

TEST(RegisterExport, ABrokenRowCostsItselfAndSaysWhere) {
  const RegisterFile csv = read_register_file(std::string(kNames) + kMagnesium +
                                              "Art.13(1),Zinc,Zinc is fine,,,,,Perhaps,1\n,,,\nArticle 9,Zinc,Zinc is "
                                              "fine,,,,,Authorised,1\nArt.13(1),,Zinc is fine,,,,,Authorised,1\n" +
                                              kRefused);
  EXPECT_EQ(csv.entries.size(), 2U);
  EXPECT_THAT(csv.problems, ElementsAre(RegisterProblem{4, "register.row", "no status: Perhaps"},
                                        RegisterProblem{6, "register.row", "no claim type: Article 9"},
                                        RegisterProblem{7, "register.row", "no nutrient"}));
  const RegisterFile json = read_register_file(
      "[{\"claim type\":\"Art.13(1)\",\"nutrient\":\"Zinc\",\"claim\":\"a\",\"status\":\"Authorised\",\"id\":1},\n"
      "{\"claim type\": oops },\n{\"claim\":\"b\"},\n"
      "{\"claim type\":\"Art.13(1)\",\"nutrient\":\"Zinc\",\"claim\":\"c\",\"status\":\"Withdrawn\",\"id\":2}]");
  ASSERT_EQ(json.entries.size(), 2U);
  EXPECT_EQ(json.entries[1].status, ClaimStatus::withdrawn);
  EXPECT_THAT(json.problems, ElementsAre(RegisterProblem{2, "register.row", "an object that cannot be read"},
                                         RegisterProblem{3, "register.row", "an object without the keys of an entry"}));
}

TEST(RegisterExport, EntriesOfOneNumberKeepIdsOfTheirOwn) {
  const RegisterFile file = read_register_file(std::string(kNames) + kMagnesium + kMagnesium + kRefused +
                                               "Art.13(1),Zinc,no number,,,,,Authorised,\n");
  std::vector<std::string> ids;
  for (const RegisterEntry& each : file.entries) ids.push_back(each.id);
  EXPECT_THAT(ids, ElementsAre("eu/241", "eu/241/2", "eu/243", "eu/line-7"));
}

TEST(RegisterFormats, AreToldByContent) {
  EXPECT_EQ(register_format(std::string(kNames) + kRefused), RegisterFormat::csv);
  EXPECT_EQ(register_format("  [{}]"), RegisterFormat::json);
  EXPECT_EQ(register_format("# ours\n13-1/a/b\tA\t\tclaim\t\t13(1)\tauthorised"), RegisterFormat::ours);
  EXPECT_EQ(register_format("Claim,Status\nx,Authorised\n"), RegisterFormat::unknown);
  EXPECT_EQ(register_format(""), RegisterFormat::unknown);
  const RegisterFile none = read_register_file("Magnesium is a mineral.\n");
  EXPECT_THAT(none.entries, IsEmpty());
  ASSERT_EQ(none.problems.size(), 1U);
  EXPECT_EQ(none.problems[0].rule, "register.unknown-format");
}

TEST(RegisterFormats, ReadOurOwnAndUtf16) {
  std::string wide("\xFF\xFE");
  for (const char* c = kNames; *c != 0; ++c) wide += std::string(1, *c) + '\0';
  for (const char* c = kRefused; *c != 0; ++c) wide += std::string(1, *c) + '\0';
  EXPECT_EQ(read_register_file(wide).entries.size(), 1U);
}

TEST(RegisterFormats, OfTheWholeBuiltInRegisterAsCsvGiveItBack) {
  const auto quoted = [](std::string text) {
    for (std::size_t at = text.find('"'); at != std::string::npos; at = text.find('"', at + 2)) text.insert(at, 1, '"');
    return "\"" + text + "\"";
  };
  std::string text = "Status,Claim,Nutrient,Claim type,Conditions of use,Entry Id\n";
  for (const RegisterEntry& each : built_in_register()) {
    text += std::string(to_string(each.status)) + "," + quoted(each.claim_en) + "," + quoted(each.nutrient) + ",Art." +
            std::string(to_string(each.basis)) + "," + quoted(each.conditions) + ",\n";
  }
  const RegisterFile file = read_register_file(text);
  EXPECT_THAT(file.problems, IsEmpty());
  ASSERT_EQ(file.entries.size(), built_in_register().size());
  for (std::size_t i = 0; i < file.entries.size(); ++i) {
    const RegisterEntry& ours = built_in_register()[i];
    EXPECT_EQ(file.entries[i].claim_en, ours.claim_en);
    EXPECT_EQ(file.entries[i].basis, ours.basis);
    EXPECT_EQ(file.entries[i].status, ours.status);
    EXPECT_EQ(file.entries[i].claim_nl, ours.claim_nl) << ours.id;
    EXPECT_EQ(file.entries[i].concepts, ours.concepts) << ours.id;
  }
}

TEST(RegisterExport, HostileTextIsSurvived) {
  EXPECT_THAT(read_register_file(std::string(200000, '{')).entries, IsEmpty());
  EXPECT_THAT(read_register_file(std::string(200000, '[')).entries, IsEmpty());
  EXPECT_THAT(read_register_file(std::string(kNames) + std::string(100000, '"')).entries, IsEmpty());
  EXPECT_THAT(read_register_file("{\"a\":[" + std::string(50000, '{')).entries, IsEmpty());
}

}  // namespace
}  // namespace claimbase
