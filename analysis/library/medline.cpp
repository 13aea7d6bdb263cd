#include <algorithm>
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

// "Magnesium in health." has its full stop from the format, "[Magnesium en slaap]." its brackets from translation.
std::string title_of(std::string_view value) {
  std::string title = without_tags(value);
  if (title.ends_with('.') && !title.ends_with("..")) title.pop_back();
  if (title.starts_with('[') && title.ends_with(']')) title = title.substr(1, title.size() - 2);
  return title;
}

class MedlineRecord {
 public:
  explicit MedlineRecord(std::uint32_t line) { made_.line = line; }

  void add(std::string_view tag, std::string_view value) { fields_.push_back({tag, std::string(value)}); }
  void go_on(std::string_view value) {
    if (fields_.empty()) return;
    fields_.back().value += ' ';
    fields_.back().value += value;
  }
  [[nodiscard]] bool has(std::string_view tag) const { return !first(tag).empty(); }

  LibraryRecord take() && {
    const bool full_names = has("FAU");
    const bool full_editors = has("FED");
    for (const Field& field : fields_) read(field, full_names, full_editors);
    Reference& work = made_.work;
    work.title = title_of(has("TI") ? first("TI") : first("BTI"));
    if (has("TI") && has("BTI")) work.container_title = title_of(first("BTI"));
    put(work.container_title, first("JT"));
    put(work.container_title, first("TA"));
    made_.abstract = without_tags(first("AB"));
    put_date(made_, first("DP"));
    put(work.volume, first("VI"));
    put(work.issue, first("IP"));
    work.page = pages_of(first("PG"));
    put(work.publisher, first("PB"));
    put(made_.language, first("LA"));
    put(made_.isbn, first("ISBN"));
    work.pmid = pmid_of(first("PMID"));
    work.pmcid = pmcid_of(first("PMC"));
    made_.key = work.pmid;
    work.type = has("BTI") ? (has("TI") ? "chapter" : "book") : "article-journal";
    return std::move(made_);
  }

 private:
  std::string_view first(std::string_view tag) const {
    const auto found = std::ranges::find(fields_, tag, &Field::tag);
    return found == fields_.end() ? std::string_view() : std::string_view(found->value);
  }

  void read(const Field& field, bool full_names, bool full_editors) {
    const auto& [tag, value] = field;
    if (tag == (full_names ? "FAU" : "AU")) made_.work.authors.push_back(author_of(value));
    if (tag == (full_editors ? "FED" : "ED")) made_.editors.push_back(author_of(value));
    if (tag == "CN") made_.work.authors.push_back({{}, {}, clean(value)});
    if (tag == "MH") add_item(made_.mesh, value);
    if (tag == "PT") add_item(made_.publication_types, value);
    if (tag == "OT") add_items(made_.keywords, without_star(value));
    if ((tag == "LID" || tag == "AID") && value.ends_with("[doi]") && made_.work.doi.empty())
      made_.work.doi = doi_of(value);
    if (tag == "IS" && (made_.issn.empty() || value.find("Electronic") == std::string::npos)) {
      put(made_.issn, std::string_view(value).substr(0, value.find(' ')));
    }
  }

  static void add_item(std::vector<std::string>& items, std::string_view value) {
    std::string item = clean(value);
    if (!item.empty()) items.push_back(std::move(item));
  }

  static std::string_view without_star(std::string_view value) {
    return value.starts_with('*') ? value.substr(1) : value;
  }

  std::vector<Field> fields_;
  LibraryRecord made_;
};

}  // namespace

void read_medline(std::string_view text, Collector& records) {
  std::optional<MedlineRecord> open;
  const auto close = [&] {
    if (open) records.add(std::move(*open).take());
    open.reset();
  };
  each_tagged_line(text, 2, 4, [&](const TaggedLine& line) {
    if (line.tag.empty() && line.value.empty()) {
      close();  // a blank line parts records
      return;
    }
    if (line.tag == "PMID" && open && open->has("PMID")) close();
    if (!line.tag.empty()) {
      if (!open) open.emplace(records.line_of(line.offset));
      open->add(line.tag, line.value);
    } else if (open) {
      open->go_on(line.value);
    }
  });
  close();
}

}  // namespace claimbase::library
