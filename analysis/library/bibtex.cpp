#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

#include "analysis/bibliography/scan.h"
#include "analysis/library/bibtex_entries.h"
#include "analysis/library/bibtex_names.h"
#include "analysis/library/latex.h"
#include "analysis/library/readers.h"

namespace claimbase::library {
namespace {

class BibtexRecord {
 public:
  /// `parent`: the entry that crossref names, or null.
  BibtexRecord(const BibtexEntry& entry, const BibtexEntry* parent) : entry_(entry), parent_(parent) {}

  LibraryRecord read(std::uint32_t line) && {
    made_.line = line;
    made_.key = clean(entry_.key);
    const std::string subtype = text({"entrysubtype"});
    const bool periodical = entry_.type == "article" && (subtype == "magazine" || subtype == "newspaper");
    made_.work.type = csl_type("bibtex", periodical ? subtype : entry_.type);
    put_titles();
    put_people();
    put_date(made_, text({"date", "year"}));
    if (made_.work.year) put_date(made_, text({"month"}) + " " + std::to_string(*made_.work.year));
    put_numbers();
    put_identifiers();
    made_.abstract = without_tags(text({"abstract"}));
    put_keywords();
    return std::move(made_);
  }

 private:
  using Names = std::initializer_list<std::string_view>;

  std::string_view raw(std::string_view name) const {
    const auto found = entry_.fields.find(name);
    if (found != entry_.fields.end()) return found->second;
    if (parent_ == nullptr || name == "title" || name == "subtitle") return {};
    const auto inherited = parent_->fields.find(name);
    return inherited == parent_->fields.end() ? std::string_view() : std::string_view(inherited->second);
  }

  std::string text(Names names) const {
    for (const std::string_view name : names) {
      std::string value = from_latex(raw(name));
      if (!value.empty()) return value;
    }
    return {};
  }

  // Addresses and identifiers: what would be a command in a text is part of them.
  std::string address(Names names) const {
    for (const std::string_view name : names) {
      std::string value;
      const std::string_view typed = raw(name);
      for (std::size_t i = 0; i < typed.size(); ++i) {
        const bool escape = typed[i] == '\\' && i + 1 < typed.size() &&
                            std::string_view("_%#&~$").find(typed[i + 1]) != std::string_view::npos;
        if (!escape && typed[i] != '{' && typed[i] != '}') value += typed[i];
      }
      value = clean(value);
      if (!value.empty()) return value;
    }
    return {};
  }

  static std::string joined(const std::string& title, const std::string& subtitle) {
    return subtitle.empty() || title.empty() ? title + subtitle : title + ": " + subtitle;
  }

  void put_titles() {
    Reference& work = made_.work;
    work.title = without_tags(joined(text({"title"}), text({"subtitle"})));
    work.container_title = text({"journal", "journaltitle", "shortjournal"});
    if (work.container_title.empty()) work.container_title = joined(text({"booktitle"}), text({"booksubtitle"}));
    if (work.container_title.empty() && parent_ != nullptr && work.type != "book") {
      const auto title = parent_->fields.find("title");
      if (title != parent_->fields.end()) work.container_title = from_latex(title->second);
    }
  }

  void put_people() {
    BibtexNames authors = bibtex_names(raw("author"));
    made_.work.authors = std::move(authors.names);
    made_.work.et_al = authors.others;
    made_.editors = bibtex_names(raw("editor")).names;
  }

  void put_numbers() {
    Reference& work = made_.work;
    work.volume = text({"volume"});
    work.issue = text({"number", "issue"});
    work.page = pages_of(text({"pages"}));
    work.publisher = text({"publisher", "institution", "school", "organization", "howpublished"});
    if (work.publisher.find("://") != std::string::npos) work.publisher.clear();  // howpublished = {\url{...}}
    made_.language = text({"language", "langid"});
    made_.issn = text({"issn"});
    made_.isbn = text({"isbn"});
    work.accessed = date_of(text({"urldate"}));
  }

  void put_identifiers() {
    Reference& work = made_.work;
    work.doi = doi_of(address({"doi"}));
    work.url = address({"url"});
    work.pmid = pmid_of(address({"pmid"}));
    if (work.pmid.empty() && text({"eprinttype"}) == "pubmed") work.pmid = pmid_of(address({"eprint"}));
    work.pmcid = pmcid_of(address({"pmcid", "pmc"}));
    if (work.doi.empty()) work.doi = doi_of(work.url.find("doi.org/") != std::string::npos ? work.url : "");
  }

  void put_keywords() {
    std::string keywords = text({"keywords"});
    // JabRef parts by commas, Zotero too; with a semicolon the commas belong to the words.
    if (keywords.find(';') == std::string::npos) std::ranges::replace(keywords, ',', ';');
    add_items(made_.keywords, keywords);
    add_items(made_.mesh, text({"mesh"}));
    add_items(made_.publication_types, text({"publicationtype"}));
  }

  const BibtexEntry& entry_;
  const BibtexEntry* parent_;
  LibraryRecord made_;
};

}  // namespace

void read_bibtex(std::string_view text, Collector& records) {
  std::vector<BibtexEntry> entries;
  each_bibtex_entry(text, {[&](BibtexEntry entry) { entries.push_back(std::move(entry)); },
                           [&](std::size_t offset, std::string_view what) {
                             records.say(Severity::warning, "library.broken-record", records.line_of(offset),
                                         "an entry that cannot be read: " + std::string(what));
                           }});
  std::unordered_map<std::string_view, std::size_t> by_key;
  for (std::size_t i = 0; i < entries.size(); ++i) by_key.emplace(entries[i].key, i);
  for (const BibtexEntry& entry : entries) {
    const auto crossref = entry.fields.find("crossref");
    const auto parent = crossref == entry.fields.end() ? by_key.end() : by_key.find(scan::trim(crossref->second));
    const bool other = parent != by_key.end() && &entries[parent->second] != &entry;
    records.add(BibtexRecord(entry, other ? &entries[parent->second] : nullptr).read(records.line_of(entry.offset)));
  }
}

}  // namespace claimbase::library
