#include "query/ris.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace claimbase {
namespace {

struct TypeName {
  std::string_view csl;
  std::string_view ris;
};

// corpus/bibliography/record_types.tsv reads each of them back.
constexpr std::array<TypeName, 13> kTypes{{{"article-journal", "JOUR"},
                                           {"article-magazine", "MGZN"},
                                           {"article-newspaper", "NEWS"},
                                           {"webpage", "ELEC"},
                                           {"book", "BOOK"},
                                           {"chapter", "CHAP"},
                                           {"paper-conference", "CONF"},
                                           {"report", "RPRT"},
                                           {"legislation", "STAT"},
                                           {"thesis", "THES"},
                                           {"dataset", "DATA"},
                                           {"patent", "PAT"},
                                           {"motion_picture", "VIDEO"}}};

std::string_view type_of(std::string_view csl) {
  const auto found = std::ranges::find(kTypes, csl, &TypeName::csl);
  return found == kTypes.end() ? "GEN" : found->ris;
}

void put(std::string& entry, std::string_view tag, std::string value) {
  if (value.empty()) return;
  std::ranges::replace_if(
      value, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }, ' ');
  entry += tag;
  entry += "  - " + value + "\r\n";
}

// "8199-8226": first and last page.
void put_pages(std::string& entry, const std::string& page) {
  const std::size_t dash = page.find('-');
  const bool two = dash != std::string::npos && page.substr(0, dash) != page.substr(dash + 1);
  put(entry, "SP", two ? page.substr(0, dash) : page);
  if (two) put(entry, "EP", page.substr(dash + 1));
}

// A comma parts family and given name. As EndNote has it, an organisation that could be taken for a person ends in a
// comma, or doubles its first one.
std::string name_of(const AuthorRecord& author) {
  if (author.literal.empty()) return author.given.empty() ? author.family : author.family + ", " + author.given;
  std::string name = author.literal;
  const std::size_t comma = name.find(',');
  if (comma != std::string::npos) return name.insert(comma, 1, ',');
  const std::size_t space = name.rfind(' ');
  constexpr std::size_t kLongestInitials = 6;
  return space != std::string::npos && name.size() - space <= kLongestInitials ? name + "," : name;
}

void put_names(std::string& entry, std::string_view tag, const std::vector<AuthorRecord>& names) {
  for (const AuthorRecord& each : names) put(entry, tag, name_of(each));
}

std::string with_slashes(std::string date) {
  std::ranges::replace(date, '-', '/');
  return date;
}

}  // namespace

std::string ris_entry(const ReferenceRecord& work, const std::string& notice) {
  const bool in_book = work.type == "book" || work.type == "chapter";
  std::string entry;
  put(entry, "TY", std::string(type_of(work.type)));
  put_names(entry, "AU", work.authors);
  if (work.et_al) put(entry, "AU", "et al.");
  put_names(entry, "ED", work.editors);
  if (work.year) put(entry, "PY", std::to_string(*work.year));
  put(entry, "DA", with_slashes(work.date));
  put(entry, "TI", work.title);
  put(entry, "T2", work.container_title);
  put(entry, "VL", work.volume);
  put(entry, "IS", work.issue);
  put_pages(entry, work.page);
  put(entry, "PB", work.publisher);
  put(entry, "SN", in_book ? work.isbn : work.issn);
  put(entry, in_book ? "U2" : "U3", in_book ? work.issn : work.isbn);
  put(entry, "DO", work.doi);
  put(entry, "AN", work.pmid);
  if (!work.pmid.empty()) put(entry, "DB", "PubMed");
  put(entry, "C2", work.pmcid);
  put(entry, "UR", work.url);
  put(entry, "Y2", with_slashes(work.accessed));
  put(entry, "LA", work.language);
  put(entry, "AB", work.abstract);
  for (const std::string& each : work.keywords) put(entry, "KW", each);
  for (const std::string& each : work.mesh) put(entry, "U1", "MeSH: " + each);
  for (const std::string& each : work.publication_types) put(entry, "M3", each);
  if (work.title.empty()) put(entry, "N1", work.raw);
  put(entry, "N1", notice);
  put(entry, "ID", work.id);
  return entry + "ER  - \r\n\r\n";
}

}  // namespace claimbase
