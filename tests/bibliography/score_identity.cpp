// Scores the matching of works against labelled strings that are not part of the project: which pairs of an entry, as
// parse_reference reads it, and a record, as people labelled it, are taken for one work.
//   score_identity FILE.jsonl ...     {raw, authors, year, title, container, volume, pages} a line, null: none
// Each entry is tried as it is and in the ways in which entries differ from records: without its subtitle, volume and
// page, author, journal, with a misprint, with the year before. Entries whose records are equal count as one work.
// Prints how often a key is shared, the agreement of each field, and precision and recall for several thresholds.
#include <cmath>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/bibliography/reference.h"
#include "analysis/bibliography/similarity.h"
#include "analysis/bibliography/work_identity.h"

namespace {

using claimbase::WorkIdentity;
using nlohmann::json;

struct Labelled {
  WorkIdentity entry;
  WorkIdentity record;
};

std::string text(const json& row, const char* name) {
  const auto found = row.find(name);
  return found != row.end() && found->is_string() ? found->get<std::string>() : "";
}

std::string family_of(const std::string& name) {
  return name.substr(0, name.find(','));
}

WorkIdentity record_of(const json& row) {
  const std::string year = text(row, "year");
  const std::string title = text(row, "title");
  const std::string container = text(row, "container");
  const std::string volume = text(row, "volume");
  const std::string pages = text(row, "pages");
  std::string first;
  if (row.contains("authors") && !row["authors"].empty()) first = family_of(row["authors"][0].get<std::string>());
  claimbase::WorkFields fields{};
  fields.title = title;
  fields.first_author = first;
  if (year.size() == 4) fields.year = std::stoi(year);
  fields.container = container;
  fields.volume = volume;
  fields.page = pages;
  return claimbase::identity_of(fields);
}

WorkIdentity entry_of(const std::string& raw) {
  const claimbase::Reference read = claimbase::parse_reference(raw);
  claimbase::WorkFields fields{};
  fields.title = read.title;
  if (!read.authors.empty()) {
    fields.first_author = read.authors[0].family.empty() ? read.authors[0].literal : read.authors[0].family;
  }
  fields.year = read.year;
  fields.container = read.container_title;
  fields.volume = read.volume;
  fields.page = read.page;
  return claimbase::identity_of(fields);  // without identifiers: those need no score
}

struct Way {
  const char* name;
  std::function<WorkIdentity(WorkIdentity)> change;
};

std::vector<Way> ways() {
  return {{"as it is", [](WorkIdentity w) { return w; }},
          {"half the title",
           [](WorkIdentity w) {
             w.title = w.title.substr(0, w.title.find(' ', w.title.size() * 6 / 10));
             return w;
           }},
          {"no volume and page",
           [](WorkIdentity w) {
             w.volume.clear();
             w.page.clear();
             return w;
           }},
          {"no author",
           [](WorkIdentity w) {
             w.family.clear();
             return w;
           }},
          {"no journal",
           [](WorkIdentity w) {
             w.container.clear();
             return w;
           }},
          {"misprint",
           [](WorkIdentity w) {
             if (w.title.size() > 12) w.title.erase(w.title.size() / 2, 1);
             return w;
           }},
          {"year before",
           [](WorkIdentity w) {
             if (w.year) --*w.year;
             return w;
           }},
          {"title only", [](WorkIdentity w) {
             WorkIdentity bare;
             bare.title = w.title;
             bare.year = w.year;
             return bare;
           }}};
}

struct Counts {
  std::map<std::string, std::size_t> same;
  std::map<std::string, std::size_t> other;
};

template <typename Value, typename Same>
void count(Counts& counts, bool same, const std::string& field, const Value& a, const Value& b, const Same& equal) {
  if (a == Value{} || b == Value{}) return;
  ++(same ? counts.same : counts.other)[field + (equal(a, b) ? " agrees" : " differs")];
}

void count_fields(Counts& counts, bool same, const WorkIdentity& a, const WorkIdentity& b) {
  const auto equal = [](const auto& x, const auto& y) { return x == y; };
  count(counts, same, "author", a.family, b.family,
        [](const auto& x, const auto& y) { return claimbase::same_name(x, y); });
  count(counts, same, "year", a.year, b.year, equal);
  count(counts, same, "container", a.container, b.container,
        [](const auto& x, const auto& y) { return claimbase::same_container(x, y); });
  count(counts, same, "volume", a.volume, b.volume, equal);
  count(counts, same, "page", a.page, b.page, equal);
  if (a.title.empty() || b.title.empty()) return;
  const double similarity = claimbase::title_similarity(a.title, b.title);
  const char* level = similarity >= 0.97 ? "0.97" : similarity >= 0.85 ? "0.85" : similarity >= 0.7 ? "0.70" : "below";
  ++(same ? counts.same : counts.other)[std::string("title ") + level];
}

}  // namespace

int main(int count_of_arguments, char** arguments) {
  std::vector<Labelled> rows;
  for (int i = 1; i < count_of_arguments; ++i) {
    std::ifstream file(arguments[i]);
    for (std::string line; std::getline(file, line);) {
      const json row = json::parse(line);
      rows.push_back({entry_of(text(row, "raw")), record_of(row)});
    }
  }
  std::unordered_map<std::int64_t, std::vector<std::size_t>> by_key;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (const auto key : claimbase::match_keys(rows[i].record)) by_key[key].push_back(i);
  }
  Counts counts;
  for (const Way& way : ways()) {
    std::size_t shared = 0;
    std::vector<double> same;
    std::vector<double> other;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const WorkIdentity entry = way.change(rows[i].entry);
      std::set<std::size_t> candidates;
      for (const auto key : claimbase::match_keys(entry)) {
        const auto found = by_key.find(key);
        if (found != by_key.end()) candidates.insert(found->second.begin(), found->second.end());
      }
      shared += candidates.contains(i) ? 1U : 0U;
      for (const std::size_t candidate : candidates) {
        const WorkIdentity& record = rows[candidate].record;
        const bool is_same = candidate == i || record == rows[i].record;
        const double score = claimbase::match_score(entry, record);
        if (candidate == i || !is_same) (is_same ? same : other).push_back(score);
        if (way.name == std::string_view("as it is")) count_fields(counts, is_same, entry, record);
        if (!is_same && score >= claimbase::kMatchThreshold && way.name == std::string_view("as it is")) {
          std::cerr << "taken for one: " << entry.title << " | " << record.title << '\n';
        }
      }
    }
    std::cout << way.name << ": key shared by " << shared << " of " << rows.size();
    for (const double threshold : {0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999}) {
      const auto above = [threshold](const std::vector<double>& scores) {
        return std::ranges::count_if(scores, [threshold](double score) { return score >= threshold; });
      };
      std::cout << "; " << threshold << ": " << above(same) << " right, " << above(other) << " wrong";
    }
    std::cout << '\n';
  }
  for (const auto& [name, number] : counts.same) {
    std::cout << name << ": " << number << " among the same, " << counts.other[name] << " among others\n";
  }
  for (const auto& [name, number] : counts.other) {
    if (!counts.same.contains(name)) std::cout << name << ": 0 among the same, " << number << " among others\n";
  }
}
