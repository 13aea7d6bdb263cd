#include "analysis/document/html_hints.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "analysis/document/phrases.h"
#include "analysis/language/resources.h"

namespace claimbase::reading {
namespace {

struct Row {
  std::string hint;
  std::string pattern;
};

std::vector<Row> rows_of_the_file() {
  std::vector<Row> rows;
  for (const auto& row : tsv_rows(resource("document/html_hints.tsv")))
    rows.push_back({std::string(row.at(0)), std::string(row.at(1))});
  return rows;
}

HtmlHint hint_of(std::string_view tag) {
  const std::string page = "<body>" + std::string(tag) + "</body>";
  GumboOutput* const output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
  const auto* const body = static_cast<const GumboNode*>(output->root->v.element.children.data[1]);
  HtmlHints hints;
  const HtmlHint hint = hints.of(*static_cast<const GumboNode*>(body->v.element.children.data[0]));
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return hint;
}

std::string with_stars_as(std::string pattern, std::string_view words) {
  for (std::size_t at = pattern.find('*'); at != std::string::npos; at = pattern.find('*', at + words.size()))
    pattern.replace(at, 1, words);
  return pattern;
}

// The hint of the word by the first row that fits, one row after the other. Each pattern is tried as a word, and so is
// what only nearly fits it.
TEST(HtmlHints, AreThoseOfTheFirstRowThatFits) {
  const std::vector<Row> rows = rows_of_the_file();
  ASSERT_GT(rows.size(), 100U);
  const auto row_of = [&](const std::string& word) {
    return std::ranges::find_if(rows, [&](const Row& row) { return matches_pattern(row.pattern, word); });
  };
  // A word that no row before this one fits says what its hint is called.
  std::vector<std::pair<std::string, HtmlHint>> names;
  for (const Row& row : rows) {
    const std::string word = with_stars_as(row.pattern, "");
    const HtmlHint hint = hint_of("<p class=\"" + word + "\">");
    EXPECT_NE(hint, HtmlHint::none) << word;
    const auto fits = row_of(word);
    const auto named = std::ranges::find(names, fits->hint, [](const auto& each) { return each.first; });
    if (named == names.end()) {
      names.emplace_back(fits->hint, hint);
    } else {
      EXPECT_EQ(hint, named->second) << word;
    }
  }
  for (const Row& row : rows) {
    for (const std::string& word : {with_stars_as(row.pattern, "q"), "q" + with_stars_as(row.pattern, ""),
                                    with_stars_as(row.pattern, "") + "q", with_stars_as(row.pattern, "*")}) {
      const auto fits = row_of(word);
      const auto named = fits == rows.end()
                             ? names.end()
                             : std::ranges::find(names, fits->hint, [](const auto& each) { return each.first; });
      EXPECT_EQ(hint_of("<p class=\"" + word + "\">"), named == names.end() ? HtmlHint::none : named->second) << word;
    }
  }
}

TEST(HtmlHints, OfSeveralWordsTheFirstRowCounts) {
  EXPECT_EQ(hint_of("<p class=\"wide sidebar references\">"), HtmlHint::references);
  EXPECT_EQ(hint_of("<p class=\"\n\twide  SideBar \">"), HtmlHint::navigation);
  EXPECT_EQ(hint_of("<p class=\"wide\" id=\"sidebar\">"), HtmlHint::navigation);
  EXPECT_EQ(hint_of("<p role=\"navigation\" class=\"references\">"), HtmlHint::navigation);
  EXPECT_EQ(hint_of("<p class=\" \">"), HtmlHint::none);
}

}  // namespace
}  // namespace claimbase::reading
