#include "schema/work_json.h"

#include <array>
#include <string_view>
#include <utility>

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

void append_authors(std::string& out, const std::vector<AuthorRecord>& authors) {
  if (authors.empty()) return;
  append_member(out, "author");
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

using TextField = std::pair<std::string_view, std::string ReferenceRecord::*>;
constexpr std::array<TextField, 14> kTextFields{{
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
}};

}  // namespace

std::string to_json(const ReferenceRecord& work) {
  std::string out = "{";
  for (const auto& [name, member] : kTextFields) append_text(out, name, work.*member);
  append_authors(out, work.authors);
  if (work.et_al) append_number(out, "et_al", 1);
  if (work.year) append_number(out, "year", *work.year);
  if (work.level != 0) append_number(out, "level", work.level);
  return out + '}';
}

int count_fields(const ReferenceRecord& work) {
  int count = 0;
  for (const auto& field : kTextFields) count += (work.*field.second).empty() ? 0 : 1;
  count += work.study_design == "unknown" ? -1 : 0;
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
