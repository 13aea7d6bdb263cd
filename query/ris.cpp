#include "query/ris.h"

#include <algorithm>
#include <string_view>

namespace claimbase {
namespace {

std::string_view type_of(std::string_view csl) {
  if (csl == "article-journal") return "JOUR";
  if (csl == "webpage") return "ELEC";
  if (csl == "book") return "BOOK";
  if (csl == "chapter") return "CHAP";
  if (csl == "report") return "RPRT";
  if (csl == "legislation") return "STAT";
  if (csl == "thesis") return "THES";
  return "GEN";
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
  put(entry, "SP", page.substr(0, dash));
  if (dash != std::string::npos) put(entry, "EP", page.substr(dash + 1));
}

}  // namespace

std::string ris_entry(const ReferenceRecord& work) {
  std::string entry;
  put(entry, "TY", std::string(type_of(work.type)));
  for (const AuthorRecord& author : work.authors) {
    const std::string person = author.given.empty() ? author.family : author.family + ", " + author.given;
    put(entry, "AU", author.literal.empty() ? person : author.literal);
  }
  if (work.year) put(entry, "PY", std::to_string(*work.year));
  put(entry, "TI", work.title);
  put(entry, "T2", work.container_title);
  put(entry, "VL", work.volume);
  put(entry, "IS", work.issue);
  put_pages(entry, work.page);
  put(entry, "PB", work.publisher);
  put(entry, "DO", work.doi);
  put(entry, "AN", work.pmid);
  put(entry, "UR", work.url);
  std::string accessed = work.accessed;
  std::ranges::replace(accessed, '-', '/');
  put(entry, "Y2", accessed);
  put(entry, "AB", work.abstract);
  if (work.title.empty()) put(entry, "N1", work.raw);
  put(entry, "ID", work.id);
  return entry + "ER  - \r\n\r\n";
}

}  // namespace claimbase
