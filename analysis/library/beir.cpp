#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "analysis/library/json_slices.h"
#include "analysis/library/readers.h"

namespace claimbase::library {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostTitle = 200;  // bytes of a text that stand for its title

std::string text_of(const Json& object, std::string_view name) {
  const auto found = object.find(name);
  if (found == object.end()) return {};
  if (found->is_string()) return clean(found->get_ref<const std::string&>());
  return found->is_number_integer() ? std::to_string(found->get<std::int64_t>()) : std::string();
}

// Some collections have passages without a title: their first words say what they are.
std::string title_from(const std::string& text) {
  if (text.size() <= kMostTitle) return text;
  const std::size_t space = text.rfind(' ', kMostTitle);
  if (space != std::string::npos && space > 0) return text.substr(0, space);
  std::size_t end = kMostTitle;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;  // not inside a character
  return text.substr(0, end);
}

LibraryRecord record_of(const Json& object, std::uint32_t line) {
  LibraryRecord made;
  made.line = line;
  made.key = text_of(object, "_id");
  made.abstract = text_of(object, "text");
  made.work.type = "document";
  made.work.title = text_of(object, "title");
  if (made.work.title.empty()) made.work.title = title_from(made.abstract);
  const auto metadata = object.find("metadata");
  if (metadata != object.end() && metadata->is_object()) {
    made.work.url = text_of(*metadata, "url");
    made.work.pmid = pmid_of(text_of(*metadata, "pubmed_id"));
  }
  return made;
}

}  // namespace

void read_beir(std::string_view text, Collector& records) {
  each_json_object(text, [&](std::string_view bytes, std::size_t offset) {
    const std::uint32_t line = records.line_of(offset);
    const Json object = Json::parse(bytes, nullptr, false);
    if (object.is_discarded()) {
      records.say(Severity::warning, "library.broken-record", line, "an object that is no JSON");
      return;
    }
    records.add(record_of(object, line));
  });
}

}  // namespace claimbase::library
