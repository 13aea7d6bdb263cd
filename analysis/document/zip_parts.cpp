#include "analysis/document/zip_parts.h"

#include <minizip/unzip.h>

#include <algorithm>
#include <cstring>
#include <map>

namespace claimbase::reading {
namespace {

constexpr std::uint64_t kMostEntries = 20'000;  // a book with a picture on every page has some hundreds
constexpr std::uint64_t kFreely = std::uint64_t{1} << 20;
// Office XML shrinks 5 to 50 times; deflate can do 1032.
constexpr std::uint64_t kMostGrowth = 200;
constexpr std::size_t kPiece = std::size_t{64} << 10;
constexpr std::size_t kLongestName = 1024;  // no part that is asked for is called so; a longer name is cut
constexpr uLong kEncryptedFlag = 1;

/// The bytes as minizip reads a file.
struct Memory {
  std::string_view bytes = {};
  std::size_t at = 0;
};

Memory& memory_of(voidpf stream) {
  return *static_cast<Memory*>(stream);
}

voidpf open_memory(voidpf opaque, const void* /*name*/, int /*mode*/) {
  memory_of(opaque).at = 0;
  return opaque;
}

uLong read_memory(voidpf /*opaque*/, voidpf stream, void* to, uLong size) {
  Memory& memory = memory_of(stream);
  const std::string_view piece = memory.bytes.substr(memory.at, size);
  if (!piece.empty()) std::memcpy(to, piece.data(), piece.size());
  memory.at += piece.size();
  return static_cast<uLong>(piece.size());
}

uLong write_memory(voidpf /*opaque*/, voidpf /*stream*/, const void* /*from*/, uLong /*size*/) {
  return 0;
}

ZPOS64_T tell_memory(voidpf /*opaque*/, voidpf stream) {
  return memory_of(stream).at;
}

long seek_memory(voidpf /*opaque*/, voidpf stream, ZPOS64_T offset, int origin) {
  Memory& memory = memory_of(stream);
  ZPOS64_T from = 0;
  if (origin == ZLIB_FILEFUNC_SEEK_CUR) from = memory.at;
  if (origin == ZLIB_FILEFUNC_SEEK_END) from = memory.bytes.size();
  const ZPOS64_T to = from + offset;
  if (to < from || to > memory.bytes.size()) return -1;
  memory.at = static_cast<std::size_t>(to);
  return 0;
}

int close_memory(voidpf /*opaque*/, voidpf /*stream*/) {
  return 0;
}

int no_error(voidpf /*opaque*/, voidpf /*stream*/) {
  return 0;
}

std::string lower_case(std::string name) {
  std::ranges::transform(name, name.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return name;
}

/// The part that the archive is at, open while this lives.
class OpenPart {
 public:
  explicit OpenPart(unzFile archive) : archive_(archive), is_open_(unzOpenCurrentFile(archive) == UNZ_OK) {}
  OpenPart(const OpenPart&) = delete;
  OpenPart& operator=(const OpenPart&) = delete;
  ~OpenPart() { close(); }
  [[nodiscard]] bool is_open() const { return is_open_; }
  /// False where its checksum is another.
  bool close() {
    const bool was_open = is_open_;
    is_open_ = false;
    return was_open && unzCloseCurrentFile(archive_) == UNZ_OK;
  }

 private:
  unzFile archive_;
  bool is_open_;
};

}  // namespace

struct ZipParts::Archive {
  Memory memory;
  unzFile handle = nullptr;
  std::map<std::string, unz64_file_pos> parts;  // by name in lower case; of two that are called the same the first
  explicit Archive(std::string_view bytes) : memory{bytes} {}
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  ~Archive() {
    if (handle != nullptr) unzClose(handle);
  }

  ZipFault open() {
    zlib_filefunc64_def functions{open_memory, read_memory,  write_memory, tell_memory,
                                  seek_memory, close_memory, no_error,     &memory};
    handle = unzOpen2_64("", &functions);
    if (handle == nullptr) return ZipFault::malformed;
    unz_global_info64 info;
    if (unzGetGlobalInfo64(handle, &info) != UNZ_OK) return ZipFault::malformed;
    if (info.number_entry > kMostEntries) return ZipFault::too_large;
    return list(info.number_entry);
  }

  ZipFault inflate(const unz64_file_pos& place, std::uint64_t left, std::string& made) const {
    unz_file_info64 info;
    if (unzGoToFilePos64(handle, &place) != UNZ_OK ||
        unzGetCurrentFileInfo64(handle, &info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK)
      return ZipFault::malformed;
    if ((info.flag & kEncryptedFlag) != 0) return ZipFault::encrypted;
    const std::uint64_t most =
        std::min(left, kFreely + kMostGrowth * std::min<std::uint64_t>(info.compressed_size, left));
    OpenPart part(handle);
    if (!part.is_open()) return ZipFault::malformed;
    for (;;) {
      const std::size_t before = made.size();
      made.resize(before + kPiece);
      const int got = unzReadCurrentFile(handle, made.data() + before, kPiece);
      made.resize(before + static_cast<std::size_t>(std::max(got, 0)));
      if (got < 0) return ZipFault::malformed;
      if (made.size() > most) return ZipFault::too_large;
      if (got == 0) break;
    }
    // minizip holds the checksum against what it read only where that is as long as the directory says.
    return part.close() && made.size() == info.uncompressed_size ? ZipFault::none : ZipFault::malformed;
  }

 private:
  // Once: minizip goes through the directory for each name that it is asked for.
  ZipFault list(std::uint64_t entries) {
    if (entries == 0) return ZipFault::none;
    std::string name;
    for (int at = unzGoToFirstFile(handle); at != UNZ_END_OF_LIST_OF_FILE; at = unzGoToNextFile(handle)) {
      name.assign(kLongestName, '\0');
      unz_file_info64 info;
      unz64_file_pos place;
      if (at != UNZ_OK || unzGetFilePos64(handle, &place) != UNZ_OK ||
          unzGetCurrentFileInfo64(handle, &info, name.data(), kLongestName, nullptr, 0, nullptr, 0) != UNZ_OK)
        return ZipFault::malformed;
      name.resize(std::min<std::size_t>(info.size_filename, kLongestName));
      parts.emplace(lower_case(name), place);
    }
    return ZipFault::none;
  }
};

ZipParts::ZipParts(std::string_view bytes, std::uint64_t most_inflated)
    : archive_(std::make_unique<Archive>(bytes)), left_(most_inflated), fault_(archive_->open()) {}

ZipParts::~ZipParts() = default;

std::optional<std::string> ZipParts::read(const std::string& name) {
  if (fault_ != ZipFault::none) return std::nullopt;
  const auto place = archive_->parts.find(lower_case(name));
  if (place == archive_->parts.end()) return std::nullopt;
  std::string made;
  fault_ = archive_->inflate(place->second, left_, made);
  if (fault_ != ZipFault::none) return std::nullopt;
  left_ -= made.size();
  return made;
}

}  // namespace claimbase::reading
