#include "tools/train_references/labelled_string.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "analysis/bibliography/entry_lexicon.h"

namespace claimbase::training {

namespace {

using Json = nlohmann::json;

std::string text_of(const Json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end() || found->is_null()) return {};
  return found->is_string() ? found->get<std::string>() : found->dump();
}

LabelledString from_json(const Json& object) {
  LabelledString made;
  made.id = text_of(object, "id");
  made.raw = object.at("raw").get<std::string>();
  for (const auto& segment : object.value("segments", Json::array()))
    made.segments.emplace_back(segment.at(0).get<std::string>(), segment.at(1).get<std::string>());
  for (const auto& author : object.value("authors", Json::array())) made.authors.push_back(author.get<std::string>());
  made.year = text_of(object, "year");
  made.title = text_of(object, "title");
  made.container = text_of(object, "container");
  made.volume = text_of(object, "volume");
  made.issue = text_of(object, "issue");
  made.pages = text_of(object, "pages");
  return made;
}

}  // namespace

std::vector<LabelledString> read_labelled_strings(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("open " + file.string() + ": failed");
  std::vector<LabelledString> strings;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.empty()) continue;
    try {
      strings.push_back(from_json(Json::parse(line)));
    } catch (const Json::exception& error) {
      throw std::runtime_error(file.string() + ":" + std::to_string(number) + ": " + error.what());
    }
  }
  return strings;
}

std::string_view article_of(const LabelledString& string) {
  return std::string_view(string.id).substr(0, string.id.find('#'));
}

int half_of(const LabelledString& string) {
  return static_cast<int>(entry::hash_of_word(article_of(string)) & 1U);
}

}  // namespace claimbase::training
