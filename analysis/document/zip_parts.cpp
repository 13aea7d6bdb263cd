#include "analysis/document/zip_parts.h"

#include <zip.h>

#include <algorithm>

namespace claimbase::reading {
namespace {

constexpr zip_int64_t kMostEntries = 20'000;  // a book with a picture on every page has some hundreds
constexpr std::uint64_t kFreely = std::uint64_t{1} << 20;
// Office XML shrinks 5 to 50 times; deflate can do 1032.
constexpr std::uint64_t kMostGrowth = 200;
constexpr std::size_t kPiece = std::size_t{64} << 10;

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using OpenFile = std::unique_ptr<zip_file_t, CloseFile>;

ZipFault fault_of(int code) {
  switch (code) {
    case ZIP_ER_NOPASSWD:
    case ZIP_ER_WRONGPASSWD:
    case ZIP_ER_ENCRNOTSUPP:
      return ZipFault::encrypted;
    default:
      return ZipFault::malformed;
  }
}

}  // namespace

struct ZipParts::Archive {
  zip_t* handle = nullptr;
  Archive() = default;
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  ~Archive() {
    if (handle != nullptr) zip_discard(handle);
  }
};

ZipParts::ZipParts(std::string_view bytes, std::uint64_t most_inflated)
    : archive_(std::make_unique<Archive>()), left_(most_inflated) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source != nullptr) {
    archive_->handle = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (archive_->handle == nullptr) zip_source_free(source);
  }
  if (archive_->handle == nullptr) fault_ = fault_of(zip_error_code_zip(&error));
  zip_error_fini(&error);
  if (archive_->handle != nullptr && zip_get_num_entries(archive_->handle, 0) > kMostEntries)
    fault_ = ZipFault::too_large;
}

ZipParts::~ZipParts() = default;

std::optional<std::string> ZipParts::read(const std::string& name) {
  if (archive_->handle == nullptr || fault_ != ZipFault::none) return std::nullopt;
  const zip_int64_t index = zip_name_locate(archive_->handle, name.c_str(), ZIP_FL_NOCASE);
  if (index < 0) return std::nullopt;
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(archive_->handle, static_cast<zip_uint64_t>(index), 0, &stat) != 0 ||
      (stat.valid & ZIP_STAT_COMP_SIZE) == 0) {
    fault_ = ZipFault::malformed;
    return std::nullopt;
  }
  const std::uint64_t most = std::min(left_, kFreely + kMostGrowth * std::min(stat.comp_size, left_));
  const OpenFile file(zip_fopen_index(archive_->handle, static_cast<zip_uint64_t>(index), 0));
  if (file == nullptr) {
    fault_ = fault_of(zip_error_code_zip(zip_get_error(archive_->handle)));
    return std::nullopt;
  }
  std::string made;
  for (;;) {
    const std::size_t before = made.size();
    made.resize(before + kPiece);
    const zip_int64_t got = zip_fread(file.get(), made.data() + before, kPiece);
    made.resize(before + static_cast<std::size_t>(std::max<zip_int64_t>(got, 0)));
    if (got < 0) fault_ = ZipFault::malformed;
    if (made.size() > most) fault_ = ZipFault::too_large;
    if (fault_ != ZipFault::none) return std::nullopt;
    if (got == 0) break;
  }
  left_ -= made.size();
  return made;
}

}  // namespace claimbase::reading
