// Each row of sentences.tsv: a sentence in, its frames out.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <ostream>
#include <set>

#include "analysis/claim/frames.h"
#include "tests/claim/expected_frame.h"
#include "tests/data_rows.h"

namespace claimbase {
namespace {

struct SentenceCase {
  std::string id;
  std::string language;
  std::string construction;
  std::string topic;
  std::string sentence;
  std::vector<FrameFields> frames;
  bool known = false;
};

void PrintTo(const SentenceCase& tested, std::ostream* out) {
  *out << tested.sentence;
}

std::vector<SentenceCase> cases() {
  std::vector<SentenceCase> all;
  for (const auto& row : data_rows("claim/sentences.tsv")) {
    SentenceCase& made = all.emplace_back();
    if (row.size() != 7) {
      made.id = "row_" + std::to_string(all.size());
      made.sentence = "a row without seven columns";
      continue;
    }
    made = {row[0], row[1], row[2], row[3], row[4], {}, row[6] == "known"};
    if (row[5] == "-") continue;
    for (const std::string& frame : split(row[5], " ; ")) made.frames.push_back(split(frame, "|"));
  }
  return all;
}

struct Language {
  Vocabulary vocabulary = Vocabulary::built_in();
  Annotator dutch{vocabulary, "nl"};
  Annotator english{vocabulary, "en"};
};

// `focus` is where the context looks.
Context context_of(const SentenceCase& tested, const Vocabulary& vocabulary, Subject& focus) {
  Context context;
  context.fragment = tested.construction.starts_with("item");
  if (tested.topic == "-") return context;
  context.topic = vocabulary.find(ConceptScheme::substance, tested.topic);
  focus.substances = {context.topic};
  context.focus = &focus;
  return context;
}

// Questions and advice claim nothing, as ClaimExtractor has it.
bool may_claim(const Annotation& annotation) {
  if (annotation.question) return false;
  return annotation.items.empty() || annotation.items.front().first != 0 ||
         annotation.items.front().sense(CueClass::instruction) == nullptr;
}

std::vector<FrameFields> read(const SentenceCase& tested, Annotator& annotator, const Context& context) {
  Annotation annotation;
  annotator.annotate(tested.sentence, {0, static_cast<std::uint32_t>(tested.sentence.size())}, annotation);
  const SentenceFrames found = read_frames(tested.sentence, annotation, annotator.grammar(), context);
  std::vector<FrameFields> frames;
  if (!may_claim(annotation)) return frames;
  std::set<std::pair<std::string, std::string>> seen;
  for (const Frame& frame : found.frames) {
    for (const Concept* substance : frame.subject.substances) {
      if (!seen.emplace(substance->id, frame.outcome->id).second) continue;
      frames.push_back({substance->id, std::string(to_string(frame.subject.exposure)),
                        std::string(to_string(frame.relation)), frame.outcome->id,
                        std::string(to_string(frame.certainty)), std::string(to_string(frame.polarity))});
    }
  }
  return frames;
}

class SentenceFramesTest : public testing::TestWithParam<SentenceCase> {
 protected:
  static Language& language() {
    static Language compiled;  // built once: every case reads the same vocabulary
    return compiled;
  }
};

TEST_P(SentenceFramesTest, AreAsAnEditorReadsThem) {
  const SentenceCase& tested = GetParam();
  ASSERT_TRUE(tested.language == "nl" || tested.language == "en");
  Subject focus;
  const Context context = context_of(tested, language().vocabulary, focus);
  ASSERT_TRUE(tested.topic == "-" || context.topic) << "no such topic: " << tested.topic;
  Annotator& annotator = tested.language == "nl" ? language().dutch : language().english;
  const std::string wrong = difference(tested.frames, read(tested, annotator, context));
  if (tested.known) {
    EXPECT_FALSE(wrong.empty()) << "is right now, so take the word \"known\" out of its row: " << tested.sentence;
  } else {
    EXPECT_TRUE(wrong.empty()) << tested.sentence << wrong;
  }
}

INSTANTIATE_TEST_SUITE_P(Sentences, SentenceFramesTest, testing::ValuesIn(cases()),
                         [](const auto& tested) { return tested.param.id; });

TEST(SentenceRows, NameConceptsThatExist) {
  const Vocabulary vocabulary = Vocabulary::built_in();
  for (const SentenceCase& tested : cases()) {
    for (const FrameFields& frame : tested.frames) {
      ASSERT_EQ(frame.size(), 6U) << tested.id;
      for (const std::string& id : split(frame[0], "/")) {
        EXPECT_TRUE(vocabulary.find(ConceptScheme::substance, id)) << tested.id << ": " << id;
      }
      for (const std::string& id : split(frame[3], "/")) {
        EXPECT_TRUE(vocabulary.find(ConceptScheme::outcome, id)) << tested.id << ": " << id;
      }
    }
  }
}

TEST(SentenceRows, CoverBothLanguagesAndSayEachThingOnce) {
  std::map<std::string, int> by_language;
  std::set<std::string> ids;
  std::set<std::string> sentences;
  for (const SentenceCase& tested : cases()) {
    ++by_language[tested.language];
    EXPECT_TRUE(ids.insert(tested.id).second) << tested.id;
    EXPECT_TRUE(sentences.insert(tested.sentence).second) << tested.sentence;
  }
  EXPECT_GE(by_language["nl"], 200);
  EXPECT_GE(by_language["en"], 120);
}

}  // namespace
}  // namespace claimbase
