// Scores marker finding against annotated texts that are not part of the project.
//   score_markers [--verbose] FILE.tsv     text, references, expected numbers ("-": none); a row is right or wrong
//   score_markers [--verbose] FILE.jsonl   {doc, n_refs, bracket, glued, expected}: paragraphs, each alone and by
//   document score_markers [--verbose] FOLDER       NAME.txt, an article, with NAME.json: {citations: [{offset,
//   printed, markers}],
//                                          references: [{n, raw}]}; offsets are characters
// Prints precision and recall over marker numbers (and, for a folder, over entries of the reference list).
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "analysis/article.h"
#include "analysis/bibliography/reference_list.h"
#include "analysis/citation/marker.h"
#include "analysis/document/reader.h"
#include "analysis/language/sentences.h"
#include "analysis/language/unicode.h"

namespace {

using claimbase::ByteRange;
using claimbase::Marker;
using claimbase::Sentence;
using nlohmann::json;

struct Score {
  std::size_t hit = 0;
  std::size_t expected = 0;
  std::size_t found = 0;
  std::size_t rows = 0;
  std::size_t rows_right = 0;

  void add(std::vector<int> gold, std::vector<int> ours) {
    std::ranges::sort(gold);
    std::ranges::sort(ours);
    std::vector<int> both;
    std::ranges::set_intersection(gold, ours, std::back_inserter(both));
    hit += both.size();
    expected += gold.size();
    found += ours.size();
    ++rows;
    rows_right += gold == ours ? 1U : 0U;
  }
};

double part(std::size_t some, std::size_t all) {
  return all == 0 ? 1.0 : static_cast<double>(some) / static_cast<double>(all);
}

void print(const std::string& name, const Score& score) {
  std::cout << name << ": P " << part(score.hit, score.found) << " R " << part(score.hit, score.expected) << " ("
            << score.hit << " of " << score.expected << ", " << score.found << " found), " << score.rows_right << " of "
            << score.rows << " entirely right\n";
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// A text of paragraphs, one a line, cut into sentences as articles are.
struct Paragraphs {
  std::string text;
  std::vector<Sentence> sentences;
  std::vector<ByteRange> ranges;

  void add(std::string_view paragraph) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += paragraph;
    ranges.push_back({begin, static_cast<std::uint32_t>(text.size())});
    text += '\n';
  }
  void split(std::string_view language) {
    for (std::uint32_t i = 0; i < ranges.size(); ++i) {
      for (const auto range : claimbase::split_sentences(text, ranges[i], language)) sentences.push_back({i, range});
    }
  }
  [[nodiscard]] std::vector<std::vector<int>> markers(std::size_t references) const {
    std::vector<std::vector<int>> found(ranges.size());
    for (const auto& marker : claimbase::find_markers(text, sentences, references)) {
      const auto owner = std::ranges::find_if(ranges, [&](ByteRange r) { return r.contains(marker.range); });
      if (owner != ranges.end()) found[static_cast<std::size_t>(owner - ranges.begin())].push_back(marker.number);
    }
    return found;
  }
};

std::string list_of(const std::vector<int>& numbers) {
  std::string out;
  for (const int n : numbers) out += (out.empty() ? "" : ",") + std::to_string(n);
  return out.empty() ? "-" : out;
}

void report(bool verbose, std::string_view where, const std::vector<int>& gold, const std::vector<int>& ours,
            std::string_view text) {
  if (verbose && gold != ours)
    std::cout << where << " expected " << list_of(gold) << " found " << list_of(ours) << "\n  " << text << '\n';
}

int score_table(const std::filesystem::path& path, bool verbose) {
  std::istringstream lines(read_file(path));
  Score score;
  for (std::string line; std::getline(lines, line);) {
    const auto first = line.find('\t');
    const auto second = first == std::string::npos ? first : line.find('\t', first + 1);
    if (second == std::string::npos || line[0] == '#' || line.starts_with("text\t")) continue;
    std::vector<int> gold;
    std::istringstream numbers(line.substr(second + 1));
    for (std::string cell; std::getline(numbers, cell, ',');) {
      if (cell.find_first_of("0123456789") != std::string::npos) gold.push_back(std::stoi(cell));
    }
    Paragraphs paragraph;
    paragraph.add(line.substr(0, first));
    paragraph.split("nl");
    const auto ours = paragraph.markers(std::stoul(line.substr(first + 1, second - first - 1))).front();
    report(verbose, "table", gold, ours, line.substr(0, first));
    score.add(gold, ours);
  }
  print("table", score);
  return 0;
}

int score_paragraphs(const std::filesystem::path& path, bool verbose) {
  std::istringstream lines(read_file(path));
  std::map<std::string, std::vector<json>> documents;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) continue;
    auto row = json::parse(line);
    documents[row.at("doc").get<std::string>()].push_back(std::move(row));
  }
  for (const std::string style : {"bracket", "glued"}) {
    Score alone;
    Score together;
    for (const auto& [name, rows] : documents) {
      Paragraphs all;
      for (const auto& row : rows) {
        const auto text = row.at(style).get<std::string>();
        const auto gold = row.at("expected").get<std::vector<int>>();
        Paragraphs one;
        one.add(text);
        one.split("en");
        const auto ours = one.markers(row.at("n_refs").get<std::size_t>()).front();
        report(verbose, style + " alone " + name, gold, ours, text);
        alone.add(gold, ours);
        all.add(text);
      }
      all.split("en");
      const auto found = all.markers(rows.front().at("n_refs").get<std::size_t>());
      for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto gold = rows[i].at("expected").get<std::vector<int>>();
        report(verbose, style + " document " + name, gold, found[i], all.ranges[i].of(all.text));
        together.add(gold, found[i]);
      }
    }
    print(style + ", each paragraph alone", alone);
    print(style + ", by document", together);
  }
  return 0;
}

// Byte offset of each character.
std::vector<std::size_t> byte_offsets(std::string_view text) {
  std::vector<std::size_t> offsets;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) offsets.push_back(i);
  }
  offsets.push_back(text.size());
  return offsets;
}

int score_articles(const std::filesystem::path& folder, bool verbose) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  Score all_markers;
  Score all_entries;
  for (const auto& file : files) {
    const auto gold = json::parse(read_file(file));
    const auto document = claimbase::read_document(read_file(std::filesystem::path(file).replace_extension(".txt")));
    const auto sentences = claimbase::sentences_of(document);
    const auto references = claimbase::read_references(document).references;
    const auto cited = claimbase::find_citations(document, sentences, references);
    const auto offsets = byte_offsets(document.text);
    // (place, number) of both sides; ours by the cluster it lies in, else by its own place.
    std::vector<std::pair<std::size_t, int>> expected;
    std::map<std::size_t, ByteRange> clusters;
    for (const auto& citation : gold.at("citations")) {
      const auto offset = citation.at("offset").get<std::size_t>();
      const auto begin = offsets.at(offset);
      const auto size = citation.at("printed").get<std::string>().size();
      clusters[begin] = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)};
      for (const int n : citation.at("markers").get<std::vector<int>>()) expected.emplace_back(begin, n);
    }
    Score markers;
    std::vector<std::pair<std::size_t, int>> ours;
    for (const auto& citation : cited.citations) {
      if (citation.kind != claimbase::CitationKind::marker) continue;
      auto place = static_cast<std::size_t>(citation.range.begin);
      for (const auto& [begin, range] : clusters) {
        if (range.overlaps(citation.range)) place = begin;
      }
      ours.emplace_back(place, std::stoi(citation.marker));
    }
    std::ranges::sort(expected);
    std::ranges::sort(ours);
    std::vector<std::pair<std::size_t, int>> both;
    std::ranges::set_intersection(expected, ours, std::back_inserter(both));
    markers.hit = both.size();
    markers.expected = expected.size();
    markers.found = ours.size();
    if (verbose) {
      const auto show = [&](const char* what, const std::pair<std::size_t, int>& item) {
        const auto from = item.first - std::min<std::size_t>(item.first, 50);
        std::cout << what << ' ' << item.second << ": " << document.text.substr(from, 80) << '\n';
      };
      for (const auto& item : expected)
        if (!std::ranges::binary_search(ours, item)) show("  missed", item);
      for (const auto& item : ours)
        if (!std::ranges::binary_search(expected, item)) show("  extra", item);
    }
    Score entries;
    std::map<int, std::string> printed;
    for (const auto& reference : references) printed.emplace(reference.number, reference.raw);
    entries.found = references.size();
    for (const auto& reference : gold.at("references")) {
      ++entries.expected;
      auto raw = reference.at("raw").get<std::string>();
      raw.erase(0, raw.find(' ') + 1);
      const auto found = printed.find(reference.at("n").get<int>());
      const bool same =
          found != printed.end() && claimbase::fold_alphanumeric(found->second) == claimbase::fold_alphanumeric(raw);
      entries.hit += same ? 1U : 0U;
      if (verbose && !same) std::cout << "  entry " << raw << '\n';
    }
    print(file.stem().string() + " markers", markers);
    print(file.stem().string() + " entries", entries);
    for (auto [sum, one] : {std::pair{&all_markers, &markers}, std::pair{&all_entries, &entries}}) {
      sum->hit += one->hit;
      sum->expected += one->expected;
      sum->found += one->found;
    }
  }
  print("all markers", all_markers);
  print("all entries", all_entries);
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string> words(arguments + 1, arguments + count);
  const bool verbose = !words.empty() && words.front() == "--verbose";
  if (words.size() != (verbose ? 2U : 1U)) {
    std::cerr << "usage: score_markers [--verbose] FILE.tsv|FILE.jsonl|FOLDER\n";
    return 2;
  }
  try {
    const std::filesystem::path path = words.back();
    if (std::filesystem::is_directory(path)) return score_articles(path, verbose);
    return path.extension() == ".tsv" ? score_table(path, verbose) : score_paragraphs(path, verbose);
  } catch (const std::exception& problem) {
    std::cerr << "score_markers: " << problem.what() << '\n';
    return 2;
  }
}
