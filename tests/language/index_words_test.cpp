#include "analysis/language/index_words.h"

#include <gmock/gmock.h>

#include "tests/support/index_words_of.h"

namespace claimbase {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Le;
using testing::SizeIs;

// A stem at the place of the one before has a '+' before it.
std::vector<std::string> stems(std::string_view bytes) {
  std::vector<std::string> read;
  each_index_word(bytes, [&](std::string_view stem, bool same_place) {
    read.push_back((same_place ? "+" : "") + std::string(stem));
    return true;
  });
  return read;
}

TEST(IndexWords, AreStemsAndThePartsOfCompounds) {
  EXPECT_THAT(stems(index_words_of("Sterke bloeddrukverlaging!", "nl")),
              ElementsAre("sterk", "bloeddrukverlaag", "+bloeddruk", "+verlaag"));
  EXPECT_THAT(stems(index_words_of("omega-3 fatty acids", "en")), ElementsAre("omega", "3", "fatti", "acid"));
  EXPECT_THAT(stems(index_words_of("", "nl")), IsEmpty());
}

TEST(IndexWords, APartThatStandsTwiceIsGivenOnce) {
  WordForm form;
  form.stem = "olie-olie";
  form.parts = {{"oli", 0, 4}, {"oli", 5, 9}, {"olie-olie", 0, 9}};
  const Word word{{0, 9}, 0, &form};
  std::string bytes;
  append_index_words({&word, 1}, bytes);
  EXPECT_THAT(stems(bytes), ElementsAre("olie-olie", "+oli"));
}

TEST(IndexWords, LongWordsComeBack) {
  const std::string word(256, 'a');
  EXPECT_THAT(stems(index_words_of(word + " b", "und")), ElementsAre(word, "b"));
}

TEST(IndexWords, ReadingStopsWhereItIsTold) {
  int read = 0;
  each_index_word(index_words_of("een twee drie", "und"), [&](std::string_view, bool) { return ++read < 2; });
  EXPECT_EQ(read, 2);
}

TEST(IndexWords, OtherBytesAreReadWithoutHarm) {
  const std::string bytes = index_words_of("Magnesium verlaagt de bloeddruk bij volwassenen", "nl");
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THAT(stems(std::string(bytes, 0, size)), SizeIs(Le(stems(bytes).size())));
  }
  EXPECT_THAT(stems("\xff\xff\xff"), IsEmpty());
}

}  // namespace
}  // namespace claimbase
