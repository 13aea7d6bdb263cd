#include "analysis/bibliography/marked_entry.h"

#include <algorithm>
#include <string>
#include <utility>

#include "analysis/bibliography/scan.h"
#include "analysis/bibliography/study_design.h"
#include "analysis/language/resources.h"
#include "analysis/language/unicode.h"

namespace claimbase {
namespace {

std::string type_named(std::string_view word) {
  const std::string folded = fold(word);
  for (const auto& row : tsv_rows(resource("bibliography/record_types.tsv"))) {
    if (row.at(0) == "jats" && row.at(1) == folded) return std::string(row.at(2));
  }
  return {};
}

// A title keeps no stop at its end, a number no cue: "pp. 4-5" is "4-5".
std::string plain(std::string_view value) {
  return std::string(scan::trim(value, ".,;"));
}

std::optional<int> year_in(std::string_view value) {
  for (std::size_t i = value.find_first_of("0123456789"); i != std::string_view::npos && i < value.size();) {
    const auto number = scan::number_at(value, i);
    if (scan::is_year(number)) return number.value;
    i = value.find_first_of("0123456789", i + std::max<std::size_t>(number.digits, 1));
  }
  return std::nullopt;
}

std::string lower_case(std::string_view text) {
  std::string made(text);
  std::ranges::transform(made, made.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return made;
}

std::string pages(const std::string& first, const std::string& last) {
  return last.empty() || last == first ? first : first + "-" + last;
}

// An ASCII hyphen between pages, whatever dash was printed.
std::string with_hyphen(std::string value) {
  for (const std::string_view dash : {"\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x90", "\xE2\x88\x92"}) {
    for (std::size_t at = value.find(dash); at != std::string::npos; at = value.find(dash, at + 1))
      value.replace(at, dash.size(), "-");
  }
  return value;
}

class Filler {
 public:
  explicit Filler(Reference& reference) : made_(reference) {}

  void take(const EntryField& field) {
    switch (field.part) {
      case EntryPart::type:
        made_.type = type_named(field.value);
        break;
      case EntryPart::family:
        authors_.push_back({field.value, "", ""});
        break;
      case EntryPart::given:
        if (!authors_.empty()) authors_.back().given = field.value;
        break;
      case EntryPart::collective:
        authors_.push_back({"", "", field.value});
        break;
      case EntryPart::et_al:
        made_.et_al = true;
        break;
      case EntryPart::year:
        if (const auto year = year_in(field.value)) made_.year = year;
        break;
      case EntryPart::title:
      case EntryPart::translated_title:
        if (title_.empty() || field.part == EntryPart::title) title_ = plain(field.value);
        break;
      case EntryPart::chapter:
        chapter_ = plain(field.value);
        break;
      case EntryPart::container:
        container_ = plain(field.value);
        break;
      case EntryPart::volume:
        made_.volume = plain(field.value);
        break;
      case EntryPart::issue:
        made_.issue = plain(field.value);
        break;
      case EntryPart::first_page:
        first_ = plain(field.value);
        break;
      case EntryPart::last_page:
        last_ = plain(field.value);
        break;
      case EntryPart::pages:
        made_.page = with_hyphen(plain(field.value));
        break;
      case EntryPart::publisher:
        made_.publisher = plain(field.value);
        break;
      case EntryPart::doi:
        made_.doi = lower_case(field.value);
        break;
      case EntryPart::pmid:
        made_.pmid = field.value;
        break;
      case EntryPart::pmcid:
        made_.pmcid = field.value.starts_with("PMC") ? field.value : "PMC" + field.value;
        break;
      case EntryPart::url:
        made_.url = field.value;
        break;
      case EntryPart::accessed:
        made_.accessed = field.value;
        break;
    }
  }

  void finish() {
    if (!authors_.empty()) made_.authors = std::move(authors_);
    if (!first_.empty()) made_.page = pages(first_, last_);
    if (title_.empty()) title_ = std::exchange(chapter_, {});
    // What has no title of its own is the source: a book, a web page.
    if (title_.empty()) title_ = std::exchange(container_, {});
    if (!title_.empty()) made_.title = std::move(title_);
    if (!container_.empty()) made_.container_title = std::move(container_);
    if (made_.type.empty()) made_.type = made_.volume.empty() ? "document" : "article-journal";
    if (made_.type == "book" && !made_.container_title.empty()) made_.type = "chapter";
    made_.design = design_of(made_);
  }

 private:
  Reference& made_;
  std::vector<Author> authors_;
  std::string title_;
  std::string chapter_;
  std::string container_;
  std::string first_;
  std::string last_;
};

}  // namespace

Reference reference_of(const MarkedEntry& entry, std::string_view text) {
  Reference reference;
  if (entry.complete) {
    reference.raw = scan::one_line(text);
  } else {
    reference = parse_reference(text);
    if (entry.fields.empty()) return reference;
  }
  Filler filler(reference);
  for (const EntryField& each : entry.fields) filler.take(each);
  filler.finish();
  return reference;
}

}  // namespace claimbase
