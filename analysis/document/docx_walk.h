// The body of a Word document, walked into blocks.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/document/docx_numbering.h"
#include "analysis/document/docx_package.h"
#include "analysis/document/docx_styles.h"
#include "analysis/document/reader.h"
#include "analysis/document/structure.h"

namespace claimbase::reading {

enum class WalkFault : std::uint8_t { none, too_deep, too_slow };

class DocxWalk {
 public:
  DocxWalk(const DocxPackage& package, const ReadBounds& bounds, Document& document, StructureBuilder& builder);

  /// The body, then the notes that it refers to: first those that are words, then those that are references.
  void run();
  [[nodiscard]] WalkFault fault() const { return fault_; }
  /// The default language of the styles, or empty.
  [[nodiscard]] const std::string& language() const { return styles_.language(); }

 private:
  using Nodes = std::vector<pugi::xml_node>;
  struct Field {
    std::string instruction;
    bool shows = false;  // behind its instruction
    std::uint32_t begin = 0;
  };
  struct Note {
    pugi::xml_node node;
    int number = 0;  // as printed; 0: its words are no reference
    std::string id;
  };

  using NoteParts = std::unordered_map<std::string_view, pugi::xml_node>;
  [[nodiscard]] static NoteParts note_parts(const pugi::xml_document& part);

  void blocks(pugi::xml_node parent);
  void block(pugi::xml_node node);
  void paragraph(pugi::xml_node node);
  [[nodiscard]] BlockStart start_of(pugi::xml_node properties, const DocxStyle& style);
  void end_paragraph(bool title);

  void table(pugi::xml_node node);
  void row(pugi::xml_node node, bool header);
  void cell_words(pugi::xml_node node);

  void paragraph_words(pugi::xml_node node);
  void inlines(pugi::xml_node parent);
  void inline_element(pugi::xml_node node, std::string_view name);
  void hyperlink(pugi::xml_node node);
  void run_of(pugi::xml_node node);
  void run_element(pugi::xml_node node, std::string_view name);
  void field(pugi::xml_node node);
  void note(pugi::xml_node node, bool endnote);
  void notes();
  void say(std::string_view words);
  void begin_source_line();
  [[nodiscard]] bool is_silent() const;
  [[nodiscard]] bool enter();
  void leave() { --depth_; }

  const DocxPackage& package_;
  DocxStyles styles_;
  DocxNumbering numbering_;
  NoteParts footnote_parts_;
  NoteParts endnote_parts_;
  std::uint32_t nesting_;
  std::chrono::steady_clock::time_point deadline_;
  Document& document_;
  StructureBuilder& builder_;

  std::uint32_t source_ = 0;  // how long the source has become
  bool first_line_ = true;
  Nodes joined_;      // paragraphs whose end was deleted: they open the next one
  Nodes text_boxes_;  // of the paragraph, to be read behind it
  std::vector<Field> fields_;
  std::vector<Note> notes_;
  std::unordered_map<std::string, std::size_t> note_of_;  // "footnote-2" -> index in notes_
  int footnotes_ = 0;
  int endnotes_ = 0;
  int headings_from_ = 1;  // 2 behind a title
  bool titled_ = false;
  bool in_contents_ = false;
  bool bold_words_ = false;  // the paragraph has words in bold, and others
  bool other_words_ = false;
  bool bold_style_ = false;
  std::uint32_t depth_ = 0;
  WalkFault fault_ = WalkFault::none;
};

}  // namespace claimbase::reading
