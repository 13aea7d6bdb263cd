#include "analysis/register/register.h"

#include <gmock/gmock.h>

namespace claimbase {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kRow =
    "13-1/zinc/normal-nails\tZinc\tzinc zinc-citrate\tZinc keeps nails\tZink houdt nagels\t13(1)\tauthorised\tOnly "
    "where "
    "it is a source.\tsource-of zinc | stated zinc 5 mg day\tNot for children.\tRegulation "
    "1\t2012-05-16\tnails\tadults\t"
    "2010;8(10):1 | 2011;9(1):2\t7 | 12\tmemory\tpattern";

std::string row(const std::string& id) {
  return id + std::string(kRow).substr(std::string(kRow).find('\t'));
}

TEST(Register, ReadsEveryColumn) {
  const RegisterFile file = read_register(std::string("# a comment\n\n") + kRow + "\n");
  EXPECT_THAT(file.problems, IsEmpty());
  ASSERT_EQ(file.entries.size(), 1U);
  const RegisterEntry& entry = file.entries.front();
  EXPECT_EQ(entry.id, "13-1/zinc/normal-nails");
  EXPECT_EQ(entry.nutrient, "Zinc");
  EXPECT_THAT(entry.concepts, ElementsAre("zinc", "zinc-citrate"));
  EXPECT_EQ(entry.claim_en, "Zinc keeps nails");
  EXPECT_EQ(entry.claim_nl, "Zink houdt nagels");
  EXPECT_EQ(entry.basis, LegalBasis::function_13_1);
  EXPECT_EQ(entry.status, ClaimStatus::authorised);
  EXPECT_EQ(entry.conditions, "Only where it is a source.");
  EXPECT_THAT(entry.requirements, ElementsAre(UseCondition{UseCondition::Kind::source_of, "zinc", 0, "", ""},
                                              UseCondition{UseCondition::Kind::stated, "zinc", 5, "mg", "day"}));
  EXPECT_EQ(entry.restrictions, "Not for children.");
  EXPECT_EQ(entry.regulation, "Regulation 1");
  EXPECT_EQ(entry.date, "2012-05-16");
  EXPECT_EQ(entry.health_relationship, "nails");
  EXPECT_EQ(entry.target, "adults");
  EXPECT_THAT(entry.opinions, ElementsAre("2010;8(10):1", "2011;9(1):2"));
  EXPECT_THAT(entry.entry_ids, ElementsAre("7", "12"));
  EXPECT_EQ(entry.verified_en, "memory");
  EXPECT_EQ(entry.verified_nl, "pattern");
}

TEST(Register, TakesWindowsLinesAndAByteOrderMark) {
  const RegisterFile file = read_register("\xEF\xBB\xBF# c\r\n" + row("a") + "\r\n" + row("b"));
  EXPECT_THAT(file.problems, IsEmpty());
  ASSERT_EQ(file.entries.size(), 2U);
  EXPECT_EQ(file.entries[1].verified_nl, "pattern");
}

std::string with(const std::string& from, const std::string& to) {
  std::string text(kRow);
  return text.replace(text.find(from), from.size(), to);
}

TEST(Register, ABrokenRowCostsItselfAndSaysWhy) {
  const std::string text = row("a") + "\nfew\tcells\n" + with("13(1)", "13(9)") + "\n" + with("authorised", "maybe") +
                           "\n" + with("source-of zinc", "much zinc") + "\n" + row("a") + "\n" + row("") + "\n" +
                           row("a") + "\tmore\n" + row("z") + "\n";
  const RegisterFile file = read_register(text);
  ASSERT_EQ(file.entries.size(), 2U);
  EXPECT_EQ(file.entries[1].id, "z");
  EXPECT_THAT(file.problems,
              ElementsAre(RegisterProblem{2, "register.row", "18 columns are needed, there are 2"},
                          RegisterProblem{3, "register.row", "no legal basis: 13(9)"},
                          RegisterProblem{4, "register.row", "no status: maybe"},
                          RegisterProblem{5, "register.row",
                                          "requirements that cannot be read: much zinc | stated zinc 5 mg day"},
                          RegisterProblem{6, "register.row", "an entry before has this id: a"},
                          RegisterProblem{7, "register.row", "an entry needs an id, a nutrient and a claim"},
                          RegisterProblem{8, "register.row", "18 columns are needed, there are 19"}));
}

TEST(Register, NamesGoBothWays) {
  for (const LegalBasis basis :
       {LegalBasis::function_13_1, LegalBasis::function_13_5, LegalBasis::risk_14_1_a, LegalBasis::children_14_1_b}) {
    EXPECT_EQ(legal_basis_named(to_string(basis)), basis);
  }
  for (const ClaimStatus status :
       {ClaimStatus::authorised, ClaimStatus::not_authorised, ClaimStatus::on_hold, ClaimStatus::withdrawn}) {
    EXPECT_EQ(claim_status_named(to_string(status)), status);
  }
  EXPECT_EQ(to_string(LegalBasis::risk_14_1_a), "14(1)(a)");
  EXPECT_EQ(to_string(ClaimStatus::not_authorised), "not-authorised");
}

TEST(Register, OfNothingIsEmpty) {
  EXPECT_THAT(read_register("").entries, IsEmpty());
  EXPECT_THAT(read_register("# only this").problems, IsEmpty());
}

}  // namespace
}  // namespace claimbase
