#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <system_error>

#include "schema/connection.h"
#include "schema/copy.h"
#include "schema/store.h"

namespace claimbase {
namespace {

namespace fs = std::filesystem;

void sync_path(const fs::path& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
  if (descriptor < 0) throw std::system_error(errno, std::generic_category(), "sync " + path.string());
  const int failed = ::fsync(descriptor) != 0 ? errno : 0;
  ::close(descriptor);
  if (failed != 0) throw std::system_error(failed, std::generic_category(), "sync " + path.string());
}

void rename_over(const fs::path& built, const fs::path& live) {
  sync_path(built, O_RDONLY);  // the bytes, before the name
  std::error_code ignored;
  // What a damaged store left beside it would be taken for the log of the new one.
  fs::remove(live.string() + "-wal", ignored);
  fs::remove(live.string() + "-shm", ignored);
  fs::rename(built, live);
  sync_path(live.parent_path().empty() ? "." : live.parent_path(), O_RDONLY | O_DIRECTORY);  // the name
}

/// A connection to `live`, where it is a store that can take a copy.
std::optional<Database> open_live(const fs::path& live, int busy_timeout_ms) {
  std::error_code ignored;
  if (!fs::exists(live, ignored) || fs::file_size(live, ignored) == 0) return std::nullopt;
  try {
    Database db(live, OpenMode::read_write, busy_timeout_ms);
    static_cast<void>(require_store(db, kStoreVersion));
    db.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864;");
    return db;
  } catch (const StoreError& error) {
    if (error.kind() != StoreErrorKind::corrupt) throw;
    return std::nullopt;
  }
}

}  // namespace

void publish_store(const fs::path& built, const fs::path& live, int busy_timeout_ms) {
  std::optional<Database> target = open_live(live, busy_timeout_ms);
  if (!target) {
    rename_over(built, live);
    return;
  }
  try {
    Database source = open_read_only(built);
    copy_database(source, *target);
  } catch (const StoreError& error) {
    if (error.kind() != StoreErrorKind::corrupt) throw;
    target.reset();  // it could be opened, but is damaged all the same
    rename_over(built, live);
    return;
  }
  target->execute("PRAGMA wal_checkpoint(PASSIVE)");
  for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(built.string() + suffix);
}

}  // namespace claimbase
