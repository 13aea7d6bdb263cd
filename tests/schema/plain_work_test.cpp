#include "schema/plain_work.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "schema/work_json.h"
#include "schema/work_parser.h"

namespace claimbase {
namespace {

// A space behind the brace: JSON still, but not as it is written here.
std::string with_space(const std::string& json) {
  return "{ " + json.substr(1);
}

TEST(PlainWork, ReadsWhatIsWritten) {
  const auto work = read_plain_work(
      R"({"type":"article-journal","title":"Of \"salt\" \\ and\u000awater","author":[{"family":"Bakker","given":"J."},)"
      R"({"literal":"Health Council"}],"keyword":["salt","water"],"et_al":1,"year":1999,"level":2})");
  ASSERT_TRUE(work);
  EXPECT_EQ(work->type, "article-journal");
  EXPECT_EQ(work->title, "Of \"salt\" \\ and\nwater");
  ASSERT_EQ(work->authors.size(), 2U);
  EXPECT_EQ(work->authors[0].given, "J.");
  EXPECT_EQ(work->authors[1].literal, "Health Council");
  EXPECT_EQ(work->keywords, (std::vector<std::string>{"salt", "water"}));
  EXPECT_TRUE(work->et_al);
  EXPECT_EQ(work->year, 1999);
  EXPECT_EQ(work->level, 2);
}

TEST(PlainWork, LeavesOtherFormsToTheParserOfAllJson) {
  for (const char* json : {"",
                           "{",
                           "[]",
                           "{ }",
                           "{} ",
                           R"({"title": "a"})",
                           R"({"title":"a",})",
                           R"({"title":"\n"})",
                           R"({"title":"\u00e9"})",
                           R"({"title":1})",
                           R"({"year":"1999"})",
                           R"({"year":1999.0})",
                           R"({"year":01})",
                           R"({"year":99999999999})",
                           R"({"year":-})",
                           R"({"colour":"red"})",
                           R"({"author":{}})",
                           R"({"author":[{"name":"x"}]})",
                           R"({"keyword":[1]})",
                           "{\"title\":\"a\nb\"}",
                           R"({"title":"a)",
                           R"({"title":"a\)",
                           R"({"title":"a\u0)",
                           R"({"title":"a"}{})"})
    EXPECT_FALSE(read_plain_work(json)) << json;
}

TEST(PlainWork, IsWhatTheParserOfAllJsonMakesOfIt) {
  std::mt19937_64 random(11);
  const auto text = [&random] {
    static const std::string pieces[] = {
        "a", "\"", "\\", std::string(1, '\0'), "\x01",         "\x1f", "\x7f", "\n", " ",
        "{", "]",  ",",  "\xC3\xA9",           "\xE2\x82\xAC", "\xff", "\xC3", "u00"};
    std::string made;
    for (std::size_t i = random() % 6; i > 0; --i) made += pieces[random() % std::size(pieces)];
    return made;
  };
  for (int round = 0; round < 2'000; ++round) {
    ReferenceRecord work;
    for (const auto& field : text_fields()) {
      if (random() % 3 == 0) work.*field.member = text();
    }
    for (const auto& field : list_fields()) {
      for (std::size_t i = random() % 3; i > 0; --i) (work.*field.member).push_back(text());
    }
    for (std::size_t i = random() % 3; i > 0; --i) work.authors.push_back({text(), text(), text()});
    for (std::size_t i = random() % 3; i > 0; --i) work.editors.push_back({text(), text(), text()});
    if (random() % 2 == 0) work.year = static_cast<int>(random() % 4'000) - 1'000;
    work.level = static_cast<int>(random() % 6);
    work.et_al = random() % 2 == 0;
    const std::string json = to_json(work);
    const auto plain = read_plain_work(json);
    ASSERT_TRUE(plain) << json;
    const ReferenceRecord parsed = parse_work(with_space(json));
    EXPECT_EQ(to_json(*plain), to_json(parsed)) << json;
  }
}

}  // namespace
}  // namespace claimbase
