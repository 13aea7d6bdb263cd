// Amounts, searched for in articles and works as people write them.
#include <gmock/gmock.h>

#include <algorithm>
#include <memory>
#include <sstream>

#include "indexer/run.h"
#include "query/references.h"
#include "query/search.h"
#include "schema/store.h"
#include "tests/indexer/temporary_folder.h"

namespace claimbase {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsSupersetOf;
using testing::Not;

constexpr std::string_view kArticle = R"(# Hoeveel magnesium op een dag

De meeste volwassenen krijgen met 300 mg magnesium per dag genoeg binnen.

Een tablet van 300mg magnesium is in elke drogist te koop.

In het onderzoek slikten de vrouwen elke avond 0,3 gram magnesium.

Een dosis van 200 tot 400 mg magnesium per dag verlaagt de bloeddruk een beetje.

Voor mannen geldt 350 mg magnesium als richtlijn, voor vrouwen 300.

Van 500 tot 600 mg magnesium krijgen sommige mensen diarree.

In de winter is 1.000 mg calcium voor veel ouderen genoeg.
)";

class AmountSearch : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<TemporaryFolder>();
    const std::string article = folder_->write("magnesium.md", kArticle).string();
    const std::string library = folder_
                                    ->write("works.json", R"([
      {"id": "gram", "type": "article-journal", "title": "A daily dose of 0.3 g for tired nurses"},
      {"id": "other", "type": "article-journal", "title": "A daily dose of 3 g for tired nurses"}])")
                                    .string();
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    const std::vector<std::string> args{"update", "--database", file(), "--quiet", article, "--library", library};
    ASSERT_EQ(run_indexer(args, in, out, err), IndexExit::ok) << err.str();
  }
  static void TearDownTestSuite() { folder_.reset(); }
  static std::string file() { return (*folder_ / "store.db").string(); }

  static std::vector<std::string> sentences(const std::string& typed, bool expand = true) {
    Database db = open_reader(file());
    const Transaction reading(db, Transaction::Kind::read);
    std::vector<std::string> found;
    for (const SearchResult::Hit& hit : search(db, {typed, {}, 50, expand}).hits) found.push_back(hit.place.text);
    return found;
  }
  static std::unique_ptr<TemporaryFolder> folder_;
};
std::unique_ptr<TemporaryFolder> AmountSearch::folder_;

const std::vector<std::string> kHolds300{
    "De meeste volwassenen krijgen met 300 mg magnesium per dag genoeg binnen.",
    "Een tablet van 300mg magnesium is in elke drogist te koop.",
    "In het onderzoek slikten de vrouwen elke avond 0,3 gram magnesium.",
    "Een dosis van 200 tot 400 mg magnesium per dag verlaagt de bloeddruk een beetje.",
    "Voor mannen geldt 350 mg magnesium als richtlijn, voor vrouwen 300."};

class AnyNotation : public AmountSearch, public testing::WithParamInterface<const char*> {};
TEST_P(AnyNotation, FindsAllOthersAndRangesThatHoldTheAmount) {
  const std::vector<std::string> found = sentences("magnesium " + std::string(GetParam()));
  EXPECT_THAT(found, IsSupersetOf(std::vector(kHolds300.begin(), kHolds300.begin() + 4)));
  EXPECT_THAT(found, Not(Contains(HasSubstr("500 tot 600"))));
}
INSTANTIATE_TEST_SUITE_P(Typed, AnyNotation,
                         testing::Values("300 mg", "300mg", "0,3 g", "0.3 gram", "300 milligram", "300.000 µg"));

TEST_F(AmountSearch, TheNotationThatWasTypedComesFirst) {
  EXPECT_EQ(sentences("magnesium 300 mg").front(), kHolds300.front());
  EXPECT_EQ(sentences("0,3 gram magnesium").front(), kHolds300[2]);
}

TEST_F(AmountSearch, NumberAndUnitMayStandApart) {
  EXPECT_THAT(sentences("magnesium 300 mg"), Contains(kHolds300[4]));
}

TEST_F(AmountSearch, AsTypedOnlyWhenAsked) {
  EXPECT_THAT(sentences("0,3 gram", false), testing::ElementsAre(kHolds300[2]));
}

TEST_F(AmountSearch, ThousandsInEitherLanguage) {
  for (const char* typed : {"1000 mg", "1.000 mg", "1,000 mg", "1000mg", "1 gram"}) {
    EXPECT_THAT(sentences(typed), Contains(HasSubstr("1.000 mg"))) << typed;
  }
}

TEST_F(AmountSearch, WorksToo) {
  Database db = open_reader(file());
  const Transaction reading(db, Transaction::Kind::read);
  ReferenceOptions options;
  options.typed = "nurses 300 mg";
  options.explain = true;
  const ReferenceResult found = find_references(db, options);
  ASSERT_EQ(found.works.size(), 2U);
  EXPECT_EQ(found.works.front().record.title, "A daily dose of 0.3 g for tired nurses");
  const auto& parts = found.relevance.front().parts;
  EXPECT_TRUE(std::ranges::any_of(parts, [](const ScorePart& part) { return part.origin == TermOrigin::quantity; }));
}

}  // namespace
}  // namespace claimbase
