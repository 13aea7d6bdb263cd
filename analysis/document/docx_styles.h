// What the styles of a Word document say of its paragraphs and runs. Built-in styles have English names in every
// language of Word ("heading 1" under the id "Kop1"); others are known by what they are based on and by their outline
// level.
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>

namespace claimbase::reading {

enum class StyleUse : std::uint8_t { text, title, caption, contents };

struct DocxStyle {
  StyleUse use = StyleUse::text;
  int outline = -1;    // 0: the first level of headings ... 8; 9: said to be text; -1: nothing said
  int list = -1;       // w:numId; 0: said to be none; -1: nothing said
  int list_level = 0;  // w:ilvl
  bool raised = false;
  bool bold = false;
  bool hidden = false;
};

class DocxStyles {
 public:
  DocxStyles() = default;
  /// Of the root of styles.xml. Chains of w:basedOn are followed some steps only. Linear.
  explicit DocxStyles(pugi::xml_node root);

  /// The style with this id; for an empty one the default paragraph style. One that is not there is plain text.
  [[nodiscard]] const DocxStyle& of(std::string_view id) const;
  /// The document's default language ("nl-NL"), or empty.
  [[nodiscard]] const std::string& language() const { return language_; }

 private:
  std::unordered_map<std::string, DocxStyle> styles_;
  std::string default_id_;
  std::string language_;
  DocxStyle plain_;
};

}  // namespace claimbase::reading
