#include "analysis/document/markdown_head.h"

#include <string>
#include <unordered_map>

#include "analysis/document/date_line.h"
#include "analysis/document/text_shape.h"
#include "analysis/document/yaml_block.h"
#include "analysis/language/resources.h"
#include "analysis/language/unicode.h"

namespace claimbase::reading {
namespace {

using Fields = std::unordered_multimap<std::string, std::string>;

// A key may name one field of the article and another of an entry.
bool names(std::string_view key, std::string_view field) {
  static const Fields fields = [] {
    Fields made;
    for (const auto& row : tsv_rows(resource("document/front_matter.tsv"))) made.emplace(fold(row.at(2)), row.at(0));
    return made;
  }();
  if (key.empty()) return false;
  const auto [begin, end] = fields.equal_range(fold(key));
  for (auto at = begin; at != end; ++at) {
    if (at->second == field) return true;
  }
  return false;
}

// "https://example.org/health/2024/02/01/zinc.html": blogs put the day of publication into their addresses.
std::string date_in_path(std::string_view address) {
  constexpr std::size_t kDate = 10;  // "2024/02/01"
  for (std::size_t at = address.find("/20"); at != std::string_view::npos; at = address.find("/20", at + 1)) {
    std::string day(address.substr(at + 1, kDate));
    if (day.size() < kDate || day[4] != '/' || day[7] != '/' || address.substr(at + 1 + kDate, 1) != "/") continue;
    day[4] = day[7] = '-';
    if (const auto date = read_date_line(day)) return date->date;
  }
  return {};
}

class HeadReader {
 public:
  HeadReader(std::string_view source, Document& document, StructureBuilder& builder)
      : source_(source), document_(document), builder_(builder) {}

  void read(const YamlBlock& block) {
    for (std::size_t i = 0; i < block.lines.size();) {
      const YamlLine& line = block.lines[i];
      if (line.indent == 0 && names(line.key.of(source_), "sources")) {
        i = read_sources(block, i);
        continue;
      }
      if (line.indent == 0) take_value(line);
      if (!builder_.is_open()) builder_.open({.role = BlockRole::metadata, .settled = true});
      builder_.text(line.line.of(source_), line.line);
      builder_.space(line.line.end);
      ++i;
    }
    builder_.close();
    if (document_.date.empty()) document_.date = date_in_path(document_.url);
  }

 private:
  void take_value(const YamlLine& line) {
    const std::string_view key = line.key.of(source_);
    const std::string_view value = line.value.of(source_);
    if (value.empty()) return;
    if (document_.title.empty() && names(key, "title")) document_.title = value;
    if (document_.publisher.empty() && names(key, "publisher")) document_.publisher = value;
    if (document_.date.empty() && names(key, "date")) {
      if (const auto date = read_date_line(value.substr(0, value.find('T')))) document_.date = date->date;
    }
    if (names(key, "language") && value.size() <= 12) document_.language = value;
    if (document_.url.empty() && names(key, "address") && value.starts_with("http")) document_.url = value;
  }

  std::size_t read_sources(const YamlBlock& block, std::size_t i) {
    builder_.close();
    const YamlLine& head = block.lines[i];
    for (const ByteRange each : read_flow_list(source_, head.value)) {
      start_entry();
      add(each);
    }
    for (++i; i < block.lines.size() && (block.lines[i].indent > 0 || block.lines[i].item); ++i) {
      const YamlLine& line = block.lines[i];
      if (line.item) start_entry();
      if (!builder_.is_open()) continue;
      if (line.key.empty() || names(line.key.of(source_), "entry-title")) add(line.value);
      for (const std::string_view field : {"author", "year", "container", "url", "doi", "pmid"}) {
        if (names(line.key.of(source_), field)) add(line.value);
      }
    }
    builder_.close();
    return i;
  }

  void start_entry() { builder_.open({.kind = BlockKind::reference, .number = ++entries_, .settled = true}); }

  // The parts of an entry are put behind one another as a printed entry has them.
  void add(ByteRange value) {
    const std::string_view words = value.of(source_);
    if (words.empty()) return;
    if (builder_.has_words()) {
      if (!ends_sentence(builder_.words())) builder_.generated(".", value.begin);
      builder_.space(value.begin);
    }
    builder_.text(words, value);
  }

  std::string_view source_;
  Document& document_;
  StructureBuilder& builder_;
  int entries_ = 0;
};

}  // namespace

std::uint32_t read_markdown_head(std::string_view source, std::uint32_t begin, Document& document,
                                 StructureBuilder& builder) {
  const auto block = read_yaml_block(source, begin);
  if (!block) return begin;
  HeadReader(source, document, builder).read(*block);
  return block->end;
}

}  // namespace claimbase::reading
