// claimbase audit and claimbase compliance, as programs.
#include <gmock/gmock.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>

#include "tests/cli/indexer_fixture.h"

namespace claimbase {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

struct Ran {
  int exit = -1;
  std::string out;  // with what it said beside
};

class Audit : public IndexerTest {
 protected:
  void SetUp() override {
    folder.write(
        "corpus/zink.txt",
        "Zink en de huid\n\nZink ondersteunt mogelijk de huid.1\n\nBronnen\n\n1. Visser, A. (2019). Zinc and the "
        "skin: a randomised trial. Journal of Invented Dermatology, 4(2), 11-19.\n");
    EXPECT_EQ(update({(folder.path() / "corpus").string()}).exit, IndexExit::ok);
  }

  [[nodiscard]] Ran ask(const std::string& arguments, const std::string& copy = "") const {
    const std::string file = (folder.path() / "copy.txt").string();
    if (!copy.empty()) folder.write("copy.txt", copy);
    const std::string command = "'" CLAIMBASE_PROGRAM "' --database '" + database() + "' " + arguments +
                                (copy.empty() ? "" : " '" + file + "'") + " 2>&1";
    FILE* pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) return {};
    Ran ran;
    std::array<char, 4096> bytes{};
    for (std::size_t got = 0; (got = std::fread(bytes.data(), 1, bytes.size(), pipe)) > 0;)
      ran.out.append(bytes.data(), got);
    ran.exit = WEXITSTATUS(::pclose(pipe));
    return ran;
  }
};

TEST_F(Audit, JudgesByLawAndBySources) {
  const Ran ran = ask("audit --no-config", "Zink ondersteunt de huid.\n\nZink geneest acne!\n");
  EXPECT_EQ(ran.exit, 1);
  EXPECT_THAT(ran.out, AllOf(HasSubstr("copy.txt:1:1: warning:"), HasSubstr("[evidence.overstated.hedge-dropped]"),
                             HasSubstr("copy.txt:3:6: error:"), HasSubstr("[law.medicinal-claim]"),
                             HasSubstr("best evidence: Visser 2019, randomised-trial, level 2"),
                             HasSubstr("[law.wording-normal-dropped]"), HasSubstr("[evidence.none]"),
                             HasSubstr("not legal advice")));
}

TEST_F(Audit, OfTheLawsOwnWordsFindsNothingWrong) {
  const Ran ran = ask("audit --no-config --no-index --format line",
                      "Zink draagt bij tot de instandhouding van normaal haar. Elke capsule bevat 10 mg zink.\n");
  EXPECT_EQ(ran.exit, 0);
  EXPECT_THAT(ran.out, AllOf(HasSubstr("[law.authorised]"), Not(HasSubstr("error")), Not(HasSubstr("warning"))));
}

TEST_F(Audit, TellsTheLanguageOfCopyThatIsTooShortForADetector) {
  EXPECT_THAT(ask("audit --no-config --no-index --format line", "Magnesium geneest migraine.\n").out,
              HasSubstr("[law.medicinal-claim]"));
  EXPECT_THAT(ask("audit --no-config --no-index --format line", "Magnesium cures migraine.\n").out,
              HasSubstr("[law.medicinal-claim]"));
  EXPECT_EQ(ask("audit --no-config --no-index --format line --fail-on note", "Zxqv brrt.\n").exit, 0);
}

TEST_F(Audit, TellsTheLanguageOfAShortLineAmongOthers) {
  const std::string shop =
      "Our summer sale has begun, with many nice things for you and your family to choose from.\n\n";
  EXPECT_THAT(ask("audit --no-config --no-index --format line", shop + "Vitamine D voorkomt griep.\n").out,
              HasSubstr("copy.txt:3:12: error:"));
  EXPECT_EQ(ask("audit --no-config --no-index --format line", shop + "Vitamin D for all of you.\n").exit, 0);
}

TEST_F(Audit, LooksAtAShortLineWithoutForgettingTheOthers) {
  const std::string claim = "Magnesium cures migraine in adults who read the whole of this long page with us.\n";
  const std::string found = ask("audit --no-config --no-index --format line", claim).out;
  EXPECT_THAT(found, HasSubstr("[law.medicinal-claim]"));
  EXPECT_EQ(ask("audit --no-config --no-index --format line", claim + "\nLorem brrt zxqv plim.\n").out, found);
}

TEST_F(Audit, LinksEachFindingOfAPageToItsSentence) {
  const Ran ran = ask("audit --no-config --no-index --format html --language nl",
                      "Magnesium voor thuis\n\n1. Magnesium geneest migraine bij volwassenen\n\nKoop het nu. Zink "
                      "geneest acne.\n\n2. Zink helpt tegen acne bij tieners\n\nVeel succes ermee gewenst.\n");
  std::size_t links = 0;
  for (std::size_t at = ran.out.find("href=\"#"); at != std::string::npos; at = ran.out.find("href=\"#", at + 1)) {
    const std::size_t begin = at + 7;
    const std::string target = ran.out.substr(begin, ran.out.find('"', begin) - begin);
    EXPECT_THAT(ran.out, HasSubstr("id=\"" + target + "\""));
    ++links;
  }
  EXPECT_GE(links, 3U);
}

TEST_F(Audit, NamesANutrientOnceThatMatchesByTwoEntries) {
  const Ran ran = ask("audit --no-config --no-index --format line", "Magnesium zorgt voor sterke spieren en tanden.\n");
  EXPECT_THAT(ran.out,
              AllOf(HasSubstr("'sterke spieren' of magnesium: stronger"), Not(HasSubstr("magnesium, magnesium"))));
}

TEST_F(Audit, NamesOnlyWhatTheStudiesOfAPageAreOn) {
  folder.write("site/shop.txt", "Bestel nu onze zink en onze selenium, op voorraad.\n");
  folder.write("site/study.txt",
               "Seleen zit in paranoten.\n\nIn een placebogecontroleerd onderzoek naar zink kregen 40 deelnemers elke "
               "dag een tablet.\n");
  const Ran ran = ask("audit --no-config --no-index --format line '" + (folder.path() / "site").string() + "'");
  EXPECT_THAT(ran.out, HasSubstr("studies on zink stand on a site that sells it"));
}

TEST_F(Audit, FailsOnWhatItIsAskedTo) {
  const std::string copy = "Zink is goed voor de huid.\n";
  EXPECT_EQ(ask("audit --no-config --no-index", copy).exit, 0);
  EXPECT_EQ(ask("audit --no-config --no-index --fail-on warning", copy).exit, 1);
  EXPECT_EQ(ask("audit --no-config --no-index --fail-on never", "Zink geneest acne.\n").exit, 0);
}

TEST_F(Audit, SaysWhatItCannotDo) {
  EXPECT_THAT(ask("audit --no-config /no/such/copy.txt").out, HasSubstr("[audit.unreadable]"));
  EXPECT_EQ(ask("audit --no-config /no/such/copy.txt").exit, 2);
  const Ran none = ask("audit --no-config");
  EXPECT_EQ(none.exit, 2);
  EXPECT_THAT(none.out, StartsWith("claimbase: no file to audit"));
  EXPECT_THAT(ask("audit --no-config --read-as word x.txt").out, HasSubstr("--read-as: no format word"));
}

TEST_F(Audit, TakesARegisterOfTheUsers) {
  folder.write("register.csv",
               "Claim type,\"Nutrient, substance, food or food category\",Claim,Status,Entry Id\n"
               "Art.13(1),Zinc,Zinc contributes to a shiny coat,Authorised,7\n");
  const std::string option = "--register '" + (folder.path() / "register.csv").string() + "'";
  const Ran own =
      ask("audit --no-config --no-index --format line --language en " + option, "Zinc contributes to a shiny coat.\n");
  EXPECT_THAT(own.out, HasSubstr("[law.authorised]"));
  EXPECT_EQ(own.exit, 0);
}

TEST_F(Audit, ExplainsARule) {
  const Ran ran = ask("audit --explain law.on-hold");
  EXPECT_EQ(ran.exit, 0);
  EXPECT_THAT(ran.out, AllOf(HasSubstr("law.on-hold"), HasSubstr("Article 28")));
}

TEST_F(Audit, SaysWhatMayBeSaidOfASubstance) {
  const Ran ran = ask("compliance zink --dose 1mg");
  EXPECT_EQ(ran.exit, 0);
  EXPECT_THAT(ran.out,
              AllOf(StartsWith("zink / zinc, 1mg"), HasSubstr("Zink draagt bij tot de instandhouding van normaal haar"),
                    HasSubstr("not-met: source of zinc: at least 1.5 mg a portion"),
                    HasSubstr("Visser 2019, randomised-trial, level 2")));
  EXPECT_THAT(ask("compliance eenhoornpoeder").out, HasSubstr("no substance called: eenhoornpoeder"));
  EXPECT_EQ(ask("compliance eenhoornpoeder").exit, 1);
  EXPECT_THAT(ask("compliance zink --dose veel").out, HasSubstr("no amount in 'veel'"));
}

}  // namespace
}  // namespace claimbase
