#include "tools/train_references/evaluation.h"

#include <algorithm>

#include "analysis/language/unicode.h"

namespace claimbase::training {

namespace {

bool same(std::string_view expected, std::string_view read) {
  return fold_alphanumeric(expected) == fold_alphanumeric(read);
}

// "161-166" and "161" begin alike; "S12-S18" at "S12".
std::string_view first_page(std::string_view pages) {
  const auto end = pages.find_first_of("-,; ");
  return pages.substr(0, end);
}

// Names are given as "Family, Given" or as printed, sometimes several in one: the family name must be there as a whole,
// with or without the given names, in either order.
bool same_author(std::string_view expected, const Author& read) {
  const auto wanted = fold_alphanumeric(expected);
  if (!read.literal.empty()) return wanted == fold_alphanumeric(read.literal);
  const auto family = fold_alphanumeric(read.family);
  const auto given = fold_alphanumeric(read.given);
  const auto before_comma = fold_alphanumeric(expected.substr(0, expected.find(',')));
  for (const auto& name : {wanted, before_comma}) {
    if (name == family || name == family + given || name == given + family) return true;
  }
  return false;
}

// "23(9)" is volume 23, issue 9; "108 Suppl" is volume 108, "Volume 12" is 12.
bool same_volume(std::string_view expected, const Reference& read) {
  for (const std::string_view announced : {"Volume ", "volume "}) {
    if (expected.starts_with(announced)) expected.remove_prefix(announced.size());
  }
  if (same(expected, read.volume) || same(expected, read.volume + read.issue)) return true;
  const auto end = expected.find_first_of(" (");
  return end != std::string_view::npos && same(expected.substr(0, end), read.volume);
}

std::string_view given_value(const LabelledString& expected, Field field) {
  switch (field) {
    case Field::author:
      return expected.authors.empty() ? std::string_view{} : std::string_view(expected.authors.front());
    case Field::year:
      return expected.year;
    case Field::title:
      return expected.title;
    case Field::container:
      return expected.container;
    case Field::volume:
      return expected.volume;
    case Field::page:
      return expected.pages;
  }
  return {};
}

bool is_right(const LabelledString& expected, const Reference& read, Field field) {
  const auto wanted = given_value(expected, field);
  switch (field) {
    case Field::author:
      if (read.authors.empty()) return fold_alphanumeric(wanted).empty();  // "———": the same as above
      return same_author(wanted, read.authors.front());
    case Field::year:
      return wanted.substr(0, 4) == (read.year ? std::to_string(*read.year) : std::string{});
    case Field::title:
      return same(wanted, read.title);
    case Field::container:
      return same(wanted, read.container_title);
    case Field::volume:
      return same_volume(wanted, read);
    case Field::page:
      return same(first_page(wanted), first_page(read.page));
  }
  return false;
}

}  // namespace

std::array<bool, kFields> right_fields(const LabelledString& expected, const Reference& read) {
  std::array<bool, kFields> right{};
  for (std::size_t i = 0; i < kFields; ++i) right[i] = is_right(expected, read, static_cast<Field>(i));
  return right;
}

void count(const std::array<bool, kFields>& right, const LabelledString& expected, Score& score) {
  ++score.strings;
  bool where_given = true;
  for (std::size_t i = 0; i < kFields; ++i) {
    score.right[i] += right[i] ? 1U : 0U;
    where_given = where_given && (right[i] || given_value(expected, static_cast<Field>(i)).empty());
  }
  score.all_right += std::ranges::all_of(right, [](bool each) { return each; }) ? 1U : 0U;
  score.all_right_where_given += where_given ? 1U : 0U;
}

}  // namespace claimbase::training
