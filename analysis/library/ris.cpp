#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analysis/bibliography/scan.h"
#include "analysis/library/readers.h"
#include "analysis/library/tagged_lines.h"

namespace claimbase::library {
namespace {

struct Field {
  std::string_view tag;
  std::string value;
};

// A line without a tag goes on with the value of the line before, in these fields as a further item.
bool is_list(std::string_view tag) {
  return tag == "KW" || tag == "N1" || tag == "AU" || tag == "A1";
}

using Tags = std::array<std::string_view, 6>;

// EndNote's way to print an organisation: a comma at the end, or two behind its first part ("Board,, Ltd").
Author ris_author(std::string_view name) {
  if (const std::size_t doubled = name.find(",,"); doubled != std::string_view::npos) {
    return {{}, {}, clean(std::string(name.substr(0, doubled)) + std::string(name.substr(doubled + 1)))};
  }
  if (name.ends_with(',') && name.find(',') + 1 == name.size()) return {{}, {}, clean(name.substr(0, name.size() - 1))};
  return author_of(name);
}

class RisRecord {
 public:
  RisRecord(std::string_view type, std::uint32_t line) : type_(type) { made_.line = line; }

  void add(std::string_view tag, std::string_view value) { fields_.push_back({tag, std::string(value)}); }

  void go_on(std::string_view value) {
    if (fields_.empty()) return;
    Field& last = fields_.back();
    if (is_list(last.tag)) {
      add(last.tag, value);
    } else {
      last.value += ' ';
      last.value += value;
    }
  }

  LibraryRecord take() && {
    made_.work.type = csl_type("ris", type_);
    for (const Field& field : fields_) read(field);
    put_names();
    const bool chapter = made_.work.type == "chapter";
    put_first(made_.work.container_title,
              chapter ? Tags{"T2", "BT", "JF", "T3", "JO", "JA"} : Tags{"JF", "T2", "JO", "JA", "J2", "T3"});
    put_date(made_, first("DA"));  // a date of the year that PY gives says more
    put_pages();
    put_identifiers();
    return std::move(made_);
  }

 private:
  std::string_view first(std::string_view tag) const {
    const auto found = std::ranges::find_if(fields_, [&](const Field& f) { return f.tag == tag && !f.value.empty(); });
    return found == fields_.end() ? std::string_view() : std::string_view(found->value);
  }

  void put_first(std::string& field, const Tags& tags) const {
    for (const std::string_view tag : tags) {
      if (field.empty()) field = without_tags(first(tag));
    }
  }

  void read(const Field& field) {
    const auto& [tag, value] = field;
    if (tag == "KW") add_items(made_.keywords, value);
    if (tag == "PY" || tag == "Y1") put_date(made_, value);
    if (tag == "AU" || tag == "A1") made_.work.authors.push_back(ris_author(value));
    if (tag == "A2" || tag == "ED") made_.editors.push_back(ris_author(value));
    if (tag == "M3" && doi_of(value).empty()) put_item(made_.publication_types, value);
    if (tag == "U1" && value.starts_with(kMesh)) put_item(made_.mesh, std::string_view(value).substr(kMesh.size()));
  }

  static void put_item(std::vector<std::string>& items, std::string_view value) {
    std::string item = clean(value);
    if (!item.empty()) items.push_back(std::move(item));
  }

  void put_names() {
    Reference& work = made_.work;
    // BT is the book's own title where the record is a book, else the title of the book that holds it.
    put_first(work.title, work.type == "chapter" ? Tags{"TI", "T1", "CT", "ST"} : Tags{"TI", "T1", "CT", "ST", "BT"});
    made_.abstract = without_tags(first("AB").empty() ? first("N2") : first("AB"));
    put(made_.key, first("ID"));
    put(work.volume, first("VL"));
    put(work.issue, first("IS"));
    put(work.publisher, first("PB"));
    put(work.url, first("UR"));
    put(made_.language, first("LA"));
    work.accessed = date_of(first("Y2"));
    const bool has_others = !work.authors.empty() && is_others(work.authors.back().literal);
    if (has_others) work.authors.pop_back();
    work.et_al = has_others;
    const std::string number = clean(first("SN"));
    const bool is_book = work.type == "book" || work.type == "chapter";
    (is_book ? made_.isbn : made_.issn) = number;
    put(made_.issn, first("U2"));
    put(made_.isbn, first("U3"));
  }

  static bool is_others(std::string_view name) { return name == "et al." || name == "et al" || name == "others"; }

  // "SP  - 349-69" holds both. Ovid prints "SP  - No", "EP  - Specified" where there is none.
  void put_pages() {
    const std::string begin = pages_of(first("SP"));
    const std::string end = pages_of(first("EP"));
    if (begin == "No" && end == "Specified") return;
    const bool whole = begin.empty() || end.empty() || begin == end || begin.find('-') != std::string::npos;
    made_.work.page = whole ? (begin.empty() ? end : begin) : begin + "-" + end;
    put(made_.work.page, pages_of(first("C7")));
  }

  void put_identifiers() {
    Reference& work = made_.work;
    for (const std::string_view tag : {"DO", "M3", "N1", "UR"}) {
      if (work.doi.empty()) work.doi = doi_of(first(tag));
    }
    work.pmcid = pmcid_of(first("C2"));
    for (const std::string_view tag : {"DB", "DP"}) {
      const std::string_view source = first(tag);
      const bool pubmed = source == "PubMed" || source == "NLM" || source == "Medline" || source == "MEDLINE";
      const std::string_view number = first("AN");
      if (pubmed && !number.empty() && std::ranges::all_of(number, scan::is_digit)) work.pmid = pmid_of(number);
    }
    for (const Field& field : fields_) {
      const std::string_view value = field.value;
      if (field.tag != "N1" || !work.pmid.empty() || !value.starts_with("PMID: ")) continue;
      work.pmid = pmid_of(value.substr(0, value.find(' ', 6)));
    }
  }

  static constexpr std::string_view kMesh = "MeSH: ";
  std::string_view type_;
  std::vector<Field> fields_;
  LibraryRecord made_;
};

}  // namespace

void read_ris(std::string_view text, Collector& records) {
  std::optional<RisRecord> open;
  bool stray = false;
  const auto close = [&] {
    if (open) records.add(std::move(*open).take());
    open.reset();
  };
  each_tagged_line(text, 2, 2, [&](const TaggedLine& line) {
    if (line.tag == "TY") {
      const std::uint32_t number = records.line_of(line.offset);
      if (open) {
        records.say(Severity::note, "library.unterminated-record", number,
                    "a record starts before ER has ended the one above");
      }
      close();
      open.emplace(line.value, number);
      stray = false;
    } else if (line.tag == "ER") {
      close();
    } else if (!open) {
      if (line.tag.empty() || line.value.empty() || stray) return;
      records.say(Severity::note, "library.stray-line", records.line_of(line.offset),
                  "a field outside of any record: left out");
      stray = true;  // once until the next record
    } else if (!line.tag.empty()) {
      open->add(line.tag, line.value);
    } else if (!line.value.empty()) {
      open->go_on(line.value);
    }
  });
  close();
}

}  // namespace claimbase::library
