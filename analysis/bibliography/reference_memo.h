// References that were read before: articles of one site print the same works in the same words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "analysis/bibliography/reference.h"

namespace claimbase {

/// For one thread. What it gives is what parse_reference() gives, whatever was asked before.
class ReferenceMemo {
 public:
  /// 2,048 strings and what they are read as: some 4 MB.
  static constexpr std::size_t kMost = 2'048;
  explicit ReferenceMemo(std::size_t most = kMost);

  /// As parse_reference(); of a text of before a copy. Texts of more than a thousand bytes are not kept.
  [[nodiscard]] Reference parse(std::string_view text);

  /// At most `most`.
  [[nodiscard]] std::size_t size() const { return newer_.size() + older_.size(); }

 private:
  std::size_t half_;
  // What is asked for moves to the newer half; when that is full, what is left in the older one is forgotten.
  std::unordered_map<std::string, Reference> newer_;
  std::unordered_map<std::string, Reference> older_;
};

}  // namespace claimbase
