#include "query/judgements.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>

#include "query/usage_error.h"

namespace claimbase {
namespace {

using JsonValue = nlohmann::json;

template <typename Use>
void each_line(std::string_view bytes, const Use& use) {
  std::size_t number = 0;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    std::string_view line = bytes.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    use(line, ++number);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
}

std::vector<std::string_view> fields_of(std::string_view line) {
  constexpr std::string_view kSpace = " \t";
  std::vector<std::string_view> fields;
  while (fields.size() < 5) {  // more than any row has
    const std::size_t begin = line.find_first_not_of(kSpace);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(line.find_first_of(kSpace, begin), line.size());
    fields.push_back(line.substr(begin, end - begin));
    line.remove_prefix(end);
  }
  return fields;
}

std::optional<int> grade_of(std::string_view text) {
  int grade = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), grade);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(grade) : std::nullopt;
}

std::string id_of(const JsonValue& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_number_integer() ? std::to_string(value.get<std::int64_t>()) : std::string();
}

}  // namespace

std::vector<JudgedQuery> read_queries(std::string_view bytes) {
  std::vector<JudgedQuery> queries;
  each_line(bytes, [&](std::string_view line, std::size_t number) {
    if (line.find_first_not_of(" \t") == std::string_view::npos) return;
    const JsonValue object = JsonValue::parse(line, nullptr, false);
    JudgedQuery query;
    if (object.is_object()) {
      query.id = id_of(object.value("_id", JsonValue()));
      const auto text = object.find("text");
      if (text != object.end() && text->is_string()) query.text = text->get<std::string>();
    }
    if (query.id.empty() || query.text.empty()) {
      throw UsageError("line " + std::to_string(number) + " of the queries is no object with _id and text");
    }
    queries.push_back(std::move(query));
  });
  return queries;
}

std::map<std::string, Grades, std::less<>> read_judgements(std::string_view bytes) {
  std::map<std::string, Grades, std::less<>> judgements;
  each_line(bytes, [&](std::string_view line, std::size_t number) {
    const std::vector<std::string_view> fields = fields_of(line);
    if (fields.empty()) return;
    const bool fits = fields.size() == 3 || fields.size() == 4;
    const std::optional<int> grade = fits ? grade_of(fields.back()) : std::nullopt;
    if (!grade && fits && number == 1) return;  // the head of the table
    if (!grade)
      throw UsageError("line " + std::to_string(number) + " of the judgements is no query, document and grade");
    judgements[std::string(fields.front())][std::string(fields[fields.size() - 2])] = *grade;
  });
  return judgements;
}

}  // namespace claimbase
