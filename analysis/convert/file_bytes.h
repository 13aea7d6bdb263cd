// The bytes of a file, and what change detection asks of them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>

namespace claimbase {

/// No article is longer. Byte ranges have 32 bits, and a conversion to UTF-8 may treble the size.
inline constexpr std::uint64_t kLargestArticle = std::uint64_t{64} << 20;

struct FileBytes {
  std::string bytes;
  std::string problem;  // why there are none, lower case; empty: none
  bool too_large = false;
};

/// Reads a regular file of at most `limit` bytes. Never throws for what is on the disk.
[[nodiscard]] FileBytes read_file(const std::filesystem::path& file, std::uint64_t limit = kLargestArticle);
[[nodiscard]] FileBytes read_stream(std::istream& in, std::uint64_t limit = kLargestArticle);

/// A NUL among the first 8,000 bytes: git's rule for a file that is no text.
[[nodiscard]] bool looks_binary(std::string_view bytes);
/// The same for a file, of which no more is read. False where it cannot be read.
[[nodiscard]] bool looks_binary_file(const std::filesystem::path& file);

/// XXH3, 128 bits, as 32 hexadecimal digits.
[[nodiscard]] std::string content_hash(std::string_view bytes);

}  // namespace claimbase
