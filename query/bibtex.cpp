#include "query/bibtex.h"

#include <algorithm>
#include <array>

#include "analysis/language/unicode.h"
#include "query/work.h"
#include "schema/csl_json.h"

namespace claimbase {
namespace {

struct TypeName {
  std::string_view csl;
  std::string_view entry;
  std::string_view subtype;  // of BibLaTeX
};

// corpus/bibliography/record_types.tsv reads each of them back.
constexpr std::array<TypeName, 13> kTypes{{{"article-journal", "article", ""},
                                           {"article-magazine", "article", "magazine"},
                                           {"article-newspaper", "article", "newspaper"},
                                           {"book", "book", ""},
                                           {"chapter", "incollection", ""},
                                           {"paper-conference", "inproceedings", ""},
                                           {"report", "techreport", ""},
                                           {"thesis", "phdthesis", ""},
                                           {"webpage", "online", ""},
                                           {"legislation", "legislation", ""},
                                           {"dataset", "dataset", ""},
                                           {"patent", "patent", ""},
                                           {"motion_picture", "movie", ""}}};

TypeName entry_type(std::string_view csl) {
  const auto found = std::ranges::find(kTypes, csl, &TypeName::csl);
  return found == kTypes.end() ? TypeName{"document", "misc", ""} : *found;
}

// "and" parts names, and a comma the parts of one.
std::string braced(const std::string& name) {
  return "{" + bibtex_escaped(name) + "}";
}

std::string family_of(const AuthorRecord& author) {
  const bool split = fold(" " + author.family + " ").find(" and ") != std::string::npos;
  return split ? braced(author.family) : bibtex_escaped(author.family);
}

std::string names_of(const std::vector<AuthorRecord>& names) {
  std::string line;
  for (const AuthorRecord& author : names) {
    if (!line.empty()) line += " and ";
    if (!author.literal.empty()) {
      line += braced(author.literal);  // not a person with a family name
    } else if (!author.given.empty()) {
      line += family_of(author) + ", " + bibtex_escaped(author.given);
    } else {
      line += family_of(author);
      if (author.family.find(' ') != std::string::npos) line += ',';
    }
  }
  return line;
}

std::string authors_of(const ReferenceRecord& work) {
  const std::string authors = names_of(work.authors);
  return work.et_al && !authors.empty() ? authors + " and others" : authors;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string line;
  for (const std::string& text : texts) line += (line.empty() ? "" : "; ") + text;
  return line;
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

// Two hyphens are BibTeX's dash.
std::string pages(const std::string& page) {
  std::string escaped = bibtex_escaped(page);
  const std::size_t dash = escaped.find('-');
  if (dash != std::string::npos && escaped.find("-{}-") == std::string::npos) escaped.insert(dash, 1, '-');
  return escaped;
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
    } else if (c == '{') {
      out += "\\textbraceleft{}";  // an escaped brace still counts where BibTeX looks for the end
    } else if (c == '}') {
      out += "\\textbraceright{}";
    } else if (std::string_view("&%$#_").find(c) != std::string_view::npos) {
      out += '\\';
      out += c;
    } else if (std::string_view("-`'").find(c) != std::string_view::npos && out.ends_with(c)) {
      out += "{}";  // two of them would be joined to a dash or a quote
      out += c;
    } else {
      out += static_cast<unsigned char>(c) < ' ' || c == '\x7f' ? ' ' : c;
    }
  }
  return out;
}

std::string BibtexWriter::entry(const ReferenceRecord& work, const std::string& notice) {
  std::string key = base_key(work);
  const int seen = ++keys_[key];
  if (seen > 1) key += "-" + std::to_string(seen);
  const TypeName type = entry_type(work.type);
  const bool in_book = work.type == "chapter" || work.type == "paper-conference";
  std::string entry = "@" + std::string(type.entry) + "{" + key;
  put(entry, "entrysubtype", std::string(type.subtype));
  put(entry, "author", authors_of(work));
  put(entry, "editor", names_of(work.editors));
  if (!work.title.empty()) put(entry, "title", "{" + bibtex_escaped(work.title) + "}");  // keeps its capitals
  put(entry, in_book ? "booktitle" : "journal", bibtex_escaped(work.container_title));
  if (work.year) put(entry, "year", std::to_string(*work.year));
  constexpr std::size_t kYearAlone = 4;
  if (work.date.size() > kYearAlone) put(entry, "date", work.date);
  put(entry, "volume", bibtex_escaped(work.volume));
  put(entry, "number", bibtex_escaped(work.issue));
  put(entry, "pages", pages(work.page));
  put(entry,
      work.type == "report"   ? "institution"
      : work.type == "thesis" ? "school"
                              : "publisher",
      bibtex_escaped(work.publisher));
  put(entry, "issn", bibtex_escaped(work.issn));
  put(entry, "isbn", bibtex_escaped(work.isbn));
  put(entry, "doi", address(work.doi));
  put(entry, "pmid", address(work.pmid));
  put(entry, "pmcid", address(work.pmcid));
  put(entry, "url", address(work.url));
  put(entry, "urldate", work.accessed);
  put(entry, "language", bibtex_escaped(work.language));
  put(entry, "abstract", bibtex_escaped(work.abstract));
  put(entry, "keywords", bibtex_escaped(keyword_line(work.keywords)));
  put(entry, "mesh", bibtex_escaped(joined(work.mesh)));
  put(entry, "publicationtype", bibtex_escaped(joined(work.publication_types)));
  std::string note = work.title.empty() ? work.raw : "";
  if (!notice.empty()) note += (note.empty() ? "" : " ") + notice;
  put(entry, "note", bibtex_escaped(note));
  return entry + "\n}\n";
}

}  // namespace claimbase
