#include "analysis/document/pdf_reader.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "analysis/document/note_shape.h"
#include "analysis/document/pdf_furniture.h"
#include "analysis/document/pdf_hyphens.h"
#include "analysis/document/pdf_layout.h"
#include "analysis/document/pdf_order.h"
#include "analysis/document/pdf_paragraphs.h"
#include "analysis/document/raised_number.h"
#include "analysis/document/structure.h"
#include "analysis/document/text_shape.h"

namespace claimbase::reading {
namespace {

// Each word's place in the text of the pages; notes and cells come in another order than they stand in.
void place_words(std::vector<PdfItem>& items, std::size_t pages, Document& document) {
  std::uint32_t source = 0;
  int page = 0;
  const auto place = [&](PdfLine& line) {
    for (; page < line.page; ++page) document.line_starts.push_back(source);
    for (PdfWord& word : line.words) {
      word.source = source;
      source += static_cast<std::uint32_t>(word.text.size()) + 1;
    }
  };
  for (PdfItem& item : items) {
    if (item.cells.empty()) place(item.line);
    for (PdfLine& cell : item.cells) place(cell);
  }
  for (; page + 1 < static_cast<int>(pages); ++page) document.line_starts.push_back(source);
}

class PdfWriter {
 public:
  PdfWriter(const PdfHyphens& hyphens, Document& document, StructureBuilder& builder)
      : hyphens_(hyphens), document_(document), builder_(builder) {}

  void write(const PdfParagraph& paragraph) {
    if (paragraph.kind == PdfKind::row) return row(paragraph);
    const bool contents = has_leader(paragraph);
    builder_.open(contents ? BlockStart{.role = BlockRole::contents, .settled = true} : start_of(paragraph));
    std::size_t skipped = paragraph.kind == PdfKind::item || paragraph.kind == PdfKind::note ? 1 : 0;
    const PdfWord* before = nullptr;
    for (const PdfLine& line : paragraph.lines) {
      bool first = true;
      for (std::size_t i = std::exchange(skipped, 0); i < line.words.size(); ++i) {
        const PdfWord& word = line.words[i];
        const PdfWord* next = i + 1 < line.words.size() ? &line.words[i + 1] : following(paragraph, line);
        const bool last = i + 1 == line.words.size();
        if (before != nullptr && !std::exchange(first, false) && is_spaced(*before, word)) builder_.space(word.source);
        say(word, last && next != nullptr ? hyphens_.between(word.text, next->text) : LineJoin::keep);
        if (last && next != nullptr && hyphens_.between(word.text, next->text) == LineJoin::space)
          builder_.space(word.source);
        before = &word;
        first = false;
      }
    }
    if (paragraph.kind == PdfKind::title) document_.title = builder_.words();
    builder_.close();
  }

 private:
  static BlockStart start_of(const PdfParagraph& paragraph) {
    switch (paragraph.kind) {
      case PdfKind::title:
        return {.kind = BlockKind::title, .settled = true};
      case PdfKind::heading:
        return {.kind = BlockKind::heading, .level = paragraph.level};
      case PdfKind::item:
        return {.kind = BlockKind::list_item, .level = paragraph.level, .number = paragraph.number};
      case PdfKind::note:
        if (is_reference_note(words_of(paragraph)))
          return {.kind = BlockKind::reference, .number = paragraph.number, .settled = true};
        return {};
      case PdfKind::text:
      case PdfKind::row:
        break;
    }
    return {};
  }

  // "Introduction . . . . . . 3": a line of a table of contents.
  static bool has_leader(const PdfParagraph& paragraph) {
    const std::string words = words_of(paragraph);
    return words.find(". . . . .") != std::string::npos || words.find("......") != std::string::npos;
  }

  static std::string words_of(const PdfParagraph& paragraph) {
    std::string made;
    for (const PdfLine& line : paragraph.lines) made += reading::words_of(line) + ' ';
    return made;
  }

  static const PdfWord* following(const PdfParagraph& paragraph, const PdfLine& line) {
    const auto next = static_cast<std::size_t>(&line - paragraph.lines.data()) + 1;
    return next < paragraph.lines.size() ? &paragraph.lines[next].words.front() : nullptr;
  }

  void row(const PdfParagraph& paragraph) {
    builder_.open({.kind = paragraph.header ? BlockKind::table_header : BlockKind::table_row});
    for (const PdfLine& cell : paragraph.lines) {
      builder_.cell();
      for (const PdfWord& word : cell.words) {
        const bool first = &word == cell.words.data();
        if (!first && is_spaced_or_below(*(&word - 1), word)) builder_.space(word.source);
        say(word, LineJoin::keep);
      }
    }
    builder_.close();
  }

  // In a cell of several lines the next word may stand to the left.
  static bool is_spaced_or_below(const PdfWord& left, const PdfWord& right) {
    return is_spaced(left, right) || right.box.left < left.box.left;
  }

  void say(const PdfWord& word, LineJoin join) {
    std::string_view text = word.text;
    if (join == LineJoin::drop) {
      const std::size_t hyphen = text.ends_with('-') ? 1 : text.ends_with("\xC2\xAD") ? 2 : 3;
      text.remove_suffix(hyphen);
    }
    if (word.raised && is_power(builder_.words(), text)) builder_.generated("^", word.source);
    const std::uint32_t begin = builder_.here();
    builder_.text(text, {word.source, word.source + static_cast<std::uint32_t>(text.size())});
    if (word.raised) builder_.mark(MarkKind::superscript, begin);
  }

  const PdfHyphens& hyphens_;
  Document& document_;
  StructureBuilder& builder_;
};

// "Microsoft Word - concept3.docx" and the like are names of files.
bool is_file_name(std::string_view title) {
  const std::size_t dot = title.rfind('.');
  return title.find(' ') == std::string_view::npos || title.starts_with("Microsoft") ||
         (dot != std::string_view::npos && title.size() - dot <= 5 && title.find(' ', dot) == std::string_view::npos &&
          dot + 1 < title.size());
}

}  // namespace

void read_pdf_layout(std::string_view xhtml, Document& document) {
  document.encoding = "UTF-8";
  PdfLayout layout;
  const XmlFault fault = parse_layout(xhtml, layout);
  if (fault != XmlFault::none) {
    const bool complex = fault == XmlFault::too_complex;
    document.diagnostics.push_back({Severity::error,
                                    complex ? "document.too-complex" : "document.malformed",
                                    {},
                                    complex ? "more words than an article can have" : "its layout cannot be read"});
    return;
  }
  drop_furniture(layout);
  std::vector<PdfItem> items;
  int region = 0;
  const std::size_t pages = layout.pages.size();
  for (PdfPage& page : layout.pages) {
    std::ranges::move(in_reading_order(std::move(page), region), std::back_inserter(items));
  }
  place_words(items, pages, document);
  const std::vector<PdfParagraph> paragraphs = paragraphs_of(std::move(items));
  const PdfHyphens hyphens(paragraphs);
  StructureBuilder builder(document);
  PdfWriter writer(hyphens, document, builder);
  for (const PdfParagraph& paragraph : paragraphs) writer.write(paragraph);
  builder.finish();
  if (document.title.empty() && !is_file_name(layout.title)) document.title = layout.title;
  if (document.date.empty()) document.date = layout.date;
}

void read_pdf(std::string_view bytes, const ReadOptions& options, Document& document) {
  document.encoding = "UTF-8";
  if (!options.convert_pdf) {
    document.diagnostics.push_back({Severity::error, "document.no-converter", {}, "PDF cannot be converted here"});
    return;
  }
  PdfConversion converted = options.convert_pdf(bytes, options.bounds);
  if (!converted.rule.empty()) {
    document.diagnostics.push_back({Severity::error, std::move(converted.rule), {}, std::move(converted.message)});
    return;
  }
  read_pdf_layout(converted.xhtml, document);
}

}  // namespace claimbase::reading
