#include "schema/work_json.h"

#include <array>
#include <string_view>

namespace claimbase {
namespace {

void append_string(std::string& out, std::string_view text) {
  static constexpr std::string_view kHex = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\0') {
      out += "\\ufffd";  // SQLite's JSON functions end a string at U+0000
    } else if (byte < 0x20) {
      out += "\\u00";
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    } else {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
  }
  out += '"';
}

void append_member(std::string& out, std::string_view name) {
  if (out.back() != '{') out += ',';
  append_string(out, name);
  out += ':';
}

void append_text(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  append_member(out, name);
  append_string(out, value);
}

void append_number(std::string& out, std::string_view name, int value) {
  append_member(out, name);
  out += std::to_string(value);
}

void append_authors(std::string& out, std::string_view name, const std::vector<AuthorRecord>& authors) {
  if (authors.empty()) return;
  append_member(out, name);
  char separator = '[';
  for (const auto& author : authors) {
    out += separator;
    out += '{';
    append_text(out, "family", author.family);
    append_text(out, "given", author.given);
    append_text(out, "literal", author.literal);
    out += '}';
    separator = ',';
  }
  out += ']';
}

void append_list(std::string& out, std::string_view name, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  append_member(out, name);
  char separator = '[';
  for (const auto& text : texts) {
    out += separator;
    append_string(out, text);
    separator = ',';
  }
  out += ']';
}

constexpr std::array<TextField, 18> kTextFields{{
    {"type", &ReferenceRecord::type},
    {"title", &ReferenceRecord::title},
    {"container-title", &ReferenceRecord::container_title},
    {"volume", &ReferenceRecord::volume},
    {"issue", &ReferenceRecord::issue},
    {"page", &ReferenceRecord::page},
    {"publisher", &ReferenceRecord::publisher},
    {"DOI", &ReferenceRecord::doi},
    {"PMID", &ReferenceRecord::pmid},
    {"PMCID", &ReferenceRecord::pmcid},
    {"URL", &ReferenceRecord::url},
    {"accessed", &ReferenceRecord::accessed},
    {"abstract", &ReferenceRecord::abstract},
    {"study_design", &ReferenceRecord::study_design},
    {"date", &ReferenceRecord::date},
    {"language", &ReferenceRecord::language},
    {"ISSN", &ReferenceRecord::issn},
    {"ISBN", &ReferenceRecord::isbn},
}};

constexpr std::array<ListField, 3> kListFields{{
    {"keyword", &ReferenceRecord::keywords},
    {"mesh", &ReferenceRecord::mesh},
    {"publication_types", &ReferenceRecord::publication_types},
}};

}  // namespace

std::span<const TextField> text_fields() {
  return kTextFields;
}

std::span<const ListField> list_fields() {
  return kListFields;
}

std::string to_json(const ReferenceRecord& work) {
  std::string out = "{";
  for (const auto& [name, member] : kTextFields) append_text(out, name, work.*member);
  append_authors(out, "author", work.authors);
  append_authors(out, "editor", work.editors);
  for (const auto& [name, member] : kListFields) append_list(out, name, work.*member);
  if (work.et_al) append_number(out, "et_al", 1);
  if (work.year) append_number(out, "year", *work.year);
  if (work.level != 0) append_number(out, "level", work.level);
  return out + '}';
}

std::string reference_json(const ReferenceRecord& work) {
  if (work.abstract.empty()) return to_json(work);
  ReferenceRecord without = work;
  without.abstract.clear();
  return to_json(without);
}

int count_fields(const ReferenceRecord& work) {
  int count = 0;
  for (const auto& field : kTextFields) count += (work.*field.member).empty() ? 0 : 1;
  for (const auto& field : kListFields) count += (work.*field.member).empty() ? 0 : 1;
  count += work.study_design == "unknown" ? -1 : 0;
  count += static_cast<int>(work.editors.size());
  return count + (work.year ? 1 : 0) + static_cast<int>(work.authors.size());
}

std::string author_line(const ReferenceRecord& work) {
  std::string line;
  for (const auto& author : work.authors) {
    if (!line.empty()) line += "; ";
    if (!author.literal.empty()) {
      line += author.literal;
      continue;
    }
    line += author.family;
    if (!author.family.empty() && !author.given.empty()) line += ' ';
    line += author.given;
  }
  return line;
}

}  // namespace claimbase
