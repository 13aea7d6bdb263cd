// Frames as sentences.tsv writes them: substance|exposure|relation|outcome|certainty|polarity.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claimbase {

using FrameFields = std::vector<std::string>;

inline std::vector<std::string> split(std::string_view text, std::string_view between) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t end = text.find(between);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + between.size());
  }
}

/// Whether `read` is what `expected` asks for: "*" in a field of `expected` stands for anything, "a/b" for either.
inline bool is_expected(const FrameFields& expected, const FrameFields& read) {
  if (expected.size() != read.size()) return false;
  for (std::size_t i = 0; i < read.size(); ++i) {
    bool right = expected[i] == "*";
    for (const std::string& choice : split(expected[i], "/")) right = right || choice == read[i];
    if (!right) return false;
  }
  return true;
}

inline std::string joined(const FrameFields& fields) {
  std::string text;
  for (const std::string& field : fields) text += (text.empty() ? "" : "|") + field;
  return text;
}

/// The frames that were missed and the ones in excess, one a line; "" where all are as expected, in any order.
inline std::string difference(const std::vector<FrameFields>& expected, std::vector<FrameFields> read) {
  std::string lines;
  for (const FrameFields& wanted : expected) {
    bool found = false;
    for (std::size_t i = 0; i < read.size() && !found; ++i) {
      found = is_expected(wanted, read[i]);
      if (found) read.erase(read.begin() + static_cast<std::ptrdiff_t>(i));
    }
    if (!found) lines += "\n  missed    " + joined(wanted);
  }
  for (const FrameFields& other : read) lines += "\n  in excess " + joined(other);
  return lines;
}

}  // namespace claimbase
