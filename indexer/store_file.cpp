#include "indexer/store_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <system_error>

namespace claimbase {
namespace {

namespace fs = std::filesystem;

// Whether a process holds a lock on the file, as SQLite does while it builds a store (fcntl, POSIX advisory locks).
bool is_locked(const fs::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
  if (descriptor < 0) return false;
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  const bool locked = ::fcntl(descriptor, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
  ::close(descriptor);
  return locked;
}

fs::path building_of(const fs::path& database) {
  fs::path built = database;
  built += ".building";
  return built;
}

void remove_with_logs(const fs::path& store) {
  for (const char* suffix : {"-wal", "-shm", "-journal", ""}) {
    std::error_code ignored;
    fs::remove(store.string() + suffix, ignored);
  }
}

// Where a build takes place; what one that was killed has left there is removed.
fs::path beside(const fs::path& database) {
  fs::path built = building_of(database);
  if (fs::exists(built) && is_locked(built)) {
    throw StoreError(StoreErrorKind::locked, 0, "build " + database.string() + ": another program is building it");
  }
  remove_with_logs(built);
  return built;
}

void require_folder(const fs::path& database) {
  const fs::path folder = database.has_parent_path() ? database.parent_path() : fs::path(".");
  if (!fs::is_directory(folder)) {
    throw StoreError(StoreErrorKind::missing, 0,
                     "make " + database.string() + ": there is no folder " + folder.string());
  }
}

}  // namespace

bool has_content(const fs::path& database) {
  std::error_code error;
  const auto size = fs::file_size(database, error);
  return error ? fs::exists(database) : size > 0;
}

void remove_unfinished_build(const fs::path& database) {
  const fs::path built = building_of(database);
  std::error_code ignored;
  if (fs::exists(built, ignored) && !is_locked(built)) remove_with_logs(built);
}

StoreFile::StoreFile(const fs::path& database, bool clean_build) : database_(database) {
  require_folder(database);
  const fs::path built = beside(database);
  if (has_content(database)) {
    try {
      store_ = Store::open(database, StoreMode::read_write);
      if (!clean_build) return;
      store_.reset();
    } catch (const StoreError& error) {
      // A clean build is what a damaged store needs; anything else that is wrong would still be wrong at the end of it.
      if (!clean_build || error.kind() != StoreErrorKind::corrupt) throw;
    }
  }
  built_ = built;
  store_ = Store::open(built_, StoreMode::bulk);
}

void StoreFile::end_run(const RunEnd& end) {
  const bool replaces = is_clean_build() && has_content(database_);
  store_->end_run(end, replaces ? std::optional(database_) : std::nullopt);
}

void StoreFile::finish() {
  if (!is_clean_build()) return;
  store_->finish_bulk();
  store_.reset();
  publish_store(built_, database_);
  built_.clear();
  store_ = Store::open(database_, StoreMode::read_write);
}

std::string_view advice(StoreErrorKind kind) {
  switch (kind) {
    case StoreErrorKind::missing:
      return "check the path given with --database";
    case StoreErrorKind::not_a_store:
      return "name another file with --database; this one is left as it is";
    case StoreErrorKind::newer_schema:
      return "use the version of claimbase-index that wrote it, or another file";
    case StoreErrorKind::older_schema:
      return "run claimbase-index update once to bring it up to date";
    case StoreErrorKind::locked:
      return "wait until the other program is done, then try again, or let --wait SECONDS do that";
    case StoreErrorKind::read_only:
      return "make the file and its folder writable, or name another with --database";
    case StoreErrorKind::full:
      return "make room on the disk, then try again; the store is as it was";
    case StoreErrorKind::corrupt:
      return "mend it with claimbase-index repair";
    case StoreErrorKind::constraint:
    case StoreErrorKind::other:
      return "the store is as it was";
  }
  return "";
}

}  // namespace claimbase
