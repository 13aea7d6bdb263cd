#include "schema/work_parser.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "schema/store_error.h"
#include "schema/work_json.h"

namespace claimbase {
namespace {

using Json = nlohmann::json;

// The parser refuses bytes that are no UTF-8, which the column may hold: each byte is made a character of its own and
// a byte again afterwards.
std::string characters_of(std::string_view bytes) {
  std::string utf8;
  utf8.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      utf8 += c;
      continue;
    }
    utf8 += static_cast<char>(0xc0U | (byte >> 6U));
    utf8 += static_cast<char>(0x80U | (byte & 0x3fU));
  }
  return utf8;
}

std::string bytes_of(std::string_view characters) {
  std::string bytes;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const auto lead = static_cast<unsigned char>(characters[i]);
    if ((lead != 0xc2 && lead != 0xc3) || i + 1 == characters.size()) {
      bytes += characters[i];
      continue;
    }
    const auto next = static_cast<unsigned char>(characters[++i]);
    bytes += static_cast<char>(static_cast<unsigned char>((static_cast<unsigned>(lead) << 6U) | (next & 0x3fU)));
  }
  return bytes;
}

/// Reads strings as they are, or those of characters_of().
struct Reader {
  bool as_bytes = false;

  [[nodiscard]] std::string text(const Json& value) const {
    if (!value.is_string()) return {};
    const auto& text = value.get_ref<const std::string&>();
    return as_bytes ? bytes_of(text) : text;
  }
  [[nodiscard]] std::string member(const Json& object, const char* name) const {
    const auto found = object.find(name);
    return found == object.end() ? std::string() : text(*found);
  }
  [[nodiscard]] std::vector<AuthorRecord> names(const Json& list) const;
  [[nodiscard]] std::vector<std::string> texts(const Json& list) const;
  void read_list(ReferenceRecord& work, const std::string& name, const Json& list) const;
  void read_value(ReferenceRecord& work, const std::string& name, const Json& value) const;
};

int number_of(const Json& value) {
  return value.is_number_integer() ? value.get<int>() : 0;
}

std::vector<AuthorRecord> Reader::names(const Json& list) const {
  std::vector<AuthorRecord> read;
  read.reserve(list.size());
  for (const Json& each : list) {
    if (!each.is_object()) continue;
    read.push_back({member(each, "family"), member(each, "given"), member(each, "literal")});
  }
  return read;
}

std::vector<std::string> Reader::texts(const Json& list) const {
  std::vector<std::string> read;
  read.reserve(list.size());
  for (const Json& each : list) read.push_back(text(each));
  return read;
}

void Reader::read_list(ReferenceRecord& work, const std::string& name, const Json& list) const {
  if (name == "author") work.authors = names(list);
  if (name == "editor") work.editors = names(list);
  const auto field = std::ranges::find(list_fields(), name, &ListField::name);
  if (field != list_fields().end()) work.*(field->member) = texts(list);
}

void Reader::read_value(ReferenceRecord& work, const std::string& name, const Json& value) const {
  if (name == "year") work.year = number_of(value);
  if (name == "level") work.level = number_of(value);
  if (name == "et_al") work.et_al = number_of(value) != 0;
  const auto field = std::ranges::find(text_fields(), name, &TextField::name);
  if (field != text_fields().end()) work.*(field->member) = text(value);
}

}  // namespace

ReferenceRecord parse_work(std::string_view json) {
  Reader reader;
  Json parsed = Json::parse(json, nullptr, false);
  if (parsed.is_discarded()) {
    reader.as_bytes = true;
    parsed = Json::parse(characters_of(json), nullptr, false);
  }
  if (!parsed.is_object()) {
    throw StoreError(StoreErrorKind::corrupt, 0, "read a work: its column is no JSON object");
  }
  ReferenceRecord work;
  for (const auto& [name, value] : parsed.items()) {
    value.is_array() ? reader.read_list(work, name, value) : reader.read_value(work, name, value);
  }
  return work;
}

}  // namespace claimbase
