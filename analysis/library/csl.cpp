#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "analysis/bibliography/scan.h"
#include "analysis/library/json_slices.h"
#include "analysis/library/readers.h"

namespace claimbase::library {
namespace {

using Json = nlohmann::json;

// A string, a number, or the first of a list, which is how Crossref gives titles.
std::string text_of(const Json& object, std::string_view name) {
  const auto found = object.find(name);
  if (found == object.end()) return {};
  const Json& value = found->is_array() && !found->empty() ? found->front() : *found;
  if (value.is_string()) return value.get_ref<const std::string&>();
  return value.is_number_integer() ? std::to_string(value.get<std::int64_t>()) : std::string();
}

std::string first_of(const Json& object, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    std::string text = text_of(object, name);
    if (!text.empty()) return text;
  }
  return {};
}

std::string date_text(const Json& object, std::string_view name) {
  const auto date = object.find(name);
  if (date == object.end()) return {};
  if (date->is_string()) return date->get<std::string>();
  if (!date->is_object()) return {};
  const auto parts = date->find("date-parts");
  if (parts == date->end() || !parts->is_array() || parts->empty() || !parts->front().is_array()) {
    return first_of(*date, {"raw", "literal"});
  }
  std::string text;
  for (const Json& part : parts->front()) {  // numbers, or strings of them
    text += text.empty() ? "" : "-";
    if (part.is_number_integer()) text += std::to_string(part.get<std::int64_t>());
    if (part.is_string()) text += part.get<std::string>();
  }
  return text;
}

std::string joined(std::string first, const std::string& second) {
  if (!first.empty() && !second.empty()) first += ' ';
  return first + second;
}

std::vector<Author> names_of(const Json& object, std::string_view role) {
  std::vector<Author> names;
  const auto list = object.find(role);
  if (list == object.end() || !list->is_array()) return names;
  for (const Json& each : *list) {
    if (!each.is_object()) continue;
    const std::string literal = clean(first_of(each, {"literal", "name"}));
    const std::string particles = joined(text_of(each, "dropping-particle"), text_of(each, "non-dropping-particle"));
    names.push_back(literal.empty() ? person(joined(particles, text_of(each, "family")), text_of(each, "given"),
                                             text_of(each, "suffix"))
                                    : Author{{}, {}, literal});
  }
  return names;
}

void add_list(std::vector<std::string>& items, const Json& object, std::string_view name) {
  const auto list = object.find(name);
  if (list == object.end() || !list->is_array()) return;
  for (const Json& each : *list) {
    if (each.is_string()) add_items(items, each.get_ref<const std::string&>());
  }
}

void add_keywords(LibraryRecord& record, const Json& object) {
  std::string keywords = text_of(object, "keyword");
  if (keywords.find(';') == std::string::npos) std::ranges::replace(keywords, ',', ';');
  add_items(record.keywords, keywords);
  add_list(record.keywords, object, "subject");
  add_list(record.mesh, object, "mesh");
  add_list(record.publication_types, object, "publication_types");
}

// Zotero keeps what CSL has no name for in the note: "PMID: 123\nPMCID: PMC45".
std::string noted(const std::string& note, std::string_view name) {
  const std::string cue = std::string(name) + ": ";
  const std::size_t at = note.find(cue);
  if (at == std::string::npos || (at > 0 && !scan::is_space(note[at - 1]))) return {};
  const std::size_t begin = at + cue.size();
  return note.substr(begin, note.find_first_of(" \n;", begin) - begin);
}

LibraryRecord record_of(const Json& object, std::uint32_t line) {
  LibraryRecord made;
  made.line = line;
  Reference& work = made.work;
  made.key = clean(text_of(object, "id"));
  work.type = csl_type("csl", text_of(object, "type"));
  work.title = without_tags(text_of(object, "title"));
  work.authors = names_of(object, "author");
  made.editors = names_of(object, "editor");
  const auto et_al = object.find("et_al");
  work.et_al = et_al != object.end() && et_al->is_boolean() && et_al->get<bool>();
  put_date(made, date_text(object, "issued"));
  work.container_title = without_tags(first_of(object, {"container-title", "container-title-short"}));
  work.volume = clean(text_of(object, "volume"));
  work.issue = clean(text_of(object, "issue"));
  work.page = pages_of(first_of(object, {"page", "page-first"}));
  work.publisher = clean(text_of(object, "publisher"));
  const std::string note = text_of(object, "note");
  work.doi = doi_of(text_of(object, "DOI"));
  if (work.doi.empty()) work.doi = doi_of(noted(note, "DOI"));
  work.pmid = pmid_of(text_of(object, "PMID"));
  if (work.pmid.empty()) work.pmid = pmid_of(noted(note, "PMID"));
  work.pmcid = pmcid_of(text_of(object, "PMCID"));
  if (work.pmcid.empty()) work.pmcid = pmcid_of(noted(note, "PMCID"));
  work.url = clean(text_of(object, "URL"));
  work.accessed = date_of(date_text(object, "accessed"));
  made.abstract = without_tags(text_of(object, "abstract"));
  made.language = clean(text_of(object, "language"));
  made.issn = clean(text_of(object, "ISSN"));
  made.isbn = clean(text_of(object, "ISBN"));
  add_keywords(made, object);
  return made;
}

}  // namespace

void read_csl_json(std::string_view text, Collector& records) {
  each_json_object(text, [&](std::string_view bytes, std::size_t offset) {
    const std::uint32_t line = records.line_of(offset);
    const Json object = Json::parse(bytes, nullptr, false);
    if (object.is_discarded()) {
      records.say(Severity::warning, "library.broken-record", line, "an object that is no JSON");
      return;
    }
    // {"items": [...]} and the answers of Crossref's API wrap the records.
    const auto message = object.find("message");
    const Json& inner = message != object.end() && message->is_object() ? *message : object;
    const auto items = inner.find("items");
    if (items == inner.end() || !items->is_array()) return records.add(record_of(inner, line));
    for (const Json& each : *items) {
      if (each.is_object()) records.add(record_of(each, line));
    }
  });
}

}  // namespace claimbase::library
