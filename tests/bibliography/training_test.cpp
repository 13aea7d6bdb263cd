// The training program's parts: strings are rendered and aligned as they should be, and training is reproducible.
#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "analysis/bibliography/entry_parse.h"
#include "tools/train_references/evaluation.h"
#include "tools/train_references/rendering.h"
#include "tools/train_references/trainer.h"

namespace claimbase::training {
namespace {

using entry::Label;

const std::string kFolder = CLAIMBASE_SOURCE_DIR "/tools/train_references/data/";

const WordLists& words() {
  static const WordLists lists = [] {
    WordLists made(kFolder + "words.tsv");
    for (const char* kind : {"journal", "place", "publisher", "given"}) made.add(kind, std::string("Anders ") + kind);
    return made;
  }();
  return lists;
}

std::vector<LabelledEntry> aligned(const std::vector<LabelledString>& strings) {
  std::vector<LabelledEntry> entries;
  for (const auto& string : strings) {
    if (auto entry = align(string)) entries.push_back(std::move(*entry));
  }
  return entries;
}

TEST(Rendering, SegmentsStandInTheStringInTheirOrder) {
  Chance chance(3);
  for (const auto& string : made_up_strings(words(), 500, chance)) {
    std::size_t from = 0;
    for (const auto& [label, text] : string.segments) {
      const auto at = string.raw.find(text, from);
      ASSERT_NE(at, std::string::npos) << string.raw << "\n" << label << ": " << text;
      from = at + text.size();
    }
  }
}

TEST(Rendering, IsTheSameForTheSameSeed) {
  Chance one(5);
  Chance same(5);
  Chance other(6);
  const auto raws = [](const std::vector<LabelledString>& strings) {
    std::vector<std::string> all;
    all.reserve(strings.size());
    for (const auto& each : strings) all.push_back(each.raw);
    return all;
  };
  const auto first = raws(made_up_strings(words(), 20, one));
  EXPECT_EQ(first, raws(made_up_strings(words(), 20, same)));
  EXPECT_NE(first, raws(made_up_strings(words(), 20, other)));
}

TEST(Alignment, LabelsOutliveTheIdentifiersThatAreTakenOut) {
  LabelledString string;
  string.raw = "Kaya B. Uien. doi: 10.1000/uien.12 Voeding Nu. 2001;12(3):4-9.";
  string.volume = "12";
  string.issue = "3";
  string.segments = {{"author", "Kaya B."},
                     {"title", "Uien."},
                     {"doi", "10.1000/uien.12"},
                     {"journal", "Voeding Nu."},
                     {"date", "2001"},
                     {"volume", "12(3)"},
                     {"pages", "4-9"}};
  const auto entry = align(string);
  ASSERT_TRUE(entry);
  EXPECT_THAT(entry->labels,
              testing::ElementsAre(Label::author, Label::author, Label::title, Label::container, Label::container,
                                   Label::date, Label::volume, Label::issue, Label::page, Label::page));
}

TEST(Alignment, LeavesOutWhatContradictsItself) {
  LabelledString string;
  string.raw = "Kaya B. Uien.";
  string.segments = {{"title", "Uien"}, {"author", "Kaya B"}};
  EXPECT_FALSE(align(string));
}

TEST(Training, GivesTheSameModelTwiceAndLearnsFromItsStrings) {
  Chance chance(7);
  const auto strings = made_up_strings(words(), 240, chance);
  const auto entries = aligned(strings);
  EXPECT_GT(entries.size(), 200U);
  TrainingOptions options;
  options.epochs = 3;
  options.rate = 0.1F;
  std::vector<double> likelihoods;
  const auto report = [&](int, double likelihood) { likelihoods.push_back(likelihood); };
  const auto bytes = entry::model_bytes(train(entries, options, report));
  EXPECT_THAT(likelihoods, testing::SizeIs(3));
  EXPECT_LT(likelihoods.front(), likelihoods.back());
  EXPECT_EQ(bytes, entry::model_bytes(train(entries, options, report)));

  const entry::SequenceModel model(bytes);
  const auto read = entry::parse_with("Bakker J. Zout in brood. Voeding Nu. 2011;13(2):14-6.", model);
  EXPECT_EQ(read.title, "Zout in brood");
  EXPECT_EQ(read.container_title, "Voeding Nu");
}

TEST(Evaluation, SaysWhichFieldsAreRight) {
  LabelledString expected;
  expected.authors = {"Kaya, B"};
  expected.year = "2001";
  expected.title = "Uien & look: een overzicht";
  expected.volume = "12(3)";
  expected.pages = "4-9";
  Reference read;
  read.authors = {{"Kaya", "B.", ""}};
  read.year = 2001;
  read.title = "Uien & Look – een overzicht.";
  read.container_title = "Voeding Nu";
  read.volume = "12";
  read.issue = "3";
  read.page = "4";
  EXPECT_THAT(right_fields(expected, read), testing::ElementsAre(true, true, true, false, true, true));
  Score score;
  count(right_fields(expected, read), expected, score);
  EXPECT_EQ(score.all_right, 0U);
  EXPECT_EQ(score.all_right_where_given, 1U);
  read.authors = {{"Kayan", "B.", ""}};
  read.page = "5";
  EXPECT_THAT(right_fields(expected, read), testing::ElementsAre(false, true, true, false, true, false));
}

}  // namespace
}  // namespace claimbase::training
