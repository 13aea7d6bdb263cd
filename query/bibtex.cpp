#include "query/bibtex.h"

#include "analysis/language/unicode.h"

namespace claimbase {
namespace {

std::string_view entry_type(std::string_view csl) {
  if (csl == "article-journal") return "article";
  if (csl == "book") return "book";
  if (csl == "chapter") return "incollection";
  if (csl == "report") return "techreport";
  if (csl == "thesis") return "phdthesis";
  return "misc";
}

std::string authors_of(const ReferenceRecord& work) {
  std::string authors;
  for (const AuthorRecord& author : work.authors) {
    if (!authors.empty()) authors += " and ";
    if (!author.literal.empty()) {
      authors += "{" + bibtex_escaped(author.literal) + "}";  // braces: not a person with a family name
    } else {
      authors += bibtex_escaped(author.family);
      if (!author.given.empty()) authors += ", " + bibtex_escaped(author.given);
    }
  }
  if (work.et_al && !authors.empty()) authors += " and others";
  return authors;
}

// Addresses are taken as they are; only braces would end the field.
std::string address(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '{') {
      out += "%7B";
    } else if (c == '}') {
      out += "%7D";
    } else if (static_cast<unsigned char>(c) > ' ') {
      out += c;
    }
  }
  return out;
}

std::string pages(std::string page) {
  const std::size_t dash = page.find('-');
  if (dash != std::string::npos && page.find("--") == std::string::npos) page.insert(dash, 1, '-');
  return page;
}

std::string ascii(const std::string& folded) {
  std::string out;
  for (const char c : folded) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
  }
  return out;
}

std::string base_key(const ReferenceRecord& work) {
  std::string name;
  if (!work.authors.empty()) name = work.authors.front().literal + work.authors.front().family;
  if (name.empty()) name = work.title.substr(0, work.title.find(' '));
  std::string key = ascii(fold_alphanumeric(name));
  if (key.empty()) key = "work";
  return work.year ? key + std::to_string(*work.year) : key;
}

void put(std::string& entry, std::string_view name, const std::string& value) {
  if (value.empty()) return;
  entry += ",\n  ";
  entry += name;
  entry += " = {" + value + "}";
}

}  // namespace

std::string bibtex_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\textbackslash{}";
    } else if (c == '~') {
      out += "\\textasciitilde{}";
    } else if (c == '^') {
      out += "\\textasciicircum{}";
    } else if (std::string_view("{}&%$#_").find(c) != std::string_view::npos) {
      out += '\\';
      out += c;
    } else {
      out += static_cast<unsigned char>(c) < ' ' || c == '\x7f' ? ' ' : c;
    }
  }
  return out;
}

std::string BibtexWriter::entry(const ReferenceRecord& work) {
  std::string key = base_key(work);
  const int seen = ++keys_[key];
  if (seen > 1) key += "-" + std::to_string(seen);
  std::string entry = "@" + std::string(entry_type(work.type)) + "{" + key;
  put(entry, "author", authors_of(work));
  if (!work.title.empty()) put(entry, "title", "{" + bibtex_escaped(work.title) + "}");  // keeps its capitals
  put(entry, work.type == "chapter" ? "booktitle" : "journal", bibtex_escaped(work.container_title));
  if (work.year) put(entry, "year", std::to_string(*work.year));
  put(entry, "volume", bibtex_escaped(work.volume));
  put(entry, "number", bibtex_escaped(work.issue));
  put(entry, "pages", bibtex_escaped(pages(work.page)));
  put(entry,
      work.type == "report"   ? "institution"
      : work.type == "thesis" ? "school"
                              : "publisher",
      bibtex_escaped(work.publisher));
  put(entry, "doi", address(work.doi));
  put(entry, "pmid", address(work.pmid));
  put(entry, "url", address(work.url));
  put(entry, "urldate", bibtex_escaped(work.accessed));
  if (work.title.empty()) put(entry, "note", bibtex_escaped(work.raw));
  return entry + "\n}\n";
}

}  // namespace claimbase
