// Walks a FormTrie over text as people print it: capitals, diacritics, kinds of space and dash do not matter.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "analysis/language/fold_table.h"
#include "analysis/language/form_trie.h"
#include "analysis/language/utf8.h"

namespace claimbase {

/// Whether a form may begin or end here: not between two letters or digits.
[[nodiscard]] bool at_word_boundary(std::string_view text, std::size_t at);

/// The folded bytes of a character at text[at] that is not of ASCII.
[[nodiscard]] std::string_view folded_other(std::string_view text, std::size_t at, CodePoint c);

/// The folded bytes of the character at text[at]; `buffer` holds them where they are its own.
[[nodiscard]] inline std::string_view folded_character(std::string_view text, std::size_t at, CodePoint c,
                                                       std::array<char, 1>& buffer) {
  if (c.value >= 0x80) return folded_other(text, at, c);
  buffer[0] = static_cast<char>(c.value >= 'A' && c.value <= 'Z' ? c.value - 'A' + 'a' : c.value);
  return {buffer.data(), 1};
}

/// Calls visit(values, end) for each form that begins at text[at] and ends at a word's end, shortest first.
template <typename Visit>
void visit_forms_at(const FormTrie& trie, std::string_view text, std::size_t at, Visit visit) {
  FormTrie::Node node = FormTrie::kRoot;
  std::array<char, 1> buffer{};
  for (std::size_t end = at; end < text.size();) {
    const CodePoint c = decode_utf8(text, end);
    for (const char byte : folded_character(text, end, c, buffer)) {
      node = trie.next(node, static_cast<unsigned char>(byte));
      if (node == FormTrie::kRoot) return;
    }
    if (node == FormTrie::kRoot) return;  // a character that folds to nothing begins no form
    end += c.size;
    const auto& values = trie.values(node);
    if (!values.empty() && at_word_boundary(text, end)) visit(values, end);
  }
}

/// The same for forms that end at text[end], in a trie of reversed forms: visit(values, begin).
template <typename Visit>
void visit_forms_before(const FormTrie& reversed, std::string_view text, std::size_t end, Visit visit) {
  FormTrie::Node node = FormTrie::kRoot;
  std::array<char, 1> buffer{};
  for (std::size_t begin = end; begin > 0;) {
    const CodePoint c = decode_utf8_before(text, begin);
    begin -= c.size;
    const std::string_view bytes = folded_character(text, begin, c, buffer);
    for (std::size_t i = bytes.size(); i-- > 0;) {
      node = reversed.next(node, static_cast<unsigned char>(bytes[i]));
      if (node == FormTrie::kRoot) return;
    }
    if (node == FormTrie::kRoot) return;
    const auto& values = reversed.values(node);
    if (!values.empty() && at_word_boundary(text, begin)) visit(values, begin);
  }
}

}  // namespace claimbase
