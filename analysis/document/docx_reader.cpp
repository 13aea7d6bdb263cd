#include "analysis/document/docx_reader.h"

#include <algorithm>

#include "analysis/document/docx_package.h"
#include "analysis/document/docx_walk.h"
#include "analysis/document/office_xml.h"
#include "analysis/document/text_shape.h"
#include "analysis/language/unicode.h"

namespace claimbase::reading {
namespace {

// "nl-NL" -> "nl".
std::string primary_language(std::string_view tag) {
  std::string made(tag.substr(0, tag.find('-')));
  std::ranges::transform(made, made.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  const bool letters = std::ranges::all_of(made, [](char c) { return c >= 'a' && c <= 'z'; });
  return letters && (made.size() == 2 || made.size() == 3) ? made : std::string();
}

// "2024-03-05T09:12:00Z" -> "2024-03-05".
std::string day_of(std::string_view time) {
  constexpr std::string_view kShape = "dddd-dd-dd";
  if (time.size() < kShape.size()) return {};
  for (std::size_t i = 0; i < kShape.size(); ++i) {
    const bool digit = time[i] >= '0' && time[i] <= '9';
    if (kShape[i] == 'd' ? !digit : time[i] != '-') return {};
  }
  return std::string(time.substr(0, kShape.size()));
}

// What the words of the document leave open. Word keeps the time of the last change, which is no date of publication
// but the best there is.
void complete_metadata(pugi::xml_node core, Document& document) {
  const auto say = [&](std::string_view name) { return trim(std::string_view(child_of(core, name).child_value())); };
  if (document.title.empty() && is_valid_utf8(say("title"))) document.title = say("title");
  if (document.date.empty()) document.date = day_of(say("modified"));
  if (document.date.empty()) document.date = day_of(say("created"));
}

void fail(WalkFault fault, const ReadBounds& bounds, Document& document) {
  document.text.clear();
  document.title.clear();
  document.marks.clear();
  document.anchors.clear();
  document.source_map = {};
  document.line_starts = {0};
  if (fault == WalkFault::too_deep) {
    document.diagnostics.push_back({Severity::error,
                                    "document.too-deep",
                                    {},
                                    "more than " + std::to_string(bounds.nesting) + " elements in one another"});
  } else {
    document.diagnostics.push_back({Severity::error,
                                    "document.too-slow",
                                    {},
                                    "not read in " + std::to_string(bounds.time.count()) + " milliseconds"});
  }
}

}  // namespace

void read_docx(std::string_view bytes, const ReadOptions& options, Document& document) {
  document.encoding = "UTF-8";
  DocxPackage package;
  if (auto fault = open_docx(bytes, options.bounds.inflated, package)) {
    document.diagnostics.push_back(*std::move(fault));
    return;
  }
  StructureBuilder builder(document);
  DocxWalk walk(package, options.bounds, document, builder);
  walk.run();
  if (walk.fault() != WalkFault::none) return fail(walk.fault(), options.bounds, document);
  builder.finish();
  const pugi::xml_node core = package.core.document_element();
  complete_metadata(core, document);
  if (document.language == "und") {
    std::string said = primary_language(child_of(core, "language").child_value());
    if (said.empty()) said = primary_language(walk.language());
    if (!said.empty()) document.language = said;
  }
}

}  // namespace claimbase::reading
