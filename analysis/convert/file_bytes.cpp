#include "analysis/convert/file_bytes.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <istream>
#include <memory>
#include <system_error>

namespace claimbase {
namespace {

constexpr std::size_t kLookedAt = 8000;

struct Close {
  void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Close>;

std::string reason(int error) {
  std::string text = std::generic_category().message(error);
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

FileBytes too_large(std::uint64_t limit) {
  return {{}, fmt::format("larger than {} MiB", limit >> 20), true};
}

}  // namespace

FileBytes read_file(const std::filesystem::path& file, std::uint64_t limit) {
  std::error_code error;
  if (const auto size = std::filesystem::file_size(file, error); !error && size > limit) return too_large(limit);
  const File opened(std::fopen(file.c_str(), "rbe"));
  if (!opened) return {{}, reason(errno), false};
  FileBytes read;
  std::array<char, 1 << 16> chunk{};
  while (const std::size_t got = std::fread(chunk.data(), 1, chunk.size(), opened.get())) {
    if (read.bytes.size() + got > limit) return too_large(limit);
    read.bytes.append(chunk.data(), got);
  }
  if (std::ferror(opened.get()) != 0) return {{}, reason(errno), false};
  return read;
}

FileBytes read_stream(std::istream& in, std::uint64_t limit) {
  FileBytes read;
  std::array<char, 1 << 16> chunk{};
  while (in.read(chunk.data(), chunk.size()) || in.gcount() > 0) {
    read.bytes.append(chunk.data(), static_cast<std::size_t>(in.gcount()));
    if (read.bytes.size() > limit) return too_large(limit);
  }
  return read;
}

bool looks_binary(std::string_view bytes) {
  return bytes.substr(0, kLookedAt).find('\0') != std::string_view::npos;
}

bool looks_binary_file(const std::filesystem::path& file) {
  const File opened(std::fopen(file.c_str(), "rbe"));
  if (!opened) return false;
  std::array<char, kLookedAt> start{};
  return looks_binary({start.data(), std::fread(start.data(), 1, start.size(), opened.get())});
}

std::string content_hash(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace claimbase
