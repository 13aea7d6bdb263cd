#include "analysis/document/reader.h"

#include <algorithm>
#include <utility>

#include "analysis/document/docx_reader.h"
#include "analysis/document/encoding.h"
#include "analysis/document/front_matter.h"
#include "analysis/document/html_numbers.h"
#include "analysis/document/html_reader.h"
#include "analysis/document/html_template.h"
#include "analysis/document/jats_reader.h"
#include "analysis/document/line.h"
#include "analysis/document/markdown_reader.h"
#include "analysis/document/passes.h"
#include "analysis/document/pdf_reader.h"

namespace claimbase {
namespace {

using namespace reading;

// Indices in Draft::block.lead_in are of drafts; the blocks before them shift those.
void shift_lead_ins(Drafts& drafts, std::size_t by) {
  for (Draft& draft : drafts) {
    if (draft.block.lead_in >= 0) draft.block.lead_in += static_cast<int>(by);
  }
}

void read_structure(std::uint32_t begin, Document& document) {
  const std::string_view text = document.text;
  const std::vector<Line> lines = split_lines(text, document.line_starts, begin);
  const std::size_t first = read_front_matter(lines, 0, document);
  Drafts drafts = assemble(text, lines, first);
  if (drafts.size() >= kMostDrafts) {
    document.diagnostics.push_back(
        {Severity::warning, "document.too-many-blocks", drafts.back().block.range, "the rest is read as one block"});
  }
  settle_known_lines(text, drafts);
  tell_numbered_headings(drafts);
  find_titles(text, drafts, document);
  read_contents(drafts);
  read_references(text, drafts);  // merges drafts: everything after it may keep their indices
  settle_own_identifiers(text, drafts);
  read_questions(text, drafts);
  read_bare_lists(text, drafts);
  find_headings(text, drafts);
  spread_roles(drafts);
  shift_lead_ins(drafts, document.blocks.size());
  relate(std::move(drafts), document);
}

// The decoder speaks of bytes of the source; diagnostics are of the text. The first `count` are its.
void place_in_text(std::size_t count, Document& document) {
  for (std::size_t i = 0; i < std::min(count, document.diagnostics.size()); ++i) {
    ByteRange& range = document.diagnostics[i].range;
    if (document.text.empty()) {
      range = {};
    } else if (!range.empty()) {
      const std::uint32_t begin = document.source_map.text_of(range.begin);
      range = {begin, std::max(begin, document.source_map.text_of(range.end))};
    }
  }
}

// What is common to all formats whose source is text.
void read_decoded(Format format, DecodedText decoded, const ReadOptions& options, Document& document) {
  const std::size_t decoding = decoded.diagnostics.size();
  document.encoding = std::move(decoded.encoding);
  document.diagnostics = std::move(decoded.diagnostics);
  document.line_starts = find_line_starts(decoded.text);
  if (decoded.binary) return;
  switch (format) {
    case Format::html:
      // A byte order mark is no word of the page.
      std::fill_n(decoded.text.begin(), decoded.begin, ' ');
      blank_templates(decoded.text);
      clamp_numbers(decoded.text);
      read_html(decoded.text, options, document);
      break;
    case Format::markdown:
      read_markdown(decoded.text, decoded.begin, options.bounds, document);
      break;
    case Format::jats:
      read_jats(decoded.text, decoded.begin, options.bounds, document);
      break;
    default:
      document.text = std::move(decoded.text);
      read_structure(decoded.begin, document);
      return;
  }
  place_in_text(decoding, document);
}

bool failed(const Document& document) {
  return std::ranges::any_of(document.diagnostics,
                             [](const Diagnostic& each) { return each.severity == Severity::error; });
}

}  // namespace

Document read_document(std::string_view bytes, const ReadOptions& options) {
  const Format format = options.format ? *options.format : detect_format(bytes, options.path);
  Document document;
  document.format = to_string(format);
  document.language = options.language.empty() ? "und" : options.language;
  document.line_starts = {0};
  const bool declares = format == Format::html || format == Format::jats;
  if (format == Format::docx) {
    read_docx(bytes, options, document);
  } else if (format == Format::pdf) {
    read_pdf(bytes, options, document);
  } else {
    read_decoded(format, decode(bytes, declares ? declared_encoding(bytes) : std::string_view()), options, document);
  }
  if (document.blocks.empty()) {
    if (!failed(document)) document.diagnostics.push_back({Severity::warning, "document.empty", {}, "no text"});
    return document;
  }
  const std::string declared = document.language;
  find_languages(options.language, document);
  if (document.language == "und") {
    document.language = declared;
    for (Block& block : document.blocks) {
      if (block.language == "und") block.language = declared;
    }
  }
  return document;
}

}  // namespace claimbase
