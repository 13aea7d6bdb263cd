// The parts of a ZIP archive that is in memory, as far as they may be inflated.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace claimbase::reading {

enum class ZipFault : std::uint8_t {
  none,
  malformed,  // no archive, or one whose directory or part is broken
  encrypted,
  too_large  // a part, or all parts read so far, inflate beyond the bound; or far too many entries
};

class ZipParts {
 public:
  /// Reads the archive's directory. `bytes` must outlive this. At most `most_inflated` bytes are inflated in all, and
  /// no part that grows more than 200-fold behind its first MiB: what is said in the directory is not trusted, what
  /// comes out is counted.
  ZipParts(std::string_view bytes, std::uint64_t most_inflated);
  ~ZipParts();
  ZipParts(const ZipParts&) = delete;
  ZipParts& operator=(const ZipParts&) = delete;

  /// What kept the directory or the last part from being read.
  [[nodiscard]] ZipFault fault() const { return fault_; }
  /// The bytes of a part, by its name as the package writes it, case aside; a part that is not there sets no fault.
  /// Each call inflates anew and counts.
  [[nodiscard]] std::optional<std::string> read(const std::string& name);

 private:
  struct Archive;
  std::unique_ptr<Archive> archive_;
  std::uint64_t left_;
  ZipFault fault_ = ZipFault::none;
};

}  // namespace claimbase::reading
