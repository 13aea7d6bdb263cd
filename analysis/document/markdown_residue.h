// The kinds of residue in Markdown files, from corpus/document/markdown_residue.tsv.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace claimbase::reading {

struct ResiduePair {
  std::string opening;
  std::string closing;
};

struct Residue {
  std::vector<ResiduePair> pairs;
  std::vector<std::string> lines;       // in small letters
  std::vector<std::string> fences;      // how a line starts
  std::vector<std::string> statements;  // likewise
  std::vector<std::string> elements;
  std::vector<std::string> components;  // in small letters
};

[[nodiscard]] const Residue& markdown_residue();

/// A start tag of HTML or JSX, or its end tag, at text[at], a '<'.
struct Tag {
  std::string_view name;
  std::size_t end = 0;  // behind '>'; 0: no tag
  bool closing = false;
  bool empty = false;  // <br/>
};

/// Reads the tag through quoted attributes and JSX braces; none where it does not end within `limit` bytes. `read` is
/// how many bytes were looked at.
[[nodiscard]] Tag read_tag(std::string_view text, std::size_t at, std::size_t limit, std::size_t& read);

}  // namespace claimbase::reading
